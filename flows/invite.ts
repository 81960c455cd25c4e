/** Inviting (เชิญ): a code that gives a role at once, shown a single time; and the codes that are still open. */
import { z } from 'zod';
import { agencyQuestions, agencySearch } from './agency-choice.ts';
import { anyOf, choiceOf, oneOfOptions, textOf, yesOrNo } from './engine/accepts.ts';
import { defineFlow, stepsOf } from './engine/define-flow.ts';
import type { Advance, At, Closing, Move } from './engine/flow.ts';
import { answer, open, say } from './engine/message.ts';
import type { Words } from './engine/text.ts';
import type { Role } from './engine/who.ts';
import { inviteTexts as text } from './invite-texts.ts';
import type { ListedAgency } from './people-look-ups.ts';
import { day, instant, roleName } from './role-names.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const role = z.discriminatedUnion('role', [
  z.object({ role: z.literal('official'), agency: z.string() }),
  z.object({ role: z.literal('coordinator'), scope: z.string() }),
  z.object({ role: z.literal('administrator') }),
]);
const invitation = z.object({ id: z.string(), role, place: name, expiresAt: z.string() });
const data = z.object({
  search: agencySearch.optional(),
  scopes: z.array(z.object({ scope: z.string(), name })).optional(),
  /** What is being invited to. */
  to: z.object({ role, place: name }).optional(),
  expiresAt: z.string().optional(),
  /** Open invitations as they were listed. */
  listed: z.array(invitation).optional(),
  chosen: invitation.optional(),
});
type Data = z.infer<typeof data>;
type StepName =
  | 'what'
  | 'agency'
  | 'pick'
  | 'scope'
  | 'pickScope'
  | 'sure'
  | 'code'
  | 'list'
  | 'sureRevoke'
  | 'revoked'
  | 'noneOpen';

/** How long a code can be used. Milliseconds: seven days. */
const GOOD_FOR = 7 * 86_400_000;
/** LINE's longest text. */
const ANY_TEXT = { min: 1, max: 5_000 };

const forCoordinators = choiceOf(text, { official: 'official', list: 'list' });
const forAdministrators = choiceOf(text, { official: 'official', coordinator: 'coordinator', list: 'list' });
const sureAnswers = choiceOf(text, { make: 'make', not: 'not' });
const revokeAnswers = choiceOf(text, { revoke: 'revoke', keep: 'keep' });

const { question, closing } = stepsOf<Data, StepName>();

const agencies = agencyQuestions<Data, StepName>({
  asks: text('agency'),
  offers: (query) => text('pick', { query }),
  among: 'own',
  show: (search) => ({ to: 'pick', set: { search } }),
  chosen: officialOf,
});

