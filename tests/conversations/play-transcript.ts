/**
 * Plays a transcript through the real way of a turn (event, codec, engine, renderer) and writes down what comes of
 * it. The conversation is stored and read again between turns, as in the service.
 */
import { isDeepStrictEqual } from 'node:util';
import { playTurn } from '../../bot/turn/play-turn.ts';
import { readEvent } from '../../bot/turn/read-event.ts';
import { newConversation, readConversation } from '../../bot/turn/stored-state.ts';
import type { Effect } from '../../flows/effects.ts';
import type { Input } from '../../flows/engine/input.ts';
import type { Repertoire, World } from '../../flows/engine/world.ts';
import { allTexts, repertoire } from '../../flows/registry.ts';
import { type Deed, deedOf, type Said } from './deeds.ts';
import { deployed } from './deployments.ts';
import { faultsOf } from './judge-turn.ts';
import { MemoryWorld } from './memory-world.ts';
import { setPeople } from './people-lines.ts';
import { setPins } from './pin-lines.ts';
import { createSpeaker } from './speaker.ts';
import { type Action, type Entry, type GivenPin, readTranscript, writeTranscript } from './transcript.ts';
import { writtenEffect, writtenSaying } from './written-turn.ts';

/** A chat of one person: what is stored of it (JSON), and what was said in it. */
type Chat = { userId: string; stored: string; said: Said[] };

/** A write, and whether its message to somebody else was sent. */
type Done = { effect: Effect; isTold: boolean };

const speak = createSpeaker(allTexts);

/** The transcript as it really goes. Lines beginning with `!!` say what is wrong with a turn. */
export async function replay(source: string): Promise<string> {
  const transcript = readTranscript(source);
  const stage = new Stage();
  const outcomes: string[][] = [];
  for (const entry of transcript.entries) outcomes.push(await outcomeOf(entry, stage));
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
  readonly #memory = new MemoryWorld();
  readonly #chats = new Map<string, Chat>();
  readonly #aliases = new Map<string, string>();
  #repertoire: Repertoire = repertoire;
  #now = Date.parse('2018-05-08T09:30+07:00');
  #turns = 0;

  /** Makes an action happen; the lines that come of it. */
  async act(action: Action): Promise<string[]> {
    if (action.kind === 'did') return this.#turn(action.person, action.what);
    this.#set(action);
    return [];
  }

  #set(action: Exclude<Action, { kind: 'did' }>): void {
    switch (action.kind) {
      case 'clock':
        this.#now = Date.parse(action.at);
        break;
      case 'wait':
        this.#now += action.milliseconds;
        break;
      case 'people':
        action.names.forEach((name) => {
          this.#chat(name);
        });
        break;
      case 'consented':
        this.#consent(action.person);
        break;
      case 'pinned':
        this.#pin(action.pin);
        break;
      case 'retired':
        this.#memory.retire(action.name);
        break;
      case 'deploy':
        this.#repertoire = deployed(this.#repertoire, action.flow, action.version);
        break;
      case 'covers':
        break;
      case 'kept-by':
      case 'many':
      case 'checked':
        setPins(action, this.#memory, (person) => this.#chat(person).userId);
        break;
      default:
        setPeople(action, this.#memory.people, (person) => this.#chat(person).userId, this.#now);
    }
  }

  async #turn(person: string, what: string): Promise<string[]> {
    const chat = this.#chat(person);
    const input = inputOf(deedOf(what, chat.said, speak), chat.userId);
    this.#turns += 1;
    this.#now += 1000;
    const before = chat.stored;
    const effects: Done[] = [];
    const { conversation, saying } = await this.#play(before, input, chat.userId, effects);
    chat.stored = JSON.stringify(conversation);
    chat.said.push({ saying, language: conversation.language });
    // A crash after the writes and before the storing repeats the turn: it must come to the same.
    const again = await this.#play(before, input, chat.userId, []);
    const repeated = isDeepStrictEqual(plain(again), plain({ conversation, saying }))
      ? []
      : ['a repeated turn comes to something else'];
    const faults = [...faultsOf(saying, conversation.language, speak), ...repeated];
    return [
      ...writtenSaying(saying, (words) => speak(words, conversation.language)),
      ...effects.flatMap(({ effect, isTold }) => [
        this.#withNames(writtenEffect(effect, (id) => this.#aliasOf(id))),
        ...(isTold ? this.#told(effect) : []),
      ]),
      ...faults.map((fault) => `!! ${fault}`),
    ];
  }

  async #play(stored: string, input: Input, userId: string, effects: Done[]) {
    const conversation = readConversation(userId, JSON.parse(stored));
    const now = new Date(this.#now).toISOString();
    this.#memory.pins.now = now;
    const turn = `01CD${String(this.#turns).padStart(22, '0')}`;
    const world: World = {
      now,
      turn,
      find: this.#memory.find,
      who: this.#memory.who(userId),
      repertoire: this.#repertoire,
    };
    return playTurn(conversation, input, world, async (effect, owner) => {
      const outcome = this.#memory.perform(effect, owner, now);
      // A message to somebody else goes only if there was something to tell.
      const isTold = 'result' in outcome && ['approved', 'refused', 'revoked'].includes(outcome.result);
      effects.push({ effect, isTold });
      return outcome;
    });
  }

  #chat(person: string): Chat {
    const known = this.#chats.get(person);
    if (known) return known;
    const userId = `U${String(this.#chats.size + 1).padStart(32, '0')}`;
    const chat: Chat = { userId, stored: 'null', said: [] };
    this.#chats.set(person, chat);
    return chat;
  }

  #consent(person: string): void {
    const chat = this.#chat(person);
    const consent = { version: this.#repertoire.privacyNotice, at: new Date(this.#now).toISOString() };
    chat.stored = JSON.stringify({ ...newConversation(chat.userId), consent });
  }

  #pin({ name, english, kind, longitude, latitude, area }: GivenPin): void {
    const names = english === undefined ? { th: name } : { th: name, en: english };
    this.#memory.publish(name, 'nobody', {
      name: names,
      kind,
      position: [longitude, latitude],
      area: { th: area },
    });
  }

  /** What is sent to somebody else, as they will see it. */
  #told(effect: Effect): string[] {
    if (!('tell' in effect)) return [];
    const said = writtenSaying(effect.tell, (words) => speak(words, 'th'));
    const faults = faultsOf(effect.tell, 'th', speak).map((fault) => `!! ${fault}`);
    return [...said.map((line) => `  told ${line.trim()}`), ...faults];
  }

  /** User ids are written as the names of the transcript. */
  #withNames(line: string): string {
    const chats = [...this.#chats];
    return chats.reduce((written, [name, { userId }]) => written.replaceAll(userId, name), line);
  }

  #aliasOf(id: string): string {
    const alias = this.#aliases.get(id) ?? `pin ${this.#aliases.size + 1}`;
    this.#aliases.set(id, alias);
    return alias;
  }
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
