// ย้อนกลับ: how far it reaches, and what counts as one step of it.
import { describe, expect, test } from '@jest/globals';
import type { Flow, QuestionStep } from '../../flows/engine/flow.ts';
import { ToyChat, toyFlow } from './toy-flows.ts';

/** The same question under two names, so that answers lead to and fro without end. */
function endless(): Flow {
  const toy = toyFlow('toy');
  const question = toy.steps.name;
  if (!question || 'close' in question) throw new Error('the toy has lost its question');
  const to = (step: string): QuestionStep<Record<string, unknown>, string> => ({
    ...question,
    next: (answer) => ({ to: step, set: { name: String(answer) } }),
  });
  return {
    ...toy,
    start: () => ({ to: 'ping' }),
    steps: { ping: to('pong'), pong: to('ping'), loop: to('loop') },
  };
}

describe('the way back', () => {
  test('is at most 60 answers long; the oldest are forgotten', async () => {
    const chat = new ToyChat([endless()]);
    await chat.type('toy');
    for (let count = 1; count <= 65; count += 1) await chat.type(`answer ${count}`);
    const { conversation } = await chat.type('help');
    expect(conversation.active?.trail).toHaveLength(60);
    for (let count = 1; count <= 60; count += 1) await chat.type('back');
    const last = await chat.type('back');
    expect(last.said[0]).toBe('chat:nothingBefore');
    expect(last.conversation.active?.data).toEqual({ name: 'answer 5' });
  });

  test('a question that asks itself again is one step of it', async () => {
    const chat = new ToyChat([{ ...endless(), start: () => ({ to: 'loop' }) }]);
    await chat.type('toy');
    await chat.type('first');
    const { conversation } = await chat.type('second');
    expect(conversation.active).toMatchObject({ step: 'loop', data: { name: 'second' }, trail: [] });
  });

  test('undoes the answer, not only the step', async () => {
    const chat = new ToyChat([toyFlow('toy')]);
    await chat.type('toy');
    await chat.type('Somchai');
    const { conversation } = await chat.type('ย้อนกลับ');
    expect(conversation.active).toMatchObject({ step: 'name', data: {} });
  });
});
