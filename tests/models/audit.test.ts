// The audit trail on the real engine.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AuditEntry, lastChanges, recordAllChanges, recordChanges } from '../../models/audit.ts';
import { connectRegisters, emptyRegisters, minutesAfterNoon } from './register-builder.ts';

let disconnect: () => Promise<void>;

beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(() => emptyRegisters());

const entry = (
  key: string,
  minutes: number,
  change: Partial<AuditEntry<'agency'>> = {},
): AuditEntry<'agency'> => ({
  key,
  at: minutesAfterNoon(minutes),
  by: 'manage',
  about: { kind: 'agency', id: '030700001' },
  changes: [{ field: 'kind', from: null, to: 'school' }],
  ...change,
});

const keys = (entries: AuditEntry[]) => entries.map(({ key }) => key);

describe('recording', () => {
  test('an entry is kept as it was given', async () => {
    const given = entry('a', 0, {
      agency: '030700001',
      changes: [
        { field: 'name.th', from: null, to: [101.5, 14] },
        { field: 'abroad', from: true, to: false },
      ],
    });
    await recordChanges(given);
    expect(await lastChanges('all', 10)).toEqual([given]);
  });

  test('a key is recorded once, also by many at once, and the first one stays', async () => {
    await Promise.all(Array.from({ length: 20 }, () => recordChanges(entry('a', 0))));
    await recordChanges(entry('a', 5, { by: 'import' }));
    await recordAllChanges([entry('a', 6), entry('b', 7), entry('b', 8)]);
    expect(await lastChanges('all', 10)).toEqual([entry('b', 7), entry('a', 0)]);
  });

  test('an entry without changes is none', async () => {
    await recordChanges(entry('a', 0, { changes: [] }));
    await recordAllChanges([]);
    expect(await lastChanges('all', 10)).toEqual([]);
  });
});

describe('asking', () => {
  const person = { kind: 'person', id: 'U1' } as const;
  const left = { field: 'leave', from: null, to: 'leave' } as const;
  const renamed = { field: 'name.th', from: 'ก', to: 'ข' } as const;

  beforeEach(() =>
    recordAllChanges([
      entry('old', 0, { agency: 'A' }),
      entry('new', 9, { agency: 'B', by: 'U1' }),
      { ...entry('about', 5, { agency: 'A' }), about: person, changes: [left] },
      { ...entry('namesake', 6), about: { kind: 'pin', id: 'U1' }, changes: [renamed] },
    ]),
  );

  test('the newest come first, not more than wanted', async () => {
    expect(keys(await lastChanges('all', 10))).toEqual(['new', 'namesake', 'about', 'old']);
    expect(keys(await lastChanges('all', 2))).toEqual(['new', 'namesake']);
  });

  test('about one record; of agencies; about and by a person', async () => {
    expect(keys(await lastChanges({ about: person }, 10))).toEqual(['about']);
    expect(keys(await lastChanges({ agencies: ['A'] }, 10))).toEqual(['about', 'old']);
    expect(keys(await lastChanges({ agencies: ['A', 'B'] }, 10))).toEqual(['new', 'about', 'old']);
    expect(keys(await lastChanges({ agencies: [] }, 10))).toEqual([]);
    expect(keys(await lastChanges({ person: 'U1' }, 10))).toEqual(['new', 'about']);
  });
});
