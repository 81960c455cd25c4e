/**
 * Everything people can say in their own words, as the models keep it: who says it, how it is put down, and at which steps
 * of which conversations it is said. The same person unsends it afterwards.
 */
import { randomUUID } from 'node:crypto';
import { tellComplaintNews } from '../../jobs/tell-complaint-news.ts';
import {
  answerReporter,
  askReporter,
  disputeSolved,
  forwardCase,
  saySomething,
  solveCase,
  takeCase,
} from '../../models/complaint.ts';
import { keepComplaintDraft } from '../../models/complaint-draft.ts';
import { changeCopies } from '../../models/copy-record.ts';
import { cancelDeadline, changeDeadline, makeDeadline } from '../../models/deadline-work.ts';
import { closeMissingAgency, reportMissingAgency } from '../../models/missing-agency.ts';
import { revokeOfficial, saveProfile } from '../../models/person.ts';
import { keepDraft, publishPin } from '../../models/pin.ts';
import { setFields } from '../../models/pin-work.ts';
import { addOwnProcedure } from '../../models/procedure-own.ts';
import { rateOffice } from '../../models/rating.ts';
import { answerComment } from '../../models/rating-comments.ts';
import { addToRating } from '../../models/rating-words.ts';
import { decideRegistration, requestRegistration } from '../../models/registration.ts';
import { chooseRoute } from '../../models/route-choice.ts';
import { reportCopyAsked, reportPin } from '../../models/task.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';
import { CONTACT, REPORTER, send, work } from '../models/complaint-builder.ts';
import { change, HERE, MALI, NEXT } from '../models/people-builder.ts';
import { aPin } from '../models/pin-builder.ts';
import { putForKind } from '../models/procedure-builder.ts';
import { NOON } from '../models/register-builder.ts';
import { answer, submit } from '../models/survey-builder.ts';
import { raw } from './person-builder.ts';

/** What a message said, as steps read it: on one line, or with its lines. `pin` is the code of an office of HERE. */
export type Typed = { line: string; lines: string; pin: string };

export type Saying = {
  by: string;
  /** The steps of conversations at which it is said. */
  steps: readonly string[];
  say: (typed: Typed) => Promise<unknown>;
  /** Another text than the usual one, where a parser asks for it; `gone` is looked for afterwards. */
  text?: string;
  gone?: string;
  /** The name of a public thing stays, and its keeper is told. */
  stays?: string;
};

const OFFICIAL = 'official';
const COORDINATOR = 'coordinator';

/** A case of the reporter's that the official works on. */
async function openCase(pin: string): Promise<string> {
  const code = await send('case', { pin }, { words: 'เรื่องเดิม' });
  await takeCase(work(code, OFFICIAL, 'take'));
  return code;
}

const solvedCase = async (pin: string): Promise<string> => {
  const code = await openCase(pin);
  await solveCase(work(code, OFFICIAL, 'solve'), { words: 'แก้แล้ว', photos: [] });
  return code;
};

const step = async (code: string, deed: Promise<unknown>): Promise<void> => {
  await deed;
  await tellComplaintNews(code, NOON);
};

const rating = (pin: string, by: string) => ({ pin, by, day: bangkokDate(NOON) });

async function rated(pin: string, by: string): Promise<void> {
  await rateOffice({ ...rating(pin, by), stars: 2, at: NOON, key: 'rate' }, randomUUID);
}

const deadline = (title: { th: string; en?: string }) => ({
  title,
  what: 'pinned' as const,
  scope: 'province:91',
  kinds: [],
  opensOn: '2018-05-01',
  closesOn: '2018-05-31',
  remindBefore: [7],
});

const pinWork = (pin: string, key: string) => ({ pin, by: OFFICIAL, at: NOON, key });

const registration = (profile: typeof MALI) =>
  requestRegistration({ id: 'wish', person: REPORTER, agency: NEXT, profile, at: NOON });

const phone = { number: '021234567', extensions: [] };

