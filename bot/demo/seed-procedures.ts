// Puts the procedures of the demonstration into the register and links them to its offices.

import { officialsAgency } from '../../models/pin-rights.ts';
import { proceduresByCodes, putProcedures } from '../../models/procedure.ts';
import { linkProcedures } from '../../models/procedure-link.ts';
import { codeOf } from '../../models/published-pins.ts';
import { DEMO_AGENCIES } from './agencies.ts';
import { DEMO_OFFICES } from './offices.ts';
import { DEMO_OFFICIAL } from './personas.ts';
import { DEMO_PROCEDURES } from './procedures.ts';

/** The offices without a manual: something is left to do in the demonstration. */
const LEFT_OPEN = 3;

/**
 * The procedures, unless they are there, and which offices of local authorities offer them. Doing it again changes
 * nothing, also what people have changed since. Nothing is done where real agencies were imported.
 */
export async function seedProcedures(now: Date): Promise<void> {
  const official = DEMO_OFFICIAL.userId;
  if (!(await officialsAgency(official, DEMO_AGENCIES[0]?.code))) return;
  const there = await proceduresByCodes(DEMO_PROCEDURES.map(({ code }) => code));
  const missing = DEMO_PROCEDURES.filter(({ code }) => !there.has(code));
  await putProcedures(missing, { by: 'import', at: now });
  const offices = DEMO_OFFICES.filter(({ kind }) => proceduresOfKind(kind).length > 0).slice(0, -LEFT_OPEN);
  for (const { id, kind } of offices) {
    const pin = await codeOf(id);
    if (!pin) continue;
    const add = proceduresOfKind(kind);
    await linkProcedures({ pin, add, remove: [], by: official, at: now, key: `demo:manuals:${id}` });
  }
}

function proceduresOfKind(kind: string): string[] {
  return DEMO_PROCEDURES.flatMap(({ code, owner }) =>
    'kinds' in owner && owner.kinds.includes(kind) ? [code] : [],
  );
}
