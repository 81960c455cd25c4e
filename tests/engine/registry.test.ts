// What every conversation owes: its line in the registry, its transcripts, its texts in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { globalWords } from '../../flows/engine/commands.ts';
import { allTexts, repertoire } from '../../flows/registry.ts';
import { normalForm } from '../../models/thai/normal-form.ts';
import { readTranscript } from '../conversations/transcript.ts';
import { transcriptFiles, transcriptPath } from '../conversations/transcript-files.ts';

const root = join(import.meta.dirname, '../..');
const sources = ['flows', 'bot', 'jobs'].flatMap(typescriptUnder);
const flows = repertoire.flows.map((flow): [string, typeof flow] => [flow.id, flow]);
const texts = allTexts.map((text): [string, typeof text] => [text.namespace, text]);

function typescriptUnder(folder: string): { path: string; source: string }[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
  return paths.map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }));
}

test('every file that defines a flow is in the registry', async () => {
  const files = sources.filter(
    ({ path, source }) => path.startsWith('flows/') && /= defineFlow\(/.test(source),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const { path } of files) {
    const exported: Record<string, unknown> = await import(join(root, path));
    const registered = repertoire.flows.filter((flow) => Object.values(exported).includes(flow));
    expect({ path, registered: registered.length }).toEqual({ path, registered: 1 });
  }
});

test('no two flows have one id', () => {
  expect(new Set(repertoire.flows.map(({ id }) => id)).size).toBe(repertoire.flows.length);
});

describe('transcripts', () => {
  /** Each sort a transcript can cover, and what must happen in it to be of that sort. */
  const evidence: Record<string, RegExp> = {
    happy: /^[a-z]+: /m,
    wrong: /^[a-z]+: /m,
    stale: /^[a-z]+: <(?:old|tap raw) /m,
    back: /^[a-z]+: (?:\[?ย้อนกลับ|กลับ|\[?back|undo)/im,
    cancel: /^[a-z]+: (?:\[?ยกเลิก|เลิก|ออก|\[?cancel|stop|ค้นหา)/im,
    'resume-after-deploy': /^deploy /m,
  };
  const covered = transcriptFiles().map((name) => {
    const source = readFileSync(transcriptPath(name), 'utf8');
    const sorts = readTranscript(source).entries.flatMap(({ action }) =>
      action.kind === 'covers' ? action.sorts : [],
    );
    return { name, source, sorts };
  });

  test.each(covered.map(({ name, ...rest }): [string, typeof rest] => [name, rest]))(
    '%s is of the sorts it names',
    (_, { source, sorts }) => {
      expect(sorts.length).toBeGreaterThan(0);
      for (const sort of sorts)
        expect({ sort, shown: evidence[sort]?.test(source) }).toEqual({ sort, shown: true });
    },
  );

  test.each(flows)('%s has one of each sort', (id) => {
    const own = covered.filter(({ name }) => name.startsWith(`${id}/`)).flatMap(({ sorts }) => sorts);
    expect(Object.keys(evidence).filter((sort) => !own.includes(sort))).toEqual([]);
  });
});

describe('texts', () => {
  const variables = (text: string): string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

  test.each(texts)('%s: both languages, with the same variables', (_, { texts: pairs }) => {
    for (const [key, { th, en }] of Object.entries(pairs)) {
      expect({ key, said: th.trim() !== '' && en.trim() !== '' }).toEqual({ key, said: true });
      expect({ key, variables: variables(en) }).toEqual({ key, variables: variables(th) });
    }
  });

  test.each(texts)('%s: no text is there for nothing', (namespace, { texts: pairs }) => {
    const defining = sources.find(({ source }) => source.includes(`defineTexts('${namespace}'`));
    // What the engine says is also said by the turn around it; a flow's texts are its own and its parts'.
    const parts = sources.filter(({ source }) => defining && source.includes(`/${basename(defining.path)}'`));
    const using = namespace === 'chat' ? sources : [defining, ...parts];
    const code = using.map((file) => file?.source.replace(/^ +'?[\w-]+'?: \{\s*(?:th|\n)/gm, '')).join('\n');
    // Texts that are chosen by an id out of the database have tests of their own.
    const isByIds = /Object\.(?:keys\(officeKindTexts|hasOwn\((?:maker|(?:reason|step)Texts))\.texts/.test(
      code,
    );
    const isUsed = (key: string) => isByIds || code.includes(`'${key}'`) || code.includes(`.texts.${key}`);
    expect(Object.keys(pairs).filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe('words that open and command', () => {
  const openings = repertoire.flows.flatMap(({ id, words }) =>
    [...words.th, ...words.en].map((word) => ({ by: id, word })),
  );
  const commands = Object.entries(globalWords).flatMap(([by, words]) => words.map((word) => ({ by, word })));

  test('each means one thing', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { by, word } of [...openings, ...commands]) {
      const form = normalForm(word);
      meanings.set(form, (meanings.get(form) ?? new Set()).add(by));
    }
    const disputed = [...meanings].filter(([, owners]) => owners.size > 1);
    expect(disputed.map(([form, owners]) => [form, ...owners])).toEqual([]);
  });

  test('no answer can be mistaken for a command', () => {
    // Choosing a language and commanding it is the same thing.
    const taken = commands
      .filter(({ by }) => by !== 'thai' && by !== 'english')
      .map(({ word }) => normalForm(word));
    const own = allTexts.filter(({ namespace }) => namespace !== 'chat');
    const labels = own.flatMap(({ namespace, texts: pairs }) =>
      Object.entries(pairs).flatMap(([key, { th, en }]) =>
        [th, en].map((label) => ({ key: `${namespace}:${key}`, label })),
      ),
    );
    expect(labels.filter(({ label }) => taken.includes(normalForm(label)))).toEqual([]);
  });
});
