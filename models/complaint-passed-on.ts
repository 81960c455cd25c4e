/**
 * A case as it leaves the house for the complaint system 1111: its fields by name, and nothing of who reported it. Not
 * the contact either: the privacy notice says that it is for who handles the case here. Phone numbers, identification
 * numbers and e-mail addresses in the words are masked for the same reason.
 */
import { maskPersonalData } from './comment-masking-personal.ts';
import { type ComplaintCategory, ComplaintModel, storedComplaint } from './complaint-document.ts';
import { noteSentTo1111 } from './complaint-from-1111.ts';
import { listedComplaintPhotos } from './complaint-photo.ts';
import { type ShownTarget, shownTarget } from './complaint-views.ts';

/** `photos` are the ids of those that are still there; `at` is an ISO instant. */
export type CaseToForward = {
  code: string;
  category: ComplaintCategory;
  words: string;
  photos: string[];
  target: ShownTarget;
  at: string;
  isClosed: boolean;
};

/** The case with this code as it may leave the house. */
export async function caseToForward(code: string): Promise<CaseToForward | undefined> {
  const stored = await storedComplaint(code);
  if (!stored) return undefined;
  return {
    code,
    category: stored.category,
    words: maskPersonalData(stored.words),
    photos: await listedComplaintPhotos(stored.photos),
    target: shownTarget(stored),
    at: stored.createdAt.toISOString(),
    isClosed: stored.state === 'closed',
  };
}

/** Each round only meets another step made at the same moment. */
const MOST_ROUNDS = 20;

/** Notes on the case that it arrived, once; what was said of it since stays. */
export async function noteArrived(arrived: {
  code: string;
  number: string;
  at: Date;
  key: string;
}): Promise<void> {
  const { code, number, at, key } = arrived;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if ((await storedComplaint(code))?.at1111) return;
    const noted = await noteSentTo1111({ code, at, key: `forward:${key}` }, number);
    if (noted.result !== 'moved-on') return;
  }
  throw new Error(`complaint ${code} never came to rest`);
}

/** Lets the reporter be told that the case was given up on its way; the note goes out once, however often it is. */
export async function noteGivenUp(code: string): Promise<void> {
  const news = { key: `not-at-1111:${code}`, what: 'not-at-1111' as const, by: 'service' as const };
  await ComplaintModel.updateOne(
    { code, state: { $ne: 'closed' }, 'news.key': { $ne: news.key } },
    { $push: { news }, $inc: { revision: 1 } },
  );
}
