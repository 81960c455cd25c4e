/**
 * Roles lent by people on leave, in the documents of those who stand in for them: put among their roles on the first day,
 * taken out after the last one. See `stand-in.ts` for leaves themselves.
 */
import mongoose from 'mongoose';
import { wishMenu } from './menu-link.ts';
import { type LentRole, PEOPLE, type Person, personById, type personOf } from './person.ts';
import { readRoleKey, roleKey } from './role.ts';
import { bangkokDate } from './thai/calendar.ts';

/** A person as they are stored. */
export type StoredPerson = Parameters<typeof personOf>[0];

/** The collection of people, with what is lent to them. */
export const people = () => mongoose.connection.collection<StoredPerson>(PEOPLE);

/** The person as they are at this instant: what is lent from today on is theirs, what was lent until yesterday is not. */
export async function settled(person: Person, now: Date): Promise<Person> {
  const today = bangkokDate(now);
  const holds = (key: string) => person.roles.some((role) => roleKey(role) === key);
  const lent = person.lent ?? [];
  const over = lent.filter(({ until }) => until < today);
  const due = lent.filter(({ from, until, key }) => from <= today && today <= until && !holds(key));
  const early = lent.filter(({ from, isHeld }) => isHeld && today < from);
  if (over.length + due.length + early.length === 0) return person;
  await takeBack(
    person.id,
    over.map(({ leave }) => leave),
  );
  for (const one of early)
    await people().updateOne({ _id: person.id }, { $pull: { roles: { leave: one.leave } } });
  for (const one of due) await hold(person.id, one, now);
  await wishMenu(person.id);
  return personById(person.id);
}

/** Everybody with something lent, as they are at this instant; how many there were. For the job. */
export async function settleAll(now: Date, check: () => Promise<void>): Promise<number> {
  let count = 0;
  for await (const stored of people().find({ 'lent.0': { $exists: true } })) {
    await check();
    for (const { leave, by, key } of stored.lent ?? [])
      if (!(await ownKeys(by)).includes(key)) await takeBack(stored._id, [leave]);
    await settled(await personById(stored._id), now);
    count += 1;
  }
  return count;
}

/** Puts a lent role among the roles, as long as its lender holds it. */
async function hold(person: string, { leave, by, key }: LentRole, now: Date): Promise<void> {
  const role = readRoleKey(key);
  if (!role || !(await ownKeys(by)).includes(key)) return takeBack(person, [leave]);
  await people().updateOne(
    { _id: person, 'roles.key': { $ne: key }, lent: { $elemMatch: { leave, key } } },
    { $push: { roles: { ...role, key, leave, since: now, by, change: `leave:${leave}` } } },
  );
}

/** Takes what was lent by these leaves away from a stand-in. */
export async function takeBack(person: string, leaves: readonly string[]): Promise<void> {
  if (leaves.length === 0) return;
  const of = { leave: { $in: [...leaves] } };
  await people().updateOne({ _id: person }, { $pull: { roles: of, lent: of } });
  await wishMenu(person);
}

/** What somebody coordinates in their own right; what is lent to them they cannot lend on. */
export async function ownKeys(person: string): Promise<string[]> {
  const stored = await people().findOne({ _id: person });
  return stored ? keysOf(stored) : [];
}

/** The same of a stored person. */
export function keysOf({ roles = [] }: StoredPerson): string[] {
  return roles.filter(({ role, leave }) => role === 'coordinator' && !leave).map(({ key }) => key);
}
