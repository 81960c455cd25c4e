// @ts-check
/** The scrolling part of a chat: entries, days, what is on its way, the typing dots. */
import { button, element } from './elements.js';
import { drawMessage } from './messages.js';
import { accountAvatar, drawRow, noteRow } from './rows.js';
import { dayName, say } from './texts.js';

/** @typedef {import('./types.js').ChatEntry} ChatEntry */
/** @typedef {import('./types.js').ChatHands} ChatHands */
/** @typedef {import('./outbox.js').Outbox} Outbox */
/** @typedef {import('./outbox.js').Sending} Sending */

/** So near the end counts as being at the end, in pixels. */
const AT_END = 60;

export class ChatLog {
  /** @type {Map<number, { entry: ChatEntry, node: HTMLElement }>} */
  #rows = new Map();
  #lastDay = '';
  /** While the server tells the chat from the start: what it has told of. @type {Set<number> | null} */
  #replayed = null;
  #typingTimer = 0;
  #hands;
  #log = element('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': say('messages') });
  #pending = element('div', { class: 'pending' });
  #typing = element('div', { class: 'row bot typing', role: 'status', hidden: true });
  #scroll = element('div', { class: 'scroll', role: 'group', tabindex: 0, 'aria-label': say('chat') });
  #newer = button({ class: 'newer', hidden: true, onclick: () => this.toEnd() }, `${say('newMessages')} ↓`);
  #inner = element('div', {});
  node = element('div', { class: 'log-frame' }, this.#scroll, this.#newer);
  #atEnd = true;
  #lastTop = 0;

  /** @param {ChatHands} hands */
  constructor(hands) {
    this.#hands = hands;
    this.#inner.append(this.#log, this.#typing, this.#pending);
    this.#scroll.append(this.#inner);
    this.#scroll.addEventListener('scroll', () => this.#noticeScroll());
    // Pictures that load late and a keyboard that opens must not push the newest message out of sight.
    const resized = new ResizeObserver(() => this.#atEnd && this.toEnd());
    resized.observe(this.#inner);
    resized.observe(this.#scroll);
  }

  /** Adds an entry, or changes the one with its id. Returns whether it is a new one. @param {ChatEntry} entry */
  put(entry) {
    this.#replayed?.add(entry.id);
    const known = this.#rows.get(entry.id);
    if (known && known.entry.at !== entry.at) this.clear();
    else if (known) return this.#replace(known, entry);
    // Whoever answers has read what came before.
    if (entry.from === 'bot') this.markRead();
    this.#drawDay(entry.at);
    const node = drawRow(entry, this.#hands);
    this.#rows.set(entry.id, { entry, node });
    this.#log.append(node);
    this.#follow(entry.from === 'person');
    return true;
  }

  /** The server begins to tell the chat from the start. */
  beginReplay() {
    this.#replayed = new Set();
    // A screen reader is not to read out the whole past.
    this.#log.ariaBusy = 'true';
  }

  /** It has told everything: rows it did not tell of belong to a run of the server that is over. */
  endReplay() {
    const replayed = this.#replayed;
    this.#replayed = null;
    this.#log.ariaBusy = 'false';
    if (replayed && [...this.#rows.keys()].some((id) => !replayed.has(id))) {
      const kept = [...this.#rows.values()].filter(({ entry }) => replayed.has(entry.id));
      this.clear();
      for (const { entry } of kept) this.put(entry);
    }
  }

  clear() {
    this.#rows.clear();
    this.#lastDay = '';
    this.#log.replaceChildren();
  }

  /** The newest entry that is a message. */
  get last() {
    return [...this.#rows.values()].findLast(({ entry }) => entry.from !== 'note')?.entry ?? null;
  }

  markRead() {
    for (const mark of this.#log.querySelectorAll('.read-mark')) mark.textContent = say('read');
  }

  /** @param {number} seconds 0 ends the dots */
  showTyping(seconds) {
    clearTimeout(this.#typingTimer);
    this.#typing.hidden = seconds <= 0;
    const dots = element(
      'div',
      { class: 'bubble dots', role: 'img', 'aria-label': say('typing') },
      ...dotMarks(),
    );
    this.#typing.replaceChildren(
      ...(seconds > 0 ? [accountAvatar(), element('div', { class: 'words' }, dots)] : []),
    );
    if (seconds > 0) this.#typingTimer = setTimeout(() => this.showTyping(0), seconds * 1000);
    this.#follow(false);
  }

  /** Draws what has not arrived yet. @param {Outbox} outbox */
  showPending(outbox) {
    this.#pending.replaceChildren(...outbox.items.map((item) => pendingRow(item, outbox, this.#hands)));
    if (outbox.items.length > 0) this.toEnd();
  }

  toEnd() {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#atEnd = true;
    this.#newer.hidden = true;
  }

  focus() {
    this.#scroll.focus({ preventScroll: true });
  }

  close() {
    clearTimeout(this.#typingTimer);
  }

  /** @param {{ entry: ChatEntry, node: HTMLElement }} known @param {ChatEntry} entry */
  #replace(known, entry) {
    if (JSON.stringify(known.entry) === JSON.stringify(entry)) return false;
    const node = drawRow(entry, this.#hands);
    known.node.replaceWith(node);
    this.#rows.set(entry.id, { entry, node });
    return false;
  }

  /** @param {string} at */
  #drawDay(at) {
    const day = dayName(at);
    if (day === this.#lastDay) return;
    this.#lastDay = day;
    this.#log.append(noteRow(day));
  }

  /** @param {boolean} always the person's own words are always followed */
  #follow(always) {
    if (always || this.#atEnd) this.toEnd();
    else this.#newer.hidden = false;
  }

  #noticeScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
    const near = scrollHeight - scrollTop - clientHeight < AT_END;
    // Only scrolling up leaves the end: a picture that grows above it must not.
    if (near) this.#atEnd = true;
    else if (scrollTop < this.#lastTop) this.#atEnd = false;
    this.#lastTop = scrollTop;
    if (near) this.#newer.hidden = true;
  }
}

function dotMarks() {
  return [1, 2, 3].map(() => element('span', { class: 'dot', 'aria-hidden': 'true' }));
}

/** @param {Sending} item @param {Outbox} outbox @param {ChatHands} hands */
function pendingRow(item, outbox, hands) {
  const state =
    item.state === 'failed'
      ? element(
          'div',
          { class: 'failure', role: 'alert' },
          element('span', {}, `⚠ ${say('sendFailed')}`),
          button({ class: 'retry', onclick: () => outbox.retry(item) }, say('tryAgain')),
          button({ onclick: () => outbox.drop(item) }, say('remove')),
        )
      : element('span', { class: 'time' }, say('sending'));
  return element(
    'div',
    { class: `row own pending-row ${item.state}` },
    element('div', { class: 'side' }, state),
    drawMessage(item.message, hands),
  );
}
