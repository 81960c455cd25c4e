/** Lists of the pins somebody may work on: an agency's or one's own, in whatever state, page by page. */
import { PinModel, type PinName, plainName, type StoredPin } from './pin-document.ts';
import { mayWorkForAgency } from './pin-rights.ts';

/** A pin in a list. `id` opens a draft, `code` anything else; instants are ISO. */
export type ListedPin = {
  id: string;
  state: 'draft' | 'published' | 'retired';
  code?: string;
  /** Missing while a draft has no name yet. */
  name?: PinName;
  checkedAt?: string;
};

/** One page of a list, and how many pins there are in all. */
export type PinPage = { pins: ListedPin[]; all: number };

/** What is asked for: the pins of an agency, or without one the person's own; `order` puts the stalest first. */
export type PinListQuestion = {
  person: string;
  agency?: string | undefined;
  order: 'state' | 'unchecked';
  skip: number;
  limit: number;
};

/** Drafts, then published, then retired pins; or with `unchecked` the published ones, longest unchecked first. */
export async function pinsOf({ person, agency, order, skip, limit }: PinListQuestion): Promise<PinPage> {
  if (agency !== undefined && !(await mayWorkForAgency(person, agency))) return { pins: [], all: 0 };
  const whose = agency === undefined ? { owner: person, agency: null } : { agency };
  const filter = order === 'unchecked' ? { ...whose, state: 'published' as const } : whose;
  const sort =
    order === 'unchecked'
      ? ({ checkedAt: 1, _id: 1 } as const)
      : ({ state: 1, updatedAt: -1, _id: 1 } as const);
  const [stored, all] = await Promise.all([
    PinModel.find(filter).sort(sort).skip(skip).limit(limit).lean<StoredPin[]>(),
    PinModel.countDocuments(filter),
  ]);
  return { pins: stored.map(listedPin), all };
}

/** A stored pin as lists show it. */
export function listedPin({ _id, state, code, name, draft, checkedAt }: StoredPin): ListedPin {
  const given: unknown = draft?.fields?.nameTh;
  const known = name ? plainName(name) : typeof given === 'string' ? { th: given } : undefined;
  return {
    id: _id,
    state,
    ...(code && { code }),
    ...(known && { name: known }),
    ...(checkedAt && { checkedAt: checkedAt.toISOString() }),
  };
}
