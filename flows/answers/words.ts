// Commands: single words that are the whole message.

import { normalForm } from '../../models/thai/normal-form.ts';
import { withoutParticles } from './politeness.ts';

/** Whether the whole message is one of the words, whatever its spelling and polite ending ("ยกเลิกค่ะ", "Cancel"). */
export function isWord(text: string, words: readonly string[]): boolean {
  const said = normalForm(text);
  const bare = withoutParticles(said);
  return words.map(normalForm).some((word) => word !== '' && (word === said || word === bare));
}
