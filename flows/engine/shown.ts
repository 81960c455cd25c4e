/** What a typed number means: the buttons as they were shown last, in their order. */
import { positionOf } from '../answers/choice.ts';
import type { Action, Button, Message, Option } from './message.ts';

/** A button that a number can press. */
export type Pressable = Extract<Action, { act: 'answer' | 'open' | 'word' }>;

/** The buttons under the last message that has any, and the quick replies, which numbers count after them. */
export type Shown = { under: Pressable[]; quick: Pressable[] };

/**
 * What numbers count. In a message the answers come first, as they are the ones that bear numbers. Of a card it is the
 * first button. Links have no number.
 */
export function shownIn(messages: readonly Message[], quick: readonly Option[]): Shown {
  const under = messages.map(pressablesOf).findLast((found) => found.length > 0) ?? [];
  return { under, quick: quick.flatMap(pressable) };
}

function pressablesOf(message: Message): Pressable[] {
  switch (message.kind) {
    case 'question':
    case 'summary':
    case 'chart': {
      const all = message.options.flatMap(pressable);
      return [...all.filter(isAnswer), ...all.filter((one) => !isAnswer(one))];
    }
    case 'cards':
      return message.cards.flatMap(({ options }) => options.flatMap(pressable).slice(0, 1));
    case 'say':
    case 'pictures':
    case 'place':
      return [];
  }
}

const isAnswer = ({ act }: Pressable): boolean => act === 'answer';

function pressable({ do: action }: Option): Pressable[] {
  return action.act === 'answer' || action.act === 'open' || action.act === 'word' ? [action] : [];
}

/** The values of the answers as steps read them; null stands where a number means no answer. */
export function answersShown(shown: Shown | undefined): (string | null)[] {
  return [...(shown?.under ?? []), ...(shown?.quick ?? [])].map((one) =>
    one.act === 'answer' ? one.value : null,
  );
}

/** A button that leads elsewhere, named by its place: "1", "ข้อ 2", "อันแรก"; undefined when it is none of `shown`. */
export function leadingElsewhere(text: string, shown: readonly Pressable[]): Button | undefined {
  const position = positionOf(text);
  const pressed = position === undefined ? undefined : shown[position - 1];
  if (pressed?.act === 'word') return { kind: 'word', word: pressed.word };
  return pressed?.act === 'open'
    ? { kind: 'open', flow: pressed.flow, value: pressed.value ?? '' }
    : undefined;
}
