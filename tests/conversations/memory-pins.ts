/** Published pins of a transcript as those who keep them see and change them, in memory, as the models do it. */
import { isDeepStrictEqual } from 'node:util';
import type { Effect, Outcome, PinFields } from '../../flows/effects.ts';
import type { Who } from '../../flows/engine/who.ts';
import type { FoundPin } from '../../flows/look-ups.ts';
import type { PinChange, PinEffects } from '../../flows/pin-effects.ts';
import type { ListedPin, OpenTask, PinLookUps, Whose, WorkPin } from '../../flows/pin-look-ups.ts';
import { metresBetween } from '../../models/distance.ts';
import { areAlike } from '../../models/name-likeness.ts';
import { readPinCode } from '../../models/pin-code.ts';
import { mayWorkFor } from '../../models/role.ts';
import type { ScopedPlace } from '../../models/scope.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';

import { MemoryMerges } from './memory-merges.ts';

/** A pin that is on the map, or was. */
export type Published = {
  id: string;
  owner: string;
  agency?: string;
  pin: FoundPin;
  retired: boolean;
  spot?: 'entrance' | 'counter';
  contact?: WorkPin['contact'];
  reason?: string;
  /** The code of the pin it was merged into. */
  mergedInto?: string;
  photos: string[];
  /** Who was last at work on it when. */
  editing: Map<string, string>;
  changes: { by: string; key: string; before: PinChange; after: PinChange }[];
};

/** An unfinished pin. */
export type Draft = {
  id: string;
  owner: string;
  agency?: string;
  step: string;
  fields: PinFields;
  keptAt: string;
};

/** A write about published pins. */
export type PinEffect = { [K in keyof PinEffects]: { do: K } & PinEffects[K]['takes'] }[keyof PinEffects];

type Task = OpenTask & { key: string; by: string; closed: boolean };
type Shared = {
  published: Published[];
  drafts: Map<string, Draft>;
  who: (person: string) => Who;
  /** Where an agency of the transcript stands. */
  place: (agency: string) => ScopedPlace | undefined;
};

const STILL_EDITING = 10 * 60_000;
const MOST_PHOTOS = 10;
/** What comes of a picture whose message has such an id. */
const REFUSED = ['gone', 'not-a-picture', 'too-small', 'too-large', 'try-again'] as const;

/** Whether a write is one about published pins. */
export function isPinEffect(effect: Effect): effect is PinEffect {
  const names: Record<keyof PinEffects, true> = {
    changePin: true,
    undoPinChange: true,
    retirePin: true,
    bringPinBack: true,
    checkPin: true,
    noteEditing: true,
    addPhoto: true,
    deletePhoto: true,
    reportPin: true,
    mergePins: true,
    closeTask: true,
  };
  return Object.hasOwn(names, effect.do);
}

