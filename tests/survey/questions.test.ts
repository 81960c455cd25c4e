// The survey's data: what can be referred to, and what must stay apart.
import { describe, expect, test } from '@jest/globals';
import { globalWords } from '../../flows/engine/commands.ts';
import { repertoire } from '../../flows/registry.ts';
import { OFFERED_AFTERWARDS } from '../../flows/survey/afterwards.ts';
import { type Choice, defineSurvey, type Question } from '../../flows/survey/question.ts';
import { readinessSurvey } from '../../flows/survey/questions.ts';
import { normalForm } from '../../models/thai/normal-form.ts';

const label = { th: 'ก', en: 'a' };
const first = {
  id: 'first',
  kind: 'one',
  title: label,
  text: label,
  choices: [{ id: 'yes', label }],
} as const;
const second = { id: 'second', kind: 'number', min: 0, max: 9, title: label, text: label } as const;

test('a condition on a question or a choice that is not there does not compile', () => {
  const when = { question: 'first', chosen: ['yes'] } as const;
  const right = defineSurvey({ version: 1, periods: [], questions: [first, { ...second, when }] });
  expect(right.questions).toHaveLength(2);
  const noChoice = { question: 'first', chosen: ['no'] } as const;
  // @ts-expect-error there is no choice "no"
  defineSurvey({ version: 1, periods: [], questions: [first, { ...second, when: noChoice }] });
  const noQuestion = { question: 'third', chosen: ['yes'] } as const;
  // @ts-expect-error there is no question "third"
  defineSurvey({ version: 1, periods: [], questions: [first, { ...second, when: noQuestion }] });
});

const questions: readonly Question[] = readinessSurvey.questions;
const choicesOf = (question: Question): readonly Choice[] => ('choices' in question ? question.choices : []);
const lists: [string, readonly Choice[]][] = [
  ['periods', readinessSurvey.periods],
  ...questions.map((question): [string, readonly Choice[]] => [question.id, choicesOf(question)]),
  ...questions.flatMap((question) =>
    choicesOf(question).flatMap(({ id, asks }): [string, readonly Choice[]][] =>
      asks?.kind === 'parts' ? [[`${question.id}.${id}`, asks.parts]] : [],
    ),
  ),
];

describe('ids and labels', () => {
  test('no two questions have one id', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  test.each(lists)('%s: each id once, and each name means one choice', (_, choices) => {
    expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
    const meanings = new Map<string, Set<string>>();
    for (const {
      id,
      label: { th, en },
      also = [],
    } of choices)
      for (const name of [th, en, ...also].map(normalForm))
        meanings.set(name, (meanings.get(name) ?? new Set()).add(id));
    expect([...meanings].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });

  test('no name is a command', () => {
    const commands = new Set(Object.values(globalWords).flat().map(normalForm));
    const names = lists.flatMap(([, choices]) =>
      choices.flatMap(({ label: { th, en }, also = [] }) => [th, en, ...also]),
    );
    expect(names.filter((name) => commands.has(normalForm(name)))).toEqual([]);
  });
});

test('what comes after the survey is offered as soon as it exists', () => {
  const there = (['route', 'copies'] as const).filter((id) =>
    repertoire.flows.some((flow) => flow.id === id),
  );
  expect([...OFFERED_AFTERWARDS].sort()).toEqual([...there].sort());
});
