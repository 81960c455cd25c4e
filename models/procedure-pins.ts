/** The published pins of an agency with the procedures offered there, those that have none first. */
import { PinModel, type PinName, plainName, type StoredPin } from './pin-document.ts';
import { mayWorkForAgency } from './pin-rights.ts';
import { codesOfAgencies } from './procedure.ts';
import { codesLinkedTo, countLinks } from './procedure-link.ts';
import { naturalOrder } from './thai/natural-order.ts';

/** A published pin of an agency, and the codes of the procedures offered there. */
export type PinWithLinks = { code: string; name: PinName; linked: string[] };

/** One page of them; `withoutAny` counts the pins of all pages that have no procedure. */
export type PinsWithLinks = { pins: PinWithLinks[]; all: number; withoutAny: number };

/** Those without any first, then by Thai name; undefined when the person may not see them. */
export async function pinsWithProcedures(
  agency: string,
  person: string,
  { skip, limit }: { skip: number; limit: number },
): Promise<PinsWithLinks | undefined> {
  if (!(await mayWorkForAgency(person, agency))) return undefined;
  const [stored, codes] = await Promise.all([
    PinModel.find({ agency, state: 'published' }, { code: 1, name: 1, agency: 1 }).lean<StoredPin[]>(),
    codesOfAgencies([agency]),
  ]);
  const counts = await countLinks(
    stored.map(({ _id }) => _id),
    codes,
  );
  const isEmpty = ({ _id }: StoredPin) => !counts.has(_id);
  const ordered = stored.toSorted((a, b) => Number(isEmpty(b)) - Number(isEmpty(a)) || byName(a, b));
  const pins = await Promise.all(ordered.slice(skip, skip + limit).map(withLinks));
  return { pins, all: stored.length, withoutAny: stored.filter(isEmpty).length };
}

async function withLinks(stored: StoredPin): Promise<PinWithLinks> {
  const { code, name } = stored;
  return {
    code: code ?? '',
    name: name ? plainName(name) : { th: code ?? '' },
    linked: await codesLinkedTo(stored),
  };
}

function byName(a: StoredPin, b: StoredPin): number {
  return naturalOrder.compare(a.name?.th ?? '', b.name?.th ?? '') || (a._id < b._id ? -1 : 1);
}
