/** The way from what a turn says to LINE's messages: the only place that knows words, Flex and the limits. */

import type { messagingApi } from '@line/bot-sdk';
import type { Option, Saying } from '../../../flows/engine/message.ts';
import type { Language } from '../../../flows/engine/text.ts';
import { quickReplyAction } from './actions.ts';
import { choicesOf } from './choices.ts';
import { unitsIn } from './counting.ts';
import { BreaksLineLimit, TooMuchToSay } from './limit-errors.ts';
import { limits } from './limits.ts';
import { renderMessage } from './render-message.ts';
import { type Site, type Voice, voiceIn } from './speak.ts';
import { createWords, type SayWords, type TextSource } from './words.ts';

/** Puts what is said into LINE's messages. */
export type Renderer = {
  /**
   * At most 5 messages within every limit of LINE, quick replies under the last. Nothing said gives none. Throws
   * `TooMuchToSay`, `BreaksLineLimit`, `ButtonTooLong` or `UnknownText`: each is a bug of a flow, found by tests.
   */
  render(saying: Saying, language: Language): messagingApi.Message[];
  /** Words as plain text, e.g. for a page or a log. Blank words stay blank. */
  words: SayWords;
};

/** A renderer for these texts: the `text` of every flow, the engine's and the jobs'. */
export function createRenderer(texts: readonly TextSource[], site: Site): Renderer {
  const words = createWords(texts);
  return {
    words,
    render(saying, language) {
      const voice = voiceIn(language, words, site);
      const messages = saying.messages.flatMap((message) => renderMessage(message, voice));
      return withQuickReplies(atMostFive(messages), saying.quick, voice);
    },
  };
}

function withQuickReplies(
  messages: messagingApi.Message[],
  quick: readonly Option[],
  voice: Voice,
): messagingApi.Message[] {
  const last = messages.at(-1);
  if (!last || quick.length === 0) return messages;
  if (quick.length > limits.quickReplies)
    throw new BreaksLineLimit('quickReply.items', limits.quickReplies, quick.length);
  const items = choicesOf(quick, voice).map((choice) => ({
    type: 'action',
    action: quickReplyAction(choice),
  }));
  return [...messages.slice(0, -1), { ...last, quickReply: { items } }];
}

/** A turn says its lead and then its question; where that is more than LINE takes, neighbouring sentences are joined. */
function atMostFive(messages: messagingApi.Message[]): messagingApi.Message[] {
  if (messages.length <= limits.messages) return messages;
  const at = messages.findIndex((message, index) => joined(message, messages[index + 1]));
  const together = joined(messages[at], messages[at + 1]);
  if (!together) throw new TooMuchToSay(limits.messages, messages.length);
  return atMostFive([...messages.slice(0, at), together, ...messages.slice(at + 2)]);
}

function joined(
  first: messagingApi.Message | undefined,
  second: messagingApi.Message | undefined,
): messagingApi.TextMessage | undefined {
  if (first?.type !== 'text' || second?.type !== 'text') return undefined;
  const text = `${first.text}\n\n${second.text}`;
  return unitsIn(text) <= limits.text ? { type: 'text', text } : undefined;
}
