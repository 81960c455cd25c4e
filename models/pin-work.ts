/**
 * Work on pins that are published: who may open one, changing it field by field, retiring, checking. Every
 * operation asks by itself whether the person may (roles from the database), and never rewrites a whole pin, so that
 * two who work on one pin at once keep both their changes (`pin-change.ts`).
 */
import { areaAt } from './address.ts';
import { personById } from './person.ts';
import { type Changed, change, type PinWork, workable } from './pin-change.ts';
import { PinModel, type PinPosition, type StoredPin } from './pin-document.ts';
import { contentOfPin, type PinChange, type PinContent, pathsOf } from './pin-fields.ts';
import { isInsideItself, setParent } from './pin-parent.ts';

export type { PinWork } from './pin-change.ts';

/** A pin for somebody who may work on it. Instants are ISO. `editors`: first names of others at work on it now, empty where one is not known. */
export type WorkPin = PinContent & {
  id: string;
  code: string;
  state: 'published' | 'retired';
  agency?: string;
  checkedAt?: string;
  retired?: { reason: string; at: string };
  editors: string[];
};

/** So long after their last step somebody counts as still at work on a pin. Milliseconds. */
const STILL_EDITING = 10 * 60_000;

/** The pin with this code, if the person may work on it. */
export async function pinForWork(code: string, person: string, now: Date): Promise<WorkPin | undefined> {
  const stored = await workable(code, person);
  if (!stored) return undefined;
  const { _id, agency, checkedAt, retired } = stored;
  return {
    ...contentOfPin(stored),
    id: _id,
    code,
    state: stored.state === 'retired' ? 'retired' : 'published',
    ...(agency && { agency }),
    ...(checkedAt && { checkedAt: checkedAt.toISOString() }),
    ...(retired && { retired: { reason: retired.reason, at: retired.at.toISOString() } }),
    editors: await editorsOf(stored, person, now),
  };
}

/** The id of the pin with this code, if the person may work on it. */
export async function pinIdForWork(code: string, person: string): Promise<string | undefined> {
  return (await workable(code, person))?._id;
}

/**
 * Changes fields. Of two who change the same field the later one wins, and the trail has both. A parent inside of which
 * the pin would be inside of itself is not taken: `round-about`.
 */
export async function setFields({ fields, ...work }: PinWork & { fields: PinChange }): Promise<Changed> {
  const wanted = pathsOf(fields);
  const set = () =>
    change(work, ({ address }) => {
      // An English address stands beside a Thai one, never alone.
      const { 'address.en': _alone, ...others } = wanted;
      return address?.th || wanted['address.th'] ? wanted : others;
    });
  return fields.parent ? setParent(work, fields.parent, set) : set();
}

/** Moves a pin. Its area (district and province) follows from the register of places, where that knows it. */
export async function movePin({ position, ...work }: PinWork & { position: PinPosition }): Promise<Changed> {
  const area = await areaAt(position);
  return change(work, () => ({ ...pathsOf({ position }), ...(area && { area }) }));
}

/** Takes a published pin off the map; its code stays taken. */
export async function retirePin({ reason, ...work }: PinWork & { reason: string }): Promise<Changed> {
  const { by, at } = work;
  return change(work, ({ state }) =>
    state === 'published' ? { state: 'retired', retired: { reason, at, by } } : {},
  );
}

/**
 * Puts a retired pin back on the map under its old code. While it stood for another one, what it is inside of may have
 * come to be inside of it: then it is inside of nothing.
 */
export async function bringBack(work: PinWork): Promise<Changed> {
  return change(work, async ({ state, parent }) => {
    if (state !== 'retired') return {};
    const isCircle = parent ? await isInsideItself(work.pin, parent) : false;
    return { state: 'published', retired: null, mergedInto: null, ...(isCircle && { parent: null }) };
  });
}

/** Notes that somebody looked everything over and found it right. */
export async function markChecked(work: PinWork): Promise<Changed> {
  return change(work, () => ({ checkedAt: work.at, checkedBy: work.by }));
}

/** Notes that the person is at work on the pin, so that a colleague is told. */
export async function noteEditing({ pin, by, at }: Omit<PinWork, 'key'>): Promise<void> {
  if (!(await workable(pin, by))) return;
  const recent = { $gt: ['$$one.at', new Date(at.getTime() - STILL_EDITING)] };
  const others = {
    $filter: {
      input: { $ifNull: ['$editing', []] },
      as: 'one',
      cond: { $and: [{ $ne: ['$$one.by', by] }, recent] },
    },
  };
  const editing = { $concatArrays: [others, [{ by: { $literal: by }, at }]] };
  await PinModel.updateOne({ code: pin }, [{ $set: { editing } }], { updatePipeline: true });
}

async function editorsOf({ editing }: StoredPin, person: string, now: Date): Promise<string[]> {
  const others = (editing ?? []).filter(
    ({ by, at }) => by !== person && at.getTime() > now.getTime() - STILL_EDITING,
  );
  const people = await Promise.all(others.map(({ by }) => personById(by)));
  return people.map(({ profile }) => profile?.firstName ?? '');
}
