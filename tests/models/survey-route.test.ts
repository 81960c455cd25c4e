// The rule for routes, as a table, and what holds for every combination of answers.
import { describe, expect, test } from '@jest/globals';
import { reasonTexts, routeTexts, stepTexts } from '../../flows/reports/route-texts.ts';
import { nextSteps, type RouteFacts, routeFacts, routeOf } from '../../models/survey-route.ts';

const facts = (changed: Partial<RouteFacts>): RouteFacts => ({
  system: 'no',
  plan: 'none',
  mou: 'no',
  link: 'no',
  readersMissing: 0,
  limits: [],
  ...changed,
});

describe('the table', () => {
  const linked = { link: 'linked' } as const;
  const budget = { limits: ['budget'] } as const;
  test.each<[string, Partial<RouteFacts>, string, string[]]>([
    ['linked: A', linked, 'online-a', ['linked']],
    ['linked, whatever the limits: A', { ...linked, ...budget }, 'online-a', ['linked']],
    ['linked, without a plan: A', { ...linked, plan: 'unsure' }, 'online-a', ['linked']],
    ['no budget: offline, MOU or not', { mou: 'yes', ...budget }, 'offline', ['budget-limit']],
    [
      'no budget: offline, system or not',
      { system: 'yes', plan: 'yes', ...budget },
      'offline',
      ['budget-limit'],
    ],
    ['an MOU: A', { mou: 'yes' }, 'online-a', ['has-mou']],
    ['an MOU and a limit of law: A', { mou: 'yes', limits: ['law'] }, 'online-a', ['has-mou']],
    ['a link soon: A', { link: 'soon' }, 'online-a', ['link-soon']],
    ['both: A', { mou: 'yes', link: 'soon' }, 'online-a', ['has-mou', 'link-soon']],
    ['not sure about an MOU is none', { mou: 'unsure' }, 'offline', ['no-link', 'no-system', 'no-plan']],
    ['a system and a plan: B', { system: 'yes', plan: 'yes' }, 'online-b', ['has-system', 'has-plan']],
    ['a system soon and a plan: B', { system: 'soon', plan: 'yes' }, 'online-b', ['system-soon', 'has-plan']],
    ['a system much later: offline', { system: 'later', plan: 'yes' }, 'offline', ['no-link', 'no-system']],
    [
      'a system without a plan: offline',
      { system: 'yes', plan: 'unsure' },
      'offline',
      ['no-link', 'no-plan'],
    ],
    [
      'a link much later, a system and a plan: B',
      { link: 'later', system: 'yes', plan: 'yes' },
      'online-b',
      ['has-system', 'has-plan'],
    ],
    ['nothing: offline', {}, 'offline', ['no-link', 'no-system', 'no-plan']],
    [
      'no answers at all: offline',
      { system: undefined, plan: undefined, mou: undefined, link: undefined },
      'offline',
      ['no-link', 'no-system', 'no-plan'],
    ],
  ])('%s', (_name, changed, route, reasons) => {
    expect(routeOf(facts(changed))).toMatchObject({ route, reasons });
  });
});

describe('the next steps', () => {
  test.each<[string, Partial<RouteFacts>, (string | number)[][]]>([
    [
      'missing readers come first offline',
      { readersMissing: 4 },
      [['get-readers', 4], ['decide-plan'], ['pilot-reading']],
    ],
    [
      'enough readers and a plan: begin',
      { plan: 'yes' },
      [['pilot-reading'], ['end-copies'], ['prepare-mou']],
    ],
    [
      'linked without an MOU: sign one',
      { link: 'linked', plan: 'yes' },
      [['sign-mou'], ['end-copies'], ['keep-ended']],
    ],
    [
      'an MOU whose link is missing',
      { mou: 'yes', plan: 'yes', readersMissing: 2 },
      [['request-link'], ['get-readers', 2], ['end-copies']],
    ],
    [
      'not sure about the MOU',
      { mou: 'unsure', link: 'soon', plan: 'yes' },
      [['check-mou'], ['finish-link'], ['end-copies']],
    ],
    [
      'DGA’s tool',
      { system: 'soon', plan: 'yes', limits: ['law'] },
      [['finish-system'], ['apply-dga'], ['ask-law']],
    ],
    [
      'all done: end the copies',
      { link: 'linked', mou: 'yes', plan: 'yes' },
      [['end-copies'], ['keep-ended'], ['train-people']],
    ],
  ])('%s', (_name, changed, steps) => {
    const found = routeOf(facts(changed)).steps;
    expect(found.map(({ id, number }) => (number === undefined ? [id] : [id, number]))).toEqual(steps);
  });
});

