/** A turn as the lines of a transcript. */
import type { Effect } from '../../flows/effects.ts';
import type { Card, Message, Option, Row, Saying } from '../../flows/engine/message.ts';
import type { Words } from '../../flows/engine/text.ts';

type Say = (words: Words) => string;

/** What is said: each message with what can be tapped under it, and the quick replies at the end. */
export function writtenSaying({ messages, quick }: Saying, say: Say): string[] {
  const lines = messages.flatMap((message) => writtenMessage(message, say));
  return quick.length > 0 ? [...lines, `  quick ${tappable(quick, say)}`] : lines;
}

/** What stands for an id: `pin 1`, `registration 2`, by the order in which they come up. */
type AliasOf = (noun: 'pin' | 'registration' | 'invitation' | 'report', id: string) => string;

/** The writes whose id is that of a pin being made. */
const MAKES_PINS: ReadonlySet<string> = new Set(['keepDraft', 'discardDraft', 'publishPin']);

/** A write, with names for its ids. */
export function writtenEffect({ do: name, ...takes }: Effect, aliasOf: AliasOf): string {
  if ('id' in takes) {
    const { id, ...shown } = takes;
    // Any other id is the turn's own key: that says nothing here.
    return `effect ${name} ${JSON.stringify(MAKES_PINS.has(name) ? { id: aliasOf('pin', id), ...shown } : shown)}`;
  }
  // The key is made of the run, and the message to somebody else stands below in its own words.
  const shown = Object.entries(named(takes, aliasOf)).filter(
    ([field]) => field !== 'key' && field !== 'tell',
  );
  return `effect ${name} ${JSON.stringify(Object.fromEntries(shown))}`;
}

function named<Takes extends object>(takes: Takes, aliasOf: AliasOf): Takes {
  if ('registration' in takes)
    return { ...takes, registration: aliasOf('registration', String(takes.registration)) };
  if ('invitation' in takes) return { ...takes, invitation: aliasOf('invitation', String(takes.invitation)) };
  if ('report' in takes) return { ...takes, report: aliasOf('report', String(takes.report)) };
  return takes;
}

function writtenMessage(message: Message, say: Say): string[] {
  switch (message.kind) {
    case 'say':
      return spoken([say(message.text)]);
    case 'question':
      return [
        ...spoken([message.text, ...(message.hint ? [message.hint] : [])].map(say)),
        ...buttons(message.options, say),
      ];
    case 'summary':
      return [...spoken([say(message.title), ...rows(message.rows, say)]), ...buttons(message.options, say)];
    case 'cards':
      return [...spoken([say(message.text)]), ...message.cards.flatMap((card) => writtenCard(card, say))];
    case 'chart':
      return [
        ...spoken([say(message.title)]),
        ...message.bars.map(({ label, part, all }) => `  bar ${say(label)} ${part}/${all}`),
        ...rows(message.rows, say).map((row) => `     ${row}`),
        ...buttons(message.options, say),
      ];
    case 'pictures':
      return [
        ...spoken([say(message.title)]),
        ...message.pictures.map(({ label, small }) => `  picture ${say(label)} ↗ ${small}`),
      ];
    case 'place':
      return [writtenPlace(message, say)];
  }
}

/** Lines after the first stand under it; an empty line within a message stays empty. */
function spoken(parts: string[]): string[] {
  const [first = '', ...others] = parts.flatMap((part) => part.split('\n'));
  return [`bot: ${first}`, ...others.map((line) => (line === '' ? '' : `     ${line}`))].map((line) =>
    line.trimEnd(),
  );
}

function writtenPlace(
  { title, address, position: [lng, lat] }: Extract<Message, { kind: 'place' }>,
  say: Say,
): string {
  return `bot: <place ${lat.toFixed(5)},${lng.toFixed(5)} "${say(title)}" "${say(address)}">`;
}

function writtenCard({ title, subtitle, rows: facts = [], options }: Card, say: Say): string[] {
  const names = [title, ...(subtitle ? [subtitle] : [])].map(say).join(' | ');
  const links = options.length > 0 ? [`    ${tappable(options, say)}`] : [];
  return [`  card ${names}`, ...rows(facts, say).map((row) => `    ${row}`), ...links];
}

const rows = (facts: readonly Row[], say: Say): string[] =>
  facts.map(({ label, value }) => `${say(label)}: ${say(value)}`);

const buttons = (options: readonly Option[], say: Say): string[] =>
  options.length > 0 ? [`  ${tappable(options, say)}`] : [];

const tappable = (options: readonly Option[], say: Say): string =>
  options.map((option) => `[${say(option.label)}${leadsTo(option)}]`).join(' ');

function leadsTo({ do: action }: Option): string {
  if (action.act === 'uri') return ` ↗ ${action.uri}`;
  return action.act === 'page' ? ` ↗ ${action.path}` : '';
}
