/** What somebody on leave is told when their code was used. */
import { type Message, say } from '../engine/message.ts';
import { text } from './leave-texts.ts';

/** Who stands in now, as far as their name is known, and when; days are YYYY-MM-DD. */
export function codeUsedTold(name: string, { from, until }: { from: string; until: string }): Message[] {
  const days = { from: { date: from }, until: { date: until } };
  return [say(name ? text('usedBy', { name, ...days }) : text('usedByUnnamed', days))];
}
