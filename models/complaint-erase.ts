/**
 * Taking a person out of the complaints they reported or follow; the cases themselves stay, without the phone numbers,
 * e-mail addresses and identification numbers that were written into them.
 */
import { maskPersonalData } from './comment-masking-personal.ts';
import { ComplaintModel } from './complaint-document.ts';
import { discardComplaintDraft } from './complaint-draft.ts';
import { replaceIn } from './personal-data-replace.ts';

/**
 * The person is nobody's reporter and no follower any more: no contact, nothing to be told, and nobody who could
 * confirm, so that a solved case closes by silence. Their draft is gone. The same again changes nothing.
 */
export async function forgetReporter(person: string): Promise<void> {
  await discardComplaintDraft(person);
  // First, because afterwards nobody could tell which cases they were.
  await maskWords({ reporter: person });
  const gone = { reporter: 1 as const, contact: 1 as const, slot: 1 as const };
  await ComplaintModel.updateMany({ reporter: person }, { $unset: gone, $inc: { revision: 1 } });
  await ComplaintModel.updateMany(
    { followers: person },
    { $pull: { followers: person }, $inc: { revision: 1 } },
  );
}

/** Takes reporter and followers out of cases that were closed before an instant; how many there were. */
export async function forgetOldReporters(closedBefore: Date): Promise<number> {
  const old: Record<string, unknown> = {
    state: 'closed',
    updatedAt: { $lt: closedBefore },
    $or: [{ reporter: { $exists: true } }, { 'followers.0': { $exists: true } }],
  };
  await maskWords(old);
  const { modifiedCount } = await ComplaintModel.updateMany(old, {
    $unset: { reporter: 1, contact: 1, slot: 1 },
    $set: { followers: [] },
    $inc: { revision: 1 },
  });
  return modifiedCount;
}

/** Where words stand in a case: the reporter's, and a handler's, who may have repeated a number. */
const WORDS = /^(?:words|question|(?:steps|news)\.\d+\.(?:words|whyNoPhoto))$/;

async function maskWords(which: Record<string, unknown>): Promise<void> {
  await replaceIn('complaints', which, (text, path) => (WORDS.test(path) ? maskPersonalData(text) : text));
}
