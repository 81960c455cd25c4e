/**
 * ความคืบหน้า: how far the deadlines are in what somebody looks after, as pictures with their numbers, part by part
 * down to the agencies; who is missing, and reminding them; what else waits. Where nothing is asked these are last words,
 * whose buttons carry the part and the page and so never go stale.
 */
import { defineFlow, stepsOf } from '../engine/define-flow.ts';
import type { Advance, At } from '../engine/flow.ts';
import { askForHeld, heldFirstWords, heldWords } from './held.ts';
import { figures, overview } from './overview.ts';
import { chartWords } from './progress-chart.ts';
import { type Data, data, type StepName } from './progress-data.ts';
import { missingWords } from './progress-missing.ts';
import { text } from './progress-texts.ts';
import { beginReminding, remindSteps } from './remind.ts';

const { closing } = stepsOf<Data, StepName>();

export const progress = defineFlow({
  id: 'progress',
  version: 1,
  data,
  text,
  title: text('title'),
  listed: true,
  words: { th: ['ความคืบหน้า', 'ติดตามความคืบหน้า'], en: ['progress'] },
  takesWords: false,
  needsConsent: true,
  needs: ['coordinator', 'administrator'],
  browsing: ['confirm'],
  start: ({ value }, at) => read(value, at),
  steps: {
    overview: closing(overview),
    one: closing(chartWords),
    missing: closing(missingWords),
    figures: closing(figures),
    held: closing(heldWords),
    heldFirst: closing(heldFirstWords),
    ...remindSteps,
  },
});

/** "one DEADLINE AREA PAGE", "missing …" and "remind …" the same way, "held - - PAGE", "first", "figures". */
function read(value: string, at: At<Data>): Advance<Data, StepName> | Promise<Advance<Data, StepName>> {
  const [deed, deadline = '', part = '', page = '0'] = value.split(' ');
  const area = part === '-' ? '' : part;
  const set = { deadline, area, page: /^\d{1,4}$/.test(page) ? Number(page) : 0 };
  if (deed === 'remind') return beginReminding(set, at);
  if (deed === 'first') return askForHeld(at);
  if (deed === 'one' || deed === 'missing' || deed === 'held') return { to: deed, set };
  return { to: deed === 'figures' ? 'figures' : 'overview' };
}
