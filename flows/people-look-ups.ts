/** What conversations may read about agencies, and about who people are. Instants are ISO. */
import type { Name } from './engine/text.ts';
import type { Profile, Role } from './engine/who.ts';

/** An agency of the register; `area` is its district and province, empty when not known. */
export type ListedAgency = { code: string; name: Name; area: Name };

/** Somebody registered at an agency. The name is empty for somebody who came by an invitation and never said it. */
export type ListedOfficial = { person: string; name: string; since: string };

/** Somebody who waits for a coordinator's word. */
export type WaitingApplicant = {
  id: string;
  person: string;
  profile: Profile;
  agency: ListedAgency;
  at: string;
};

/** An agency that somebody missed in the register, in their words; `area` is where it is said to be, if that is known. */
export type MissingAgency = { id: string; words: string; area: Name; at: string };

/** An invitation that can still be used. */
export type OpenInvitation = { id: string; role: Role; place: Name; expiresAt: string };

/** What a coordinator can look after, e.g. `province:21`, and how it is called. */
export type NamedScope = { scope: string; name: Name };

/**
 * A change as people read it. `by` is a name, empty where none is known; a program's own changes come from
 * 'manage' or 'import'. `who` is the person a role was given to or taken from.
 */
export type PastChange = {
  at: string;
  by: { name: string } | 'manage' | 'import';
  what:
    | 'role'
    | 'registration'
    | 'invitation'
    | 'agency'
    | 'pin'
    | 'person'
    | 'procedure'
    | 'survey'
    | 'copies'
    | 'route'
    | 'complaint'
    | 'rating'
    | 'menu'
    | 'deadline'
    | 'reminder';
  /** The agency, scope, or pin it is about; empty when not known. */
  about: Name;
  /** Whose copies it is about. */
  procedure?: Name;
  /** The role given, taken or invited to; `about` is what it is over. */
  role?: Role;
  who?: string;
  /** Each field by its stored path, with its values as they are stored, as JSON; null where there was none. */
  changes: { field: string; from: unknown; to: unknown }[];
  /** What the codes and ids among the values are called. */
  names: Readonly<Record<string, Name>>;
};

/** Reads about agencies and people. */
export type PeopleLookUps = {
  /** Whether the register of agencies has been filled at all. */
  hasAgencies(): Promise<boolean>;
  /** Agencies whose name, code or place fits the words, best first. */
  agenciesNamed(words: string, page: { skip: number; limit: number }): Promise<ListedAgency[]>;
  /** The same among those that `person` looks after. */
  ownAgenciesNamed(
    person: string,
    words: string,
    page: { skip: number; limit: number },
  ): Promise<ListedAgency[]>;
  /** One agency. */
  agency(code: string): Promise<ListedAgency | undefined>;
  /** Who is registered at an agency, as an applicant may see it: first name and the initial of the surname. */
  registeredAt(agency: string): Promise<{ name: string; since: string }[]>;
  /** The officials of an agency as `person` may see them; undefined when they may not. */
  officialsSeenBy(person: string, agency: string): Promise<ListedOfficial[] | undefined>;
  /** Who waits for this coordinator, the oldest first. */
  waitingFor(coordinator: string, limit: number): Promise<WaitingApplicant[]>;
  /** How many wait for somebody with these roles. */
  countWaitingFor(roles: readonly Role[]): Promise<number>;
  /** Open reports of missing agencies in the scope of these roles, the oldest first. */
  missingAgenciesFor(roles: readonly Role[], limit: number): Promise<MissingAgency[]>;
  /** How many of them there are. */
  countMissingAgenciesFor(roles: readonly Role[]): Promise<number>;
  /** One's own open invitations, the newest first, at most 20. */
  openInvitations(person: string, now: string): Promise<OpenInvitation[]>;
  /** What a role is over: its agency's or its scope's name; empty for administrators. */
  placeOf(role: Role): Promise<Name>;
  /** Provinces, districts and departments of this name or code, at most 8. */
  scopesNamed(words: string): Promise<NamedScope[]>;
  /** The latest changes `person` may see, the newest first; undefined when they may see none. */
  history(person: string, page: { skip: number; limit: number }): Promise<PastChange[] | undefined>;
};
