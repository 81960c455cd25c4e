/** The writes of conversations about who people are: roles, invitations, registrations. `key` is the idempotency key. */
import type { Saying } from './engine/message.ts';
import type { Profile, Role } from './engine/who.ts';

/** What became of an invitation code. Instants are ISO. */
export type RedeemedCode =
  | { result: 'redeemed'; role: Role; lent?: { from: string; until: string } }
  | { result: 'wrong'; triesLeft: number }
  | { result: 'locked'; until: string }
  | { result: 'expired' | 'used' | 'revoked' };

/** Name of the write → what it takes, what it gives back to the step that follows. */
export type PeopleEffects = {
  /** Uses an invitation code. Wrong tries are counted. */
  redeemInvitation: { takes: { key: string; code: string }; gives: RedeemedCode };
  /** Asks to be an official of an agency; a coordinator decides. */
  requestRegistration: {
    takes: { key: string; agency: string; profile: Profile };
    gives: { result: 'waiting' | 'already-waiting' | 'already-official' | 'no-such-agency' };
  };
  /** Keeps who the person says they are. */
  saveProfile: { takes: { key: string; profile: Profile }; gives: { saved: true } };
  /** Keeps that somebody missed an agency in the register. */
  reportMissingAgency: { takes: { key: string; words: string }; gives: { reported: true } };
  /** Ends such a report with the agency that was meant, or with a reason; `tell` is then sent to its reporter, once. */
  closeMissingAgency: {
    takes: { key: string; report: string; agency?: string; reason?: string; tell: Saying };
    gives: { result: 'closed' | 'already-closed' | 'not-allowed' };
  };
  /** Approves or, with a reason, refuses a registration; `tell` is then sent to the applicant, once. */
  decideRegistration: {
    takes: { key: string; registration: string; reason?: string; tell: Saying };
    gives: { result: 'approved' | 'refused' | 'already-decided' | 'not-allowed' };
  };
  /** Chooses the role in use. */
  actAs: { takes: { key: string; role: Role }; gives: { acting: boolean } };
  /** Gives a role of one's own back. */
  leaveRole: { takes: { key: string; role: Role }; gives: { left: boolean } };
  /** Makes an invitation; its code is shown as `{ invitationOf: key }`. `expiresAt` is an ISO instant. */
  invite: {
    takes: { key: string; role: Role; expiresAt: string };
    gives: { result: 'invited' | 'not-allowed' };
  };
  /** Makes an open invitation of one's own worthless. */
  revokeInvitation: { takes: { key: string; invitation: string }; gives: { revoked: boolean } };
  /** Takes the role of an official of `agency` from somebody; `tell` is then sent to them, once. */
  revokeOfficial: {
    takes: { key: string; person: string; agency: string; reason: string; tell: Saying };
    gives: { result: 'revoked' | 'not-held' | 'not-allowed' };
  };
};
