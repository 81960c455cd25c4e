/** Each kind of message as LINE messages. */

import type { messagingApi } from '@line/bot-sdk';
import type { Card, Message, Row } from '../../../flows/engine/message.ts';
import { type ChartBars, chartSize, LABEL_UNITS } from '../../pictures/bar-chart.ts';
import { type Choice, choicesOf, numberedChoices } from './choices.ts';
import { cutToUnits } from './counting.ts';
import {
  chartImage,
  flexBubble,
  flexButtons,
  flexHint,
  flexRows,
  flexText,
  flexTitle,
  pictureBubble,
} from './flex.ts';
import { BreaksLineLimit } from './limit-errors.ts';
import { limits } from './limits.ts';
import { inOne, pagedBubbles } from './paged-bubbles.ts';
import { fitted } from './sizes-in-bytes.ts';
import type { Speak, Voice } from './speak.ts';

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;

/** One thing said, as one LINE message; cards under a sentence are two. */
export function renderMessage(message: Message, voice: Voice): messagingApi.Message[] {
  switch (message.kind) {
    case 'say':
      return [textMessage(voice.speak(message.text))];
    case 'question':
      return [renderQuestion(message, voice)];
    case 'summary':
      return [renderSummary(message, voice)];
    case 'cards':
      return renderCards(message, voice);
    case 'chart':
      return [renderChart(message, voice)];
    case 'pictures':
      return [renderPictures(message, voice)];
    case 'place':
      return [renderPlace(message, voice.speak)];
  }
}

function textMessage(text: string): messagingApi.TextMessage {
  return { type: 'text', text: cutToUnits(text, limits.text) };
}

function renderQuestion({ text, hint, options }: Of<'question'>, voice: Voice): messagingApi.Message {
  const { speak } = voice;
  const said = [text, ...(hint === undefined ? [] : [hint])].map((words) => speak(words));
  if (options.length === 0) return textMessage(said.join('\n\n'));
  const choices = numberedChoices(options, voice);
  const [asked = '', ...hints] = said;
  const contents = fitted((room) => {
    const body = [flexText(asked, room), ...hints.map((words) => flexHint(words, room))];
    return pagedBubbles(body, choices, room, speak);
  });
  return flexMessage([...said, ...linesOf(choices)], contents);
}

function renderSummary({ title, rows, options }: Of<'summary'>, voice: Voice): messagingApi.Message {
  const { speak } = voice;
  const choices = numberedChoices(options, voice);
  const contents = fitted((room) => {
    const body = [flexTitle(speak(title), room), ...flexRows(rows, room, speak)];
    return pagedBubbles(body, choices, room, speak);
  });
  return flexMessage(
    [speak(title), ...rows.map((row) => rowLine(row, speak)), ...linesOf(choices)],
    contents,
  );
}

function renderChart({ title, bars, rows, options }: Of<'chart'>, voice: Voice): messagingApi.Message {
  const { speak } = voice;
  const spoken = bars.map(({ label, part, all }): ChartBars[number] => [
    cutToUnits(speak(label), LABEL_UNITS),
    part,
    all,
  ]);
  const choices = numberedChoices(options, voice);
  const { width, height } = chartSize(spoken.length);
  const contents = fitted((room) => {
    const body = [
      flexTitle(speak(title), room),
      chartImage(voice.chartOf(spoken), `${width}:${height}`),
      ...flexRows(rows, room, speak),
    ];
    return pagedBubbles(body, choices, room, speak);
  });
  const lines = spoken.map(([label, part, all]) => `${label}: ${part}/${all}`);
  const facts = rows.map((row) => rowLine(row, speak));
  return flexMessage([speak(title), ...lines, ...facts, ...linesOf(choices)], contents);
}

function renderCards({ text, cards }: Of<'cards'>, voice: Voice): messagingApi.Message[] {
  const { speak } = voice;
  const sentence = textMessage(speak(text));
  if (cards.length === 0) return [sentence];
  const contents = fitted((room) => inOne(cards.map((card) => cardBubble(card, room, voice))));
  return [sentence, flexMessage([speak(text), ...cards.map((card) => cardLine(card, speak))], contents)];
}

function cardBubble(
  { title, subtitle, rows = [], options }: Card,
  room: number,
  voice: Voice,
): messagingApi.FlexBubble {
  const { speak } = voice;
  const choices = choicesOf(options, voice);
  const under = subtitle === undefined ? [] : [flexHint(speak(subtitle), room)];
  const body = [flexTitle(speak(title), room), ...under, ...flexRows(rows, room, speak)];
  return flexBubble(body, flexButtons(choices, choices, room));
}

function renderPictures(
  { title, pictures }: Of<'pictures'>,
  { speak, addressOf }: Voice,
): messagingApi.Message {
  if (pictures.length === 0) return textMessage(speak(title));
  const bubbles = pictures.map(({ path, small, label }) =>
    pictureBubble(addressOf(small), addressOf(path), speak(label)),
  );
  return flexMessage([speak(title), ...pictures.map(({ label }) => speak(label))], inOne(bubbles));
}

function renderPlace(
  { title, address, position: [longitude, latitude] }: Of<'place'>,
  speak: Speak,
): messagingApi.Message {
  const name = speak(title);
  if (Math.abs(latitude) > limits.latitude) throw new BreaksLineLimit('latitude', limits.latitude, latitude);
  if (Math.abs(longitude) > limits.longitude)
    throw new BreaksLineLimit('longitude', limits.longitude, longitude);
  return {
    type: 'location',
    title: cutToUnits(name, limits.locationTitle),
    address: cutToUnits(speak(address, name), limits.locationAddress),
    latitude,
    longitude,
  };
}

/** `lines` are what is said instead where no bubble can be shown: in notifications and the list of chats. */
function flexMessage(
  lines: readonly string[],
  contents: messagingApi.FlexContainer,
): messagingApi.FlexMessage {
  return { type: 'flex', altText: cutToUnits(lines.join('\n'), limits.altText), contents };
}

const linesOf = (choices: readonly Choice[]): string[] => choices.map((choice) => choice.line);

const rowLine = ({ label, value }: Row, speak: Speak): string => `${speak(label)}: ${speak(value)}`;

function cardLine({ title, subtitle, rows = [] }: Card, speak: Speak): string {
  const said = [title, ...(subtitle === undefined ? [] : [subtitle])].map((words) => speak(words));
  return [...said, ...rows.map((row) => rowLine(row, speak))].join(' · ');
}
