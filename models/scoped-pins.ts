/** Pins of the agencies a coordinator or an administrator looks after: counted part by part, paged, and by a part of a name. */
import { PinModel, type StoredPin } from './pin-document.ts';
import { listedPin, type PinPage } from './pin-list.ts';
import { type AreaKey, agenciesLookedAfter, type CountedArea, countedAreas } from './scoped-area.ts';
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
const ORDER = { state: 1, 'name.th': 1, _id: 1 } as const;

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
  const [stored, all] = await Promise.all([
    PinModel.find(filter).sort(ORDER).skip(skip).limit(limit).lean<StoredPin[]>(),
    PinModel.countDocuments(filter),
  ]);
  return { pins: stored.map(listedPin), all };
}

/** Loose forms are not stored, so the names of the whole part are looked through. */
async function pageOfFitting(
  filter: { agency: { $in: string[] } },
  part: string,
  agencyNames: ReadonlyMap<string, string>,
  { skip, limit }: { skip: number; limit: number },
): Promise<PinPage> {
  const fitting: string[] = [];
  const names = PinModel.find(filter, { name: 1, code: 1, agency: 1 })
    .sort(ORDER)
    .lean<StoredPin[]>()
    .cursor();
  for await (const { _id, name, code, agency } of names) {
    const written = [name?.th, name?.en, code].map((one) => looseForm(one ?? ''));
    if ([...written, agencyNames.get(agency ?? '') ?? ''].some((one) => one.includes(part)))
      fitting.push(_id);
  }
  const page = fitting.slice(skip, skip + limit);
  const stored = await PinModel.find({ _id: { $in: page } }).lean<StoredPin[]>();
  const byId = new Map(stored.map((pin) => [pin._id, listedPin(pin)]));
  return { pins: page.flatMap((id) => byId.get(id) ?? []), all: fitting.length };
}