export const invite = defineFlow({
  id: 'invite',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['เชิญ', 'เชิญเจ้าหน้าที่'], en: ['invite'] },
  takesWords: false,
  needsConsent: true,
  needs: ['coordinator', 'administrator'],
  browsing: ['what', 'list'],
  start: () => ({ to: 'what' }),
  steps: {
    what: question({
      ask: (at) => ({
        messages: [{ kind: 'question', text: text('what'), options: choicesFor(at).options }],
      }),
      accepts: (at) => choicesFor(at).accept,
      next: (what, at) => (what === 'list' ? listOpen(at) : { to: what === 'official' ? 'agency' : 'scope' }),
    }),
    agency: agencies.search,
    pick: agencies.pick,
    scope: question({
      ask: () => ({ messages: [say(text('scope'))], quick: [answer(text('country'), 'country')] }),
      accepts: anyOf(
        oneOfOptions([
          { value: 'country', labels: [text.texts.country.th, text.texts.country.en, 'country'] },
        ]),
        textOf(ANY_TEXT),
      ),
      next: scopeNamed,
    }),
    pickScope: question({
      ask: ({ data: { scopes = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('pickScope'),
            options: scopes.map(({ scope, name: called }) => answer(called, scope)),
          },
        ],
      }),
      accepts: ({ data: { scopes = [] } }) =>
        oneOfOptions(
          scopes.map(({ scope, name: { th, en } }) => ({ value: scope, labels: en ? [th, en] : [th] })),
        ),
      next(scope, { data: { scopes = [] } }) {
        const place = scopes.find((named) => named.scope === scope)?.name ?? { th: '' };
        return { to: 'sure', set: { to: { role: { role: 'coordinator', scope }, place } } };
      },
    }),
    sure: question({
      ask: ({ data: { to } }) => ({
        messages: [
          { kind: 'question', text: text('sure', { role: calledOf(to) }), options: sureAnswers.options },
        ],
      }),
      accepts: anyOf(yesOrNo('make', 'not'), sureAnswers.accept),
      next: (choice, at) => (choice === 'not' ? { to: 'what' } : make(at)),
    }),
    code: closing(codeWords),
    list: question({
      ask: ({ data: { listed = [] } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('open'),
            options: listed.map((one) =>
              answer(text('entry', { role: calledOf(one), until: day(one.expiresAt) }), one.id.slice(0, 32)),
            ),
          },
        ],
      }),
      accepts: ({ data: { listed = [] } }) =>
        oneOfOptions(listed.map(({ id, place: { th } }) => ({ value: id.slice(0, 32), labels: [th] }))),
      next: (id, { data: { listed = [] } }) => ({
        to: 'sureRevoke',
        set: { chosen: listed.find((one) => one.id.startsWith(id)) },
      }),
    }),
    sureRevoke: question({
      ask: ({ data: { chosen } }) => ({
        messages: [
          {
            kind: 'question',
            text: text('sureRevoke', { role: calledOf(chosen) }),
            options: revokeAnswers.options,
          },
        ],
      }),
      accepts: anyOf(yesOrNo('revoke', 'keep'), revokeAnswers.accept),
      next(choice, at) {
        const { chosen } = at.data;
        if (choice === 'keep' || !chosen) return { to: 'what' };
        const effect = { do: 'revokeInvitation', key: `${at.run}:revoke`, invitation: chosen.id } as const;
        return { to: 'revoked', effects: [effect] };
      },
    }),
    revoked: closing(({ outcomes }) => {
      const done = outcomes.find((outcome) => outcome.of === 'revokeInvitation');
      return { messages: [say(text(done?.revoked ? 'revoked' : 'notRevoked'))], quick: [another] };
    }),
    noneOpen: closing(() => ({ messages: [say(text('noneOpen'))], quick: [another] })),
  },
});

const another = open(text('another'), 'invite');

/** Only administrators invite coordinators; the operation itself checks it again. */
function choicesFor({ who }: At<Data>) {
  const isAdministrator = who.roles.some((held) => held.role === 'administrator');
  return isAdministrator ? forAdministrators : forCoordinators;
}

function officialOf({ code, name: called }: ListedAgency): Advance<Data, StepName> {
  return { to: 'sure', set: { to: { role: { role: 'official', agency: code }, place: called } } };
}

async function scopeNamed(words: string, { find }: At<Data>): Promise<Move<Data, StepName>> {
  const scopes =
    words === 'country'
      ? [{ scope: 'country', name: text.texts.country }]
      : await find.people.scopesNamed(words);
  const [only, ...more] = scopes;
  if (!only) return { again: text('noScope', { query: words.slice(0, 80) }) };
  if (more.length > 0) return { to: 'pickScope', set: { scopes } };
  return { to: 'sure', set: { to: { role: { role: 'coordinator', scope: only.scope }, place: only.name } } };
}

function make({ data: { to }, run, now }: At<Data>): Advance<Data, StepName> {
  if (!to) return { to: 'what' };
  const expiresAt = new Date(Date.parse(now) + GOOD_FOR).toISOString();
  return {
    to: 'code',
    set: { expiresAt },
    effects: [{ do: 'invite', key: keyOf(run), role: to.role, expiresAt }],
  };
}

/** One opening of the flow makes one invitation. */
const keyOf = (run: string): string => `${run}:invite`;

function codeWords({ outcomes, data: { to, expiresAt = '' }, language, run }: At<Data>): Closing {
  const done = outcomes.find((outcome) => outcome.of === 'invite');
  if (done?.result !== 'invited') return { messages: [say(text('notAllowed'))], quick: [another] };
  const code = { invitationOf: keyOf(run) };
  return {
    messages: [
      say(text('code', { role: calledOf(to), code, until: instant(expiresAt, language) })),
      say(text('howTo', { code })),
    ],
    quick: [another],
  };
}

async function listOpen({ find, person, now }: At<Data>): Promise<Advance<Data, StepName>> {
  const listed = await find.people.openInvitations(person, now);
  return listed.length > 0 ? { to: 'list', set: { listed } } : { to: 'noneOpen' };
}

function calledOf(one: { role: Role; place: { th: string; en?: string | undefined } } | undefined): Words {
  return one ? roleName(one.role, one.place) : '';
}
