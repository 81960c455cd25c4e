/** Taking a person out of the complaints they reported or follow; the cases themselves stay. */
import { ComplaintModel } from './complaint-document.ts';
import { discardComplaintDraft } from './complaint-draft.ts';

/**
 * The person is nobody's reporter and no follower any more: no contact, nothing to be told, and nobody who could
 * confirm, so that a solved case closes by silence. Their draft is gone. The same again changes nothing.
 */
export async function forgetReporter(person: string): Promise<void> {
  await discardComplaintDraft(person);
  const gone = { reporter: 1 as const, contact: 1 as const, slot: 1 as const };
  await ComplaintModel.updateMany({ reporter: person }, { $unset: gone, $inc: { revision: 1 } });
  await ComplaintModel.updateMany(
    { followers: person },
    { $pull: { followers: person }, $inc: { revision: 1 } },
  );
}

/** Takes reporter and followers out of cases that were closed before an instant; how many there were. */
export async function forgetOldReporters(closedBefore: Date): Promise<number> {
  const { modifiedCount } = await ComplaintModel.updateMany(
    {
      state: 'closed',
      updatedAt: { $lt: closedBefore },
      $or: [{ reporter: { $exists: true } }, { 'followers.0': { $exists: true } }],
    },
    { $unset: { reporter: 1, contact: 1, slot: 1 }, $set: { followers: [] }, $inc: { revision: 1 } },
  );
  return modifiedCount;
}
