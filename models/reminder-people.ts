/** Whom reminders can go to: the officials of agencies, with what decides when and how each is told. */
import mongoose from 'mongoose';
import { CONVERSATIONS } from './conversation.ts';
import { PEOPLE } from './person.ts';
import { isOffOn, reminderSettingsOfAll, USUAL_SETTINGS } from './reminder-settings.ts';
import { roleKey } from './role.ts';
import type { CalendarDate } from './thai/calendar.ts';

/**
 * Somebody to be reminded. `agencies` are all they are an official of, and they may have other roles besides; `hour` is
 * theirs; `talkedAt` is when they last said something.
 */
export type ReminderPerson = {
  id: string;
  agencies: string[];
  hasSeveralRoles: boolean;
  hour: number;
  language: 'th' | 'en';
  talkedAt?: Date;
};

type StoredPerson = { _id: string; roles?: { key: string; agency?: string }[] };
type StoredTalk = {
  _id: string;
  state?: { language?: string };
  updatedAt?: Date;
  lastTurn?: { note?: string };
};

/** People are read in one batch, up to so many: a round trip for each hundred would take longer than the reading. */
const AT_ONCE = 10_000;

/** A LINE user id; one that is none would make LINE refuse a whole multicast. */
const USER_ID = /^U[0-9a-f]{32}$/;

/** Officials of any of these agencies who can be reminded on a day: neither blocked nor on leave of reminders. */
export async function officialsToRemind(
  agencies: readonly string[],
  day: CalendarDate,
): Promise<ReminderPerson[]> {
  const keys = agencies.map((agency) => roleKey({ role: 'official', agency }));
  return read({ 'roles.key': { $in: keys } }, day);
}

/** Those among these people who can be reminded on a day. */
export async function peopleToRemind(
  people: readonly string[],
  day: CalendarDate,
): Promise<Map<string, ReminderPerson>> {
  const found = await read({ _id: { $in: [...people] }, 'roles.role': 'official' }, day);
  return new Map(found.map((person) => [person.id, person]));
}

async function read(filter: Record<string, unknown>, day: CalendarDate): Promise<ReminderPerson[]> {
  const stored = await mongoose.connection
    .collection<StoredPerson>(PEOPLE)
    .find(
      { ...filter, blockedAt: { $exists: false } },
      { projection: { 'roles.key': 1, 'roles.agency': 1 }, sort: { _id: 1 }, batchSize: AT_ONCE },
    )
    .toArray();
  const ids = stored.map(({ _id }) => _id).filter((id) => USER_ID.test(id));
  const [settings, talks] = await Promise.all([reminderSettingsOfAll(ids), talksOf(ids)]);
  return stored.flatMap(({ _id, roles = [] }) => {
    const own = settings.get(_id) ?? USUAL_SETTINGS;
    if (!USER_ID.test(_id) || isOffOn(own, day)) return [];
    const agencies = [...new Set(roles.flatMap(({ agency }) => agency ?? []))];
    return [
      { id: _id, agencies, hasSeveralRoles: roles.length > 1, hour: own.hour, ...talkOf(talks.get(_id)) },
    ];
  });
}

/** The key of the note that went with the last answer to each of these people, if one did. */
export async function lastNotesOf(people: readonly string[]): Promise<Map<string, string>> {
  const talks = await talksOf([...people]);
  return new Map(
    [...talks.values()].flatMap(({ _id, lastTurn }) =>
      lastTurn?.note ? [[_id, lastTurn.note] as const] : [],
    ),
  );
}

async function talksOf(ids: string[]): Promise<Map<string, StoredTalk>> {
  const stored = await mongoose.connection
    .collection<StoredTalk>(CONVERSATIONS)
    .find(
      { _id: { $in: ids } },
      { projection: { 'state.language': 1, updatedAt: 1, 'lastTurn.note': 1 }, batchSize: AT_ONCE },
    )
    .toArray();
  return new Map(stored.map((talk) => [talk._id, talk]));
}

function talkOf(talk: StoredTalk | undefined): Pick<ReminderPerson, 'language' | 'talkedAt'> {
  return {
    language: talk?.state?.language === 'en' ? 'en' : 'th',
    ...(talk?.updatedAt && { talkedAt: talk.updatedAt }),
  };
}
