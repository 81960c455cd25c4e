/** Where the code of a pin leads whose place another one has taken: old links and posters go on working. */
import { PinModel, type StoredPin } from './pin-document.ts';

/**
 * The published pin a code leads to: its own, or the one it was merged into, or the one that was merged into, and so
 * on. `undefined` when the way ends at a pin that is not on the map.
 */
export async function publishedBehind(code: string): Promise<StoredPin | undefined> {
  const seen = new Set<string>();
  let next: string | undefined = code;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const stored: StoredPin | null = await PinModel.findOne({
      code: next,
      state: { $ne: 'draft' },
    }).lean<StoredPin>();
    if (stored?.state === 'published') return stored;
    next = stored?.mergedInto ?? undefined;
  }
  return undefined;
}
