/** What the buttons about progress carry, and days in words. */
import { daysBetween } from '../../models/thai/calendar.ts';
import { type Option, open } from '../engine/message.ts';
import type { Text, Words } from '../engine/text.ts';
import { text } from './progress-texts.ts';

/** What is shown of a deadline: the part and the page of it, or of who is missing there. */
export type Where = { deadline: string; area: string; page: number };

/** Opens the numbers, or who is missing. */
export function toProgress(
  label: Words,
  deed: 'one' | 'missing' | 'remind',
  { deadline, area, page }: Where,
): Option {
  return open(label, 'progress', `${deed} ${deadline} ${area || '-'} ${page}`);
}

/** All deadlines. */
export const toAll = open(text('all'), 'progress');

/** How long until a day, or since. */
export function when(today: string, closesOn: string): Text {
  const days = daysBetween(today, closesOn);
  if (days === 0) return text('lastDay');
  return days > 0 ? text('daysLeft', { count: days }) : text('past', { count: -days });
}
