// Every text of ours, in both languages: the same variables, and within LINE's limits with long words in them.

import { describe, expect, test } from '@jest/globals';
import { limits } from '../../bot/line/render/limits.ts';
import { renderTexts } from '../../bot/line/render/texts.ts';
import type { Language, Text } from '../../flows/engine/text.ts';
import { allTexts } from '../../flows/registry.ts';
import { boundAnswer, rendered, renderer } from './rendering.ts';

/** As long as a name of an office gets. */
const LONG = 'สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพระนครศรีอยุธยา ศูนย์บริการร่วมประจำอำเภอบางปะอิน (อาคารหลังใหม่ ชั้น 2)';

const variablesOf = (text: string): string[] =>
  [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name ?? '').sort();

const every = [...allTexts, renderTexts].flatMap(({ namespace, texts }) =>
  Object.entries(texts).map(([name, pair]) => ({ key: `${namespace}:${name}`, pair })),
);

function withLongWords({ key, pair }: (typeof every)[number]): Text {
  return { key, vars: Object.fromEntries(variablesOf(pair.th).map((name) => [name, LONG])) };
}

describe('the texts', () => {
  test('are there, each set under its own name', () => {
    expect(every.length).toBeGreaterThan(30);
    expect(new Set(every.map(({ key }) => key)).size).toBe(every.length);
  });

  test.each(every)('$key uses the same variables in both languages', ({ pair }) => {
    expect(variablesOf(pair.en)).toEqual(variablesOf(pair.th));
    if (pair.enOne !== undefined) expect(variablesOf(pair.enOne)).toEqual(variablesOf(pair.th));
    for (const name of variablesOf(pair.th)) expect(name).toMatch(/^[a-zA-Z]+$/);
  });

  test.each(every)('$key is said whole, with the longest words, in a sentence and on a button', (entry) => {
    for (const language of ['th', 'en'] satisfies Language[]) {
      const text = withLongWords(entry);
      const said = renderer.words(text, language);
      expect(said.trim()).not.toBe('');
      expect(said).not.toMatch(/\{\{|\}\}|\$t\(/);
      expect(said.length).toBeLessThanOrEqual(limits.altText);
      expect(rendered([{ kind: 'say', text }], language)).toEqual([{ type: 'text', text: said }]);
      rendered([{ kind: 'question', text, hint: text, options: [boundAnswer(text, 'v')] }], language, [
        boundAnswer(text, 'v'),
      ]);
    }
  });
});
