// The tests' own database: empty at first, real, and apart from any other.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';

describe('a test database', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([openTestDatabase(), openTestDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
  });

  test('keeps documents, and two of them share nothing', async () => {
    const one = new MongoClient(first.uri);
    const other = new MongoClient(second.uri);
    try {
      await one.db().collection('pins').insertOne({ name: 'a' });
      expect(await one.db().collection('pins').countDocuments()).toBe(1);
      expect(await other.db().collection('pins').countDocuments()).toBe(0);
      expect(one.db().databaseName).not.toBe(other.db().databaseName);
    } finally {
      await Promise.all([one.close(), other.close()]);
    }
  });
});
