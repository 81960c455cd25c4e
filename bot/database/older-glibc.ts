// Makes the embedded engine load on a glibc older than the one it was linked with (Debian 12 has 2.36).
//
// The engine asks GLIBC_2.38 for seven functions only. Six are the C23 names of functions that every glibc has
// (they differ in accepting "0b…" numbers), the seventh is `fmod` without its old error handling. In a *copy* of
// the libraries these are pointed at the versions that every glibc has.

import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readElfNeeds, renameSymbol, replaceVersion, UnexpectedElfFile } from './elf-file.ts';

/** The glibc that the engine's libraries were linked with, and the oldest that the rebound copy runs on. */
export const LINKED_GLIBC = '2.38';
export const OLDEST_GLIBC = '2.36';

const NEW_VERSION = `GLIBC_${LINKED_GLIBC}`;
const C23_PREFIX = '__isoc23_';
const C23_FUNCTIONS = ['strtol', 'strtoul', 'strtoll', 'strtoull', 'sscanf', 'fscanf'];
const REBINDABLE = new Set(['fmod', ...C23_FUNCTIONS.map((name) => C23_PREFIX + name)]);

/** glibc's first version on each processor: every function that is not newer carries it. */
const FIRST_VERSION: Partial<Record<string, string>> = { x64: 'GLIBC_2.2.5', arm64: 'GLIBC_2.17' };

/** Where the engine's libraries are installed: the platform package's directory, version and files. */
export type EngineLibraries = { directory: string; version: string; entry: string; files: string[] };

/** Compares glibc versions such as "2.36" and "2.4" (which is the older). */
export function isOlderGlibc(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split('.').map(Number);
  return major < thanMajor || (major === thanMajor && minor < thanMinor);
}

/**
 * The library with its GLIBC_2.38 symbols pointed at the processor's first glibc version. A library that asks for
 * none comes back as it is, so doing it twice changes nothing. Throws `UnexpectedElfFile` when a symbol needs
 * 2.38 that is not known to be the same function in older versions.
 */
export function rebindToOlderGlibc(library: Buffer, architecture: string): Buffer {
  const { versions, symbols } = readElfNeeds(library);
  const tooNew = versions.filter((version) => version.name === NEW_VERSION);
  if (tooNew.length === 0) return library;
  const first = versions.find((version) => version.name === FIRST_VERSION[architecture]);
  if (first === undefined)
    throw new UnexpectedElfFile(`it does not use the first glibc version of ${architecture}`);

  const rebound = Buffer.from(library);
  const newIndexes = new Set(tooNew.map((version) => version.index));
  for (const symbol of symbols.filter(({ versionIndex }) => newIndexes.has(versionIndex))) {
    if (!REBINDABLE.has(symbol.name))
      throw new UnexpectedElfFile(`it needs ${symbol.name} of ${NEW_VERSION}`);
    // A name may start anywhere in the string table, so the old name is the tail of the new one.
    if (symbol.name.startsWith(C23_PREFIX))
      renameSymbol(rebound, symbol, symbol.nameOffset + C23_PREFIX.length);
  }
  for (const version of tooNew) replaceVersion(rebound, version, first);
  return rebound;
}

/**
 * Makes the rebound copy of the engine's libraries once per package version, and returns the path of its entry
 * (for `NAPI_RS_NATIVE_LIBRARY_PATH`). The entry finds the other library beside itself (its run path is $ORIGIN).
 * Several processes may do it at once: each writes its own directory, and the first to rename it is used.
 */
export async function copyForOlderGlibc(
  libraries: EngineLibraries,
  cacheDirectory: string,
  architecture: string,
): Promise<string> {
  const finished = path.join(cacheDirectory, `${path.basename(libraries.directory)}-${libraries.version}`);
  const entry = path.join(finished, libraries.entry);
  if (await exists(entry)) return entry;

  const unfinished = `${finished}.${randomUUID()}`;
  try {
    await mkdir(unfinished, { recursive: true });
    for (const file of libraries.files) {
      const library = await readFile(path.join(libraries.directory, file));
      await writeFile(path.join(unfinished, file), rebindToOlderGlibc(library, architecture));
    }
    await rename(unfinished, finished);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(entry))) throw error;
  }
  return entry;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
