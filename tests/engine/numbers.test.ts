// A typed number means the button as it was shown: not a choice the step knows besides, and none that was not shown.
import { describe, expect, test } from '@jest/globals';
import { choiceOf } from '../../flows/engine/accepts.ts';
import type { Flow } from '../../flows/engine/flow.ts';
import { open } from '../../flows/engine/message.ts';
import { defineTexts } from '../../flows/engine/text.ts';
import { ToyChat, toyFlow } from './toy-flows.ts';

const text = defineTexts('acts', {
  reply: { th: 'ตอบ', en: 'Reply' },
  solve: { th: 'แก้แล้ว', en: 'Solved' },
  take: { th: 'รับเรื่อง', en: 'Take' },
  elsewhere: { th: 'ที่อื่น', en: 'Elsewhere' },
});
const acts = choiceOf(text, { reply: 'reply', solve: 'solve', take: 'take' });

/** Knows three acts, and shows the last first; the first not at all. */
function acting(): Flow {
  const [, solve, take] = acts.options;
  return {
    ...toyFlow('acting'),
    start: () => ({ to: 'act' }),
    steps: {
      act: {
        ask: () => ({
          messages: [
            {
              kind: 'question',
              text: text('reply'),
              options: [open(text('elsewhere'), 'other'), ...[take, solve].flatMap((one) => one ?? [])],
            },
          ],
        }),
        accepts: () => acts.accept,
        next: (answer) => ({ to: 'act', set: { name: String(answer) } }),
      },
      done: { close: () => ({ messages: [], quick: [open(text('elsewhere'), 'other')] }) },
    },
  };
}

async function opened(): Promise<ToyChat> {
  const chat = new ToyChat([toyFlow('search'), acting(), toyFlow('other')]);
  await chat.type('acting');
  return chat;
}

describe('numbers', () => {
  test.each([
    ...['1', '๑', 'ข้อ 1', 'อันแรก', 'อันที่ 1', 'first', 'the first one', 'ก'].map((said) => [said, 'take']),
    ...['2', 'ข้อ ๒', 'สอง', 'second'].map((said) => [said, 'solve']),
    ['ตอบ', 'reply'],
  ])('“%s” is %s', async (said = '', act = '') => {
    const { conversation } = await (await opened()).type(said);
    expect(conversation.active).toMatchObject({ flow: 'acting', data: { name: act } });
  });

  test('behind the answers come buttons that lead elsewhere; beyond them there is nothing', async () => {
    expect((await (await opened()).type('3')).conversation.active?.flow).toBe('other');
    const { conversation, said } = await (await opened()).type('4');
    expect([conversation.active?.data, said[0]]).toEqual([{}, 'chat:chooseOne']);
  });
});
