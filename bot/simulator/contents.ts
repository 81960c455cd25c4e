/** Pictures, films, sounds and files that people sent, until the memory set aside for them is full. */

export type Content = { bytes: Uint8Array; contentType: string; ready: boolean };

/** How a content stands: kept, taken back by its sender, forgotten or never there. */
export type ContentState = { state: 'kept'; content: Content } | { state: 'unsent' } | { state: 'absent' };

/** 200 MB for all contents together. */
const contentBudget = 200 * 1024 * 1024;

/** The oldest contents go first when the budget is used up: LINE does not promise how long it keeps one. */
export class Contents {
  readonly #contents = new Map<string, Content | 'unsent'>();
  readonly #budget: number;
  #total = 0;

  constructor(budget: number = contentBudget) {
    this.#budget = budget;
  }

  keep(messageId: string, content: Content): void {
    this.#contents.set(messageId, content);
    this.#total += content.bytes.byteLength;
    for (const [oldest, candidate] of this.#contents) {
      if (this.#total <= this.#budget || oldest === messageId) return;
      this.#contents.delete(oldest);
      this.#total -= candidate === 'unsent' ? 0 : candidate.bytes.byteLength;
    }
  }

  find(messageId: string): ContentState {
    const found = this.#contents.get(messageId);
    if (found === undefined) return { state: 'absent' };
    return found === 'unsent' ? { state: 'unsent' } : { state: 'kept', content: found };
  }

  unsend(messageId: string): void {
    const found = this.#contents.get(messageId);
    if (found === undefined || found === 'unsent') return;
    this.#total -= found.bytes.byteLength;
    this.#contents.set(messageId, 'unsent');
  }
}
