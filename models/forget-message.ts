/**
 * Unsending: what a message brought is deleted everywhere it went. Words that an agency was given as a whole (a complaint
 * that was sent, a published pin) stay there; pictures go from everywhere.
 */
import { maskComment } from './comment-masking.ts';
import { forgetWordsInComplaintDraft } from './complaint-draft.ts';
import { forgetMessage, wordsOfMessage } from './inbox.ts';
import { documentsOf, replaceIn } from './personal-data-replace.ts';
import { removePhotoOfMessage } from './photo.ts';
import { RatingModel } from './rating-document.ts';
import { knownRaters } from './rating-key.ts';

/** What stands where the words stood in a conversation that goes on. */
const TAKEN_OUT = '—';
/** Answers given so far, in what a flow remembers; steps and names of flows are no words of people. */
const REMEMBERED = /\.data\./;
/** Where messages hold words that are shown. */
const SHOWN = /\.(?:text|title|subtitle|address|label|vars\.\w+|rows\.\d+\.value)$/;
/** Shorter words stand in too many others to be looked for inside of them. UTF-16 units. */
const LONG_ENOUGH = 4;

/** A message in the chat of the person who sent it. */
export type UnsentMessage = { chat: string; messageId: string; now: Date };

/** Deletes the content of a message. The same again finds nothing more. */
export async function forgetMessageEverywhere({ chat, messageId, now }: UnsentMessage): Promise<void> {
  const words = await wordsOfMessage(chat, messageId);
  if (words !== undefined) await forgetWords(chat, words, now);
  await removePhotoOfMessage(messageId);
  // Last, because the words are known from here.
  await forgetMessage(chat, messageId);
}

async function forgetWords(person: string, sent: string, now: Date): Promise<void> {
  // Forms keep what was typed on one line.
  const words = sent.trim().replaceAll(/\s+/g, ' ');
  if (words === '') return;
  const isSaid = (text: string) => text === sent || text === words;
  await forgetWordsInComplaintDraft(person, sent);
  await forgetInConversation(person, words, isSaid);
  await forgetInDrafts(person, isSaid);
  const gone = { $unset: { words: 1 as const } };
  await documentsOf('tasks').updateMany({ by: person, words: { $in: [sent, words] } }, gone);
  await documentsOf('copy_flags').updateMany({ by: person, words: { $in: [sent, words] } }, gone);
  await documentsOf('missing_agencies').updateMany(
    { person, words: { $in: [sent, words] } },
    { $set: { words: TAKEN_OUT } },
  );
  await RatingModel.updateMany(
    {
      rater: { $in: await knownRaters(person, now) },
      'comment.kept': { $in: [sent, words].map((said) => maskComment(said).kept) },
    },
    { $unset: { comment: 1 } },
  );
}

/** Also what the bot repeated of it. */
async function forgetInConversation(
  person: string,
  words: string,
  isSaid: (text: string) => boolean,
): Promise<void> {
  const without = (text: string) => {
    if (isSaid(text)) return TAKEN_OUT;
    return words.length >= LONG_ENOUGH ? text.replaceAll(words, TAKEN_OUT) : text;
  };
  await replaceIn('conversations', { _id: person }, (text, path) => {
    if (REMEMBERED.test(path)) return isSaid(text) ? TAKEN_OUT : text;
    return SHOWN.test(path) ? without(text) : text;
  });
  await replaceIn('outbox', { to: person }, (text, path) => (SHOWN.test(path) ? without(text) : text));
}

async function forgetInDrafts(person: string, isSaid: (text: string) => boolean): Promise<void> {
  for await (const { _id, draft } of documentsOf('pins').find({ owner: person, state: 'draft' })) {
    for (const [name, value] of fieldsOf(draft)) {
      if (typeof value !== 'string' || !isSaid(value)) continue;
      const path = `draft.fields.${name}`;
      await documentsOf('pins').updateOne({ _id, state: 'draft', [path]: value }, { $unset: { [path]: 1 } });
    }
  }
}

function fieldsOf(draft: unknown): [string, unknown][] {
  if (typeof draft !== 'object' || draft === null || !('fields' in draft)) return [];
  const { fields } = draft;
  return typeof fields === 'object' && fields !== null ? Object.entries(fields) : [];
}
