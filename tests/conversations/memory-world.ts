/** The world of a transcript, in memory: published pins and drafts, read and written as the models do it. */
import type { CompletePin, Effect, Outcome } from '../../flows/effects.ts';
import type { Position } from '../../flows/engine/message.ts';
import type { Name } from '../../flows/engine/text.ts';
import type { Who } from '../../flows/engine/who.ts';
import type { FoundPin, LookUps } from '../../flows/look-ups.ts';
import { newPinCode, readPinCode } from '../../models/pin-code.ts';
import { looseForm } from '../../models/thai/normal-form.ts';
import { MemoryPeople } from './memory-people.ts';
import { type Draft, isPinEffect, MemoryPins, type Published } from './memory-pins.ts';

type NewPin = Omit<FoundPin, 'code' | 'metres'>;

/** Farther away than this is not near; the same rule as in `bot/turn/look-ups`. Metres. */
const NEAR = 100_000;
const DRAFTS_AT_MOST = 10;

/** What a transcript's people can find, and what they change. */
export class MemoryWorld {
  readonly #published: Published[] = [];
  readonly #drafts = new Map<string, Draft>();
  /** Agencies, and who people are. */
  readonly people = new MemoryPeople();
  /** Published pins, as those who keep them see and change them. */
  readonly pins = new MemoryPins({
    published: this.#published,
    drafts: this.#drafts,
    who: (person) => this.who(person),
    place: (agency) => this.people.placeOfAgency(agency),
  });
  #codes = 0;

  /** The reads handed to flows. */
  readonly find: LookUps = {
    people: this.people.find,
    pins: this.pins.find,
    pinsNear: async (position, page) => pageOf(this.#near(position), page),
    pinsNamed: async (words, page) => pageOf(this.#named(words, page.near), page),
    pin: async (code) => this.pins.behind(code),
    draftsOf: async (owner) => this.#draftsOf(owner),
  };

  /** Who somebody is: a citizen, unless the transcript gave them roles. */
  who(person: string): Who {
    return this.people.who(person);
  }

  /** Puts a pin on the map; its code. */
  publish(id: string, owner: string, pin: NewPin): string {
    const code = this.#newCode();
    this.#published.push({
      id,
      owner,
      pin: { ...pin, code },
      retired: false,
      photos: [],
      editing: new Map(),
      changes: [],
    });
    return code;
  }

  /** Takes the pin with this Thai name off the map. */
  retire(name: string): void {
    this.publishedNamed(name).retired = true;
  }

  /** The pin with this Thai name. */
  publishedNamed(name: string): Published {
    const found = this.#published.find(({ pin }) => pin.name.th === name);
    if (!found) throw new Error(`no pin is called "${name}"`);
    return found;
  }

  /** Says whose the pin with this Thai name is. */
  keepPin(name: string, keeper: { owner: string; agency?: string }): void {
    Object.assign(this.publishedNamed(name), keeper);
  }

  /** Does a conversation's write. Twice equals once. */
  perform(effect: Effect, owner: string, now: string): Outcome {
    if ('key' in effect) return this.people.perform(effect, owner, now);
    if (isPinEffect(effect)) return this.pins.perform(effect, owner, now);
    switch (effect.do) {
      case 'keepDraft':
        return { of: 'keepDraft', kept: this.#keep({ ...effect, owner, keptAt: now }) };
      case 'discardDraft':
        if (this.#mayWorkOn(owner, this.#drafts.get(effect.id))) this.#drafts.delete(effect.id);
        return { of: 'discardDraft', discarded: true };
      case 'publishPin':
        return { of: 'publishPin', ...this.#publishOnce(effect, owner) };
    }
  }

  #mayWorkOn(person: string, thing: { owner: string; agency?: string } | undefined): boolean {
    return thing === undefined || this.pins.mayWorkOn(person, thing);
  }

  #keep({ id, owner, agency, step, fields, keptAt }: Draft): boolean {
    const other = this.#drafts.get(id);
    if (this.#published.some((pin) => pin.id === id) || !this.#mayWorkOn(owner, other)) return false;
    const whose = other ?? { owner, ...(agency && { agency }) };
    this.#drafts.set(id, { ...whose, id, step, fields, keptAt });
    return true;
  }

  #publishOnce(
    { id, agency, pin: complete }: { id: string; agency?: string; pin: CompletePin },
    owner: string,
  ) {
    const { nameTh, kind, position, spot, address, parent } = complete;
    const before = this.#published.find((pin) => pin.id === id);
    const known = before ?? this.#drafts.get(id);
    if (!this.#mayWorkOn(owner, known)) return { result: 'not-yours' as const };
    this.#drafts.delete(id);
    const given = address === undefined ? {} : { address: { th: address } };
    const pin = {
      name: { th: nameTh },
      kind,
      position,
      area: { th: '' },
      ...given,
      ...(parent && { parent }),
    };
    const code = before?.pin.code ?? this.publish(id, known?.owner ?? owner, pin);
    if (!before) Object.assign(this.#published.at(-1) ?? {}, { spot, ...(agency && { agency }) });
    return { result: 'published' as const, code };
  }

  #visible(): FoundPin[] {
    return this.#published.filter(({ retired }) => !retired).map(({ pin }) => pin);
  }

  #near(position: Position): FoundPin[] {
    const measured = this.#visible().map((pin) => ({
      ...pin,
      metres: metresBetween(position, pin.position),
    }));
    return measured.filter(({ metres }) => metres <= NEAR).sort((a, b) => a.metres - b.metres);
  }

  /** A pin fits when its code is meant, or when its names and place have one of the words in them. */
  #named(words: string, near?: Position): FoundPin[] {
    const code = this.pins.behind(readPinCode(words) ?? '')?.code;
    const pins = near ? this.#near(near) : this.#visible();
    const wanted = words
      .split(/\s+/)
      .map(looseForm)
      .filter((word) => word.length > 1);
    return pins.filter((pin) => pin.code === code || wanted.some((word) => writtenOn(pin).includes(word)));
  }

  #draftsOf(owner: string) {
    const own = [...this.#drafts.values()].filter((draft) => draft.owner === owner);
    const newestFirst = own.sort((a, b) => b.keptAt.localeCompare(a.keptAt) || a.id.localeCompare(b.id));
    return newestFirst.slice(0, DRAFTS_AT_MOST).map(({ owner: _owner, ...draft }) => draft);
  }

  /** Codes from a counter, so that every run gives the same ones. */
  #newCode(): string {
    this.#codes += 1;
    let place = 0;
    return newPinCode(() => {
      place += 1;
      const round = Math.floor(this.#codes / 23);
      return ((this.#codes * 7 + place * (5 + round)) % 23) / 23;
    });
  }
}

function pageOf(pins: readonly FoundPin[], { skip, limit }: { skip: number; limit: number }): FoundPin[] {
  return pins.slice(skip, skip + limit);
}

function writtenOn({ name, area }: FoundPin): string {
  const both = ({ th, en = '' }: Name) => `${th} ${en}`;
  return looseForm(`${both(name)} ${both(area)}`);
}

/** Great-circle distance on a sphere of the earth's mean radius. */
function metresBetween([fromLng, fromLat]: Position, [toLng, toLat]: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const chord =
    half(toLat - fromLat) + Math.cos(radians(fromLat)) * Math.cos(radians(toLat)) * half(toLng - fromLng);
  return 2 * 6_371_009 * Math.asin(Math.sqrt(chord));
}
