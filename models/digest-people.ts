/** Who may get digests, page by page: whoever coordinates something or is an administrator, and has not left. */
import mongoose from 'mongoose';
import { whoGetsDigests } from './digest.ts';
import { digestStatesOf } from './digest-settings.ts';
import { PEOPLE, type Person, peopleByIds, personOf } from './person.ts';

/** People that are looked at together. */
const AT_ONCE = 500;

type Stored = Parameters<typeof personOf>[0];

/** Also who has something lent. By id, so that an interrupted run goes on as it began. */
export async function* coordinatingPeople(): AsyncGenerator<Person[]> {
  const either = [
    { 'roles.role': { $in: ['coordinator', 'administrator'] } },
    { 'lent.0': { $exists: true } },
  ];
  const found = mongoose.connection
    .collection<Stored>(PEOPLE)
    .find({ $or: either, blockedAt: { $exists: false } }, { sort: { _id: 1 }, batchSize: AT_ONCE });
  let page: Person[] = [];
  for await (const stored of found) {
    page.push(personOf(stored));
    if (page.length < AT_ONCE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Those of these people who are to get digests still: they coordinate something, have not left, and want them. */
export async function stillGetDigests(people: readonly string[], now: Date): Promise<Set<string>> {
  const [known, states] = await Promise.all([peopleByIds(people), digestStatesOf(people)]);
  return new Set((await whoGetsDigests([...known.values()], states, now)).map(({ id }) => id));
}
