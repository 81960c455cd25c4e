/** The tokens by which the bot marks a person's messages as read. */

const mostTokens = 50_000;

/** Chat ids by mark-as-read token; the oldest are forgotten. */
export class ReadTokens {
  readonly #chats = new Map<string, string>();

  issue(token: string, chatId: string): void {
    this.#chats.set(token, chatId);
    const [oldest] = this.#chats.keys();
    if (this.#chats.size > mostTokens && oldest !== undefined) this.#chats.delete(oldest);
  }

  chatOf(token: string): string | undefined {
    return this.#chats.get(token);
  }
}
