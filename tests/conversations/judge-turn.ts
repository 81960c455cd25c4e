/** Judges what a turn sends to LINE: by LINE's own description of its messages, and by the simulator's rules. */
import type { messagingApi } from '@line/bot-sdk';
import { createRenderer } from '../../bot/line/render/renderer.ts';
import { judge } from '../../bot/simulator/message-rules/judge.ts';
import { messagesSchema } from '../../bot/simulator/message-rules/messages.ts';
import type { Saying } from '../../flows/engine/message.ts';
import type { Language } from '../../flows/engine/text.ts';
import { encodeButton } from '../../flows/postback/codec.ts';
import { allTexts } from '../../flows/registry.ts';
import { loadOpenApiJudge } from '../builders/line-openapi.ts';
import type { Speak } from './speaker.ts';
import { writtenSaying } from './written-turn.ts';

const renderer = createRenderer(allTexts, { address: 'https://pakmud.example', chartKey: 'key' });
const openApiJudge = loadOpenApiJudge();

/** What is wrong with a turn; empty when it can be sent. */
export function faultsOf(saying: Saying, language: Language, speak: Speak): string[] {
  const messages = renderer.render(saying, language);
  if (messages.length === 0) return ['silence: the bot said nothing'];
  // What goes over the wire: without undefined properties.
  const sent: unknown[] = JSON.parse(JSON.stringify(messages));
  return [
    ...judge(messagesSchema, sent).map(({ property, message }) => `LINE refuses ${property}: ${message}`),
    ...sent
      .flatMap((message) => openApiJudge?.(message) ?? [])
      .map((error) => `LINE's description: ${error}`),
    ...otherWords(saying, language, speak),
    ...lostButtons(saying, messages),
  ];
}

/** The renderer must say word for word what the transcript shows. */
function otherWords(saying: Saying, language: Language, speak: Speak): string[] {
  const shown = writtenSaying(saying, (words) => speak(words, language));
  const rendered = writtenSaying(saying, (words) => renderer.words(words, language));
  return rendered
    .filter((line, index) => line !== shown[index])
    .map((line) => `the renderer says otherwise: ${line}`);
}

/** Whatever can be tapped in the transcript can be tapped in LINE. */
function lostButtons({ messages, quick }: Saying, rendered: messagingApi.Message[]): string[] {
  const sent = JSON.stringify(rendered);
  const cards = messages.flatMap((message) => (message.kind === 'cards' ? message.cards : []));
  const under = messages.flatMap((message) => ('options' in message ? message.options : []));
  const options = [...under, ...cards.flatMap((card) => card.options), ...quick];
  return options.flatMap(({ do: action }) => {
    if (action.act !== 'button') return [];
    const data = encodeButton(action.button);
    return sent.includes(JSON.stringify(data)) ? [] : [`a button is not in the message: ${data}`];
  });
}
