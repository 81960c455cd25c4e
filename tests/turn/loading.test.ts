/** LINE's loading animation: shown when an answer takes long, and only then. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { takeTurn } from '../../bot/turn/take-turn.ts';
import { beaconEvent, somebody, textEvent } from '../builders/webhook-events.ts';
import { fakeTurnParts } from '../fakes/fake-turn-parts.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('a turn that takes a second shows it, once, in the person’s chat', async () => {
  const delivery = Promise.withResolvers<void>();
  const chats: string[] = [];
  const { parts, done } = fakeTurnParts(textEvent('ช่วยเหลือ'), {
    deliver: () => delivery.promise,
    showLoading: (chat) => chats.push(chat),
  });
  const turn = takeTurn(somebody, parts);
  await jest.advanceTimersByTimeAsync(500);
  expect(chats).toEqual([]);
  await jest.advanceTimersByTimeAsync(500);
  expect(chats).toEqual([somebody]);
  await jest.advanceTimersByTimeAsync(10_000);
  delivery.resolve();
  expect(await turn).toBe('taken');
  expect(chats).toEqual([somebody]);
  expect(done).toEqual(['read', 'stored', 'done']);
});

test('a quick turn shows none, not even after its end', async () => {
  const { parts, done } = fakeTurnParts(textEvent('ช่วยเหลือ'));
  await takeTurn(somebody, parts);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(done).toEqual(['read', 'stored', 'delivered', 'done']);
});

test('a turn that fails shows none after its end', async () => {
  const { parts, done } = fakeTurnParts(textEvent('ช่วยเหลือ'), {
    load: () => Promise.reject(new Error('away')),
  });
  await expect(takeTurn(somebody, parts)).rejects.toThrow('away');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(done).toEqual(['read']);
});

test('silence has none, however long it takes', async () => {
  const end = Promise.withResolvers<boolean>();
  const { parts, done } = fakeTurnParts(beaconEvent(), { end: () => end.promise });
  const turn = takeTurn(somebody, parts);
  await jest.advanceTimersByTimeAsync(60_000);
  end.resolve(true);
  await turn;
  expect(done).toEqual([]);
});

test('nothing to claim is nothing done', async () => {
  const { parts, done } = fakeTurnParts(textEvent('ช่วยเหลือ'), { claim: async () => 'busy' });
  expect(await takeTurn(somebody, parts)).toBe('busy');
  expect(done).toEqual([]);
});
