/** A comment as a card: for those who may answer it, and for everybody. */
import type { At } from '../engine/flow.ts';
import { answer, type Card, type Row } from '../engine/message.ts';
import { text } from './comments-texts.ts';
import { tagWords } from './rate-more.ts';
import type { ShownComment } from './rating-look-ups.ts';
import { face } from './stars.ts';

/** Cards numbered from 1; with `mayAnswer` what can be done about each. */
export function commentCards(
  comments: readonly ShownComment[],
  find: At<unknown>['find'],
  { mayAnswer }: { mayAnswer: boolean },
): Promise<Card[]> {
  return Promise.all(
    comments.map(async (comment, index) => ({
      title: text('numbered', { number: index + 1, face: face(comment.stars) }),
      subtitle: text('on', { date: { date: comment.day } }),
      rows: await rowsOf(comment, find),
      options: mayAnswer ? optionsOf(comment) : [],
    })),
  );
}

async function rowsOf({ words, tags, procedure, answer: reply }: ShownComment, find: At<unknown>['find']) {
  const service = procedure && (await find.procedures.procedure(procedure))?.title;
  const tagged = tagWords(tags);
  const rows: Row[] = [
    ...(words ? [{ label: text('words'), value: words }] : []),
    ...(tagged ? [{ label: text('goodOrBad'), value: tagged }] : []),
    ...(service ? [{ label: text('service'), value: service }] : []),
    ...(reply ? [{ label: text('reply'), value: reply }] : []),
  ];
  return rows;
}

function optionsOf({ id, answer: reply, photo }: ShownComment): Card['options'] {
  return [
    ...(reply ? [] : [answer(text('answer'), id)]),
    ...(photo
      ? [
          {
            label: text('seePhoto'),
            do: { act: 'page' as const, path: `/photos/${photo.id}-${photo.key}.jpg` },
          },
        ]
      : []),
  ];
}
