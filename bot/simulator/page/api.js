// @ts-check
/** Talks to the simulator's server: JSON requests, and the stream of a chat. */

/** @typedef {import('./types.js').Persona} Persona */
/** @typedef {import('./types.js').ChatEntry} ChatEntry */
/** @typedef {import('./types.js').MenuState} MenuState */
/** @typedef {import('./types.js').Json} Json */

const REQUEST_LIMIT_MS = 15_000;
const RECONNECT_MS = [500, 1000, 2000, 4000];

/** The server did not take a request: it was out of reach (status 0) or refused it. */
class RequestFailed extends Error {
  code = 'REQUEST_FAILED';
  /** @param {number} status @param {unknown} [cause] */
  constructor(status, cause) {
    super(`The simulator answered ${status}.`, { cause });
    this.status = status;
  }
}

/** @param {string} path @param {RequestInit} [init] */
async function request(path, init = {}) {
  const signal = AbortSignal.timeout(REQUEST_LIMIT_MS);
  const response = await fetch(`/page/api/${path}`, { ...init, signal }).catch((cause) => {
    throw new RequestFailed(0, cause);
  });
  if (!response.ok) throw new RequestFailed(response.status);
  const body = await response.text();
  return body ? JSON.parse(body) : null;
}

/** @param {string} method @param {string} path @param {unknown} body */
function sendJson(method, path, body) {
  return request(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

/** @param {string} userId */
const chatPath = (userId) => `chats/${encodeURIComponent(userId)}`;

/** @returns {Promise<Persona[]>} */
export const fetchPersonas = () => request('personas');

/** Makes another citizen. @param {string} displayName @returns {Promise<Persona>} */
export const createPersona = (displayName) => sendJson('POST', 'personas', { displayName });

/** @param {string} userId @param {Json} message */
export const postMessage = (userId, message) => sendJson('POST', `${chatPath(userId)}/messages`, message);

/** @param {string} userId @param {Blob} image JPEG or PNG */
export const postImage = (userId, image) =>
  request(`${chatPath(userId)}/images`, {
    method: 'POST',
    body: image,
    headers: { 'content-type': image.type },
  });

/** @param {string} userId @param {import('./types.js').Postback} postback */
export const postPostback = (userId, postback) => sendJson('POST', `${chatPath(userId)}/postbacks`, postback);

/** @param {string} userId @param {boolean} following */
export const postFollow = (userId, following) =>
  sendJson('POST', `${chatPath(userId)}/follow`, { following });

/** @param {string} userId @param {string} messageId */
export const postUnsend = (userId, messageId) =>
  sendJson('POST', `${chatPath(userId)}/messages/${encodeURIComponent(messageId)}/unsend`, {});

/** @param {string} userId @param {string} richMenuAliasId @param {string} data */
export const postMenu = (userId, richMenuAliasId, data) =>
  sendJson('POST', `${chatPath(userId)}/menu`, { richMenuAliasId, data });

/** @returns {Promise<Json>} */
export const fetchFaults = () => request('faults');

/** @param {Json} faults */
export const putFaults = (faults) => sendJson('PUT', 'faults', faults);

/** Where a picture that a person sent is kept. @param {string} messageId */
export const contentAddress = (messageId) => `/page/api/content/${encodeURIComponent(messageId)}`;

/**
 * What a chat hears from the server.
 * @typedef {object} StreamListener
 * @property {(entry: ChatEntry) => void} entry
 * @property {(seconds: number) => void} typing 0 ends it
 * @property {(menu: MenuState) => void} menu
 * @property {() => void} read
 * @property {(open: boolean) => void} connection
 */

/**
 * Listens to a chat until the returned function is called. A lost connection is opened anew from the start:
 * a restarted server knows nothing of the old ids, so the browser's own resuming would hide its entries.
 * @param {string} userId
 * @param {StreamListener} listener
 * @returns {() => void}
 */
export function openStream(userId, listener) {
  /** @type {EventSource} */
  let source;
  let failures = 0;
  let timer = 0;
  const lost = () => {
    source.close();
    listener.connection(false);
    timer = setTimeout(connect, RECONNECT_MS[Math.min(failures++, RECONNECT_MS.length - 1)]);
  };
  const connect = () => {
    source = listen(userId, listener);
    source.addEventListener('open', () => {
      failures = 0;
      listener.connection(true);
    });
    source.addEventListener('error', lost);
  };
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** @param {string} userId @param {StreamListener} listener */
function listen(userId, listener) {
  const source = new EventSource(`/page/api/${chatPath(userId)}/stream`);
  /** @param {string} name @param {(data: any) => void} take the server's own JSON, shaped as the contract says */
  const on = (name, take) => source.addEventListener(name, (event) => take(JSON.parse(event.data)));
  on('entry', listener.entry);
  on('typing', (data) => listener.typing(Number(data.seconds) || 0));
  on('menu', listener.menu);
  source.addEventListener('read', () => listener.read());
  return source;
}
