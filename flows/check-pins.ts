/**
 * Checking a pin, years later: its fields one after the other and then its photos, each still right or to be changed.
 * Photos are changed at once; what else is to be changed is asked for at the end, in one go. A pin that is all right
 * counts as checked today.
 */
import { z } from 'zod';
import { daysSince } from './days-since.ts';
import { anyOf, choiceOf, oneOfOptions, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At } from './engine/flow.ts';
import { answer, type Message, type Option, open, say } from './engine/message.ts';
import { defineTexts, labelsOf } from './engine/text.ts';
import { photoMessage } from './photo-message.ts';
import { photosOpening, picture } from './photo-opening.ts';
import { fieldTexts, valueInWords } from './pin-fields.ts';
import { type RememberedName, rememberedName } from './remembered-name.ts';
import { whoseWork } from './whose.ts';

/** What goes out of date, in the order in which it is asked. */
const CHECKED = ['nameTh', 'position', 'addressTh', 'phones', 'website', 'hours'] as const;
type Checked = (typeof CHECKED)[number];

const data = z.object({
  pin: z.string().optional(),
  /** The message with a picture that was sent when photos were asked about. */
  image: z.string().optional(),
  wrong: z.array(z.enum(CHECKED)).optional(),
  items: z
    .array(z.object({ code: z.string(), name: rememberedName, days: z.number().nullable() }))
    .optional(),
  /** How many of the pins were not checked for a year. */
  due: z.number().optional(),
});
type Data = z.infer<typeof data>;
type StepName = Checked | 'photos' | 'toPhotos' | 'list' | 'allRight' | 'change' | 'nothing' | 'notYours';

const SHOWN = 8;
/** Pins looked at to count those that are due. */
const COUNTED = 500;
/** Older than this a check is no longer one. Days. */
const YEAR = 365;

const text = defineTexts('check-pins', {
  title: { th: 'ตรวจสอบหมุด', en: 'Check pins' },
  list: {
    th: 'หมุดที่ควรตรวจก่อน เรียงจากที่ไม่ได้ตรวจนานที่สุด\nเกินหนึ่งปีแล้ว {{due}} หมุด',
    en: 'Pins to look at, the longest unchecked first.\nNot checked for a year: {{due}}',
  },
  checkedDays: {
    th: '{{name}} (ตรวจเมื่อ {{count}} วันก่อน)',
    en: '{{name}} (checked {{count}} days ago)',
    enOne: '{{name}} (checked {{count}} day ago)',
  },
  neverChecked: { th: '{{name}} (ยังไม่เคยตรวจ)', en: '{{name}} (never checked)' },
  stillRight: { th: '{{label}}: {{value}}\nยังถูกต้องหรือไม่', en: '{{label}}: {{value}}\nIs that still right?' },
  photos: { th: 'รูปถ่าย', en: 'Photos' },
  count: { th: '{{count}} รูป', en: '{{count}}' },
  none: { th: 'ยังไม่มี ส่งรูปมาในแชตนี้ได้เลย', en: 'none yet; you can send one here' },
  right: { th: 'ยังถูกต้อง', en: 'Still right' },
  wrong: { th: 'ต้องแก้', en: 'To be changed' },
  allRight: { th: 'ขอบคุณ บันทึกว่าตรวจสอบแล้ววันนี้', en: 'Thank you; noted as checked today.' },
  changeNow: { th: 'ขอบคุณ ต่อไปแก้ทีละข้อ', en: 'Thank you. Now one correction after the other.' },
  nothing: { th: 'ยังไม่มีหมุดที่เผยแพร่ให้ตรวจ', en: 'There are no published pins to check yet.' },
  notYours: { th: 'ไม่พบหมุดนี้ในหมุดที่คุณแก้ไขได้', en: 'This pin is not among those you may change.' },
  another: { th: 'ตรวจหมุดถัดไป', en: 'Check the next one' },
  addPhotos: { th: 'ดูรูปถ่าย', en: 'See the photos' },
  myPins: { th: 'หมุดของฉัน', en: 'My pins' },
});

const answers = choiceOf(text, { right: 'right', wrong: 'wrong' });
const { question, closing } = stepsOf<Data, StepName>();

