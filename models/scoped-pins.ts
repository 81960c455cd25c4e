/** Pins of the agencies a coordinator or an administrator looks after: counted part by part, paged, and by a part of a name. */
import { PinModel, type StoredPin } from './pin-document.ts';
import { listedPin, type PinPage } from './pin-list.ts';
import { pinsByName, pinsOfPage } from './pin-order.ts';
import { type AreaKey, agenciesLookedAfter, type CountedArea, countedAreas } from './scoped-area.ts';
import { naturalOrder } from './thai/natural-order.ts';
import { looseForm } from './thai/normal-form.ts';

/** What is asked for: all, or one part; with `words` only what has them in its name, its code or its agency's name. */
export type ScopedPinsQuestion = {
  person: string;
  area?: AreaKey | undefined;
  words?: string | undefined;
  skip: number;
  limit: number;
};

/** Drafts are their makers' and their colleagues' work. */
const SEEN = { state: { $in: ['published' as const, 'retired' as const] } };

/** More than these are put in order by the database: in memory it would take longer than anybody should wait. */
const MANY = 2_000;

/** How many pins there are in each part of what the person looks after. */
export function pinAreas(question: { person: string; area?: AreaKey | undefined }): Promise<CountedArea[]> {
  return countedAreas(question, async (agencies) => {
    const counted = await PinModel.aggregate<{ _id: string; count: number }>([
      { $match: { ...SEEN, agency: { $in: [...agencies] } } },
      { $group: { _id: '$agency', count: { $sum: 1 } } },
    ]);
    return new Map(counted.map(({ _id, count }) => [_id, count]));
  });
}

/** One page: published pins, then retired ones, by name. Nothing outside of the person's scopes is ever read. */
export async function scopedPins({ person, area, words, skip, limit }: ScopedPinsQuestion): Promise<PinPage> {
  const agencies = await agenciesLookedAfter(person, area);
  const filter = { ...SEEN, agency: { $in: agencies.map(({ code }) => code) } };
  if (words !== undefined) {
    const names = new Map(agencies.map(({ code, name }) => [code, looseForm(name)]));
    return pageOfFitting(filter, looseForm(words), names, { skip, limit });
  }
  const all = await PinModel.countDocuments(filter);
  const pins =
    all > MANY ? await pinsByName(filter, { skip, limit }) : await fewByName(filter, { skip, limit });
  return { pins: pins.map(listedPin), all };
}

/** All their names are read and put in order in memory. */
async function fewByName(
  filter: Record<string, unknown>,
  { skip, limit }: { skip: number; limit: number },
): Promise<StoredPin[]> {
  const named = await PinModel.find(filter, { state: 1, 'name.th': 1 }).lean<StoredPin[]>();
  const page = named.toSorted(inOrder).slice(skip, skip + limit);
  return pinsOfPage(page.map(({ _id }) => _id));
}

/** Published ones first, by name; equal names by id, so that pages never change places. */
function inOrder(a: StoredPin, b: StoredPin): number {
  if (a.state !== b.state) return a.state < b.state ? -1 : 1;
  return naturalOrder.compare(a.name?.th ?? '', b.name?.th ?? '') || (a._id < b._id ? -1 : 1);
}

/** Loose forms are not stored, so the names of the whole part are looked through. */
async function pageOfFitting(
  filter: { agency: { $in: string[] } },
  part: string,
  agencyNames: ReadonlyMap<string, string>,
  { skip, limit }: { skip: number; limit: number },
): Promise<PinPage> {
  const fitting: StoredPin[] = [];
  const named = PinModel.find(filter, { name: 1, code: 1, agency: 1, state: 1 }).lean<StoredPin[]>().cursor();
  for await (const pin of named) {
    const written = [pin.name?.th, pin.name?.en, pin.code].map((one) => looseForm(one ?? ''));
    if ([...written, agencyNames.get(pin.agency ?? '') ?? ''].some((one) => one.includes(part)))
      fitting.push(pin);
  }
  const page = fitting.toSorted(inOrder).slice(skip, skip + limit);
  return { pins: (await pinsOfPage(page.map(({ _id }) => _id))).map(listedPin), all: fitting.length };
}
