/**
 * Pinning an office (ปักหมุด): position, where at the office it stands, name, kind, a look at the map, published.
 * Leaving half-way keeps a draft; opening it again goes on with it.
 */
import { oneOfOptions, textOf } from './engine/accepts.ts';
import { defineFlow } from './engine/define-flow.ts';
import type { Advance } from './engine/flow.ts';
import { answer, type Option } from './engine/message.ts';
import type { Words } from './engine/text.ts';
import { officeKinds } from './office-kinds.ts';
import type { KeptDraft } from './pin-look-ups.ts';
import { placeSteps } from './pin-office-place.ts';
import { reviewSteps } from './pin-office-review.ts';
import {
  bothOf,
  closing,
  completePin,
  type Data,
  data,
  filled,
  madeFor,
  pinAnother,
  question,
  type StepName,
  text,
} from './pin-office-steps.ts';

/** Longest Thai name asked for; the longest real one of the programme's list is about 90. Characters as people see them. */
const NAME_LENGTH = { min: 3, max: 120 };
/** Drafts offered at once. */
const DRAFTS_SHOWN = 5;

export const pinOffice = defineFlow({
  id: 'pin-office',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ปักหมุด', 'ปักหมุดสำนักงาน'], en: ['pin', 'pin an office'] },
  takesWords: false,
  needsConsent: true,
  async start({ value, position }, { find, person, run }) {
    const named = value && value !== 'new' ? await find.pins.draftForWork(value, person) : undefined;
    if (named) return goOnWith(named);
    const drafts = await find.draftsOf(person);
    if (position) return { to: 'spot', set: { pin: run, fields: { position } } };
    if (drafts.length === 0 || value === 'new') return { to: 'position', set: { pin: run, fields: {} } };
    return { to: 'drafts', set: { drafts: drafts.slice(0, DRAFTS_SHOWN).map(listed) } };
  },
  steps: {
    drafts: question({
      ask: ({ data: { drafts = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('drafts'),
            options: [...drafts.map(draftOption), answer(text('newPin'), 'new')],
          },
        ],
      }),
      accepts: ({ data: { drafts = [] } }) =>
        oneOfOptions([
          ...drafts.map(({ id, name }) => ({ value: id, labels: name ? [name] : bothOf('unnamedDraft') })),
          { value: 'new', labels: bothOf('newPin') },
        ]),
      async next(chosen, { find, person, run }) {
        const wanted = (await find.draftsOf(person)).find((draft) => draft.id === chosen);
        return wanted
          ? goOnWith(wanted)
          : { to: 'position', set: { pin: run, fields: {}, drafts: undefined } };
      },
    }),
    ...placeSteps,
    name: question({
      ask: () => ({ messages: [{ kind: 'say', text: text('name') }] }),
      accepts: textOf(NAME_LENGTH),
      next: (nameTh, at) =>
        /[\u0e01-\u0e2e]/.test(nameTh) ? filled(at, { nameTh }, 'kind') : { again: text('notThai') },
    }),
    kind: question({
      ask: () => ({ messages: [{ kind: 'question', text: text('kind'), options: officeKinds.options }] }),
      accepts: officeKinds.accept,
      next: (kind, at) => filled(at, { kind }, 'confirm'),
    }),
    ...reviewSteps,
    discarded: closing(() => ({ messages: [{ kind: 'say', text: text('discarded') }], quick: [pinAnother] })),
  },
  leave({ data: { pin, fields: given }, who }, step) {
    if (!pin || !given || Object.keys(given).length === 0) return null;
    return {
      effects: [{ do: 'keepDraft', id: pin, fields: given, step, ...madeFor(who) }],
      say: text('draftKept'),
      resume: pin,
    };
  },
});

/** A draft goes on at the question it was left at, if that question still exists. */
function goOnWith({ id, step, fields: kept }: KeptDraft): Advance<Data, StepName> {
  const complete = completePin(kept) !== undefined;
  const asked = (
    ['position', 'turned', 'abroad', 'outside', 'spot', 'name', 'kind', 'confirm'] as const
  ).find((name) => name === step);
  // A position that is still in question is asked about first, however complete the rest is.
  const isInQuestion = asked === 'turned' || asked === 'abroad' || asked === 'outside';
  return {
    to: complete && !isInQuestion ? 'confirm' : (asked ?? 'position'),
    set: { pin: id, fields: kept, drafts: undefined, complete: complete || undefined },
  };
}

function listed({ id, fields: kept }: KeptDraft): { id: string; name: string } {
  return { id, name: kept.nameTh ?? '' };
}

function draftOption({ id, name }: { id: string; name: string }): Option {
  const label: Words = name || text('unnamedDraft');
  return answer(label, id);
}
