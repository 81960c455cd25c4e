/** What the kinds of office are called that people look for: single kinds, and several in one word. */
import type { Text } from './engine/text.ts';
import { text } from './find-office-texts.ts';
import { officeKindName } from './office-kinds.ts';

/** By the key of a reading. */
export function kindGroupName(kind: string): Text {
  return kind === 'municipality' ? text('municipality') : officeKindName(kind);
}