export const checkPins = defineFlow({
  id: 'check-pins',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: false,
  words: { th: ['ตรวจสอบหมุด', 'ตรวจหมุด'], en: ['check pins', 'check pin'] },
  takesWords: true,
  needsConsent: true,
  browsing: ['list'],
  async start({ value, words }, at) {
    const [code = '', afterPhotos] = value.split(' photos:');
    const typed = code || words;
    if (!typed) return stalest(at);
    const pin = await at.find.pins.pinForWork(typed, at.person);
    if (pin?.state !== 'published') return { to: 'notYours' };
    return afterPhotos === undefined
      ? { to: CHECKED[0], set: { pin: pin.code, wrong: [] } }
      : ended(
          pin.code,
          CHECKED.filter((field) => afterPhotos.split(',').includes(field)),
          at.turn,
        );
  },
  steps: {
    list: question({
      ask: ({ data: { items = [], due = 0 } }) => ({
        messages: [{ kind: 'question', text: text('list', { due }), options: items.map(itemOption) }],
      }),
      accepts: ({ data: { items = [] } }) =>
        oneOfOptions(items.map(({ code, name }) => ({ value: code, labels: labelsOf(name) }))),
      next: (pin) => ({ to: CHECKED[0], set: { pin, wrong: [] } }),
    }),
    nameTh: fieldStep('nameTh'),
    position: fieldStep('position'),
    addressTh: fieldStep('addressTh'),
    phones: fieldStep('phones'),
    website: fieldStep('website'),
    hours: fieldStep('hours'),
    photos: question({
      async ask({ find, data: { pin = '' }, person }) {
        const photos = (await find.pins.photosForWork(pin, person)) ?? [];
        const value = photos.length > 0 ? text('count', { count: photos.length }) : text('none');
        const sentence = text('stillRight', { label: text('photos'), value });
        return {
          messages: [
            ...(photos.length > 0 ? [photoMessage(text('photos'), photos)] : []),
            { kind: 'question', text: sentence, options: answers.options },
          ],
        };
      },
      accepts: anyOf(picture, anyOf(yesOrNo('right', 'wrong'), answers.accept)),
      next(choice, { data: { pin = '', wrong = [] }, turn }) {
        if (choice === 'right') return ended(pin, wrong, turn);
        return { to: 'toPhotos', set: { image: typeof choice === 'object' ? choice.image : undefined } };
      },
    }),
    toPhotos: closing(({ data: { pin = '', wrong = [], image } }) => ({
      messages: [],
      handOver: {
        flow: 'pin-photos',
        opening: {
          value: photosOpening({ pin, check: wrong.join(','), ...(image && { image }) }),
          words: '',
        },
      },
    })),
    allRight: closing(({ outcomes, data: { pin = '' } }) => {
      const refused = outcomes.some((outcome) => outcome.of === 'checkPin' && outcome.result === 'not-yours');
      return {
        messages: [say(text(refused ? 'notYours' : 'allRight'))],
        quick: [open(text('another'), 'check-pins'), open(text('addPhotos'), 'pin-photos', pin)],
      };
    }),
    change: closing(({ data: { pin = '', wrong = [] } }) => ({
      messages: [say(text('changeNow'))],
      handOver: { flow: 'edit-pin', opening: { value: `${pin} ${wrong.join(',')}`, words: '' } },
    })),
    nothing: closing(() => ({ messages: [say(text('nothing'))], quick: [open(text('myPins'), 'my-pins')] })),
    notYours: closing(() => ({
      messages: [say(text('notYours'))],
      quick: [open(text('myPins'), 'my-pins')],
    })),
  },
});

function fieldStep(field: Checked) {
  return question({
    async ask({ find, data: { pin: code = '' }, person }) {
      const pin = await find.pins.pinForWork(code, person);
      if (!pin) return { messages: [say(text('notYours'))] };
      const sentence = text('stillRight', { label: fieldTexts(field), value: valueInWords(field, pin) });
      const onMap: Message[] =
        field === 'position'
          ? [{ kind: 'place', title: pin.name, address: fieldTexts('position'), position: pin.position }]
          : [];
      return { messages: [...onMap, { kind: 'question', text: sentence, options: answers.options }] };
    },
    accepts: anyOf(yesOrNo('right', 'wrong'), answers.accept),
    next: (choice, at) => after(field, choice, at),
  });
}

function after(
  field: Checked,
  choice: 'right' | 'wrong',
  { data: { wrong = [] } }: At<Data>,
): Advance<Data, StepName> {
  const noted = choice === 'wrong' ? [...wrong, field] : wrong;
  return { to: CHECKED[CHECKED.indexOf(field) + 1] ?? 'photos', set: { wrong: noted } };
}

/** Everything was asked about. */
function ended(pin: string, wrong: Checked[], turn: string): Advance<Data, StepName> {
  return wrong.length > 0
    ? { to: 'change', set: { pin, wrong } }
    : { to: 'allRight', set: { pin }, effects: [{ do: 'checkPin', id: turn, pin }] };
}

async function stalest({ find, who, person, now }: At<Data>): Promise<Advance<Data, StepName>> {
  const { pins } = await find.pins.pinsOf({
    ...whoseWork(who, person),
    order: 'unchecked',
    skip: 0,
    limit: COUNTED,
  });
  const items = pins.map(({ code = '', name, checkedAt }) => ({
    code,
    name: name ?? '',
    days: checkedAt ? daysSince(checkedAt, now) : null,
  }));
  if (items.length === 0) return { to: 'nothing' };
  const due = items.filter(({ days }) => days === null || days > YEAR).length;
  return { to: 'list', set: { items: items.slice(0, SHOWN), due } };
}

function itemOption({
  code,
  name,
  days,
}: {
  code: string;
  name: RememberedName;
  days: number | null;
}): Option {
  return answer(
    days === null ? text('neverChecked', { name }) : text('checkedDays', { name, count: days }),
    code,
  );
}
