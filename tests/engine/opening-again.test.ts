// Asking for the flow that is open already, tapping a button twice, and the language of a newcomer's first command.
import { describe, expect, test } from '@jest/globals';
import { newConversation } from '../../bot/turn/stored-state.ts';
import { ToyChat, toyFlow } from './toy-flows.ts';

describe('asking for the open flow once more', () => {
  test('where something is being typed, it asks again and keeps what was answered', async () => {
    const chat = new ToyChat([toyFlow('one')]);
    await chat.type('one');
    await chat.type('Somchai');
    const { said, conversation } = await chat.type('one');
    expect(said).toEqual(['toy:colour']);
    expect(conversation.active).toMatchObject({ step: 'colour', data: { name: 'Somchai' } });
  });

  test('where something stored is being looked at, it begins anew, and nothing is said to be put aside', async () => {
    const chat = new ToyChat([toyFlow('one', { browsing: ['colour'] })]);
    await chat.type('one');
    await chat.type('Somchai');
    const { said, conversation } = await chat.type('one');
    expect(said).toEqual(['toy:name']);
    expect(conversation.active).toMatchObject({ step: 'name', data: {}, trail: [] });
    expect(conversation.parked).toEqual([]);
  });
});

describe('tapping twice', () => {
  const red = (run: string, value = 'red') =>
    ({ kind: 'button', button: { kind: 'answer', flow: 'one', run, step: 'colour', value } }) as const;

  test('the same button again is told so; another one of that question is too late', async () => {
    const chat = new ToyChat([toyFlow('one')]);
    const { conversation } = await chat.type('one');
    const run = conversation.active?.run ?? '';
    await chat.type('Somchai');
    expect((await chat.send(red(run))).said).toEqual(['toy:done']);
    expect((await chat.send(red(run))).said).toEqual(['chat:tappedTwice']);
    expect((await chat.send(red(run, 'blue'))).said).toEqual(['chat:staleButton']);
  });

  test('what was taken back with ย้อนกลับ may be tapped again', async () => {
    const chat = new ToyChat([toyFlow('one'), toyFlow('two')]);
    const { conversation } = await chat.type('one');
    const run = conversation.active?.run ?? '';
    await chat.type('Somchai');
    await chat.type('ย้อนกลับ');
    await chat.type('Somsak');
    expect((await chat.send(red(run))).said).toEqual(['toy:done']);
  });
});

describe('the language of somebody who has agreed to nothing yet', () => {
  const bilingual = toyFlow('one', { words: { th: ['หนึ่ง'], en: ['one'] }, takesWords: true });

  test.each([
    ['one', 'en'],
    ['หนึ่ง', 'th'],
    ['one บึงทอง', 'en'],
  ])('a command is answered in its own: %s', async (command, language) => {
    const chat = new ToyChat([bilingual]);
    expect((await chat.type(command)).conversation.language).toBe(language);
  });

  test('an answer in Latin letters changes nothing', async () => {
    const chat = new ToyChat([bilingual]);
    await chat.type('หนึ่ง');
    expect((await chat.type('Somchai')).conversation.language).toBe('th');
  });

  test('who has agreed keeps the language they chose', async () => {
    const chat = new ToyChat([bilingual]);
    chat.store({ ...newConversation('somebody'), consent: { version: 1, at: '2018-05-08T00:00:00Z' } });
    expect((await chat.type('one')).conversation.language).toBe('th');
  });
});
