/** Everybody the platform knows, and whether they are friends of the account. */
import { userIdPattern } from './identifiers.ts';
import type { Person, Persona } from './persona.ts';
import { AccountBlocked } from './platform-types.ts';

/** By user id. Whoever writes without being known becomes a friend silently. */
export class People extends Map<string, Person> {
  addPersona(persona: Persona): void {
    if (!userIdPattern.test(persona.userId)) throw new Error(`${persona.userId} is not in LINE's form.`);
    const following = persona.following ?? true;
    this.set(persona.userId, { persona, following, wasFollowing: following });
  }

  /** Makes many friends at once, for tests of great numbers. */
  addFollowers(userIds: Iterable<string>): void {
    for (const userId of userIds) this.ensure(userId).following = true;
  }

  /** Friends now. */
  followers(): string[] {
    return [...this].filter(([, { following }]) => following).map(([userId]) => userId);
  }

  /** Groups always do. */
  isFollowing(chatId: string): boolean {
    return !chatId.startsWith('U') || (this.get(chatId)?.following ?? false);
  }

  /** Lets somebody write. Throws `AccountBlocked` for who has blocked the account. */
  admit(userId: string): void {
    const person = this.get(userId);
    if (person?.following === false && person.wasFollowing) throw new AccountBlocked(userId);
    this.ensure(userId).following = true;
  }

  /** The person, who is nobody in particular when nobody was known by this id. */
  ensure(userId: string): Person {
    const known = this.get(userId);
    if (known !== undefined) return known;
    const nothing = { th: '', en: '' };
    const displayName = `Person ${userId.slice(-4)}`;
    this.addPersona({ userId, displayName, role: nothing, hint: nothing, following: false });
    return this.ensure(userId);
  }
}
