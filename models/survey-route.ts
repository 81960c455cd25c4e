/**
 * The rule that turns an agency's answers into its way to zero copies. Pure. The programme names three ways: read
 * the citizen's card offline with a reader; read the civil registration online, A with the tool of the Department of
 * Provincial Administration (กรมการปกครอง), or B with DGA's. Its letters do not say who gets which; this is our rule.
 *
 * 1. Linked with the department already → online A.
 * 2. A limit of budget, equipment or systems (ข) → offline: what is online costs first.
 * 3. An MOU with the department, or a link that will be there within half a year → online A.
 * 4. A system of its own (or within half a year) and a plan to end copies → online B, which needs no MOU.
 * 5. Otherwise → offline.
 */
import type { SurveyAnswer } from './survey-answer.ts';

/** The way to zero copies. */
export type SurveyRoute = 'offline' | 'online-a' | 'online-b';

/** What the rule looks at: answers 1, 4, 5, 6, 7 and 8. `undefined` where the question has no answer. */
export type RouteFacts = {
  system?: 'yes' | 'soon' | 'later' | 'no' | undefined;
  plan?: 'yes' | 'none' | 'unsure' | undefined;
  mou?: 'yes' | 'no' | 'unsure' | undefined;
  link?: 'linked' | 'soon' | 'later' | 'no' | undefined;
  /** Card readers that are missing; 0 when there are enough. */
  readersMissing: number;
  limits: readonly ('law' | 'budget' | 'people')[];
};

/** Why a route was chosen. */
export type RouteReason =
  | 'linked'
  | 'budget-limit'
  | 'has-mou'
  | 'link-soon'
  | 'has-system'
  | 'system-soon'
  | 'has-plan'
  | 'no-link'
  | 'no-system'
  | 'no-plan';

/** What to do next. `number`: how many readers. */
export type RouteStep = {
  id:
    | 'get-readers'
    | 'decide-plan'
    | 'ask-law'
    | 'ask-budget'
    | 'train-people'
    | 'pilot-reading'
    | 'prepare-mou'
    | 'sign-mou'
    | 'check-mou'
    | 'request-link'
    | 'finish-link'
    | 'apply-dga'
    | 'finish-system'
    | 'end-copies'
    | 'keep-ended';
  number?: number;
};

/** Steps named at once: what a person can keep in mind. */
const STEPS = 3;

/** An expected end within this many days is soon: half a year. */
const SOON_DAYS = 183;
const SOON_PERIODS = ['3-months', '6-months'];
const LIMITS = ['law', 'budget', 'people'] as const;

/** What the rule needs of a survey's answers, by question ids; `at` is when they were given. */
export function routeFacts(answers: Readonly<Record<string, SurveyAnswer>>, at: Date): RouteFacts {
  const chosen = (question: string) => choicesIn(answers[question])?.choices[0];
  const detail = (question: string, choice: string) => choicesIn(answers[question])?.details?.[choice];
  const when = (question: string, choice: string) =>
    isSoon(detail(question, choice), at) ? 'soon' : 'later';
  const missing = chosen('readers') === 'short' ? detail('readers', 'short') : 0;
  const limits = chosen('limits') === 'some' ? detail('limits', 'some') : [];
  return {
    system:
      chosen('system') === 'developing'
        ? when('system', 'developing')
        : oneOf(['yes', 'no'], chosen('system')),
    plan: oneOf(['yes', 'none', 'unsure'], chosen('plan')),
    mou: oneOf(['yes', 'no', 'unsure'], chosen('mou')),
    link: linkIn(chosen('link'), () => when('link', 'linking')),
    readersMissing: typeof missing === 'number' ? missing : 0,
    limits: LIMITS.filter((limit) => Array.isArray(limits) && limits.includes(limit)),
  };
}

function choicesIn(answer: SurveyAnswer | undefined) {
  return answer && 'choices' in answer ? answer : undefined;
}

