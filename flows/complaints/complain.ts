/**
 * Making a complaint (ร้องเรียน): about an office or a place, what it is, words, photos, anonymous or with a contact, a
 * look at all of it, sent. Leaving half-way keeps a draft, which is offered the next time.
 */
import { choiceOf } from '../engine/accepts.ts';
import { defineFlow } from '../engine/define-flow.ts';
import type { Text } from '../engine/text.ts';
import { beginningOf, LONGEST_WORDS } from './case-answers.ts';
import { targetName } from './case-words.ts';
import { aboutSteps } from './complain-about.ts';
import {
  type At,
  type Data,
  data,
  draftOf,
  earlierDraft,
  keepDraft,
  NOWHERE,
  nextOpen,
  question,
  readDraft,
  type Step,
  type StepName,
  targetOf,
} from './complain-data.ts';
import { aboutOffice, NAME_AT_MOST, placed } from './complain-place.ts';
import { reviewSteps } from './complain-review.ts';
import { tellingSteps } from './complain-telling.ts';
import { text } from './complain-texts.ts';

const draftAnswers = choiceOf(text, { goOn: 'goOn', startNew: 'startNew', throwAway: 'throwAway' }, 'goOn');

/** Goes on with the draft; anything else than this and "new" is the code of an office. */
const RESUME = 'draft';
const NEW = 'new';
/** Goes on with the draft, but for where it happened. */
const ELSEWHERE = 'elsewhere';

/** What people put between the opening word and the office. */
const BEFORE_NAME = /^(?:เกี่ยวกับ|เรื่อง|ที่|about|to|at)\s*/i;

export const complain = defineFlow<Data, StepName>({
  id: 'complain',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ร้องเรียน', 'แจ้งเรื่อง', 'แจ้งเรื่องร้องเรียน'], en: ['complain', 'complaint', 'make a complaint'] },
  takesWords: true,
  needsConsent: true,
  async start({ value, words }, at) {
    const [how = ''] = value.split(' ');
    const draft = how === NEW ? undefined : await earlierDraft(at);
    if (draft && how === ELSEWHERE) return goOnWith({ ...draft, ...NOWHERE }, at);
    if (draft && how === RESUME) return goOnWith(draft, at);
    const named = how === RESUME || how === NEW || how === ELSEWHERE ? '' : how;
    const opened = named || beginningOf(words.replace(BEFORE_NAME, ''), LONGEST_WORDS);
    if (draft) return { to: 'draft', set: { ...(opened && { opened }) } };
    return begin(opened, at);
  },
  steps: {
    draft: question({
      async ask({ find, person }) {
        const kept = readDraft(await find.complaints.draft(person));
        return {
          messages: [
            {
              kind: 'question',
              text: text('draft', { about: draftName(kept) }),
              options: draftAnswers.options,
            },
          ],
        };
      },
      accepts: draftAnswers.accept,
      async next(choice, at): Promise<Step> {
        const kept = choice === 'goOn' ? readDraft(await at.find.complaints.draft(at.person)) : undefined;
        if (kept) return goOnWith(kept, at);
        const discard = { do: 'discardComplaintDraft', id: at.turn } as const;
        if (choice === 'throwAway') return { to: 'discarded', effects: [discard] };
        return { ...(await begin(at.data.opened ?? '', at)), effects: [discard] };
      },
    }),
    ...aboutSteps,
    ...tellingSteps,
    ...reviewSteps,
  },
  leave(at, step) {
    // While a draft is only offered, it stays as it is.
    if (step === 'draft' || !draftOf(at)) return null;
    return { effects: keepDraft(at), say: text('kept'), resume: RESUME };
  },
});

/** About the office of this code or name; without one it is asked for. */
async function begin(named: string, at: At): Promise<Step> {
  const set = { opened: undefined };
  if (!named) return { to: 'about', set };
  const pin = named.length <= NAME_AT_MOST ? await at.find.pin(named) : undefined;
  const move = pin ? await aboutOffice(pin, at) : await placed(named, at);
  return 'again' in move
    ? { to: 'about', set: { ...set, isGone: undefined } }
    : { ...move, set: { ...set, ...move.set } };
}

/** At the first question without an answer; an office that left the map since is asked for anew. */
async function goOnWith(kept: { [K in keyof Data]: Data[K] | undefined }, { find }: At): Promise<Step> {
  const isGone = kept.pin !== undefined && (await find.pin(kept.pin)) === undefined;
  const set = isGone ? { ...kept, pin: undefined, name: undefined, isGone } : kept;
  return { to: nextOpen(set), set: { ...set, opened: undefined } };
}

function draftName(kept: Data | undefined): Text | string {
  const target = kept && targetOf(kept);
  return target ? text('draftAbout', { about: targetName(target) }) : '';
}
