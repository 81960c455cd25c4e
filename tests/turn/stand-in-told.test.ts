// Whoever is named as a stand-in is told with their next answer; nobody is told of a leave that was refused.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createProgressDoers } from '../../bot/turn/perform-progress.ts';
import { loadConversation } from '../../models/conversation.ts';
import { giveRole } from '../../models/person.ts';
import { change, peopleAndAgencies } from '../models/people-builder.ts';
import { connectRegisters, emptyRegisters } from '../models/register-builder.ts';

const NOW = new Date('2021-01-25T09:00:00+07:00');
const { takeLeave } = createProgressDoers({ now: () => NOW, invitationSecret: 'secret' });
const wish = {
  id: 'leave',
  standIn: 'wide',
  from: '2021-02-01',
  until: '2021-02-03',
  tell: [{ kind: 'say' as const, text: 'told' }],
};

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
  await giveRole('wide', { role: 'coordinator', scope: 'country' }, change('manage', 'wide'));
});

test('once, until the leave is over', async () => {
  await takeLeave(wish, 'coordinator');
  await takeLeave(wish, 'coordinator');
  const { notes } = await loadConversation('wide');
  expect(notes.map(({ messages, expiresAt }) => [messages, expiresAt])).toEqual([
    [wish.tell, new Date('2021-02-04T00:00:00+07:00')],
  ]);
});

test('not of what was refused', async () => {
  expect(await takeLeave({ ...wish, standIn: 'outsider' }, 'coordinator')).toMatchObject({ why: 'not-fit' });
  expect((await loadConversation('outsider')).notes).toEqual([]);
});