export const sayings: Readonly<Record<string, Saying>> = {
  'a complaint': {
    by: REPORTER,
    steps: ['complain.words'],
    say: async ({ lines, pin }) => {
      const code = await send('case', { pin }, { words: lines });
      await tellComplaintNews(code, NOON);
    },
  },
  'an unfinished complaint': {
    by: REPORTER,
    steps: ['complain.words'],
    say: ({ lines }) => keepComplaintDraft({ person: REPORTER, fields: { words: lines }, at: NOON }),
  },
  'how to reach the reporter': {
    by: REPORTER,
    steps: ['complain.contact', 'complain.contactDetail'],
    text: CONTACT,
    gone: CONTACT,
    say: ({ line, pin }) => send('case', { pin }, { contact: line }),
  },
  'the answer to a question': {
    by: REPORTER,
    steps: ['track-complaint.answerIt'],
    say: async ({ lines, pin }) => {
      const code = await openCase(pin);
      await askReporter(work(code, OFFICIAL, 'ask'), 'ที่ไหน');
      await step(code, saySomething(work(code, REPORTER, 'say'), lines));
    },
  },
  'why it is not solved': {
    by: REPORTER,
    steps: ['track-complaint.why'],
    say: async ({ lines, pin }) => {
      const code = await solvedCase(pin);
      await step(code, disputeSolved(work(code, REPORTER, 'dispute'), lines));
    },
  },
  'a question of the office': {
    by: OFFICIAL,
    steps: ['complaint-cases.say'],
    say: async ({ lines, pin }) => {
      const code = await openCase(pin);
      await step(code, askReporter(work(code, OFFICIAL, 'ask'), lines));
    },
  },
  'an answer of the office': {
    by: OFFICIAL,
    steps: ['complaint-cases.say'],
    say: async ({ lines, pin }) => {
      const code = await openCase(pin);
      // It is not told yet: the process died before.
      await answerReporter(work(code, OFFICIAL, 'answer'), lines);
    },
  },
  'how it was solved': {
    by: OFFICIAL,
    steps: ['complaint-cases.say'],
    say: async ({ lines, pin }) => {
      const code = await openCase(pin);
      await step(code, solveCase(work(code, OFFICIAL, 'solve'), { words: lines, photos: [] }));
    },
  },
  'why there is no photo of it': {
    by: OFFICIAL,
    steps: ['complaint-cases.noPhoto', 'complaint-cases.whyNoPhoto'],
    say: async ({ lines, pin }) => {
      const code = await openCase(pin);
      const solution = { words: 'แก้แล้ว', photos: [], whyNoPhoto: lines };
      await step(code, solveCase(work(code, OFFICIAL, 'solve'), solution));
    },
  },
  'why a case is passed on': {
    by: OFFICIAL,
    steps: ['complaint-cases.reason'],
    say: async ({ lines, pin }) => {
      const code = await openCase(pin);
      await step(code, forwardCase(work(code, OFFICIAL, 'forward'), { agency: NEXT }, lines));
    },
  },
  'a comment with a number in it': {
    by: REPORTER,
    steps: ['rate.comment'],
    text: 'เจ้าหน้าที่พูดจาสัตว์มาก โทร 081-234-5678',
    gone: 'พูดจา',
    say: async ({ line, pin }) => {
      await rated(pin, REPORTER);
      await addToRating(rating(pin, REPORTER), { comment: line });
    },
  },
  'the public answer to a comment': {
    by: OFFICIAL,
    steps: ['comments.write'],
    say: async ({ line, pin }) => {
      await rated(pin, REPORTER);
      await addToRating(rating(pin, REPORTER), { comment: 'ช้า' });
      const { _id } = (await raw('ratings').findOne({})) ?? { _id: '' };
      await answerComment({ rating: _id, words: line, by: OFFICIAL, at: NOON, key: 'answer' });
    },
  },
  'what is wrong with a pin': {
    by: REPORTER,
    steps: ['report-pin.words'],
    say: ({ line, pin }) =>
      reportPin({ pin, fault: 'other', words: line, by: REPORTER, at: NOON, key: 'report' }),
  },
  'a copy that was still asked for': {
    by: REPORTER,
    steps: ['copy-flag.sure'],
    say: async ({ line, pin }) => {
      const asked = { procedure: 'birth', pin, words: line, by: REPORTER, at: NOON, key: 'flag' };
      await raw('copy_flags').insertOne({ _id: 'flag', ...asked });
      await reportCopyAsked(asked);
    },
  },
  'a missing agency': {
    by: REPORTER,
    steps: ['register.missing'],
    say: ({ line }) => reportMissingAgency({ id: 'missing', person: REPORTER, words: line, at: NOON }),
  },
  'the answer to a missing agency': {
    by: 'admin',
    steps: ['missing-agencies.reason'],
    say: async ({ line }) => {
      await reportMissingAgency({ id: 'missing', person: REPORTER, words: 'อบต.หายไป', at: NOON });
      await closeMissingAgency('missing', { reason: line }, change('admin', 'close'));
    },
  },
  'a first name': {
    by: REPORTER,
    steps: ['register.firstName', 'my-profile.firstName'],
    text: 'นางสาว สมศรีทดสอบ',
    gone: 'สมศรีทดสอบ',
    say: () => registration({ ...MALI, firstName: 'สมศรีทดสอบ' }),
  },
  'a last name': {
    by: REPORTER,
    steps: ['register.lastName', 'my-profile.lastName'],
    text: ' ใจงามยิ่ง ',
    gone: 'ใจงามยิ่ง',
    say: () => saveProfile(REPORTER, { ...MALI, lastName: 'ใจงามยิ่ง' }),
  },
  'an e-mail address': {
    by: REPORTER,
    steps: ['register.email', 'my-profile.email'],
    text: 'อีเมล somsri@Example.ORG',
    gone: 'somsri',
    say: () => registration({ ...MALI, email: 'somsri@example.org' }),
  },
  'a phone number of one’s own': {
    by: REPORTER,
    steps: ['register.phone', 'my-profile.phone'],
    text: 'โทร ๐๒ ๑๒๓ ๔๕๖๗',
    gone: '02-123-4567',
    say: () => registration({ ...MALI, phone: '02-123-4567' }),
  },
  'why a request is refused': {
    by: COORDINATOR,
    steps: ['approvals.reason'],
    say: async ({ line }) => {
      await registration(MALI);
      await decideRegistration('wish', { approve: false, reason: line }, change(COORDINATOR, 'refuse'));
    },
  },
  'why a role is taken': {
    by: COORDINATOR,
    steps: ['officials.reason'],
    say: ({ line }) =>
      revokeOfficial({ person: 'colleague', agency: HERE, reason: line }, change(COORDINATOR, 'revoke')),
  },
  'the name in a draft': {
    by: OFFICIAL,
    steps: ['pin-office.name'],
    say: ({ line }) =>
      keepDraft({ id: 'draft', owner: OFFICIAL, fields: { nameTh: line }, step: 'kind', now: NOON }),
  },
  'the name of a pin': {
    by: REPORTER,
    steps: ['pin-office.name', 'edit-pin.nameTh'],
    stays: 'name',
    say: ({ line }) =>
      publishPin({
        id: 'own',
        owner: REPORTER,
        pin: aPin({ nameTh: line }),
        now: NOON,
        newCode: () => 'ZZZZ2',
      }),
  },
  'the English name of a pin': {
    by: OFFICIAL,
    steps: ['edit-pin.nameEn'],
    text: 'Khao Mai Office of nobody',
    gone: 'Office of nobody',
    say: ({ line, pin }) => setFields({ ...pinWork(pin, 'en'), fields: { nameEn: line } }),
  },
  'an address': {
    by: OFFICIAL,
    steps: ['edit-pin.addressTh', 'edit-pin.addressEn'],
    say: ({ line, pin }) => setFields({ ...pinWork(pin, 'address'), fields: { addressTh: line } }),
  },
  'a phone number of an office': {
    by: OFFICIAL,
    steps: ['edit-pin.phones'],
    text: 'โทร ๐๒ ๑๒๓ ๔๕๖๗',
    gone: '021234567',
    say: ({ pin }) => setFields({ ...pinWork(pin, 'phones'), fields: { phones: [phone] } }),
  },
  'a website, which a colleague changes since': {
    by: OFFICIAL,
    steps: ['edit-pin.website'],
    text: 'www.Khaomai-Hidden.go.th',
    gone: 'khaomai-hidden',
    say: async ({ pin }) => {
      await setFields({
        ...pinWork(pin, 'website'),
        fields: { website: 'https://www.khaomai-hidden.go.th/' },
      });
      const colleague = { ...pinWork(pin, 'other'), by: 'colleague' };
      await setFields({ ...colleague, fields: { website: 'https://www.khaomai.go.th/' } });
    },
  },
  'opening hours': {
    by: OFFICIAL,
    steps: ['edit-pin.hours', 'edit-pin.hoursChoice'],
    text: 'จ-ศ 08.17-16.43',
    gone: '497',
    say: async ({ pin }) => {
      const { parseOpeningHours } = await import('../../flows/answers/opening-hours.ts');
      const hours = parseOpeningHours('จ-ศ 08.17-16.43');
      if (!hours.ok) throw new Error('these are hours');
      await setFields({ ...pinWork(pin, 'hours'), fields: { hours: hours.value } });
    },
  },
  'whom to ask about a pin': {
    by: OFFICIAL,
    steps: ['edit-pin.contact', 'edit-pin.contactPhone'],
    say: ({ line, pin }) =>
      setFields({ ...pinWork(pin, 'contact'), fields: { contact: { name: line, phone } } }),
  },
  'the name of a manual': {
    by: OFFICIAL,
    steps: ['manuals.newTitle'],
    stays: 'name',
    say: ({ line }) =>
      addOwnProcedure({ agency: HERE, titleTh: line, papers: [], by: OFFICIAL, at: NOON, key: 'own' }),
  },
  'the papers of a manual': {
    by: OFFICIAL,
    steps: ['manuals.newPapers'],
    text: 'บัตรประชาชน\nใบอนุญาตของนายสมชาย',
    gone: 'นายสมชาย',
    say: () =>
      addOwnProcedure({
        agency: HERE,
        titleTh: 'ขอใบอนุญาต',
        papers: [{ name: { th: 'ใบอนุญาตของนายสมชาย' }, need: 'original' }],
        by: OFFICIAL,
        at: NOON,
        key: 'own',
      }),
  },
  'a suggestion in the survey': {
    by: OFFICIAL,
    steps: ['survey.q:suggestion'],
    say: async ({ lines }) => {
      await answer(OFFICIAL, 'a', 'q1', { text: lines });
      await submit(OFFICIAL, 's');
    },
  },
  'a detail in the survey': {
    by: OFFICIAL,
    steps: ['survey.more:channels:other', 'survey.more:plan:unsure'],
    say: async ({ lines }) => {
      await answer(OFFICIAL, 'a', 'q1', { choices: ['other'], details: { other: lines } });
      await submit(OFFICIAL, 's');
    },
  },
  'why another route': {
    by: COORDINATOR,
    steps: ['route.reason'],
    say: ({ line }) =>
      chooseRoute({
        agency: HERE,
        route: 'online-a',
        reason: line,
        by: COORDINATOR,
        at: NOON,
        key: 'route',
      }),
  },
  'what keeps a copy': {
    by: OFFICIAL,
    steps: ['copies.reason'],
    say: async ({ line }) => {
      await putForKind('birth');
      await changeCopies({
        agency: HERE,
        procedure: 'birth',
        change: { idCard: true, blockers: ['law'], blockerText: line },
        by: OFFICIAL,
        at: NOON,
        key: 'copies',
      });
    },
  },
  'the title of a deadline': {
    by: COORDINATOR,
    steps: ['deadlines.titleTh', 'deadlines.scope'],
    stays: 'name',
    say: ({ line }) => makeDeadline('d', deadline({ th: line }), change(COORDINATOR, 'make')),
  },
  'the English title of a deadline': {
    by: COORDINATOR,
    steps: ['deadlines.titleEn'],
    text: 'Pins before nobody knows',
    gone: 'nobody knows',
    say: ({ line }) => makeDeadline('d', deadline({ th: 'ปักหมุด', en: line }), change(COORDINATOR, 'make')),
  },
  'why a deadline changes': {
    by: COORDINATOR,
    steps: ['deadlines.reason'],
    say: async ({ line }) => {
      const made = await makeDeadline('d', deadline({ th: 'ปักหมุด' }), change(COORDINATOR, 'make'));
      if (made.result !== 'made') throw new Error(made.result);
      const wish = { change: { closesOn: '2018-06-15' }, seen: made.deadline.changedAt, reason: line };
      await changeDeadline('d', wish, change(COORDINATOR, 'change'));
    },
  },
  'why a deadline is cancelled': {
    by: COORDINATOR,
    steps: ['deadlines.cancelReason'],
    say: async ({ line }) => {
      await makeDeadline('d', deadline({ th: 'ปักหมุด' }), change(COORDINATOR, 'make'));
      await cancelDeadline('d', line, change(COORDINATOR, 'cancel'));
    },
  },
  'a reminder by hand': {
    by: COORDINATOR,
    steps: ['progress.words'],
    say: async ({ line }) => {
      const day = bangkokDate(NOON);
      const saying = { messages: [{ kind: 'say', text: { key: 'remind:own', vars: { words: line } } }] };
      await raw('audit').insertOne({
        _id: 'wish',
        at: NOON,
        by: COORDINATOR,
        about: { kind: 'reminder', id: 'd' },
        changes: [{ field: 'words', from: null, to: line }],
      });
      await raw('reminder_claims').insertOne({
        _id: `${day}:colleague:manual`,
        day,
        person: 'colleague',
        by: COORDINATOR,
        wish: 'wish',
        words: line,
        batch: 'batch',
        createdAt: NOON,
      });
      await raw('reminder_batches').insertOne({ _id: 'batch', day, saying, createdAt: NOON });
      await raw('outbox').insertOne({
        _id: 'batch',
        recipients: ['colleague', 'official'],
        state: 'waiting',
        saying,
      });
    },
  },
};
