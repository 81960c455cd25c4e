/** Agencies and people of a transcript, in memory: registered, invited and revoked as the models do it. */
import type { Outcome } from '../../flows/effects.ts';
import type { Name } from '../../flows/engine/text.ts';
import type { Profile, Role, Who } from '../../flows/engine/who.ts';
import type { PeopleEffects } from '../../flows/people-effects.ts';
import type {
  ListedAgency,
  OpenInvitation,
  PastChange,
  PeopleLookUps,
  WaitingApplicant,
} from '../../flows/people-look-ups.ts';
import { lookAfter, mayWorkFor, roleKey } from '../../models/role.ts';
import { looseForm } from '../../models/thai/normal-form.ts';

/** An agency of a transcript. `district` has four digits; they tell the province too. */
export type GivenAgency = ListedAgency & { district: string };

/** A write about people. */
export type PeopleEffect = {
  [K in keyof PeopleEffects]: { do: K } & PeopleEffects[K]['takes'];
}[keyof PeopleEffects];

type Held = { role: Role; since: string };
type Known = { roles: Held[]; acting: Role | null; profile: Profile | null };
type Invitation = OpenInvitation & {
  by: string;
  code: string;
  state: 'open' | 'used' | 'revoked';
  usedKey?: string;
};
type Registration = Omit<WaitingApplicant, 'agency'> & { agency: string; state: string; decidedKey?: string };

const TRIES_AT_MOST = 5;
const HOUR = 3_600_000;

/** Who there is, and what they may do. */
export class MemoryPeople {
  readonly #agencies = new Map<string, GivenAgency>();
  readonly #people = new Map<string, Known>();
  readonly #registrations: Registration[] = [];
  readonly #invitations: Invitation[] = [];
  readonly #tries = new Map<string, { at: number; key: string }[]>();
  readonly #changes = new Map<string, PastChange & { agency: string }>();
  readonly #codes = new Map<string, string>();

  /** The reads handed to flows. */
  readonly find: PeopleLookUps = {
    hasAgencies: async () => this.#agencies.size > 0,
    agenciesNamed: async (words, { skip, limit }) =>
      this.#named(words)
        .slice(skip, skip + limit)
        .map(listed),
    ownAgenciesNamed: async (person, words, { skip, limit }) =>
      this.#named(words)
        .filter((agency) => this.#looksAfter(person, agency.code))
        .slice(skip, skip + limit)
        .map(listed),
    agency: async (code) => this.#agencies.get(code),
    registeredAt: async (agency) =>
      this.#officials(agency).flatMap(({ known: { profile }, since }) =>
        profile ? [{ name: `${profile.firstName} ${profile.lastName.slice(0, 1)}.`, since }] : [],
      ),
    officialsSeenBy: async (person, agency) => {
      const place = this.#place(agency);
      if (!place || !mayWorkFor(this.#rolesOf(person), { code: agency, ...place })) return undefined;
      return this.#officials(agency).map(({ id, known: { profile }, since }) => ({
        person: id,
        name: profile ? `${profile.firstName} ${profile.lastName}` : '',
        since,
      }));
    },
    waitingFor: async (person, limit) => this.#waiting(person).slice(0, limit),
    countWaitingFor: async (person) => this.#waiting(person).length,
    openInvitations: async (person, now) =>
      this.#invitations
        .filter(({ by, state, expiresAt }) => by === person && state === 'open' && expiresAt > now)
        .map(({ id, role, place, expiresAt }) => ({ id, role, place, expiresAt })),
    placeOf: async (role) => this.#placeOf(role),
    scopesNamed: async (words) =>
      scopes.filter(({ scope, name }) => scope.endsWith(`:${words}`) || name.th.includes(words)),
    history: async (person, { skip, limit }) => {
      const seen = [...this.#changes.values()].filter(({ agency }) => this.#looksAfter(person, agency));
      const newestFirst = seen.toReversed().map(({ agency: _agency, ...change }) => change);
      return newestFirst.slice(skip, skip + limit);
    },
  };

  /** Who somebody is. */
  who(person: string): Who {
    const { roles, acting, profile } = this.#known(person);
    return { roles: roles.map(({ role }) => role), acting, profile };
  }

  /** Where an agency stands; undefined when the register does not have it. */
  placeOfAgency(code: string) {
    return this.#place(code);
  }

  /** Puts an agency into the register. */
  addAgency(agency: GivenAgency): void {
    this.#agencies.set(agency.code, agency);
  }

  /** Gives a role from outside of any conversation. */
  give(
    person: string,
    role: Role,
    now: string,
    key = `given ${person} ${roleKey(role)}`,
    by = 'manage',
  ): void {
    const known = this.#known(person);
    if (known.roles.some((held) => roleKey(held.role) === roleKey(role))) return;
    known.roles.push({ role, since: now });
    known.acting = role;
    this.#record(key, { at: now, by, person, role, to: roleKey(role) });
  }

