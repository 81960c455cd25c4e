// @ts-check
/**
 * What a person is sending: one thing after the other, kept until it arrived. What failed stays, to be tried again,
 * also when the page meanwhile shows another person.
 */

/** @typedef {import('./types.js').Json} Json */

/**
 * @typedef {object} Sending
 * @property {Json} message what it looks like while it is under way
 * @property {() => Promise<unknown>} work
 * @property {'waiting' | 'sending' | 'failed'} state
 */

export class Outbox {
  /** @type {Sending[]} */
  items = [];
  /** @type {Set<() => void>} */
  #watchers = new Set();
  #busy = false;

  /** Calls back after every change; the returned function ends that. @param {() => void} watcher */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** @param {Json} message @param {() => Promise<unknown>} work */
  send(message, work) {
    this.items.push({ message, work, state: 'waiting' });
    this.#changed();
    void this.#run();
  }

  /** @param {Sending} item */
  retry(item) {
    item.state = 'waiting';
    this.#changed();
    void this.#run();
  }

  /** @param {Sending} item */
  drop(item) {
    this.items = this.items.filter((other) => other !== item);
    this.#changed();
  }

  /** A message of the person arrived in the chat: the one that was on its way is done. @param {Json} message */
  heard(message) {
    const item = this.items.find(({ state }) => state === 'sending');
    if (item && item.message.type === message.type && item.message.text === message.text) this.drop(item);
  }

  async #run() {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#nextWaiting(); next; next = this.#nextWaiting()) await this.#sendOne(next);
    this.#busy = false;
  }

  #nextWaiting() {
    return this.items.find(({ state }) => state === 'waiting');
  }

  /** @param {Sending} item */
  async #sendOne(item) {
    item.state = 'sending';
    this.#changed();
    try {
      await item.work();
      this.drop(item);
    } catch {
      item.state = 'failed';
      this.#changed();
    }
  }

  #changed() {
    for (const watcher of this.#watchers) watcher();
  }
}

/** @type {Map<string, Outbox>} */
const outboxes = new Map();

/** The outbox of a person, the same one as long as the page is open. @param {string} userId */
export function outboxOf(userId) {
  const outbox = outboxes.get(userId) ?? new Outbox();
  outboxes.set(userId, outbox);
  return outbox;
}
