/**
 * Whether the n-th number means the n-th button that was shown: whatever a transcript shows is tried both ways, and both
 * must decide the same. Nothing is written by it.
 */
import { isDeepStrictEqual } from 'node:util';
import { advance } from '../../flows/engine/advance.ts';
import type { Conversation } from '../../flows/engine/flow.ts';
import type { Button, Message, Option, Saying } from '../../flows/engine/message.ts';
import { atStep, type Decision, flowNamed, type World } from '../../flows/engine/world.ts';

/** Steps whose numbers are answers of their own, and what they count. */
const NUMBERS_OF_THEIR_OWN: readonly [step: RegExp, what: string][] = [
  [/^complain:review$/, 'the rows of the summary, which bear numbers; two buttons bear none'],
  [/^copies:blockers$|^deadlines:kinds$/, 'several at once: the numbers are all that is chosen'],
  [/^survey:(?:q:channels|more:limits:some)$/, 'several: a number ticks, and takes no tick away'],
  [/^survey:q:matrix$/, 'the procedures, which bear numbers through all pages'],
  [/^survey:(?:q:points|more:readers:.*)$/, 'a count'],
  [/^survey:more:plan:unsure$|^copies:target$/, 'a date'],
  [/^deadlines:remind$/, 'days'],
  [/^edit-pin:(?:nameEn|address..|phones|website|hours|parent|contact)$/, 'the field itself, beside “none”'],
  [/^report-pin:words$/, 'words, beside “none”'],
  [/^reminders:hour$/, 'an hour of the clock'],
];

const tried = new Set<string>();

/** What numbers mean otherwise than they were shown; each set of buttons of a step is tried once. */
export async function numberFaults(
  conversation: Conversation,
  saying: Saying,
  world: World,
): Promise<string[]> {
  const { active } = conversation;
  const place = active ? `${active.flow}:${active.step}` : 'at rest';
  const isFree = isFreeText(conversation, world);
  // Help may stand before a question in which any words are an answer: the question comes last.
  const { under, quick } = buttonsShown(isFree ? { ...saying, messages: saying.messages.slice(-1) } : saying);
  const key = JSON.stringify([place, [...under, ...quick].map(kindOf)]);
  if (tried.has(key) || NUMBERS_OF_THEIR_OWN.some(([step]) => step.test(place))) return [];
  tried.add(key);
  const faults: string[] = [];
  // Where any words are an answer, so is a number; buttons below are counted only by who has nothing else to count.
  const counted = isFree ? under : [...under, ...quick];
  for (const [index, button] of counted.entries()) {
    const fault = await faultOf(index + 1, button, index < under.length, { conversation, world });
    if (fault) faults.push(`${place}: ${fault}`);
  }
  return faults;
}

function isFreeText(conversation: Conversation, world: World): boolean {
  const { active } = conversation;
  const step = active && flowNamed(active.flow, world.repertoire).steps[active.step];
  return step && 'accepts' in step ? step.accepts(atStep(conversation, active, world)).freeText : false;
}

type Standing = { conversation: Conversation; world: World };

async function faultOf(
  number: number,
  button: Button,
  isUnder: boolean,
  { conversation, world }: Standing,
): Promise<string | undefined> {
  const tapped = await advance(conversation, { kind: 'button', button }, world);
  const typed = await advance(conversation, { kind: 'text', text: String(number) }, world);
  if (isDeepStrictEqual(comesTo(typed), comesTo(tapped))) return undefined;
  // Quick replies bear no numbers: a number may also mean nothing there.
  if (!isUnder && isDeepStrictEqual(comesTo(typed), comesTo({ conversation, effects: [], lead: [] })))
    return undefined;
  return `"${number}" is not ${JSON.stringify(button)}\n  typed ${JSON.stringify(comesTo(typed)).slice(0, 300)}\n  tapped ${JSON.stringify(comesTo(tapped)).slice(0, 300)}`;
}

/** Without what is only said, and without which button it was. */
function comesTo({
  conversation: { shown: _shown, answered: _answered, ...conversation },
  effects,
}: Decision): unknown {
  return JSON.parse(JSON.stringify({ conversation, effects }));
}

/** The buttons of the last message that has any, its answers first as they are numbered, and the quick replies. */
function buttonsShown({ messages, quick }: Saying): { under: Button[]; quick: Button[] } {
  const under = messages.map(optionsOf).findLast((options) => options.flatMap(buttonOf).length > 0) ?? [];
  const buttons = under.flatMap(buttonOf);
  const answers = buttons.filter(({ kind }) => kind === 'answer');
  return {
    under: [...answers, ...buttons.filter((button) => !answers.includes(button))],
    quick: quick.filter(({ do: action }) => action.act !== 'word').flatMap(buttonOf),
  };
}

function optionsOf(message: Message): Option[] {
  if (message.kind === 'cards')
    return message.cards.flatMap(({ options }) =>
      options.filter((option) => buttonOf(option).length > 0).slice(0, 1),
    );
  return 'options' in message ? message.options : [];
}

function buttonOf({ do: action }: Option): Button[] {
  if (action.act === 'button') return [action.button];
  return action.act === 'open' ? [{ kind: 'open', flow: action.flow, value: action.value ?? '' }] : [];
}

/** Which button it is, whatever is in it. */
function kindOf(button: Button): string {
  if (button.kind === 'answer') return button.value.replace(/[\p{Nd}A-Z]{2,}.*/u, '…');
  return button.kind === 'open' ? `${button.flow} ${button.value.split(' ')[0] ?? ''}` : button.word;
}