  /** Takes a role from outside of the conversation. */
  take(
    person: string,
    role: Role,
    now: string,
    key = `taken ${person}`,
    by = 'manage',
    reason = '',
  ): boolean {
    const known = this.#known(person);
    if (this.#changes.has(key)) return true;
    if (!known.roles.some((held) => roleKey(held.role) === roleKey(role))) return false;
    known.roles = known.roles.filter((held) => roleKey(held.role) !== roleKey(role));
    if (known.acting && roleKey(known.acting) === roleKey(role)) known.acting = null;
    this.#record(key, { at: now, by, person, role, to: '', reason });
    return true;
  }

  /** Keeps what somebody said of themselves before. */
  setProfile(person: string, profile: Profile): void {
    this.#known(person).profile = profile;
  }

  /** An open invitation from the command line. */
  addInvitation(code: string, role: Role, expiresAt: string): void {
    const place = this.#placeOf(role);
    this.#invitations.push({ id: code, role, place, expiresAt, by: 'manage', code, state: 'open' });
  }

  /** Does a conversation's write. Twice equals once. */
  perform(effect: PeopleEffect, person: string, now: string): Outcome {
    switch (effect.do) {
      case 'redeemInvitation':
        return { of: effect.do, ...this.#redeem(effect, person, now) };
      case 'requestRegistration':
        return { of: effect.do, result: this.#request(effect, person, now) };
      case 'reportMissingAgency':
        return { of: effect.do, reported: true };
      case 'decideRegistration':
        return { of: effect.do, result: this.#decide(effect, person, now) };
      case 'actAs':
        return { of: effect.do, acting: this.#actAs(person, effect.role) };
      case 'leaveRole':
        return { of: effect.do, left: this.take(person, effect.role, now, effect.key, person) };
      case 'invite':
        return { of: effect.do, ...this.#invite(effect, person) };
      case 'revokeInvitation':
        return { of: effect.do, revoked: this.#withdraw(effect.invitation, person) };
      case 'revokeOfficial':
        return { of: effect.do, result: this.#revoke(effect, person, now) };
    }
  }

  #redeem(
    { key, code }: { key: string; code: string },
    person: string,
    now: string,
  ): PeopleEffects['redeemInvitation']['gives'] {
    const at = Date.parse(now);
    const recent = (this.#tries.get(person) ?? []).filter((tried) => at - tried.at < HOUR);
    const [first] = recent;
    const isAgain = recent.some((tried) => tried.key === key);
    if (first && recent.length >= TRIES_AT_MOST && !isAgain)
      return { result: 'locked', until: new Date(first.at + HOUR).toISOString() };
    const found = this.#invitations.find((one) => one.code === code);
    if (!found) {
      const tries = isAgain ? recent : [...recent, { at, key }];
      this.#tries.set(person, tries);
      return { result: 'wrong', triesLeft: TRIES_AT_MOST - tries.length };
    }
    if (found.state === 'used') {
      return found.usedKey === key ? { result: 'redeemed', role: found.role } : { result: 'used' };
    }
    if (found.state === 'revoked') return { result: 'revoked' };
    if (found.expiresAt <= now) return { result: 'expired' };
    found.state = 'used';
    found.usedKey = key;
    this.give(person, found.role, now, key, found.by);
    return { result: 'redeemed', role: found.role };
  }

  #request(
    { key, agency, profile }: { key: string; agency: string; profile: Profile },
    person: string,
    now: string,
  ) {
    if (this.#registrations.some(({ id }) => id === key)) return 'waiting';
    if (!this.#agencies.has(agency)) return 'no-such-agency';
    if (this.#rolesOf(person).some((role) => roleKey(role) === `official:${agency}`))
      return 'already-official';
    this.setProfile(person, profile);
    const waits = this.#registrations.some(
      (other) => other.person === person && other.agency === agency && other.state === 'waiting',
    );
    if (waits) return 'already-waiting';
    this.#registrations.push({ id: key, person, agency, profile, at: now, state: 'waiting' });
    return 'waiting';
  }

  #decide(
    { key, registration, reason }: { key: string; registration: string; reason?: string },
    by: string,
    now: string,
  ) {
    const found = this.#registrations.find(({ id }) => id === registration);
    if (!found) return 'already-decided';
    if (!this.#looksAfter(by, found.agency)) return 'not-allowed';
    if (found.state === 'waiting') {
      found.state = reason === undefined ? 'approved' : 'refused';
      found.decidedKey = key;
      const role: Role = { role: 'official', agency: found.agency };
      if (reason === undefined) this.give(found.person, role, now, key, by);
      else this.#record(key, { at: now, by, person: found.person, role, to: 'refused', reason });
    }
    if (found.decidedKey !== key) return 'already-decided';
    return found.state === 'approved' ? 'approved' : 'refused';
  }

  #actAs(person: string, role: Role): boolean {
    const known = this.#known(person);
    const holds = known.roles.some((held) => roleKey(held.role) === roleKey(role));
    if (holds) known.acting = role;
    return holds;
  }

  #invite(
    { key, role, expiresAt }: { key: string; role: Role; expiresAt: string },
    by: string,
  ): PeopleEffects['invite']['gives'] {
    const isAllowed =
      role.role === 'official'
        ? this.#looksAfter(by, role.agency)
        : this.#rolesOf(by).some((held) => held.role === 'administrator');
    if (!isAllowed) return { result: 'not-allowed' };
    const code = this.#codes.get(key) ?? `K7QM-2XRT-9HB${'CDFGHJ'[this.#codes.size] ?? 'K'}`;
    if (!this.#codes.has(key)) {
      this.#invitations.push({
        id: code,
        role,
        place: this.#placeOf(role),
        expiresAt,
        by,
        code,
        state: 'open',
      });
    }
    this.#codes.set(key, code);
    return { result: 'invited', code };
  }

  #withdraw(id: string, by: string): boolean {
    const found = this.#invitations.find((one) => one.id === id && one.by === by && one.state !== 'used');
    if (found) found.state = 'revoked';
    return found !== undefined;
  }

  #revoke(
    { key, person, agency, reason }: { key: string; person: string; agency: string; reason: string },
    by: string,
    now: string,
  ) {
    if (!this.#looksAfter(by, agency)) return 'not-allowed';
    return this.take(person, { role: 'official', agency }, now, key, by, reason) ? 'revoked' : 'not-held';
  }

  #record(
    key: string,
    {
      at,
      by,
      person,
      role,
      to,
      reason = '',
    }: { at: string; by: string; person: string; role: Role; to: string; reason?: string },
  ): void {
    const about = this.#placeOf(role);
    const who = this.#nameOf(person);
    const isRefusal = to === 'refused';
    this.#changes.set(key, {
      at,
      by: by === 'manage' ? 'manage' : { name: this.#nameOf(by) },
      what: isRefusal ? 'registration' : 'role',
      about,
      role,
      who,
      changes: [
        { field: isRefusal ? 'registration' : 'role', from: '', to },
        ...(reason ? [{ field: 'reason', from: '', to: reason }] : []),
      ],
      agency: role.role === 'official' ? role.agency : '',
    });
  }

  #known(person: string): Known {
    const known = this.#people.get(person) ?? { roles: [], acting: null, profile: null };
    this.#people.set(person, known);
    return known;
  }

  #rolesOf(person: string): Role[] {
    return this.#known(person).roles.map(({ role }) => role);
  }

