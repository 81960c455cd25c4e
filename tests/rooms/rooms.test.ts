/** The rooms: each rule about imports is seen to fail, and the real tree keeps them all. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cruiseFiles, cruiseTree, ruleNames, type Violation } from './cruise-tree.ts';
import { type ForbiddenImport, forbiddenImports } from './forbidden-imports.ts';

const project = path.resolve(import.meta.dirname, '../..');
const rooms = ['bot', 'flows', 'models', 'jobs', 'rich-menus', 'tests'];
const isOurs = (what: string) => rooms.some((room) => what.startsWith(`${room}/`));
const plain = (what: string) => `import '${what}';`;

/** The import from one file to another, as it is written: `../models/pin.ts`. */
function specifier(from: string, what: string): string {
  if (!isOurs(what)) return what;
  const relative = path.relative(path.dirname(from), what);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

function treeWith({ from, what, statement = plain }: ForbiddenImport): Record<string, string> {
  return { [from]: statement(specifier(from, what)), ...(isOurs(what) && { [what]: '' }) };
}

const barredBy = (violations: Violation[]) => violations.map((violation) => violation.rule).sort();

describe('each rule can fail', () => {
  test.each(forbiddenImports)('$from may not import $what ($rules.0)', async (forbidden) => {
    const { violations } = await cruiseFiles(treeWith(forbidden));
    expect(barredBy(violations)).toEqual([...forbidden.rules].sort());
    expect(violations.every((violation) => violation.from === forbidden.from)).toBe(true);
  });

  test('files may not import each other in a circle, not even for their types', async () => {
    const { violations } = await cruiseFiles({
      'flows/a.ts': "import { b } from './b.ts'; export type A = typeof b;",
      'flows/b.ts': "import { c } from './c.ts'; export const b = c;",
      'flows/c.ts': "import type { A } from './a.ts'; export const c = 1;",
    });
    expect(new Set(barredBy(violations))).toEqual(new Set(['no-circles']));
  });

  test('no rule is without an example here', () => {
    const shown = new Set([...forbiddenImports.flatMap(({ rules }) => rules), 'no-circles']);
    expect([...shown].sort()).toEqual([...ruleNames].sort());
  });
});

test('what the rooms allow is let through', async () => {
  const { violations } = await cruiseFiles({
    'flows/pin.ts': "import 'zod'; import '../models/thai/digits.ts'; import './text.ts';",
    'flows/text.ts': '',
    'models/thai/digits.ts': '',
    'models/pin.ts':
      "import 'mongoose'; import 'mongodb'; import 'zod'; import 'node:crypto'; import './thai/digits.ts';",
    'jobs/remind.ts': "import '../flows/pin.ts'; import '../models/pin.ts'; import 'node-cron';",
    'rich-menus/menu.ts': "import '../flows/pin.ts'; import 'node:zlib';",
    'bot/line/render/words.ts':
      "import 'i18next'; import type { T } from '@line/bot-sdk'; import '../../../flows/pin.ts';",
    'bot/simulator/chats.ts': "import 'express'; import 'zod'; import 'node:http';",
    'bot/simulated-line.ts': "import './simulator/chats.ts'; import './demo/offices.ts';",
    'bot/demo/offices.ts': "import '../../models/pin.ts';",
    'bot/start.ts':
      "import '../jobs/remind.ts'; import '../rich-menus/menu.ts'; void import('./simulated-line.ts');",
    'bot/main.ts': "import './start.ts'; import 'express'; import 'node:os';",
    'tests/all.test.ts':
      "import '../bot/main.ts'; import '@line/bot-sdk'; import 'mongodb'; import 'i18next'; import 'fast-check';",
  });
  expect(violations).toEqual([]);
});

test('the real tree keeps every rule', async () => {
  const present = rooms.filter((room) => existsSync(path.join(project, room)));
  const { files, violations } = await cruiseTree(present);
  expect(violations).toEqual([]);
  expect(files).toBeGreaterThan(200);
});

/** Whether a file loads `module` as soon as it is loaded itself; imports of types are gone by then. */
function loadsAtOnce(source: string, module: string): boolean {
  const statements = stripTypeScriptTypes(source).matchAll(
    /^\s*(?:import|export)\b(?!\s*\()[^;]*?'([^']+)'/gm,
  );
  return [...statements].some(([, specifier]) => specifier === module);
}

test('a service with a real channel does not even load the simulated one', async () => {
  expect(loadsAtOnce(await readFile(path.join(project, 'bot/start.ts'), 'utf8'), './simulated-line.ts')).toBe(
    false,
  );
  expect(loadsAtOnce("import { a } from './simulated-line.ts';", './simulated-line.ts')).toBe(true);
  expect(loadsAtOnce("import type { A } from './simulated-line.ts';", './simulated-line.ts')).toBe(false);
});
