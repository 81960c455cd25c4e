/**
 * Plays a transcript through the real way of a turn (event, codec, engine, database, renderer) and writes down what
 * comes of it. The conversation is stored and read again between turns, as in the service.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Loaded } from '../../bot/turn/load-with-roles.ts';
import { dueNote, type RidingNote, withNote } from '../../bot/turn/notes.ts';
import { playTurn } from '../../bot/turn/play-turn.ts';
import { readEvent } from '../../bot/turn/read-event.ts';
import { readConversation } from '../../bot/turn/stored-state.ts';
import type { Effect } from '../../flows/effects.ts';
import type { Conversation } from '../../flows/engine/flow.ts';
import type { Input } from '../../flows/engine/input.ts';
import type { Saying } from '../../flows/engine/message.ts';
import type { Repertoire, World } from '../../flows/engine/world.ts';
import { allTexts, repertoire } from '../../flows/registry.ts';
import { renewReminderNote } from '../../jobs/renew-reminder-note.ts';
import { isNoteUnsaid, noteSaid } from '../../models/note.ts';
import { type Deed, deedOf, type Said } from './deeds.ts';
import { deployed } from './deployments.ts';
import { faultsOf } from './judge-turn.ts';
import { numberFaults } from './numbers-as-shown.ts';
import { RealWorld } from './real-world.ts';
import type { Setting } from './setting.ts';
import { createSpeaker } from './speaker.ts';
import { type Action, type Entry, readTranscript, writeTranscript } from './transcript.ts';
import { unsendTyped } from './unsend-typed.ts';
import { writtenNote, writtenTold } from './written-telling.ts';
import { writtenEffect, writtenSaying } from './written-turn.ts';

/** A chat of one person, and what was said in it. */
type Chat = { userId: string; said: Said[]; typed: Typed[] };

/** What somebody typed, as it is written, and when. */
type Typed = { what: string; at: number };

/** A write, and what others were told by it, line by line. */
type Done = { effect: Effect; told: string[] };

/** A turn before it is stored. */
type Played = { loaded: Loaded; conversation: Conversation; saying: Saying; done: Done[] };

const speak = createSpeaker(allTexts);

/** The transcript as it really goes. Lines beginning with `!!` say what is wrong with a turn. */
export async function replay(source: string): Promise<string> {
  const transcript = readTranscript(source);
  const stage = new Stage();
  const outcomes: string[][] = [];
  await stage.begin();
  try {
    for (const entry of transcript.entries) outcomes.push(await outcomeOf(entry, stage));
  } finally {
    await stage.end();
  }
  return writeTranscript(transcript, outcomes);
}