  #nameOf(person: string): string {
    const { profile } = this.#known(person);
    return profile ? `${profile.firstName} ${profile.lastName}` : '';
  }

  #place(code: string) {
    const agency = this.#agencies.get(code);
    return agency && { districtCode: agency.district, provinceCode: agency.district.slice(0, 2) };
  }

  #looksAfter(person: string, agency: string): boolean {
    return lookAfter(this.#rolesOf(person), this.#place(agency) ?? {});
  }

  #officials(agency: string) {
    const key = `official:${agency}`;
    return [...this.#people].flatMap(([id, known]) =>
      known.roles.filter(({ role }) => roleKey(role) === key).map(({ since }) => ({ id, known, since })),
    );
  }

  #waiting(person: string): WaitingApplicant[] {
    return this.#registrations.flatMap(({ id, person: applicant, profile, agency, at, state }) => {
      const known = this.#agencies.get(agency);
      if (state !== 'waiting' || !known || !this.#looksAfter(person, agency)) return [];
      return [{ id, person: applicant, profile, agency: listed(known), at }];
    });
  }

  #placeOf(role: Role): Name {
    if (role.role === 'official') return this.#agencies.get(role.agency)?.name ?? { th: role.agency };
    if (role.role === 'administrator') return { th: '' };
    return scopes.find(({ scope }) => scope === role.scope)?.name ?? { th: role.scope };
  }

  /** An agency fits when its names, area or code have the words in them. */
  #named(words: string): GivenAgency[] {
    const said = looseForm(words);
    return [...this.#agencies.values()].filter(({ name, area, code }) =>
      looseForm(`${name.th} ${name.en ?? ''} ${area.th} ${code}`).includes(said),
    );
  }
}

/** What coordinators of transcripts look after. */
const scopes = [
  { scope: 'province:48', name: { th: 'จังหวัดนครพนม', en: 'Nakhon Phanom Province' } },
  { scope: 'province:57', name: { th: 'จังหวัดเชียงราย', en: 'Chiang Rai Province' } },
  { scope: 'district:5701', name: { th: 'อำเภอเมืองเชียงราย', en: 'Mueang Chiang Rai District' } },
];

const listed = ({ code, name, area }: ListedAgency): ListedAgency => ({ code, name, area });
