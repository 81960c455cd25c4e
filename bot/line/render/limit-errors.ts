/** Bugs of a flow that would make LINE refuse what is said. Tests find them before LINE does. */

/** Something said is beyond what LINE takes. `property` names it, `limit` says what LINE takes. */
export class BreaksLineLimit extends Error {
  readonly code: 'breaks-line-limit' | 'too-much-to-say' = 'breaks-line-limit';
  readonly property: string;
  readonly limit: number | string;

  constructor(property: string, limit: number | string, found: number | string) {
    super(`LINE takes ${limit} for ${property}, not ${found}`);
    this.name = 'BreaksLineLimit';
    this.property = property;
    this.limit = limit;
  }
}

/** One turn says more messages than LINE takes in one reply. */
export class TooMuchToSay extends BreaksLineLimit {
  override readonly code = 'too-much-to-say';

  constructor(limit: number, found: number) {
    super('messages', limit, found);
    this.name = 'TooMuchToSay';
  }
}
