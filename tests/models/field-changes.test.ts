// What differs between two records, field by field.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changesBetween, valueAt } from '../../models/field-changes.ts';

describe('changesBetween', () => {
  test('names each field with what it was and what it is', () => {
    const before = { name: { th: 'เก่า', en: 'Old' }, kind: 'school', abroad: false };
    const after = { name: { th: 'ใหม่', en: 'Old' }, kind: 'school', abroad: true };
    expect(changesBetween(before, after, ['name.th', 'name.en', 'kind', 'abroad'])).toEqual([
      { field: 'name.th', from: 'เก่า', to: 'ใหม่' },
      { field: 'abroad', from: false, to: true },
    ]);
  });

  test('nothing, undefined and null are the same', () => {
    expect(changesBetween({ a: null, b: {} }, { a: undefined }, ['a', 'b.c', 'toString'])).toEqual([]);
    expect(changesBetween({}, { a: 1 }, ['a'])).toEqual([{ field: 'a', from: null, to: 1 }]);
    expect(changesBetween({ a: 0 }, {}, ['a'])).toEqual([{ field: 'a', from: 0, to: null }]);
  });

  test('lists and instants are compared by what they hold', () => {
    const at = (time: number) => ({ list: [1, [2]], at: new Date(time) });
    expect(changesBetween(at(5), at(5), ['list', 'at'])).toEqual([]);
    expect(changesBetween(at(5), at(6), ['list', 'at'])).toHaveLength(1);
    expect(changesBetween({ list: [1, 2] }, { list: [2, 1] }, ['list'])).toHaveLength(1);
    expect(changesBetween({ list: [1] }, { list: { 0: 1 } }, ['list'])).toHaveLength(1);
  });

  test('only fields that are asked for count', () => {
    expect(changesBetween({ a: 1, b: 1 }, { a: 2, b: 2 }, ['b'])).toEqual([{ field: 'b', from: 1, to: 2 }]);
  });

  test('the changes lead from one record to the other, and back by exchanging from and to', () => {
    const record = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue());
    fc.assert(
      fc.property(record, record, (before, after) => {
        const fields = ['a', 'b', 'c'];
        const changes = changesBetween(before, after, fields);
        const led = { ...before, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
        expect(changesBetween(led, after, fields)).toEqual([]);
        expect(changesBetween(after, before, fields)).toEqual(
          changes.map(({ field, from, to }) => ({ field, from: to, to: from })),
        );
        expect(changesBetween(before, before, fields)).toEqual([]);
      }),
    );
  });
});

test('valueAt follows a path and gives null where it ends', () => {
  expect(valueAt({ a: { b: [1] } }, 'a.b')).toEqual([1]);
  expect(valueAt({ a: 1 }, 'a.b')).toBeNull();
  expect(valueAt({}, 'constructor.name')).toBeNull();
});
