/**
 * Agencies in the order of their names, a page at a time, put in order by the database: each has the key of its name
 * (`thai/name-key.ts`), which every writer of a name writes with it.
 */
import { AgencyModel, agencyOf, type KnownAgency, type StoredAgency } from './agency-document.ts';

/** Codes up to this many are looked up one by one. */
const FEW = 500;
const ORDER = { nameKey: 1, _id: 1 } as const;

/** One page of the agencies that fit a filter, by Thai name; equal names by code, so that pages never change places. */
export async function agenciesByName(
  filter: Record<string, unknown>,
  { skip, limit }: { skip: number; limit: number },
): Promise<KnownAgency[]> {
  if (limit === 0) return [];
  const inOrder = AgencyModel.find(filter).sort(ORDER).skip(skip).limit(limit);
  return (await inOrder.lean<StoredAgency[]>()).map(agencyOf);
}

/** The same of the agencies with these codes, however many they are. */
export async function namedByName(
  codes: readonly string[],
  { skip, limit }: { skip: number; limit: number },
): Promise<KnownAgency[]> {
  const inOrder = AgencyModel.find({ _id: { $in: [...codes] } })
    .sort(ORDER)
    .skip(skip)
    .limit(limit);
  // Thousands of codes would be sorted in memory, for which the engine that comes with the service is not made.
  const hinted = codes.length > FEW ? inOrder.hint(ORDER) : inOrder;
  return (await hinted.lean<StoredAgency[]>()).map(agencyOf);
}
