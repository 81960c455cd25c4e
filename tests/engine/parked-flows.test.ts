// Flows left for another one: how many are kept, in which order they are gone on with.
import { describe, expect, test } from '@jest/globals';
import { ToyChat, toyFlow } from './toy-flows.ts';

const five = ['one', 'two', 'three', 'four', 'five'];

async function leaveEachHalfDone(chat: ToyChat, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await chat.type(id);
    await chat.type(`name of ${id}`);
  }
}

describe('parked flows', () => {
  test('at most three are kept; the oldest gives way', async () => {
    const chat = new ToyChat(five.map((id) => toyFlow(id)));
    await leaveEachHalfDone(chat, five);
    const { conversation } = await chat.type('help');
    expect(conversation.parked.map(({ flow }) => flow)).toEqual(['two', 'three', 'four']);
    expect(conversation.active?.flow).toBe('five');
  });

  test('going on takes the latest first, with its answers, and parks what was open', async () => {
    const chat = new ToyChat(five.map((id) => toyFlow(id)));
    await leaveEachHalfDone(chat, ['one', 'two', 'three']);
    const { said, conversation } = await chat.type('ทำต่อ');
    expect(said).toEqual(['chat:parked', 'chat:goingOn', 'toy:colour']);
    expect(conversation.active).toMatchObject({ flow: 'two', step: 'colour', data: { name: 'name of two' } });
    expect(conversation.parked.map(({ flow }) => flow)).toEqual(['one', 'three']);
  });

  test('a flow opened anew replaces its own parked state', async () => {
    const chat = new ToyChat(five.map((id) => toyFlow(id)));
    await leaveEachHalfDone(chat, ['one', 'two', 'one', 'two']);
    const { conversation } = await chat.type('help');
    expect(conversation.parked.map(({ flow }) => flow)).toEqual(['one']);
    expect(conversation.active?.flow).toBe('two');
  });

  test('a flow in which nothing was answered is not kept', async () => {
    const chat = new ToyChat(five.map((id) => toyFlow(id)));
    await chat.type('one');
    const { said, conversation } = await chat.type('cancel');
    expect(said).toEqual(['chat:left']);
    expect(conversation.parked).toEqual([]);
  });

  test('a flow carried over from an older version keeps its answers when it is left', async () => {
    const chat = new ToyChat([toyFlow('one'), toyFlow('two')]);
    await chat.type('one');
    await chat.type('Somchai');
    chat.flows = [
      toyFlow('one', { version: 2, migrate: ({ step, data }) => ({ step, data }) }),
      toyFlow('two'),
    ];
    const { conversation, quick } = await chat.type('cancel');
    expect(quick).toContain('chat:continue');
    expect(conversation.parked).toMatchObject([
      { flow: 'one', state: { step: 'colour', data: { name: 'Somchai' } } },
    ]);
  });

  test('a parked flow that is no longer offered is not gone on with', async () => {
    const chat = new ToyChat([toyFlow('one'), toyFlow('two')]);
    await leaveEachHalfDone(chat, ['two']);
    await chat.type('cancel');
    chat.flows = [toyFlow('one')];
    const { said, conversation } = await chat.type('ทำต่อ');
    expect(said).toEqual(['chat:flowGone']);
    expect(conversation).toMatchObject({ active: null, parked: [] });
  });

  test('a parked flow of an older version begins again when it is gone on with', async () => {
    const chat = new ToyChat([toyFlow('one'), toyFlow('two')]);
    await leaveEachHalfDone(chat, ['two']);
    await chat.type('cancel');
    chat.flows = [toyFlow('one'), toyFlow('two', { version: 2 })];
    const { said, conversation } = await chat.type('ทำต่อ');
    expect(said).toEqual(['chat:restarted', 'toy:name']);
    expect(conversation.active).toMatchObject({ flow: 'two', version: 2, step: 'name', data: {} });
  });
});
