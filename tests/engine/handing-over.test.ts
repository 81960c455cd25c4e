// One flow taking over from another within a turn, and steps that lead nowhere: bugs, which must not pass silently.
import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../flows/effects.ts';
import { handsOverTo, ToyChat, toyFlow } from './toy-flows.ts';

describe('handing over', () => {
  test('a chain of flows ends at the first question, in one turn', async () => {
    const chat = new ToyChat([handsOverTo('one', 'two'), handsOverTo('two', 'toy'), toyFlow('toy')]);
    const { said, conversation } = await chat.type('one');
    expect(said).toEqual(['toy:name']);
    expect(conversation.active?.flow).toBe('toy');
  });

  test('a circle of flows is a bug and throws', async () => {
    const chat = new ToyChat([handsOverTo('one', 'two'), handsOverTo('two', 'one')]);
    await expect(chat.type('one')).rejects.toThrow('without end');
  });

  test('a flow that hands over to itself is a bug and throws', async () => {
    await expect(new ToyChat([handsOverTo('one', 'one')]).type('one')).rejects.toThrow('without end');
  });

  test('handing over to a flow that does not exist is a bug and throws', async () => {
    await expect(new ToyChat([handsOverTo('one', 'nowhere')]).type('one')).rejects.toThrow('nowhere');
  });

  test('the writes of the flow that takes over are done, and it sees what they gave back', async () => {
    const seen: Outcome[][] = [];
    const writing = toyFlow('writing', {
      start: () => ({ to: 'over', effects: [{ do: 'discardDraft', id: 'a' }] }),
      steps: {
        over: {
          close: ({ outcomes }) => {
            seen.push(outcomes);
            return { messages: [] };
          },
        },
      },
    });
    const chat = new ToyChat([handsOverTo('one', 'writing'), writing], async () => ({
      of: 'discardDraft',
      discarded: true,
    }));
    await chat.type('one');
    expect(seen).toEqual([[{ of: 'discardDraft', discarded: true }]]);
  });
});

describe('steps that do not exist', () => {
  test('a start that leads to none throws', async () => {
    const chat = new ToyChat([toyFlow('toy', { start: () => ({ to: 'size' }) })]);
    await expect(chat.type('toy')).rejects.toThrow('"toy" has no step "size"');
  });

  test('an answer that leads to none throws, and the conversation stays where it was', async () => {
    const toy = toyFlow('toy');
    const { name } = toy.steps;
    if (!name || 'close' in name) throw new Error('the toy has lost its question');
    const chat = new ToyChat([
      { ...toy, steps: { ...toy.steps, name: { ...name, next: () => ({ to: 'size' }) } } },
    ]);
    await chat.type('toy');
    await expect(chat.type('Somchai')).rejects.toThrow('"toy" has no step "size"');
    expect((await chat.type('help')).conversation.active?.step).toBe('name');
  });
});