/** The same facts with each of these values. */
function each<Field extends keyof RouteFacts>(field: Field, values: readonly RouteFacts[Field][]) {
  return (one: RouteFacts): RouteFacts[] => values.map((value) => ({ ...one, [field]: value }));
}

/** Every combination of answers that the rule can tell apart. */
const everyCombination = (): RouteFacts[] =>
  [facts({})]
    .flatMap(each('system', ['yes', 'soon', 'later', 'no', undefined]))
    .flatMap(each('plan', ['yes', 'none', 'unsure', undefined]))
    .flatMap(each('mou', ['yes', 'no', 'unsure', undefined]))
    .flatMap(each('link', ['linked', 'soon', 'later', 'no', undefined]))
    .flatMap(each('readersMissing', [0, 3]))
    .flatMap(each('limits', [[], ['law'], ['budget'], ['people'], ['law', 'budget', 'people']]));

describe('for every one of 4,000 combinations', () => {
  const all = everyCombination();
  const readersIn = (steps: readonly { id: string; number?: number }[]) =>
    steps.filter(({ id }) => id === 'get-readers').map(({ number }) => number);

  test('there are three different steps and at least one reason', () => {
    expect(all).toHaveLength(4_000);
    for (const combination of all) {
      const { reasons, steps } = routeOf(combination);
      expect(reasons.length).toBeGreaterThan(0);
      expect(new Set(steps.map(({ id }) => id)).size).toBe(3);
    }
  });

  test('readers are asked for only where some are missing, and offline always then', () => {
    for (const combination of all) {
      const { route, steps } = routeOf(combination);
      const asked = readersIn(steps);
      if (combination.readersMissing === 0) expect(asked).toEqual([]);
      else if (route === 'offline') expect(asked).toEqual([3]);
    }
  });

  test('nobody is sent online without a link, an MOU or a system', () => {
    for (const combination of all) {
      const { system, mou, link } = combination;
      const hasAny =
        mou === 'yes' || link === 'linked' || link === 'soon' || system === 'yes' || system === 'soon';
      if (!hasAny) expect(routeOf(combination).route).toBe('offline');
    }
  });

  test('each route, reason and step has its words, and no words are there for nothing', () => {
    const found = all.map(routeOf);
    const chosen = all.flatMap((one) =>
      (['offline', 'online-a', 'online-b'] as const).flatMap((way) => nextSteps(way, one)),
    );
    const idsOf = (steps: readonly { id: string }[]) => new Set(steps.map(({ id }) => id));
    expect(new Set(found.map(({ route }) => route))).toEqual(new Set(Object.keys(routeTexts.texts)));
    expect(new Set(found.flatMap(({ reasons }) => reasons))).toEqual(new Set(Object.keys(reasonTexts.texts)));
    expect(idsOf([...found.flatMap(({ steps }) => steps), ...chosen])).toEqual(
      new Set(Object.keys(stepTexts.texts)),
    );
  });

  test('a route that a coordinator chose has its steps too', () => {
    for (const combination of all)
      for (const route of ['offline', 'online-a', 'online-b'] as const)
        expect(nextSteps(route, combination)).toHaveLength(3);
  });
});

describe('what the rule reads of the answers', () => {
  const at = new Date('2018-05-08T00:00:00Z');

  test('all of them', () => {
    const answers = {
      system: { choices: ['developing'], details: { developing: '6-months' } },
      plan: { choices: ['yes'], details: { yes: '1-year' } },
      mou: { choices: ['unsure'] },
      link: { choices: ['linking'], details: { linking: '2019-12-31' } },
      readers: { choices: ['short'], details: { short: 4 } },
      limits: { choices: ['some'], details: { some: ['people', 'law'] } },
    };
    expect(routeFacts(answers, at)).toEqual({
      system: 'soon',
      plan: 'yes',
      mou: 'unsure',
      link: 'later',
      readersMissing: 4,
      limits: ['law', 'people'],
    });
  });

  test.each([
    ['3-months', 'soon'],
    ['6-months', 'soon'],
    ['1-year', 'later'],
    ['over-1-year', 'later'],
    ['2018-11-07', 'soon'],
    ['2018-11-08', 'later'],
    ['2018-01-01', 'soon'],
  ])('a link expected %s comes %s', (until, link) => {
    const answers = { link: { choices: ['linking'], details: { linking: until } } };
    expect(routeFacts(answers, at).link).toBe(link);
  });

  test('nothing of no answers', () => {
    expect(routeFacts({}, at)).toEqual({
      system: undefined,
      plan: undefined,
      mou: undefined,
      link: undefined,
      readersMissing: 0,
      limits: [],
    });
  });
});
