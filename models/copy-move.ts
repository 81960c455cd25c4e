/** When a pin is merged into another one: what was recorded of its copies, and what citizens said, goes along. */
import { firstRecord, insertRecords, moveEntries } from './copy-change.ts';
import { CopyModel, copyId, type StoredCopies, stateOf } from './copy-document.ts';
import { moveFlags } from './copy-flag.ts';
import { PinModel, type StoredPin } from './pin-document.ts';

/** The merge that moves them. */
export type MovingWork = { by: string; at: Date; key: string };

/**
 * Moves the records and flags of a pin (its id) to another one. Where that one has a record of the same procedure, its
 * own stays, being what its officials said of it. The same again changes nothing.
 */
export async function moveCopyRecords(fromPinId: string, toPinId: string, work: MovingWork): Promise<void> {
  const to = await PinModel.findById(toPinId, { agency: 1 }).lean<StoredPin>();
  if (!to) return;
  if (to.agency) await moveRecords(fromPinId, { id: toPinId, agency: to.agency }, work);
  await moveFlags(fromPinId, to);
}

async function moveRecords(
  from: string,
  { id: pin, agency }: { id: string; agency: string },
  { by, at, key }: MovingWork,
): Promise<void> {
  const leaving = await CopyModel.find({ pin: from }).lean<StoredCopies[]>();
  await moveEntries(leaving.map(({ _id }) => _id));
  const moved = leaving.map((stored) => {
    const place = { agency, procedure: stored.procedure, pin };
    const state = stateOf(stored);
    const work = { by, at, key: `${key}:copies:${stored._id}` };
    return firstRecord(place, state, { ...state }, [{ field: 'pin', from, to: pin }], work);
  });
  await insertRecords(moved);
  await moveEntries(moved.map(({ _id }) => _id));
  await CopyModel.deleteMany({ _id: { $in: leaving.map(copyId) } });
}
