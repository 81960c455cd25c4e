/**
 * Pins in the order of their names, a page at a time, put in order by the database: each has the key of its name
 * (`thai/name-key.ts`), which every writer of a name writes with it.
 */
import { PinModel, type StoredPin } from './pin-document.ts';

/** The index that has them in order. Named to the database: choosing anew each time, it may read every pin instead. */
const BY_NAME = { state: 1, nameKey: 1, _id: 1, agency: 1 } as const;

/** One page of the pins that fit a filter, published ones first, by name; equal names by id, so that pages never change places. */
export async function pinsByName(
  filter: Record<string, unknown>,
  { skip, limit }: { skip: number; limit: number },
): Promise<StoredPin[]> {
  // The order is read off the index alone; whole pins are read for the one page.
  const page = await PinModel.find(filter, { _id: 1 })
    .sort({ state: 1, nameKey: 1, _id: 1 })
    .hint(BY_NAME)
    .skip(skip)
    .limit(limit)
    .lean<{ _id: string }[]>();
  return pinsOfPage(page.map(({ _id }) => _id));
}

/** Whole pins in the order of their ids here. */
export async function pinsOfPage(ids: readonly string[]): Promise<StoredPin[]> {
  const stored = await PinModel.find({ _id: { $in: [...ids] } }).lean<StoredPin[]>();
  const byId = new Map(stored.map((pin) => [pin._id, pin]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
