/** The writes about a person's own data. `id` is the turn's own key, so that twice equals once. */

export type MyDataEffects = {
  /**
   * Makes a link that gives all of it as one JSON file, once, within ten minutes. `secretOf` is for the page's action: the
   * token itself is put in when the message is delivered and stored nowhere.
   */
  exportMyData: { takes: { id: string }; gives: { secretOf: string; expiresAt: string } };
  /** Erases what is stored about the person, but for the turn in hand, which goes when it is answered. */
  eraseMyData: { takes: { id: string }; gives: { result: 'erased' | 'last-administrator' } };
};
