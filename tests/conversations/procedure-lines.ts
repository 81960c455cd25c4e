/** The lines of a transcript that say which procedures there are, what their manuals tell, and where they are used. */
import { officialsOf } from '../../models/person.ts';
import { proceduresByCodes, putProcedures } from '../../models/procedure.ts';
import type { Manual, ProcedurePaper } from '../../models/procedure-document.ts';
import { linkProcedures } from '../../models/procedure-link.ts';
import type { ReadSetUp, SetUp } from './setting.ts';

const PROCEDURE = /^(\S+) "([^"]+)" (kind|agency):(\S+)(?: "([^"]+)")?$/;
const TOLD = /^(\S+)((?: "[^"]+")+)$/;
const SAYS = /^(\S+) (fee|duration|law|link) "([^"]+)"$/;
const PAPER = /^(.+):(original|copy|both)$/;
const LINKED = /^"([^"]+)"((?: \S+)+)$/;
const MANAGE = 'manage';

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const procedureLines = {
  procedure: readProcedure,
  'procedure-steps': (rest) => readTold(rest, (told) => ({ steps: told.map(nameIn) })),
  'procedure-papers': (rest) => readTold(rest, (told) => ({ papers: told.map(paperIn) })),
  'procedure-says': readSays,
  'procedure-retired': (code) => changeProcedure(code, { isRetired: true }),
  linked: readLinked,
} satisfies Record<string, ReadSetUp>;

function readProcedure(rest: string): SetUp | undefined {
  const [, code, th, kind, owner, en] = PROCEDURE.exec(rest) ?? [];
  if (!code || !th || !owner) return undefined;
  const title = en ? { th, en } : { th };
  const whose = kind === 'agency' ? { agency: owner } : { kinds: [owner] };
  return ({ now }) =>
    putProcedures([{ code, title, owner: whose, steps: [], papers: [] }], { by: MANAGE, at: now });
}

function readTold(rest: string, tell: (told: string[]) => Partial<Manual>): SetUp | undefined {
  const [, code, told] = TOLD.exec(rest) ?? [];
  if (!code || !told) return undefined;
  return changeProcedure(code, tell([...told.matchAll(/"([^"]+)"/g)].map(([, one]) => one ?? '')));
}

function readSays(rest: string): SetUp | undefined {
  const [, code, what, said] = SAYS.exec(rest) ?? [];
  if (!code || !said) return undefined;
  if (what === 'fee') return changeProcedure(code, { fee: nameIn(said) });
  if (what === 'duration') return changeProcedure(code, { duration: nameIn(said) });
  return changeProcedure(code, what === 'law' ? { law: said } : { link: said });
}

function changeProcedure(code: string, change: Partial<Manual>): SetUp {
  return async ({ now }) => {
    const known = (await proceduresByCodes([code])).get(code);
    if (!known) throw new Error(`no procedure ${code}; a "procedure" line must stand before`);
    await putProcedures([{ ...known, ...change }], { by: MANAGE, at: now });
  };
}

/** The English stands behind a slash. */
function nameIn(written: string): { th: string; en?: string } {
  const [th = '', en] = written.split('/');
  return en ? { th, en } : { th };
}

function paperIn(written: string): ProcedurePaper {
  const [, names = '', need] = PAPER.exec(written) ?? [];
  const name = nameIn(names);
  const of = /บัตรประ/.test(name.th)
    ? 'id-card'
    : /ทะเบียนบ้าน/.test(name.th)
      ? 'house-registration'
      : undefined;
  if (need !== 'original' && need !== 'copy' && need !== 'both') throw new Error(`${written} says no need`);
  return { name, need, ...(of && { of }) };
}

function readLinked(rest: string): SetUp | undefined {
  const [, name, codes] = LINKED.exec(rest) ?? [];
  if (!name || !codes) return undefined;
  const add = codes.trim().split(' ');
  return async ({ pins, now, newKey }) => {
    const pin = pins.get(name);
    if (!pin) throw new Error(`no pin is called "${name}"`);
    const [official] = pin.agency === undefined ? [] : await officialsOf(pin.agency);
    const by = official?.id ?? pin.owner;
    const { count } = await linkProcedures({ pin: pin.code, add, remove: [], by, at: now, key: newKey() });
    if (count < add.length) throw new Error(`nobody of this transcript may link all of these to "${name}"`);
  };
}
