/** When a pin is merged into another one: the complaints about it go along, open and closed ones. */
import { ComplaintModel, type StoredComplaint } from './complaint-document.ts';
import type { KnownTarget } from './complaint-target.ts';

/**
 * Moves the complaints about a pin (its public code) to the office that stays. An open case that waits at the office
 * goes to the agency of the one that stays; one that was passed on stays where it is. The same again changes nothing.
 */
export async function moveComplaints(fromPinCode: string, to: KnownTarget): Promise<void> {
  if (!to.pin || to.pin === fromPinCode) return;
  const { pin, name, agency, place } = to;
  const moving = await ComplaintModel.find({ pin: fromPinCode }, { state: 1, level: 1 }).lean<
    StoredComplaint[]
  >();
  for (const { _id, state, level } of moving) {
    const goesOver = agency !== undefined && state !== 'closed' && level === 'office';
    // The pin is in the filter: a case is moved once. Whoever writes to it at this moment decides anew.
    await ComplaintModel.updateOne(
      { _id, pin: fromPinCode },
      { $set: { pin, name, ...(goesOver && { agency, place }) }, $inc: { revision: 1 } },
    );
  }
}
