/** The people who can talk to the bot on the simulated platform. */

/** A text in both languages of the page. */
export type TwoLanguages = { th: string; en: string };

/** A person as the page shows them; `following` is how the story starts (default: already a friend). */
export type Persona = {
  userId: string;
  displayName: string;
  language?: 'th' | 'en';
  pictureUrl?: string;
  role: TwoLanguages;
  hint: TwoLanguages;
  following?: boolean;
};

/** A person's standing with the account. `wasFollowing` tells an unblocking from a first meeting. */
export type Person = { persona: Persona; following: boolean; wasFollowing: boolean };
