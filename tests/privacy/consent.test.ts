/** Consent comes before anything personal is kept: a flow that writes about people asks for it first. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { repertoire } from '../../flows/registry.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Writes of flows that need no consent, and why. `whenConsented`: the flow itself asks whether there is consent before it
 * writes, and otherwise keeps nothing.
 */
const excused: Record<string, string> = {
  exportMyData: 'a right of everybody; the link ends after ten minutes',
  eraseMyData: 'a right of everybody; it keeps nothing',
  actAs: 'a choice among roles that were taken with consent',
  leaveRole: 'gives up a role that was taken with consent',
  noteVisit: 'whenConsented',
  setFavourite: 'whenConsented',
  noteWayAsked: 'whenConsented',
  rate: 'the person stands in it only as a mark under a key that is deleted',
  withdrawRating: 'takes a rating away',
  addToRating: 'whenConsented',
  addRatingPhoto: 'whenConsented',
  askAfterwards: 'answers a question that only those are asked who agreed',
  answerComment: 'an official’s, who agreed when registering',
};

/** The source of a flow with all parts of it: what it imports, but for the engine, other flows, and mere types. */
function sourcesOf(path: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(path) || !existsSync(path)) return seen;
  const source = readFileSync(path, 'utf8');
  const isAnotherFlow = seen.size > 0 && /\bid: '[\w-]+',\n +version/.test(source);
  if (isAnotherFlow || path.includes('/engine/')) return seen;
  seen.set(path, source);
  for (const [, imported = ''] of source.matchAll(/^import (?!type)[^;]*? from '(\.[^']+)';/gm))
    sourcesOf(join(dirname(path), imported), seen);
  return seen;
}

const files = new Map(
  flowSources().flatMap((path): [string, string][] => {
    const source = readFileSync(path, 'utf8');
    const id = /^ +id: '([\w-]+)',\n +version/m.exec(source)?.[1];
    return id && /defineFlow[<(]/.test(source) ? [[id, path]] : [];
  }),
);

function flowSources(): string[] {
  const names = readdirSync(join(root, 'flows'), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(root, 'flows', name));
}

test('every flow is found by its id', () => {
  expect(repertoire.flows.map(({ id }) => id).filter((id) => !files.has(id))).toEqual([]);
});

test.each(repertoire.flows.filter(({ needsConsent }) => !needsConsent).map(({ id }) => [id]))(
  '%s asks for no consent: it keeps nothing about people',
  (id) => {
    const sources = sourcesOf(files.get(id) ?? '');
    const all = [...sources.values()].join('\n');
    const writes = [...all.matchAll(/\bdo: '(\w+)'/g)].flatMap(([, name]) => (name ? [name] : []));
    expect(writes.filter((name) => !(name in excused))).toEqual([]);
    const conditional = writes.filter((name) => excused[name] === 'whenConsented');
    if (conditional.length > 0) expect(all).toMatch(/consent\?\.version [!=]== PRIVACY_NOTICE_VERSION/);
  },
);
