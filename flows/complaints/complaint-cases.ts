/** Working on complaints (เรื่องร้องเรียน): the list by due date, one case, and the steps on it. */
import { defineFlow } from '../engine/define-flow.ts';
import type { Move } from '../engine/flow.ts';
import { say } from '../engine/message.ts';
import type { Who } from '../engine/who.ts';
import { askWhole, wholeAnswers } from './case-history.ts';
import {
  askedAs,
  askUnknown,
  EMPTY_LIST,
  listAnswer,
  listOptions,
  looksLikeCode,
  PAGE,
  toSearch,
  unknownAnswer,
} from './case-list.ts';
import { stateInWords } from './case-words.ts';
import { actSteps } from './cases-acts.ts';
import { type Act, askCase, caseActs } from './cases-card.ts';
import {
  AFRESH,
  type At,
  closing,
  type Data,
  data,
  openCase,
  question,
  type Step,
  type StepName,
} from './cases-data.ts';
import { text } from './cases-texts.ts';
import type { HandledCase } from './complaint.ts';

export const complaintCases = defineFlow<Data, StepName>({
  id: 'complaint-cases',
  version: 1,
  data,
  text,
  title: text('title'),
  async titleNow({ find, person, who }) {
    const { all } = await find.complaints.handled({ person, role: roleInUse(who), skip: 0, limit: 1 });
    return all > 0 ? text('titleCount', { count: all }) : undefined;
  },
  listed: true,
  words: { th: ['เรื่องร้องเรียน', 'งานร้องเรียน'], en: ['cases', 'complaints'] },
  takesWords: true,
  needsConsent: true,
  needs: ['official', 'coordinator', 'administrator'],
  browsing: ['list', 'unknown', 'case', 'whole'],
  start: ({ value, words }, at) => (value || words ? toCode(value || words, at) : toPage(0, at)),
  steps: {
    list: question({
      ask: ({ data: { list = EMPTY_LIST } }) => {
        const { skip, all, cases, overdue = 0 } = list;
        const page = { from: skip + 1, to: skip + cases.length, all };
        const words = overdue > 0 ? text('listOverdue', { ...page, overdue }) : text('list', page);
        return { messages: [{ kind: 'question', text: words, options: listOptions(list, true) }] };
      },
      accepts: ({ data: { list } }) => listAnswer(list ?? EMPTY_LIST),
      next: (given, at) => ('skip' in given ? toPage(given.skip, at) : toCode(given.code, at)),
    }),
    unknown: question({
      ask: ({ data: { asked = '' } }) => askUnknown(text('unknown', { asked }), text('allCases')),
      accepts: unknownAnswer(text.texts.allCases),
      next(given, at): Step | Promise<Step> {
        if (given === 'list') return toPage(0, at);
        if ('code' in given) return toCode(given.code, at);
        return { to: 'elsewhere', set: { elsewhere: given.elsewhere } };
      },
    }),
    elsewhere: closing(({ data: { elsewhere } }) => toSearch(elsewhere)),
    case: question({
      ask: askCase,
      accepts: caseActs,
      async next(act, at): Promise<Move<Data, StepName>> {
        if (act === 'list') return toPage(0, at);
        if (act === 'whole') return { to: 'whole', set: { page: undefined } };
        const found = await openCase(at);
        return found ? begin(act, found, at) : { to: 'case' };
      },
    }),
    whole: question({
      ask: async (at) => askWhole(await openCase(at), at),
      accepts: wholeAnswers,
      next: (way, { data: { page = 0 } }) =>
        way === 'more' ? { to: 'whole', set: { page: page + 1 } } : { to: 'case' },
    }),
    ...actSteps,
    none: closing(() => ({ messages: [say(text('none'))] })),
  },
});

/** Taking it is done at once: whoever tries it at the same time is told. The rest is written first. */
function begin(
  act: Exclude<Act, 'list' | 'whole'>,
  found: HandledCase,
  { turn, data: { code = '' } }: At,
): Move<Data, StepName> {
  if (act === 'take') return { to: 'case', effects: [{ do: 'takeCase', id: turn, code }] };
  const { state } = found;
  const isWaiting = state === 'received' || state === 'forwarded';
  if (state === 'solved' || state === 'closed')
    return { again: text('notNow', { state: stateInWords(found) }) };
  if (act === 'forward')
    return state === 'forwarded' ? { again: text('takeFirst') } : { to: 'toWhom', set: AFRESH };
  return isWaiting ? { again: text('takeFirst') } : { to: 'say', set: { ...AFRESH, act } };
}

async function toCode(typed: string, { find, person, turn }: At): Promise<Step> {
  const found = looksLikeCode(typed) ? await find.complaints.handledCase(typed, person) : undefined;
  if (found) return { to: 'case', set: { ...AFRESH, code: found.code, opened: turn, asked: undefined } };
  return { to: 'unknown', set: { asked: askedAs(typed) } };
}

async function toPage(skip: number, { find, person, who }: At): Promise<Step> {
  const found = await find.complaints.handled({ person, role: roleInUse(who), skip, limit: PAGE });
  return found.cases.length > 0 ? { to: 'list', set: { list: { ...found, skip } } } : { to: 'none' };
}

/** The key of the role in use, e.g. `official:030700002`; without one the first held. */
function roleInUse({ acting, roles }: Who): string {
  const role = acting ?? roles[0];
  switch (role?.role) {
    case 'official':
      return `official:${role.agency}`;
    case 'coordinator':
      return `coordinator:${role.scope}`;
    default:
      return role?.role ?? '';
  }
}
