/** What was said in each chat, kept in memory for the page and for tests. */
import type { TwoLanguages } from './persona.ts';

/** A LINE message object as sent by the bot, or the webhook's message object for a person's. */
export type LineMessage = { type: string; [property: string]: unknown };

type EntryContent =
  | { from: 'person' | 'bot'; message: LineMessage; unsent?: true }
  | { from: 'note'; text: TwoLanguages };

/** One line of a chat. `id` grows by one from 1 in each chat; `at` is an ISO instant. */
export type ChatEntry = { id: number; at: string } & EntryContent;

/** What the page hears about one chat beside its entries. */
export type ChatSignal =
  | { kind: 'entry'; entry: ChatEntry }
  | { kind: 'typing'; seconds: number }
  | { kind: 'menu' }
  | { kind: 'read' };

type Chat = { lastId: number; entries: ChatEntry[]; listeners: Set<(signal: ChatSignal) => void> };

/** So many entries are kept of each chat; older ones are forgotten. */
const keptEntries = 500;

/** The chats of all people, by chat id (a user's, group's or room's id). */
export class Chats {
  readonly #chats = new Map<string, Chat>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The newest entries, oldest first. */
  entries(chatId: string): ChatEntry[] {
    return this.#chats.get(chatId)?.entries.slice(-keptEntries) ?? [];
  }

  add(chatId: string, content: EntryContent): ChatEntry {
    const chat = this.#open(chatId);
    chat.lastId += 1;
    const entry: ChatEntry = { id: chat.lastId, at: this.#now().toISOString(), ...content };
    chat.entries.push(entry);
    // Cut in steps: shifting the array at every message would cost too much in a long chat.
    if (chat.entries.length > keptEntries * 1.2) chat.entries = chat.entries.slice(-keptEntries);
    this.signal(chatId, { kind: 'entry', entry });
    return entry;
  }

  /** Marks the person's message as taken back; its listeners get the changed entry under the same id. */
  markUnsent(chatId: string, messageId: string): boolean {
    const entry = this.#chats
      .get(chatId)
      ?.entries.find((candidate) => candidate.from === 'person' && candidate.message.id === messageId);
    if (entry === undefined || entry.from !== 'person') return false;
    entry.unsent = true;
    this.signal(chatId, { kind: 'entry', entry });
    return true;
  }

  signal(chatId: string, signal: ChatSignal): void {
    for (const listener of this.#chats.get(chatId)?.listeners ?? []) listener(signal);
  }

  signalAll(signal: ChatSignal): void {
    for (const chatId of this.#chats.keys()) this.signal(chatId, signal);
  }

  /** Returns the function that ends the listening. */
  listen(chatId: string, listener: (signal: ChatSignal) => void): () => void {
    const { listeners } = this.#open(chatId);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  #open(chatId: string): Chat {
    const known = this.#chats.get(chatId);
    if (known !== undefined) return known;
    const chat: Chat = { lastId: 0, entries: [], listeners: new Set() };
    this.#chats.set(chatId, chat);
    return chat;
  }
}
