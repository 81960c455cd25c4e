/** The lines of a transcript that say which services citizen manuals describe, and which pins offer them. */

import { officialsOf } from '../../models/person.ts';
import { putProcedures } from '../../models/procedure.ts';
import type { Manual, ProcedurePaper } from '../../models/procedure-document.ts';
import { linkProcedures } from '../../models/procedure-link.ts';
import type { ReadSetUp, SetUp } from './setting.ts';

const MANUAL = /^(\S+) "([^"]+)"(?: "([^"]+)")? (id-card|house|both|none)$/;
const MANUALS = /^(\d+) "([^"]+)" (id-card|house|both|none)$/;
const OFFERS = /^"([^"]+)" (.+)$/;

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const copiesLines = {
  manual: readManual,
  manuals: readManuals,
  offers: readOffers,
} satisfies Record<string, ReadSetUp>;

/** `manual B1 "แจ้งเกิด" "Register a birth" both`: every agency of a transcript has it; it asks for these copies. */
function readManual(rest: string): SetUp | undefined {
  const [, code, th, en, copies] = MANUAL.exec(rest) ?? [];
  if (!code || !th || !copies) return undefined;
  return ({ now }) => put([manual(code, en ? { th, en } : { th }, copies)], now);
}

/** `manuals 20 "บริการ" id-card`: so many, called บริการ 1 and on, with the codes M1 and on. */
function readManuals(rest: string): SetUp | undefined {
  const [, count, th, copies] = MANUALS.exec(rest) ?? [];
  if (!count || !th || !copies) return undefined;
  const numbers = Array.from({ length: Number(count) }, (_, index) => index + 1);
  return ({ now }) =>
    put(
      numbers.map((number) => manual(`M${number}`, { th: `${th} ${number}` }, copies)),
      now,
    );
}

function put(manuals: Manual[], at: Date) {
  return putProcedures(manuals, { by: 'manage', at });
}

function manual(code: string, title: Manual['title'], copies: string): Manual {
  const copyOf = (of: NonNullable<ProcedurePaper['of']>, th: string): ProcedurePaper => ({
    name: { th },
    need: 'copy',
    of,
  });
  const papers = [
    ...(copies === 'id-card' || copies === 'both' ? [copyOf('id-card', 'สำเนาบัตรประชาชน')] : []),
    ...(copies === 'house' || copies === 'both' ? [copyOf('house-registration', 'สำเนาทะเบียนบ้าน')] : []),
  ];
  const owner = { kinds: ['subdistrict-office'] };
  return { code, title, owner, steps: [], papers, isRetired: false };
}

/** `offers "อบต.เขาใหม่" B1 B2`: linked by an official of the pin's agency, or by its maker. */
function readOffers(rest: string): SetUp | undefined {
  const [, name, codes = ''] = OFFERS.exec(rest) ?? [];
  if (!name) return undefined;
  return async ({ now, pins, newKey }) => {
    const pin = pins.get(name);
    if (!pin) throw new Error(`no pin is called "${name}"`);
    const [official] = pin.agency === undefined ? [] : await officialsOf(pin.agency);
    const deed = { by: official?.id ?? pin.owner, at: now, key: newKey() };
    const done = await linkProcedures({ pin: pin.code, add: codes.split(' '), remove: [], ...deed });
    if (done.result !== 'linked') throw new Error(`nobody of this transcript may link services to "${name}"`);
  };
}