/** What can be done with pins once they are published. */
export class MemoryPins {
  readonly #shared: Shared;
  readonly #tasks: Task[] = [];
  readonly #merger = new MemoryMerges({
    named: (code) => this.#named(code),
    roles: (person) => this.#shared.who(person).roles,
    place: (agency) => this.#shared.place(agency),
    moveTasks: (from, to) => {
      for (const task of this.#tasks) if (task.pin === from && !task.closed) task.pin = to;
    },
  });
  #now = '';

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  /** The time of the turn, by which others count as still at work. */
  set now(instant: string) {
    this.#now = instant;
  }

  /** The reads handed to flows. */
  readonly find: PinLookUps = {
    pinForWork: async (typed, person) => {
      const known = this.#own(readPinCode(typed) ?? '', person);
      return known && this.#workPin(known, person);
    },
    pinsOf: async (question) => {
      const listed = [...this.#draftsOf(question), ...this.#listedOf(question)];
      const pins = question.order === 'unchecked' ? unchecked(listed) : listed;
      return { pins: pins.slice(question.skip, question.skip + question.limit), all: pins.length };
    },
    draftForWork: async (id, person) => {
      const draft = this.#shared.drafts.get(id);
      return draft && this.mayWorkOn(person, draft) ? draft : undefined;
    },
    photosOfPin: async (code) => this.#named(code)?.photos ?? [],
    addressAt: async ([lng]) =>
      lng > 100
        ? { th: 'ต.เขาใหม่ อ.เมืองระยอง จ.ระยอง 21000', en: 'Khao Mai, Mueang Rayong, Rayong 21000' }
        : undefined,
    // North of 13° is another district, for agencies that have one at all.
    outsideDistrict: async ([, lat], agency) =>
      agency !== '' && lat > 13 && lat < 15
        ? {
            metres: 5_200,
            own: { th: 'เมืองระยอง', en: 'Mueang Rayong' },
            found: { th: 'บ้านค่าย', en: 'Ban Khai' },
          }
        : undefined,
    similarPins: async (position, nameTh, self) =>
      this.#shared.published
        .filter(({ id, retired, pin }) => id !== self && !retired && areAlike(pin.name.th, nameTh))
        .map(({ pin }) => ({ code: pin.code, name: pin.name, metres: metresBetween(position, pin.position) }))
        .filter(({ metres }) => metres <= 150),
    mergeable: async (codes, person) => codes.filter((code) => this.#merger.mayMerge(code, person)),
    openTasks: async (question) => {
      const open = this.#tasks.filter(({ closed, pin }) => !closed && this.#isOf(this.#named(pin), question));
      const tasks = open.map(({ key: _key, by: _by, closed: _closed, ...task }) => task);
      return { tasks: tasks.slice(question.skip, question.skip + question.limit), all: tasks.length };
    },
  };

  /** The pin on the map that a code leads to: its own, or the one it was merged into. */
  behind(code: string): FoundPin | undefined {
    return this.#merger.behind(code)?.pin;
  }

  /** Whether the person may change what belongs so. */
  mayWorkOn(person: string, { owner, agency }: { owner: string; agency?: string }): boolean {
    if (agency === undefined) return owner === person;
    return mayWorkFor(this.#shared.who(person).roles, { code: agency });
  }

  /** Does a write about published pins. */
  perform(effect: PinEffect, person: string, now: string): Outcome {
    this.#now = now;
    if (effect.do === 'reportPin') return { of: effect.do, ...this.#report(effect, person) };
    if (effect.do === 'mergePins') return { of: effect.do, ...this.#merger.merge(effect, person) };
    if (effect.do === 'closeTask') return { of: effect.do, ...this.#close(effect.task, person) };
    const known = this.#own(effect.pin, person);
    if (effect.do === 'noteEditing') {
      known?.editing.set(person, now);
      return { of: effect.do, noted: true };
    }
    if (!known) return { of: effect.do, result: 'not-yours' };
    if (effect.do === 'addPhoto') return { of: effect.do, ...addPhoto(known, effect) };
    if (effect.do === 'deletePhoto') {
      known.photos = known.photos.filter((photo) => photo !== effect.photo);
      return { of: effect.do, result: 'deleted' };
    }
    return { of: effect.do, result: this.#change(known, effect, person) ? 'changed' : 'unchanged' };
  }

  #change(
    known: Published,
    effect: Extract<
      PinEffect,
      { do: 'changePin' | 'undoPinChange' | 'retirePin' | 'bringPinBack' | 'checkPin' }
    >,
    person: string,
  ): boolean {
    const { changes } = known;
    const key = `${effect.do}:${effect.id}`;
    if (changes.some((change) => change.key === key)) return true;
    switch (effect.do) {
      case 'changePin':
        return setFields(known, effect.fields, { by: person, key });
      case 'undoPinChange': {
        const last = changes.findLast(({ by, after }) => by === person && Object.keys(after).length > 0);
        const isStill = last && isDeepStrictEqual(valuesOf(known, last.after), last.after);
        return isStill ? setFields(known, last.before, { by: person, key }) : false;
      }
      case 'retirePin':
      case 'bringPinBack':
        if (known.retired === (effect.do === 'retirePin')) return false;
        known.retired = effect.do === 'retirePin';
        known.reason = effect.do === 'retirePin' ? effect.reason : '';
        break;
      case 'checkPin':
        known.pin.checkedAt = new Date(this.#now);
    }
    changes.push({ by: person, key, before: {}, after: {} });
    return true;
  }

  #report(
    { id, pin, fault, words }: Extract<PinEffect, { do: 'reportPin' }>,
    by: string,
  ): PinEffects['reportPin']['gives'] {
    const known = this.#named(pin);
    if (!known || known.retired) return { result: 'gone' };
    const today = bangkokDate(this.#now);
    const before = this.#tasks.find(
      (task) => task.by === by && task.pin === pin && bangkokDate(task.at) === today,
    );
    if (before) return { result: before.key === id ? 'taken' : 'already' };
    const task = { id: `task ${this.#tasks.length + 1}`, pin, fault, at: this.#now, ...(words && { words }) };
    this.#tasks.push({ ...task, key: id, by, closed: false });
    return { result: 'taken' };
  }

  #close(id: string, person: string): PinEffects['closeTask']['gives'] {
    const task = this.#tasks.find((candidate) => candidate.id === id);
    const known = task && this.#named(task.pin);
    if (!task || !known || !this.mayWorkOn(person, known)) return { result: 'not-yours' };
    task.closed = true;
    return { result: 'closed' };
  }

  #named(code: string): Published | undefined {
    return this.#shared.published.find(({ pin }) => pin.code === code);
  }

  #own(code: string, person: string): Published | undefined {
    const known = this.#named(code);
    return known && this.mayWorkOn(person, known) ? known : undefined;
  }

  #isOf(
    known: { owner: string; agency?: string } | undefined,
    { person, agency }: Pick<Whose, 'person' | 'agency'>,
  ): boolean {
    if (!known || !this.mayWorkOn(person, known)) return false;
    return known.agency === agency;
  }

  #draftsOf(whose: Whose): ListedPin[] {
    return [...this.#shared.drafts.values()]
      .filter((draft) => this.#isOf(draft, whose))
      .map(({ id, fields }) => ({
        id,
        state: 'draft',
        ...(fields.nameTh && { name: { th: fields.nameTh } }),
      }));
  }

  #listedOf(whose: Whose): ListedPin[] {
    const own = this.#shared.published.filter((known) => this.#isOf(known, whose));
    const inOrder = [...own.filter(({ retired }) => !retired), ...own.filter(({ retired }) => retired)];
    return inOrder.map(({ id, pin, retired }) => ({
      id,
      state: retired ? 'retired' : 'published',
      code: pin.code,
      name: pin.name,
      ...(pin.checkedAt && { checkedAt: pin.checkedAt.toISOString() }),
    }));
  }

  #workPin(
    { pin, retired, spot = 'entrance', contact, agency, reason = '', editing }: Published,
    person: string,
  ): WorkPin {
    const { area: _area, metres: _metres, checkedAt, ...content } = pin;
    const since = Date.parse(this.#now) - STILL_EDITING;
    const others = [...editing].filter(([by, at]) => by !== person && Date.parse(at) > since);
    return {
      ...content,
      spot,
      state: retired ? 'retired' : 'published',
      ...(contact && { contact }),
      ...(agency && { agency }),
      ...(checkedAt && { checkedAt: checkedAt.toISOString() }),
      ...(retired && { retired: { reason, at: this.#now } }),
      editors: others.flatMap(([by]) => this.#shared.who(by).profile?.firstName ?? []),
    };
  }
}

function unchecked(listed: ListedPin[]): ListedPin[] {
  return listed
    .filter(({ state }) => state === 'published')
    .sort((a, b) => (a.checkedAt ?? '').localeCompare(b.checkedAt ?? ''));
}

function addPhoto(
  known: Published,
  { id, messageId }: Extract<PinEffect, { do: 'addPhoto' }>,
): PinEffects['addPhoto']['gives'] {
  const refused = REFUSED.find((why) => why === messageId);
  if (refused) return { result: refused };
  const { photos } = known;
  if (!photos.includes(id)) {
    if (photos.length >= MOST_PHOTOS) return { result: 'too-many', count: photos.length };
    photos.push(id);
  }
  return { result: 'stored', count: photos.length };
}

function valuesOf({ pin, spot, contact }: Published, change: PinChange): PinChange {
  const all: Required<PinChange> = {
    nameTh: pin.name.th,
    nameEn: pin.name.en ?? null,
    kind: pin.kind,
    position: pin.position,
    spot: spot ?? 'entrance',
    addressTh: pin.address?.th ?? null,
    addressEn: pin.address?.en ?? null,
    phones: pin.phones ?? null,
    website: pin.website ?? null,
    hours: pin.hours ?? null,
    parent: pin.parent ?? null,
    contact: contact ?? null,
  };
  return Object.fromEntries(Object.entries(all).filter(([field]) => Object.hasOwn(change, field)));
}

function setFields(known: Published, wanted: PinChange, { by, key }: { by: string; key: string }): boolean {
  const before = valuesOf(known, wanted);
  if (isDeepStrictEqual(before, { ...wanted })) return false;
  const now = { ...valuesOf(known, ALL), ...wanted };
  const {
    name: _n,
    kind: _k,
    position: _p,
    address: _a,
    phones: _ph,
    website: _w,
    hours: _h,
    parent: _pa,
    ...kept
  } = known.pin;
  known.pin = {
    ...kept,
    name: { th: now.nameTh ?? '', ...(now.nameEn && { en: now.nameEn }) },
    kind: now.kind ?? '',
    position: now.position ?? [0, 0],
    ...(now.addressTh && { address: { th: now.addressTh, ...(now.addressEn && { en: now.addressEn }) } }),
    ...(now.phones && { phones: now.phones }),
    ...(now.website && { website: now.website }),
    ...(now.hours && { hours: now.hours }),
    ...(now.parent && { parent: now.parent }),
  };
  known.spot = now.spot ?? 'entrance';
  if (now.contact) known.contact = now.contact;
  else delete known.contact;
  known.changes.push({ by, key, before, after: valuesOf(known, wanted) });
  return true;
}

/** Names every field; the values mean nothing. */
const ALL: PinChange = {
  nameTh: '',
  nameEn: null,
  kind: '',
  position: [0, 0],
  spot: 'entrance',
  addressTh: null,
  addressEn: null,
  phones: null,
  website: null,
  hours: null,
  parent: null,
  contact: null,
};