function linkIn(chosen: string | undefined, when: () => 'soon' | 'later'): RouteFacts['link'] {
  if (chosen === 'linking') return when();
  return chosen === 'not-linked' ? 'no' : oneOf(['linked'], chosen);
}

function oneOf<Known extends string>(known: readonly Known[], said: string | undefined): Known | undefined {
  return known.find((one) => one === said);
}

/** A period's id, or an ISO date. */
function isSoon(until: unknown, at: Date): boolean {
  if (typeof until !== 'string') return false;
  if (SOON_PERIODS.includes(until)) return true;
  return Date.parse(until) - at.getTime() <= SOON_DAYS * 86_400_000;
}

/** The route, why, and the next three steps in their order. */
export function routeOf(facts: RouteFacts): {
  route: SurveyRoute;
  reasons: RouteReason[];
  steps: RouteStep[];
} {
  const chosen = chosenBy(facts);
  return { ...chosen, steps: nextSteps(chosen.route, facts) };
}

/** The next three steps on a route, also on one that a coordinator chose. */
export function nextSteps(route: SurveyRoute, facts: RouteFacts): RouteStep[] {
  return [
    ...ownSteps(route, facts),
    ...limitSteps(facts),
    { id: 'end-copies' as const },
    ...later(route),
  ].slice(0, STEPS);
}

function chosenBy(facts: RouteFacts): { route: SurveyRoute; reasons: RouteReason[] } {
  const { system, plan, mou, link, limits } = facts;
  if (link === 'linked') return { route: 'online-a', reasons: ['linked'] };
  if (limits.includes('budget')) return { route: 'offline', reasons: ['budget-limit'] };
  if (mou === 'yes' || link === 'soon') {
    return {
      route: 'online-a',
      reasons: [...yes(mou === 'yes', 'has-mou'), ...yes(link === 'soon', 'link-soon')],
    };
  }
  const hasSystem = system === 'yes' || system === 'soon';
  if (hasSystem && plan === 'yes')
    return { route: 'online-b', reasons: [system === 'yes' ? 'has-system' : 'system-soon', 'has-plan'] };
  return {
    route: 'offline',
    reasons: ['no-link', ...yes(!hasSystem, 'no-system'), ...yes(plan !== 'yes', 'no-plan')],
  };
}

const yes = (holds: boolean, reason: RouteReason): RouteReason[] => (holds ? [reason] : []);

function ownSteps(route: SurveyRoute, { system, plan, mou, link, readersMissing }: RouteFacts): RouteStep[] {
  const step = (holds: boolean, id: RouteStep['id']): RouteStep[] => (holds ? [{ id }] : []);
  const readers: RouteStep[] = readersMissing > 0 ? [{ id: 'get-readers', number: readersMissing }] : [];
  const decide = step(plan !== 'yes', 'decide-plan');
  switch (route) {
    case 'offline':
      return [...readers, ...decide, { id: 'pilot-reading' }];
    case 'online-a':
      return [
        ...step(mou === 'no' || mou === undefined, 'sign-mou'),
        ...step(mou === 'unsure', 'check-mou'),
        ...step(link === 'no' || link === undefined, 'request-link'),
        ...step(link === 'soon' || link === 'later', 'finish-link'),
        ...readers,
        ...decide,
      ];
    case 'online-b':
      return [
        ...step(system === 'soon' || system === 'later', 'finish-system'),
        { id: 'apply-dga' },
        ...readers,
        ...decide,
      ];
  }
}

function limitSteps({ limits }: RouteFacts): RouteStep[] {
  const steps = { law: 'ask-law', budget: 'ask-budget', people: 'train-people' } as const;
  return limits.map((limit) => ({ id: steps[limit] }));
}

/** What remains when all else is done. */
function later(route: SurveyRoute): RouteStep[] {
  return route === 'offline'
    ? [{ id: 'prepare-mou' }, { id: 'keep-ended' }]
    : [{ id: 'keep-ended' }, { id: 'train-people' }];
}