async function outcomeOf({ line, action }: Entry, stage: Stage): Promise<string[]> {
  try {
    return await stage.act(action);
  } catch (error) {
    return [`!! line ${line}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Everything a transcript happens in. */
class Stage {
  readonly #world = new RealWorld(() => new Date(this.#now));
  readonly #chats = new Map<string, Chat>();
  readonly #aliases = new Map<string, string>();
  readonly #pins: Setting['pins'] = new Map();
  #repertoire: Repertoire = repertoire;
  #now = Date.parse('2018-05-08T09:30+07:00');
  #turns = 0;

  /** Sets the stage. */
  begin(): Promise<void> {
    return this.#world.begin();
  }

  /** Clears it. */
  end(): Promise<void> {
    return this.#world.end();
  }

  /** Makes an action happen; the lines that come of it. */
  async act(action: Action): Promise<string[]> {
    if (action.kind === 'did') return this.#turn(action.person, action.what);
    await this.#set(action);
    return action.kind === 'set' ? this.#toldToOthers() : [];
  }

  async #set(action: Exclude<Action, { kind: 'did' }>): Promise<void> {
    switch (action.kind) {
      case 'clock':
        this.#now = Date.parse(action.at);
        break;
      case 'wait':
        this.#now += action.milliseconds;
        break;
      case 'people':
        for (const name of action.names) this.#chat(name);
        break;
      case 'deploy':
        this.#repertoire = deployed(this.#repertoire, action.flow, action.version);
        break;
      case 'covers':
        break;
      case 'set':
        await action.setUp(this.#setting());
        this.#world.noteChange();
    }
  }

  #setting(): Setting {
    return {
      now: new Date(this.#now),
      privacyNotice: this.#repertoire.privacyNotice,
      idOf: (person) => this.#chat(person).userId,
      newCode: () => this.#world.newCode(),
      newKey: () => this.#world.newKey(),
      pins: this.#pins,
    };
  }

  async #turn(person: string, what: string): Promise<string[]> {
    const { userId, said, typed } = this.#chat(person);
    const [isUnsend, words] = /^<unsend(?: "(.*)")?>$/.exec(what) ?? [];
    if (isUnsend) return this.#unsend(userId, words ?? typed.at(-1)?.what);
    const input = inputOf(deedOf(what, said, speak), userId);
    this.#turns += 1;
    this.#now += 1000;
    typed.push({ what, at: this.#now });
    const first = await this.#play(userId, input);
    const { conversation, done } = first;
    const at = new Date(this.#now);
    const renewReminder = (key: string) => renewReminderNote(key, at);
    const looks = { now: at, isUnsaid: isNoteUnsaid, renewReminder };
    const note = await dueNote(first.loaded, first.saying, looks);
    const saying = this.#world.shown(note ? withNote(first.saying, note) : first.saying);
    // A crash after the writes and before the storing repeats the turn: it must come to the same.
    const again = await this.#play(userId, input);
    await this.#store(userId, first, note);
    said.push({ saying, language: conversation.language });
    const faults = [
      ...faultsOf(saying, conversation.language, speak),
      ...otherThan(first, again),
      ...(await this.#numberFaults(userId, first.saying)),
    ];
    return [
      ...writtenSaying(saying, (words) => speak(words, conversation.language)),
      ...done.flatMap(({ effect, told }) => [
        this.#withNames(writtenEffect(effect, (noun, id) => this.#aliasOf(noun, id))),
        ...told,
      ]),
      ...faults.map((fault) => `!! ${fault}`),
    ];
  }

  /** Whether numbers typed now mean the buttons of this, as it was stored. */
  async #numberFaults(userId: string, saying: Saying): Promise<string[]> {
    const { state, who } = await this.#world.load(userId);
    return numberFaults(readConversation(userId, state), saying, await this.#worldFor(who));
  }

  async #worldFor(who: World['who']): Promise<World> {
    return {
      now: new Date(this.#now).toISOString(),
      turn: this.#turnId(),
      find: await this.#world.find(),
      who,
      repertoire: this.#repertoire,
    };
  }

  /** Takes a message back that was typed before; the lines tell what its sender is told with their next answer. */
  async #unsend(userId: string, what: string | undefined): Promise<string[]> {
    const chat = [...this.#chats.values()].find((one) => one.userId === userId);
    const message = chat?.typed.findLast((one) => one.what === what);
    if (!message) throw new Error(`"${what}" was not typed before`);
    this.#turns += 1;
    this.#now += 1000;
    await unsendTyped(userId, deedOf(message.what, [], speak), {
      id: this.#turnId(),
      at: new Date(message.at),
      now: new Date(this.#now),
    });
    return this.#toldToOthers();
  }

  async #play(userId: string, input: Input): Promise<Played> {
    const loaded = await this.#world.load(userId);
    const { state, who } = loaded;
    const world = await this.#worldFor(who);
    const done: Done[] = [];
    const turn = await playTurn(readConversation(userId, state), input, world, async (effect, owner) => {
      const outcome = await this.#world.perform(effect, owner);
      done.push({ effect, told: await this.#toldToOthers() });
      return outcome;
    });
    return { ...turn, loaded, done };
  }

  /** What newly waits to be sent to somebody, or for their next reply, as they will see it. */
  async #toldToOthers(): Promise<string[]> {
    const told = (await this.#world.newlyTold()).flatMap((one) => writtenTold(one, speak));
    const noted = (await this.#world.newlyNoted()).map(async (one) => {
      const { state } = await this.#world.load(one.person);
      return writtenNote(one, readConversation(one.person, state).language, speak);
    });
    return [...told, ...(await Promise.all(noted)).flat().map((line) => this.#withNames(line))];
  }

  async #store(userId: string, { loaded, conversation, saying }: Played, note?: RidingNote): Promise<void> {
    const lastTurn = { eventId: this.#turnId(), saying, ...(note && { note: note.key }) };
    const turn = { revision: loaded.revision, state: conversation, lastTurn };
    const result = await this.#world.store(userId, turn, new Date(this.#now));
    if (result !== 'stored') throw new Error('the turn could not be stored');
    if (note) await noteSaid(note.key, new Date(this.#now));
  }

  #turnId(): string {
    return `01CD${String(this.#turns).padStart(22, '0')}`;
  }

  #chat(person: string): Chat {
    const known = this.#chats.get(person);
    if (known) return known;
    const userId = `U${String(this.#chats.size + 1).padStart(32, '0')}`;
    const chat: Chat = { userId, said: [], typed: [] };
    this.#chats.set(person, chat);
    return chat;
  }

  /** User ids are written as the names of the transcript. */
  #withNames(line: string): string {
    const chats = [...this.#chats];
    return chats.reduce((written, [name, { userId }]) => written.replaceAll(userId, name), line);
  }

  #aliasOf(noun: string, id: string): string {
    const before = [...this.#aliases.values()].filter((alias) => alias.startsWith(noun));
    const alias = this.#aliases.get(id) ?? `${noun} ${before.length + 1}`;
    this.#aliases.set(id, alias);
    return alias;
  }
}

/** What is wrong with a turn that was taken again. */
function otherThan(first: Played, again: Played): string[] {
  const comesTo = ({ conversation, saying }: Played) => plain({ conversation, saying });
  return [
    ...(isDeepStrictEqual(comesTo(again), comesTo(first)) ? [] : ['a repeated turn comes to something else']),
    ...(again.done.some(({ told }) => told.length > 0) ? ['a repeated turn tells somebody again'] : []),
  ];
}

function inputOf(deed: Deed, userId: string): Input {
  const meaning = readEvent({ mode: 'active', source: { type: 'user', userId }, ...plain(deed) });
  if (meaning.kind !== 'input') throw new Error('the bot does not answer this event');
  return meaning.input;
}

/** As it comes back from JSON. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
