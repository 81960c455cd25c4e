// Stored states that no longer fit: every one leads to a polite beginning, none to an error or to silence.
import { describe, expect, test } from '@jest/globals';
import { newConversation } from '../../bot/turn/stored-state.ts';
import type { FlowState } from '../../flows/engine/flow.ts';
import { ToyChat, toyFlow } from './toy-flows.ts';

const state: FlowState = {
  flow: 'toy',
  version: 1,
  run: 'before',
  step: 'colour',
  data: { name: 'Somchai' },
  trail: [],
};

function chatAt(changes: Partial<FlowState>, flow = toyFlow('toy')): ToyChat {
  const chat = new ToyChat([flow]);
  chat.store({ ...newConversation('somebody'), active: { ...state, ...changes } });
  return chat;
}

const begunAgain = {
  said: ['chat:restarted', 'toy:name'],
  conversation: { active: { step: 'name', data: {} } },
};

describe('stored states', () => {
  test('a state that fits goes on', async () => {
    expect(await chatAt({}).type('red')).toMatchObject({ said: ['toy:done'] });
  });

  test.each([
    ['data that fail the schema', { data: { colour: 'green' } }],
    ['a step that no longer exists', { step: 'size' }],
    ['a step called like something every object has', { step: 'toString' }],
    ['another version without a way over', { version: 7 }],
  ])('%s: begins again', async (_, changes) => {
    expect(await chatAt(changes).type('red')).toMatchObject(begunAgain);
  });

  test('a flow that no longer exists is said to be gone, and the person can go on', async () => {
    const chat = chatAt({ flow: 'bygone' });
    const gone = await chat.type('red');
    expect(gone.said).toEqual(['chat:flowGone']);
    expect(gone.quick).toContain('chat:help');
    expect((await chat.type('toy')).said).toEqual(['toy:name']);
  });

  test.each([
    ['declines', () => null],
    ['leads to a step that is not there', () => ({ step: 'size', data: {} })],
    ['leads to data that fail the schema', () => ({ step: 'colour', data: { colour: 'green' } })],
  ])('a way over that %s: begins again', async (_, migrate) => {
    const chat = chatAt({}, toyFlow('toy', { version: 2, migrate }));
    expect(await chat.type('red')).toMatchObject(begunAgain);
  });

  test('a button of the state before a new beginning is stale', async () => {
    const chat = chatAt({ version: 7 });
    await chat.type('red');
    const button = { kind: 'answer', flow: 'toy', run: 'before', step: 'colour', value: 'red' } as const;
    expect((await chat.send({ kind: 'button', button })).said).toEqual(['chat:staleButton', 'toy:name']);
  });
});
