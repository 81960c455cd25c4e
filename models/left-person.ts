/**
 * People who blocked the account. Nothing is sent to them any more, and after a stated time they are erased, unless they
 * come back. Only of people something is known of: nobody is remembered for having left.
 */
import { PEOPLE } from './person.ts';
import { documentsOf } from './personal-data-replace.ts';
import { ignoreDuplicate } from './rating-duplicate.ts';

/** So long after somebody left they are erased. Days. */
export const LEFT_KEPT_DAYS = 30;
/** What was sent just before leaving may be answered a little after it; that is no coming back. Milliseconds. */
const STILL_ANSWERING = 3_600_000;

/** Notes that somebody blocked the account. */
export async function noteLeft(person: string, at: Date): Promise<void> {
  const known =
    (await documentsOf('conversations').findOne({ _id: person }, { projection: { _id: 1 } })) ??
    (await documentsOf(PEOPLE).findOne({ _id: person }, { projection: { _id: 1 } }));
  if (!known) return;
  await ignoreDuplicate(() =>
    documentsOf(PEOPLE).updateOne(
      { _id: person },
      { $max: { blockedAt: at }, $setOnInsert: { roles: [] } },
      { upsert: true },
    ),
  );
}

/** Notes that somebody is back. */
export async function noteBack(person: string): Promise<void> {
  await documentsOf(PEOPLE).updateOne({ _id: person }, { $unset: { blockedAt: 1 } });
}

/** Whether somebody has blocked the account. */
export async function hasLeft(person: string): Promise<boolean> {
  const left = { _id: person, blockedAt: { $exists: true } };
  return (await documentsOf(PEOPLE).findOne(left, { projection: { _id: 1 } })) !== null;
}

/** Who left before an instant and has not written since. */
export async function* leftBefore(before: Date): AsyncGenerator<string> {
  const left = documentsOf(PEOPLE).find({ blockedAt: { $lt: before } }, { projection: { blockedAt: 1 } });
  for await (const { _id, blockedAt } of left) {
    const written = await documentsOf('conversations').findOne({ _id }, { projection: { updatedAt: 1 } });
    if (isAfter(written?.updatedAt, blockedAt)) await noteBack(_id);
    else yield _id;
  }
}

function isAfter(writtenAt: unknown, leftAt: unknown): boolean {
  if (!(writtenAt instanceof Date) || !(leftAt instanceof Date)) return false;
  return writtenAt.getTime() > leftAt.getTime() + STILL_ANSWERING;
}

/** Who has not written since an instant and holds no role. */
export async function* unusedSince(before: Date): AsyncGenerator<string> {
  const old = documentsOf('conversations').find({ updatedAt: { $lt: before } }, { projection: { _id: 1 } });
  for await (const { _id } of old) {
    const holder = await documentsOf(PEOPLE).findOne(
      { _id, 'roles.0': { $exists: true } },
      { projection: { _id: 1 } },
    );
    if (!holder) yield _id;
  }
}
