/** The settings a person is shown in .env.example are those the program reads. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../bot/config.ts';

const example = await readFile(path.resolve(import.meta.dirname, '../../.env.example'), 'utf8');

/** With a channel set, every setting is read: each name asked for is noted. */
function settingsRead(): string[] {
  const names = new Set<string>();
  const channel: Record<string, string> = {
    LINE_CHANNEL_SECRET: 'a-secret',
    LINE_CHANNEL_ACCESS_TOKEN: 'a-token-of-it',
  };
  const environment = new Proxy(channel, {
    get(target, name) {
      names.add(String(name));
      return target[String(name)];
    },
  });
  readConfig(environment);
  return [...names].sort();
}

test('.env.example names every setting, and no other', () => {
  expect(Object.keys(parseEnv(example)).sort()).toEqual(settingsRead());
});

test('each setting in .env.example has a comment of its own', () => {
  const lines = example.split('\n');
  const bare = lines.filter((line, at) => /^[A-Z_]+=/.test(line) && !lines[at - 1]?.startsWith('# '));
  expect(bare).toEqual([]);
});

test('.env.example as it stands is usable, and changes nothing', () => {
  expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
});
