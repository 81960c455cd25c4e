/** What is stored about one person: shown, given to them as a whole, and erased. */
import { createHash } from 'node:crypto';
import { type Profile, personById } from './person.ts';
import { personalData } from './personal-data.ts';
import type { Erasure, PersonalKind } from './personal-data-kind.ts';
import { isLastAdministrator, LastAdministrator } from './personal-data-people.ts';
import { documentsOf, type Replace } from './personal-data-replace.ts';

/** A kind of data and how many of it are stored. */
export type Counted = { kind: string; count: number } & Pick<PersonalKind, 'keptDays' | 'since' | 'stays'>;

/** What became of erasing. `last-administrator`: nothing was erased. */
export type Erased = { result: 'erased' | 'last-administrator' };

/** What stands where a name, an e-mail address or a phone number stood. */
const TAKEN_OUT = '—';

/** How much of each kind is stored about a person, in the order of the table; kinds without any too. */
export async function countMyData(person: string, now: Date): Promise<Counted[]> {
  const counted: Counted[] = [];
  for (const { id, keptDays, since, stays, show } of personalData) {
    const { length: count } = await show(person, now);
    const kept = {
      ...(keptDays !== undefined && { keptDays }),
      ...(since && { since }),
      ...(stays && { stays }),
    };
    counted.push({ kind: id, count, ...kept });
  }
  return counted;
}

/** All that is stored about a person, by kind, as plain JSON. */
export async function allMyData(
  person: string,
  now: Date,
): Promise<{
  lineUserId: string;
  exportedAt: string;
  data: Record<string, { keptDays?: number; items: unknown[] }>;
}> {
  const data: Record<string, { keptDays?: number; items: unknown[] }> = {};
  for (const { id, keptDays, show } of personalData) {
    const items = await show(person, now);
    if (items.length > 0) data[id] = { ...(keptDays !== undefined && { keptDays }), items };
  }
  return { lineUserId: person, exportedAt: now.toISOString(), data };
}

/**
 * Erases a person; `id` is the idempotency key, and doing it again finishes what a crash cut off. With `inTurn` what the
 * turn itself needs stays until `eraseTurn`.
 */
export async function erasePerson({
  person,
  id,
  now,
  inTurn,
}: {
  person: string;
  id: string;
  now: Date;
  inTurn: boolean;
}): Promise<Erased> {
  if (await isLastAdministrator(person)) return { result: 'last-administrator' };
  const erasure = await erasureOf(person, id, now);
  try {
    for (const kind of personalData) if (!inTurn || kind.isNeededByTurn !== true) await kind.erase(erasure);
    return { result: 'erased' };
  } catch (error) {
    if (error instanceof LastAdministrator) return { result: 'last-administrator' };
    throw error;
  }
}

/**
 * Erases what the turn needed in which somebody asked for it, once that turn (its event) is answered. A conversation that
 * has gone on since stays: it is a newcomer's.
 */
export async function eraseTurn({
  person,
  event,
  now,
}: {
  person: string;
  event: string;
  now: Date;
}): Promise<void> {
  const { deletedCount } = await documentsOf('conversations').deleteOne({
    _id: person,
    'lastTurn.eventId': event,
  });
  const erasure = await erasureOf(person, event, now);
  for (const kind of personalData)
    if (kind.isNeededByTurn && (kind.id !== 'conversation' || deletedCount === 1)) await kind.erase(erasure);
}

async function erasureOf(person: string, id: string, now: Date): Promise<Erasure> {
  const { profile } = await personById(person);
  const pseudonym = `erased:${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;
  const replace = replacing(person, pseudonym, profile);
  return { person, id, pseudonym, replace, now, ...(profile && { profile }) };
}

/** Names are taken out where they stand whole or alone: a syllable of a name is part of many words. */
function replacing(person: string, pseudonym: string, profile: Profile | undefined): Replace {
  if (!profile) return (text) => text.replaceAll(person, pseudonym);
  const { firstName, lastName, email, phone } = profile;
  const anywhere = [`${firstName} ${lastName}`, email, phone, phone.replaceAll(/\D/g, '')];
  const alone = [firstName, lastName];
  return (text) => {
    if (alone.includes(text)) return TAKEN_OUT;
    const known = anywhere.filter((words) => words !== '');
    return known.reduce(
      (left, words) => left.replaceAll(words, TAKEN_OUT),
      text.replaceAll(person, pseudonym),
    );
  };
}
