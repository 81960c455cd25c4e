/** The life of reply tokens, by the documentation's section "Reply token". */

type Token = { chatId: string; occurredAt: number; deliveredAt: number; used: boolean };

const minute = 60_000;
/** A token must be used within a minute after its webhook (or its redelivery) went out… */
const lifeAfterDelivery = minute;
/** …and never later than 20 minutes after the event. */
const lifeAfterEvent = 20 * minute;

/** Issues, renews and spends reply tokens; instants are milliseconds of the given clock. */
export class ReplyTokens {
  readonly #tokens = new Map<string, Token>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  issue(token: string, chatId: string, occurredAt: number): void {
    this.#forgetDead();
    this.#tokens.set(token, { chatId, occurredAt, deliveredAt: this.#now().getTime(), used: false });
  }

  /** Its webhook goes out now, for the first time or again: the minute starts. */
  delivered(token: string): void {
    const known = this.#tokens.get(token);
    if (known !== undefined) known.deliveredAt = this.#now().getTime();
  }

  /** The chat a live token answers to; `undefined` when it is unknown, used or too old. */
  chatOf(token: string): string | undefined {
    const known = this.#tokens.get(token);
    return known !== undefined && !known.used && this.#alive(known) ? known.chatId : undefined;
  }

  spend(token: string): void {
    const known = this.#tokens.get(token);
    if (known !== undefined) known.used = true;
  }

  #alive(token: Token): boolean {
    const now = this.#now().getTime();
    return now - token.deliveredAt <= lifeAfterDelivery && now - token.occurredAt <= lifeAfterEvent;
  }

  /** The map is in order of issue, so the dead ones stand in front. */
  #forgetDead(): void {
    const oldest = this.#now().getTime() - lifeAfterEvent;
    for (const [token, { deliveredAt }] of this.#tokens) {
      if (deliveredAt >= oldest) return;
      this.#tokens.delete(token);
    }
  }
}
