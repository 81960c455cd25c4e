/**
 * Correcting a published pin: all its fields with their numbers, each to be changed by itself, the last change to be
 * undone; taking it off the map and putting it back. What is confirmed is stored at once, field by field.
 */
import { parseEditRequest } from './answers/edit-request.ts';
import { type At, type Data, data, type StepName } from './edit-pin-data.ts';
import { fieldSteps } from './edit-pin-fields.ts';
import { closing, question, text, withNews } from './edit-pin-steps.ts';
import { isUndo, takeBack, undoAnswer } from './edit-pin-undo.ts';
import { anyOf, choiceOf } from './engine/accepts.ts';
import { chat } from './engine/chat-texts.ts';
import { defineFlow } from './engine/define-flow.ts';
import type { Accept, Advance, Closing } from './engine/flow.ts';
import { type Message, type Option, open } from './engine/message.ts';
import { fieldTexts, PIN_FIELDS, type PinField, pinFields, valueInWords } from './pin-fields.ts';
import type { WorkPin } from './pin-look-ups.ts';
import { colleaguesAtWork } from './role-names.ts';

const actions = choiceOf(text, {
  photos: 'photos',
  undo: 'undo',
  right: 'right',
  retire: 'retire',
  merge: 'merge',
  bringBack: 'bringBack',
  finish: 'finish',
});
const reasons = choiceOf(text, {
  closed: 'reasonClosed',
  merged: 'reasonMerged',
  duplicate: 'reasonDuplicate',
  mistake: 'reasonMistake',
});

const backOnMap = choiceOf(text, { bringBack: 'bringBack' });

type Wanted = PinField | 'photos' | 'undo' | 'right' | 'retire' | 'merge' | 'bringBack' | 'finish';
const labelled = PIN_FIELDS.map((field) => {
  const { th, en } = fieldTexts.texts[field];
  return { value: field, labels: [th, en] };
});

/** "แก้ข้อ 3", "change phone". */
const editRequest: Accept<PinField> = {
  freeText: false,
  read(input) {
    const wish = input.kind === 'text' ? parseEditRequest(input.text, labelled) : undefined;
    if (wish?.kind === 'field') return { ok: true, value: wish.value };
    return wish
      ? { ok: false, why: chat(wish.kind === 'ambiguous' ? 'ambiguous' : 'chooseOne') }
      : { ok: false };
  },
};

/** An action's number would be a field's: only its label and its tap count. */
const actionByLabel: Accept<Exclude<Wanted, PinField>> = {
  freeText: false,
  read: (input, now) =>
    input.kind === 'text' && /^\s*(?:\p{Nd}+|\p{L})\s*$/u.test(input.text)
      ? { ok: false }
      : actions.accept.read(input, now),
};

export const editPin = defineFlow({
  id: 'edit-pin',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['แก้หมุด', 'แก้ไขหมุด'], en: ['edit pin', 'change pin'] },
  takesWords: true,
  needsConsent: true,
  async start({ value, words }, { find, person, turn }) {
    const [code = '', fields = ''] = value.split(' ');
    if (!code && !words) return { to: 'list' };
    const pin = await find.pins.pinForWork(code || words, person);
    if (!pin) return { to: 'notYours' };
    const queue = fields.split(',').filter(isField);
    const [first, ...rest] = queue;
    return {
      to: first ?? 'overview',
      set: { pin: pin.code, ...(first && { queue: rest, checking: true }) },
      effects: [{ do: 'noteEditing', id: turn, pin: pin.code }],
    };
  },
  steps: {
    overview: question({
      async ask(at) {
        const pin = await at.find.pins.pinForWork(at.data.pin ?? '', at.person);
        if (!pin) return { messages: [lost()] };
        const parent = pin.parent ? await at.find.pin(pin.parent) : undefined;
        const [mergeable] = await at.find.pins.mergeable([pin.code], at.person);
        const quick = quickFor(pin, mergeable !== undefined);
        return withNews(at, { messages: [overview(pin, parent?.name)], quick });
      },
      accepts: anyOf(undoAnswer, anyOf(anyOf(actionByLabel, pinFields.accept), editRequest)),
      next: (wanted, at) => (isUndo(wanted) ? takeBack(at, wanted.past) : chosen(wanted, at)),
    }),
    ...fieldSteps,
    retire: question({
      async ask({ find, data: { pin = '' }, person }) {
        const isRetired = (await find.pins.pinForWork(pin, person))?.state === 'retired';
        const why: Message = { kind: 'question', text: text('whyRetire'), options: reasons.options };
        return isRetired
          ? { messages: [{ kind: 'say', text: text('stillRetired') }], quick: backOnMap.options }
          : { messages: [why] };
      },
      accepts: anyOf(reasons.accept, backOnMap.accept),
      next: (reason, { data: { pin = '' }, turn }) => ({
        to: 'overview',
        effects: [
          reason === 'bringBack'
            ? { do: 'bringPinBack', id: turn, pin }
            : { do: 'retirePin', id: turn, pin, reason },
        ],
      }),
    }),
    photos: closing(({ data: { pin = '' } }) => handOver('pin-photos', pin)),
    merge: closing(({ data: { pin = '' } }) => handOver('merge-pins', pin)),
    list: closing(() => handOver('my-pins', '')),
    notYours: closing(() => ({ messages: [lost()] })),
    finished: closing(({ data: { pin = '' } }) => ({
      messages: [{ kind: 'say', text: text('finished') }],
      quick: [open(text('seeIt'), 'find-office', `code ${pin}`), open(text('myPins'), 'my-pins')],
    })),
  },
});

function chosen(wanted: Wanted, at: At): Advance<Data, StepName> {
  const { pin = '' } = at.data;
  const on = { id: at.turn, pin };
  switch (wanted) {
    case 'undo':
      return takeBack(at);
    case 'right':
      return { to: 'overview', effects: [{ do: 'checkPin', ...on }] };
    case 'bringBack':
      return { to: 'overview', effects: [{ do: 'bringPinBack', ...on }] };
    case 'finish':
      return { to: 'finished' };
    default:
      return { to: wanted };
  }
}

function overview(pin: WorkPin, parent: WorkPin['name'] | undefined): Message {
  const rows = PIN_FIELDS.map((field, index) => ({
    label: text('numbered', { number: index + 1, label: fieldTexts(field) }),
    value: valueInWords(field, pin, parent),
  }));
  const state = [
    ...(pin.retired ? [{ label: text('state'), value: text('retiredState') }] : []),
    ...(pin.editors.length > 0 ? [{ label: text('alsoHere'), value: colleaguesAtWork(pin.editors) }] : []),
  ];
  return {
    kind: 'summary',
    title: text('overview', { name: pin.name, code: pin.code }),
    rows: [...state, ...rows],
    options: pinFields.options,
  };
}

function quickFor({ state }: WorkPin, mayMerge: boolean): Option[] {
  const onMap = ['right', 'photos', 'undo', 'retire', ...(mayMerge ? ['merge'] : []), 'finish'];
  const left = state === 'retired' ? ['bringBack', 'photos', 'undo', 'finish'] : onMap;
  return actions.options.filter(({ do: action }) => action.act === 'answer' && left.includes(action.value));
}

function lost(): Message {
  return { kind: 'question', text: text('notYours'), options: [open(text('myPins'), 'my-pins')] };
}

function handOver(flow: string, value: string): Closing {
  return { messages: [], handOver: { flow, opening: { value, words: '' } } };
}

function isField(name: string): name is PinField {
  return PIN_FIELDS.some((field) => field === name);
}
