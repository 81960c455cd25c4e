/**
 * The world of a transcript: the real database, read and written by the bot's own look-ups and doers. What is by
 * chance in the service (codes, ids) is the same in every run here.
 */
import mongoose from 'mongoose';
import { createPhotoKeys } from '../../bot/photos/photo-key.ts';
import { loadWithRoles } from '../../bot/turn/load-with-roles.ts';
import { createLookUps } from '../../bot/turn/look-ups.ts';
import { createPerform } from '../../bot/turn/perform.ts';
import type { Perform } from '../../bot/turn/play-turn.ts';
import { withCodes } from '../../bot/turn/with-codes.ts';
import { createWayTokens } from '../../bot/web/way-token.ts';
import type { Message, Saying } from '../../flows/engine/message.ts';
import type { Language } from '../../flows/engine/text.ts';
import type { LookUps } from '../../flows/look-ups.ts';
import { type AgencySearch, startAgencySearch } from '../../models/agency-search.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { storeTurn } from '../../models/conversation.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { type PinSearch, startPinSearch } from '../../models/pin-search.ts';
import { openTestDatabase } from '../builders/test-database.ts';
import { fakeContent } from '../fakes/fake-content.ts';
import { putTranscriptPlaces } from './places.ts';

/** A message to somebody who has not just written, as it waits to be sent. */
export type Told = { saying: Saying; language: Language };

/** A message that rides along with somebody's next reply. */
export type Noted = { person: string; messages: Message[] };

type Searches = { pins: PinSearch; agencies: AgencySearch };

/** The searches are refreshed by hand. Milliseconds. */
const NEVER = 24 * 3_600_000;
/** Stands for the channel's secret, from which codes and keys are made. */
const SECRET = 'secret of the transcripts';
const BASIC_ID = '@pakmud';
/** How many numbers one public code of a pin is made of. */
const NUMBERS_OF_A_CODE = 5;

/** Connects the models to a database of the test file's own; the function that comes back ends it. */
export async function openWorlds(): Promise<() => Promise<void>> {
  const database = await openTestDatabase();
  await connectModels(database.uri);
  return async () => {
    await disconnectModels();
    await database.close();
  };
}

/** One transcript's world, in the database that `openWorlds` has opened. */
export class RealWorld {
  readonly #now: () => Date;
  readonly #random = steadyRandom();
  readonly #seen = new Set<string>();
  #searches: Searches | undefined;
  #isStale = false;
  #ids = 0;

  /** Does a conversation's writes. */
  readonly perform: Perform;
  /** A conversation with who is talking, and storing its turn. */
  readonly load = (person: string) => loadWithRoles(person, this.#now());
  readonly store = storeTurn;

  constructor(now: () => Date) {
    this.#now = now;
    const perform = createPerform({
      now,
      random: this.#random,
      onPublished: async () => this.#searches?.pins.refresh(),
      content: fakeContent,
      newId: () => this.newKey(),
      invitationSecret: SECRET,
    });
    this.perform = (effect, person) => {
      this.#isStale = true;
      return perform(effect, person);
    };
  }

  /** Empties the database, but for the places that are always there. */
  async begin(): Promise<void> {
    const { db } = mongoose.connection;
    if (!db) throw new Error('the models are not connected');
    const collections = await db.collections();
    await Promise.all(collections.map((collection) => collection.deleteMany({})));
    await putTranscriptPlaces(this.#now());
  }

  /** The reads handed to flows, up to date with what was written or set. */
  async find(): Promise<LookUps> {
    const { pins, agencies } = await this.#upToDate();
    return createLookUps(
      pins,
      agencies,
      this.#now,
      createPhotoKeys(SECRET),
      createWayTokens(SECRET),
      BASIC_ID,
    );
  }

  /** Something was written past `perform`. */
  noteChange(): void {
    this.#isStale = true;
  }

  /** What a person sees: as the delivery does it, so that what is stored holds no code. */
  shown(saying: Saying): Saying {
    return withCodes(saying, SECRET);
  }

  /** A code for a pin. */
  newCode(): string {
    return newPinCode(this.#random);
  }

  /** An id or a key; later ones sort behind earlier ones. */
  newKey(): string {
    this.#ids += 1;
    return `set-${String(this.#ids).padStart(4, '0')}`;
  }

  /** Messages to others that were put into the outbox since this was asked last. */
  newlyTold(): Promise<Told[]> {
    return this.#newlyIn<Told>('outbox', 'createdAt');
  }

  /** Messages that were put down for others' next reply since this was asked last. */
  newlyNoted(): Promise<Noted[]> {
    return this.#newlyIn<Noted>('notes', 'notBefore');
  }

  async #newlyIn<Kept>(name: string, time: string) {
    const kept = mongoose.connection.collection<Kept & { _id: string }>(name);
    const all = await kept
      .find()
      .sort({ [time]: 1, _id: 1 })
      .toArray();
    const fresh = all.filter(({ _id }) => !this.#seen.has(`${name} ${_id}`));
    for (const { _id } of fresh) this.#seen.add(`${name} ${_id}`);
    return fresh;
  }

  /** Ends what runs by itself. */
  async end(): Promise<void> {
    await this.#searches?.pins.stop();
    await this.#searches?.agencies.stop();
  }

  async #upToDate(): Promise<Searches> {
    if (this.#searches && !this.#isStale) return this.#searches;
    this.#searches ??= this.#started();
    this.#isStale = false;
    await this.#searches.pins.refresh();
    await this.#searches.agencies.refresh();
    return this.#searches;
  }

  #started(): Searches {
    const settings = {
      pollMilliseconds: NEVER,
      now: this.#now,
      // What fails here fails again, and is seen, when the turn refreshes.
      onError: () => {},
    };
    return { pins: startPinSearch(settings), agencies: startAgencySearch(settings) };
  }
}

/** Numbers that make the same codes in every run, and code after code another one. */
function steadyRandom(): () => number {
  let asked = 0;
  return () => {
    const code = Math.floor(asked / NUMBERS_OF_A_CODE) + 1;
    const place = (asked % NUMBERS_OF_A_CODE) + 1;
    asked += 1;
    const round = Math.floor(code / 23);
    return ((code * 7 + place * (5 + round)) % 23) / 23;
  };
}
