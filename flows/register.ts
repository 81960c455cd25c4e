/**
 * Registering (ลงทะเบียน): with an invitation code a role at once; without one an agency, who one is, and a
 * coordinator's word.
 */
import { z } from 'zod';
import {
  agencyLabel,
  agencyQuestions,
  agencySearch,
  rememberedAgency,
  searchAgencies,
} from './agency-choice.ts';
import { readInvitationCode } from './answers/invitation-code.ts';
import { anyOf, choiceOf, textOf, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At, Closing, Move } from './engine/flow.ts';
import { type Asking, type Message, open, say } from './engine/message.ts';
import type { Profile } from './engine/who.ts';
import type { ListedAgency } from './people-look-ups.ts';
import { profileTexts } from './profile-answers.ts';
import {
  firstMissing,
  type ProfileField,
  profileChanges,
  profileQuestions,
  profileRows,
  profileSaid,
  saidProfile,
  wholeProfile,
} from './profile-questions.ts';
import { redeemedWords } from './redeemed-words.ts';
import { registerTexts as text } from './register-texts.ts';
import { day } from './role-names.ts';

const data = z.object({
  search: agencySearch.optional(),
  agency: rememberedAgency.optional(),
  profile: saidProfile.optional(),
});
type Data = z.infer<typeof data>;
type StepName =
  | 'search'
  | 'pick'
  | 'agency'
  | 'missing'
  | ProfileField
  | 'confirm'
  | 'sent'
  | 'reported'
  | 'redeemed'
  | 'noAgencies';
type Step = Advance<Data, StepName>;

/** Those who registered before, as many as are shown. */
const COLLEAGUES_SHOWN = 8;

const agencyAnswers = choiceOf(text, { yes: 'yes', other: 'other' });
const changes = choiceOf(profileTexts, { send: 'send', search: 'changeAgency', ...profileChanges }, 'send');

const { question, closing } = stepsOf<Data, StepName>();

export const register = defineFlow({
  id: 'register',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ลงทะเบียน', 'ลงทะเบียนเจ้าหน้าที่'], en: ['register', 'sign up'] },
  takesWords: true,
  needsConsent: true,
  async start({ words: typed, value }, at) {
    // The button under an answer to a report of a missing agency carries the agency's code.
    const words = typed || value;
    const code = readInvitationCode(words);
    if (code) return redeem(code, at);
    if (!(await at.find.people.hasAgencies())) return { to: 'noAgencies' };
    const found = words ? await searchAgencies(at.find.people.agenciesNamed, words) : undefined;
    return found ? { to: 'pick', set: { search: found } } : { to: 'search' };
  },
  steps: {
    ...agencyQuestions<Data, StepName>({
      asks: text('search'),
      offers: (query) => text('pick', { query }),
      among: 'all',
      show: (search) => ({ to: 'pick', set: { search } }),
      chosen: agencyChosen,
      otherwise: {
        value: 'missing',
        label: text('notListed'),
        typed: text.texts.notListed,
        to: 'missing',
      },
      instead(words, at) {
        const code = readInvitationCode(words);
        return code ? redeem(code, at) : undefined;
      },
    }),
    agency: question({
      ask: askAgency,
      accepts: anyOf(yesOrNo('yes', 'other'), agencyAnswers.accept),
      next: (choice, at) => (choice === 'other' ? { to: 'search' } : withProfile(profileSaid(at))),
    }),
    missing: question({
      ask: () => ({ messages: [say(text('missing'))] }),
      accepts: textOf({ min: 3, max: 200 }),
      next: (words, { run }) => ({
        to: 'reported',
        effects: [{ do: 'reportMissingAgency', key: `${run}:missing`, words }],
      }),
    }),
    ...profileQuestions<Data, StepName>(withProfile),
    confirm: question({
      ask: (at) => ({ messages: [overview(at)] }),
      accepts: anyOf(yesOrNo('send'), changes.accept),
      next: (choice, at) => (choice === 'send' ? sent(at) : { to: choice }),
    }),
    sent: closing(sentWords),
    reported: closing(() => ({ messages: [say(text('reported'))] })),
    redeemed: closing(redeemed),
    noAgencies: closing(() => ({ messages: [say(text('noAgencies'))] })),
  },
});

function redeem(code: string, { run }: At<Data>): Step {
  return { to: 'redeemed', effects: [{ do: 'redeemInvitation', key: `${run}:redeem`, code }] };
}

/** The role is there already; who its holder is may be said now or later. */
async function redeemed(at: At<Data>): Promise<Closing> {
  const messages = [say(await redeemedWords(at))];
  const isIn = at.outcomes.some((done) => done.of === 'redeemInvitation' && done.result === 'redeemed');
  if (!isIn || at.who.profile) return { messages, quick: [open(text('seeRole'), 'role')] };
  const opening = { value: 'invited', words: '' };
  return {
    messages: [...messages, say(text('tellProfile'))],
    handOver: { flow: 'my-profile', opening },
  };
}

function agencyChosen(agency: ListedAgency, { who }: At<Data>): Move<Data, StepName> {
  const isTheirs = who.roles.some((role) => role.role === 'official' && role.agency === agency.code);
  return isTheirs ? { again: text('alreadyYours') } : { to: 'agency', set: { agency } };
}

async function askAgency({ data: { agency }, find }: At<Data>): Promise<Asking> {
  const there = await find.people.registeredAt(agency?.code ?? '');
  const called = agency ? agencyLabel(agency) : '';
  if (there.length === 0)
    return {
      messages: [
        { kind: 'question', text: text('first', { agency: called }), options: agencyAnswers.options },
      ],
    };
  const rows = there
    .slice(0, COLLEAGUES_SHOWN)
    .map(({ name, since }) => ({ label: name, value: text('since', { date: day(since) }) }));
  return {
    messages: [
      {
        kind: 'summary',
        title: text('colleagues', { agency: called, count: there.length }),
        rows,
        options: [],
      },
      { kind: 'question', text: text('isYours'), options: agencyAnswers.options },
    ],
  };
}

function withProfile(profile: Partial<Profile>): Step {
  return { to: firstMissing(profile) ?? 'confirm', set: { profile } };
}

function overview({ data: { agency, profile = {} }, who }: At<Data>): Message {
  const isKnown =
    who.profile !== null && who.profile.phone === profile.phone && who.profile.email === profile.email;
  return {
    kind: 'summary',
    title: text(isKnown ? 'confirmKnown' : 'confirm'),
    rows: [{ label: text('agencyLabel'), value: agency ? agencyLabel(agency) : '' }, ...profileRows(profile)],
    options: changes.options,
  };
}

function sent(at: At<Data>): Step {
  const { agency } = at.data;
  const said = profileSaid(at);
  const profile = wholeProfile(said);
  if (!agency) return { to: 'search' };
  if (!profile) return withProfile(said);
  const key = `${at.run}:${agency.code}`;
  return { to: 'sent', effects: [{ do: 'requestRegistration', key, agency: agency.code, profile }] };
}

function sentWords({ outcomes, data: { agency, profile } }: At<Data>): Closing {
  const done = outcomes.find((outcome) => outcome.of === 'requestRegistration');
  const called = agency?.name ?? '';
  switch (done?.result) {
    case 'already-waiting':
      return { messages: [say(text('alreadyWaiting', { agency: called }))] };
    case 'already-official':
      return { messages: [say(text('alreadyYours'))], quick: [open(text('seeRole'), 'role')] };
    case 'waiting':
      return { messages: [say(text('waiting', { name: profile?.firstName ?? '', agency: called }))] };
    default:
      return { messages: [say(text('gone'))] };
  }
}
