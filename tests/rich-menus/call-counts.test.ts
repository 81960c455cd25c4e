// How many calls a deployment takes. Nothing here depends on luck: a changed number is a changed deployment.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { menus } from '../../rich-menus/menus.ts';
import { connectRegisters, emptyRegisters } from '../models/register-builder.ts';
import { type MenuStand, startMenuStand } from './menu-stand.ts';

/** What LINE has is read by three calls. */
const reads = { 'richmenu-list': 1, 'richmenu-alias-list': 1, 'richmenu-default-get': 1 };
const sum = (calls: Record<string, number>) => Object.values(calls).reduce((all, one) => all + one, 0);

let disconnect: () => Promise<void>;
let stand: MenuStand;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  stand = await startMenuStand();
});
afterEach(() => stand.close());

test('the first deployment of 16 menus: 52 calls', async () => {
  expect(menus).toHaveLength(16);
  await stand.deploy();
  const calls = stand.calls();
  expect(calls).toEqual({
    ...reads,
    'richmenu-create': 16,
    'richmenu-image-put': 16,
    'richmenu-alias-create': 16,
    'richmenu-default-set': 1,
  });
  expect(sum(calls)).toBe(52);
});

test('again, with nothing changed: 3 calls', async () => {
  await stand.deploy();
  stand.calls();
  await stand.deploy();
  expect(stand.calls()).toEqual(reads);
});

test('with one changed picture: 10 calls', async () => {
  await stand.deploy();
  stand.age('th-oc-official');
  stand.calls();
  await stand.deploy();
  const calls = stand.calls();
  expect(calls).toEqual({
    ...reads,
    'richmenu-create': 1,
    'richmenu-image-put': 1,
    'richmenu-batch-validate': 1,
    'richmenu-alias-update': 1,
    'richmenu-batch': 1,
    'richmenu-batch-progress': 1,
    'richmenu-delete': 1,
  });
  expect(sum(calls)).toBe(10);
});

test('with the default menu’s picture changed: 8 calls, since nobody is linked to it', async () => {
  await stand.deploy();
  stand.age('th-c-citizen');
  stand.calls();
  await stand.deploy();
  const calls = stand.calls();
  expect(calls).toEqual({
    ...reads,
    'richmenu-create': 1,
    'richmenu-image-put': 1,
    'richmenu-alias-update': 1,
    'richmenu-default-set': 1,
    'richmenu-delete': 1,
  });
  expect(sum(calls)).toBe(8);
});
