/** Procedures in the order in which they changed, for whoever keeps their titles in memory. */
import {
  type NamedProcedure,
  namedProcedure,
  ProcedureModel,
  type StoredProcedure,
} from './procedure-document.ts';

/** A procedure that was added, changed or taken back; `item` is there while it is offered. */
export type ChangedProcedure = { id: string; changedAt: Date; item?: NamedProcedure };

/** Changes at or after an instant, or behind the last change of a full page, the oldest first. */
export async function proceduresChangedSince(
  since: Date | { changedAt: Date; id: string },
  limit: number,
): Promise<ChangedProcedure[]> {
  const after =
    since instanceof Date
      ? { updatedAt: { $gte: since } }
      : {
          updatedAt: { $gte: since.changedAt },
          $or: [{ updatedAt: { $gt: since.changedAt } }, { _id: { $gt: since.id } }],
        };
  const stored = await ProcedureModel.find(after, { title: 1, retired: 1, updatedAt: 1, place: 1 })
    .sort({ updatedAt: 1, _id: 1 })
    .limit(limit)
    .lean<StoredProcedure[]>();
  return stored.map((one) => ({
    id: one._id,
    changedAt: one.updatedAt,
    ...(one.retired !== true && { item: namedProcedure(one) }),
  }));
}
