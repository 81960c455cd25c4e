// A renderer of all texts with a judge behind it: whatever is rendered here, LINE's rules accept.

import { expect } from '@jest/globals';
import type { messagingApi } from '@line/bot-sdk';
import { createRenderer } from '../../bot/line/render/renderer.ts';
import { judge } from '../../bot/simulator/message-rules/judge.ts';
import { messagesSchema } from '../../bot/simulator/message-rules/messages.ts';
import type { Message, Option } from '../../flows/engine/message.ts';
import type { Language } from '../../flows/engine/text.ts';
import { allTexts } from '../../flows/registry.ts';
import { loadOpenApiJudge } from '../builders/line-openapi.ts';

/** The renderer under test. */
export const renderer = createRenderer(allTexts, { address: 'https://pakmud.example', chartKey: 'key' });

/** LINE's own OpenAPI; undefined where it is not at hand. */
const openApiErrors = loadOpenApiJudge();

/** Renders, and has both the simulator's rules and LINE's OpenAPI judge the result. Neither shares code with it. */
export function rendered(
  messages: Message[],
  language: Language = 'th',
  quick: Option[] = [],
): messagingApi.Message[] {
  const lineMessages = renderer.render({ messages, quick }, language);
  // What goes over the wire: without undefined properties.
  const sent: unknown[] = JSON.parse(JSON.stringify(lineMessages));
  expect(judge(messagesSchema, sent)).toEqual([]);
  expect(sent.flatMap((message) => openApiErrors?.(message) ?? [])).toEqual([]);
  return lineMessages;
}

/** The only message of one thing said, which must be a Flex message. */
export function renderedFlex(message: Message, language: Language = 'th'): messagingApi.FlexMessage {
  const [flex, ...others] = rendered([message], language);
  expect(others).toEqual([]);
  if (flex?.type !== 'flex') throw new Error(`Not a Flex message: ${JSON.stringify(flex)}`);
  return flex;
}

/** The bubbles of a Flex message. */
export function bubblesOf({ contents }: messagingApi.FlexMessage): messagingApi.FlexBubble[] {
  return contents.type === 'carousel' ? contents.contents : [contents];
}

/** What can be tapped in a bubble, in order. */
export function actionsOf(bubble: messagingApi.FlexBubble): messagingApi.Action[] {
  return (bubble.footer?.contents ?? []).flatMap((part) =>
    'action' in part && part.action ? [part.action] : [],
  );
}

/** All texts of a bubble, in order. */
export function textsOf(bubble: messagingApi.FlexBubble): messagingApi.FlexText[] {
  return [bubble.body, bubble.footer].flatMap((box) => (box ? textsIn(box) : []));
}

function textsIn(part: messagingApi.FlexComponent): messagingApi.FlexText[] {
  if (part.type === 'text') return [part];
  return part.type === 'box' ? part.contents.flatMap(textsIn) : [];
}

/** An answer as the engine hands it to the renderer: bound to a run and a step. */
export const boundAnswer = (label: Option['label'], value: string, look?: 'main' | 'plain'): Option => ({
  label,
  do: {
    act: 'button',
    button: { kind: 'answer', flow: 'pin-office', run: '01CD0000000000000000000000', step: 'kind', value },
  },
  ...(look && { look }),
});

/** So many answers with short labels. */
export const answers = (count: number): Option[] =>
  Array.from({ length: count }, (_, index) => boundAnswer(`ข้อเลือก ${'กขคง'[index % 4]}`, `v${index}`));
