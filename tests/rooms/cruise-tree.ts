/** Looks at the imports of a tree of files with the project's own rules: the real tree, or a small one made for it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type IFlattenedRuleSet, type IResolveOptions } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

/** An import that a rule bars. A circle is told by its first two files. */
export type Violation = { rule: string; from: string; to: string };

/** What was looked at and found. */
export type Findings = { files: number; violations: Violation[] };

const project = path.resolve(import.meta.dirname, '../..');
const options = await extractOptions(path.join(project, '.dependency-cruiser.cjs'));

/** The names of all rules. */
export const ruleNames = ruleSet().forbidden.map((rule) => String(rule.name));

/** Cruises the folders of a tree. `root` is the folder that has package.json. */
export async function cruiseTree(folders: string[], root = project): Promise<Findings> {
  // What the tool reads from its configuration it takes apart itself: resolving is an argument of its own.
  const resolving = options.enhancedResolveOptions as IResolveOptions;
  const { output } = await cruise(folders, { ...options, baseDir: root, validate: true }, resolving);
  if (typeof output === 'string') throw new Error('a report instead of a result');
  return {
    files: output.modules.length,
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

/** Cruises a tree made of `files` (path: text), beside which the packages of package.json stand empty. */
export async function cruiseFiles(files: Record<string, string>): Promise<Findings> {
  const root = await mkdtemp(path.join(tmpdir(), 'pakmud-rooms-'));
  try {
    const all = { ...packages, ...files };
    await Promise.all(Object.entries(all).map(([name, text]) => write(path.join(root, name), text)));
    return await cruiseTree([...new Set(Object.keys(files).map((file) => String(file.split('/')[0])))], root);
  } finally {
    await rm(root, { recursive: true });
  }
}

function ruleSet(): { forbidden: NonNullable<IFlattenedRuleSet['forbidden']> } {
  const forbidden = options.ruleSet?.forbidden;
  if (!forbidden) throw new Error('no rules');
  return { forbidden };
}

const dependencies = [
  '@line/bot-sdk',
  'express',
  'i18next',
  'mongodb',
  'mongoose',
  'node-cron',
  'sharp',
  'zod',
];
const development = ['fast-check'];
const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));

const packages: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: versions(dependencies),
    devDependencies: versions(development),
  }),
  ...Object.fromEntries(
    [...dependencies, ...development].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  ),
};

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
