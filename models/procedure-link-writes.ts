/** The single writes on links of pins (their ids) with procedures, each done once however often it is asked for. */
import { type AuditEntry, type FieldChange, recordAllChanges } from './audit.ts';
import { ignoreDuplicates } from './duplicate-key.ts';
import { type Deed, linkId, ProcedureLinkModel, type StoredLink } from './procedure-link-document.ts';

/** A pin as links and their audit entries name it: its id, its public code, and whose it is. */
export type LinkedPin = { id: string; code: string; agency?: string | undefined };

/** One link to make or to take away. */
export type LinkWish = { pin: string; procedure: string; deed: Deed };

const BATCH = 1000;

/** Makes links that are not there. One that the same key made before, and somebody took away since, is left alone. */
export async function addLinks(wishes: readonly LinkWish[]): Promise<void> {
  const operations = wishes.map(({ pin, procedure, deed }) => ({
    updateOne: {
      filter: { _id: linkId(pin, procedure), isLinked: false, 'added.key': { $ne: deed.key } },
      update: { $set: { pin, procedure, isLinked: true, added: deed } },
      upsert: true,
    },
  }));
  // A link that is there already meets the insert that the upsert tries: it is as it should be.
  for (const batch of batches(operations))
    await ignoreDuplicates(() =>
      ProcedureLinkModel.bulkWrite(batch, { ordered: false, throwOnValidationError: true }),
    );
}

/** Takes links away that are there. */
export async function removeLinks(wishes: readonly LinkWish[]): Promise<void> {
  const operations = wishes.map(({ pin, procedure, deed }) => ({
    updateOne: {
      filter: { _id: linkId(pin, procedure), isLinked: true, 'removed.key': { $ne: deed.key } },
      update: { $set: { isLinked: false, removed: deed } },
    },
  }));
  for (const batch of batches(operations))
    await ProcedureLinkModel.bulkWrite(batch, { ordered: false, throwOnValidationError: true });
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += BATCH) yield items.slice(from, from + BATCH);
}

/**
 * Writes down in the audit trail of each pin what `deed` did to its links, once for its key. It is read off the links,
 * so that a repeated turn writes what a broken-off one could not.
 */
export async function auditLinks(pins: readonly LinkedPin[], deed: Deed): Promise<void> {
  const touched = await ProcedureLinkModel.find({
    pin: { $in: pins.map(({ id }) => id) },
    $or: [{ 'added.key': deed.key }, { 'removed.key': deed.key }],
  })
    .sort({ procedure: 1 })
    .lean<StoredLink[]>();
  const byPin = Map.groupBy(touched, ({ pin }) => pin);
  await recordAllChanges(
    pins.flatMap(({ id, ...pin }) => {
      const changes = (byPin.get(id) ?? []).map((link) => changeOf(link, deed.key));
      return changes.length > 0 ? [entryOf(pin, deed, changes)] : [];
    }),
  );
}

function changeOf({ procedure, added }: StoredLink, key: string): FieldChange<'pin'> {
  return added.key === key
    ? { field: 'procedure', from: null, to: procedure }
    : { field: 'procedure', from: procedure, to: null };
}

function entryOf(
  { code, agency }: Omit<LinkedPin, 'id'>,
  { by, at, key }: Deed,
  changes: FieldChange<'pin'>[],
): AuditEntry<'pin'> {
  const about = { kind: 'pin' as const, id: code };
  return { key: `${key}:procedures:${code}`, at, by, about, ...(agency && { agency }), changes };
}
