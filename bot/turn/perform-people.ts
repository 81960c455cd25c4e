/** Carrying out what conversations decided about people: roles, invitations, registrations. */
import { createHash } from 'node:crypto';
import type { Saying } from '../../flows/engine/message.ts';
import type { PeopleEffects } from '../../flows/people-effects.ts';
import { codeUsedTold } from '../../flows/progress/leave-told.ts';
import { loadConversation } from '../../models/conversation.ts';
import { invitationCodeFor, invite, redeemInvitation, revokeInvitation } from '../../models/invitation.ts';
import { closeMissingAgency, reportMissingAgency } from '../../models/missing-agency.ts';
import { putNote } from '../../models/note.ts';
import { putInOutbox } from '../../models/outbox.ts';
import { actAs, NotAllowed, personById, revokeOfficial, saveProfile, takeRole } from '../../models/person.ts';
import { decideRegistration, requestRegistration } from '../../models/registration.ts';
import type { LentByCode } from '../../models/stand-in.ts';
import { addDays, startOfBangkokDay } from '../../models/thai/calendar.ts';
import { readConversation } from './stored-state.ts';

type Surroundings = { now: () => Date; newId: () => string; invitationSecret: string };

type Doer<Name extends keyof PeopleEffects> = (
  takes: PeopleEffects[Name]['takes'],
  person: string,
) => Promise<PeopleEffects[Name]['gives']>;

type Doers<Name extends keyof PeopleEffects> = { [N in Name]: Doer<N> };

/** The doers of the writes about people. */
export function createPeopleDoers(surroundings: Surroundings): Doers<keyof PeopleEffects> {
  return {
    ...registrationDoers(surroundings),
    ...roleDoers(surroundings),
    ...invitationDoers(surroundings),
  };
}

/** Asking for a role or for a missing agency, and the answers to both. */
function registrationDoers({
  now,
  newId,
}: Surroundings): Doers<
  'requestRegistration' | 'reportMissingAgency' | 'closeMissingAgency' | 'decideRegistration'
> {
  const tell = createTell({ now, newId });
  return {
    requestRegistration: ({ key, agency, profile }, person) =>
      requestRegistration({ id: idOf(key), person, agency, profile, at: now() }),
    async reportMissingAgency({ key, words }, person) {
      await reportMissingAgency({ id: idOf(key), person, words, at: now() });
      return { reported: true };
    },
    closeMissingAgency: ({ key, report, agency, reason = '', tell: saying }, by) =>
      orNotAllowed(async () => {
        const done = await closeMissingAgency(report, agency ? { agency } : { reason }, {
          key,
          by,
          at: now(),
        });
        if (done.result === 'closed') await tell(done.person, saying, key);
        return { result: done.result };
      }),
    decideRegistration: ({ key, registration, reason, tell: saying }, by) =>
      orNotAllowed(async () => {
        const decision =
          reason === undefined ? { approve: true as const } : { approve: false as const, reason };
        const done = await decideRegistration(registration, decision, { key, by, at: now() });
        if (done.result === 'already-decided') return done;
        await tell(done.person, saying, key);
        return { result: done.result };
      }),
  };
}

/** Who somebody is, and what they are. */
function roleDoers({
  now,
  newId,
}: Surroundings): Doers<'saveProfile' | 'actAs' | 'leaveRole' | 'revokeOfficial'> {
  const tell = createTell({ now, newId });
  return {
    async saveProfile({ profile }, person) {
      await saveProfile(person, profile);
      return { saved: true };
    },
    actAs: async ({ role }, person) => ({ acting: await actAs(person, role) }),
    leaveRole: async ({ key, role }, person) => ({
      left: await takeRole(person, role, { key, by: person, at: now() }),
    }),
    revokeOfficial: ({ key, person, agency, reason, tell: saying }, by) =>
      orNotAllowed(async () => {
        if (!(await revokeOfficial({ person, agency, reason }, { key, by, at: now() })))
          return { result: 'not-held' };
        await tell(person, saying, key);
        return { result: 'revoked' };
      }),
  };
}

/** Codes that give a role. */
function invitationDoers({
  now,
  invitationSecret,
}: Surroundings): Doers<'redeemInvitation' | 'invite' | 'revokeInvitation'> {
  return {
    async redeemInvitation({ key, code }, person) {
      const done = await redeemInvitation(code, person, { key, at: now() });
      if (done.result === 'locked') return { ...done, until: done.until.toISOString() };
      if (done.result !== 'redeemed' || !done.lent) return done;
      await tellLender(done.lent, person, now());
      const { from, until } = done.lent;
      return { ...done, lent: { from, until } };
    },
    invite: ({ key, role, expiresAt }, by) =>
      orNotAllowed(async () => {
        const code = invitationCodeFor(key, invitationSecret);
        await invite(by, { code, role, at: now(), expiresAt: new Date(expiresAt) });
        return { result: 'invited' };
      }),
    revokeInvitation: async ({ key, invitation }, by) => ({
      revoked: await revokeInvitation(invitation, { key, by, at: now() }),
    }),
  };
}

/** Whose rights were taken by a code hears who took them, with their next answer; once for their leave. */
async function tellLender({ leave, lender, from, until }: LentByCode, standIn: string, now: Date) {
  const { profile } = await personById(standIn);
  const name = profile ? `${profile.firstName} ${profile.lastName}` : '';
  await putNote({
    key: `leave:${leave}:used`,
    person: lender,
    messages: codeUsedTold(name, { from, until }),
    notBefore: now,
    expiresAt: startOfBangkokDay(addDays(until, 1)),
  });
}

/** Sends a message to somebody who has not just written; once for its key. */
function createTell({ now, newId }: Pick<Surroundings, 'now' | 'newId'>) {
  return async (person: string, saying: Saying, key: string): Promise<void> => {
    const { state } = await loadConversation(person);
    const { language } = readConversation(person, state);
    await putInOutbox({ key: `tell:${key}`, to: person, saying, language, retryKey: newId() }, now());
  };
}

/** What somebody may not do is an outcome to tell them, not a failure. */
async function orNotAllowed<Result>(act: () => Promise<Result>): Promise<Result | { result: 'not-allowed' }> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof NotAllowed) return { result: 'not-allowed' };
    throw error;
  }
}

/** Short enough for the value of a button, which names the registration. */
function idOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 24);
}
