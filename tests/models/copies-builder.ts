// Agencies, people, procedures and pins for the tests of copies, on the real engine.

import { putAgencies } from '../../models/agency.ts';
import { CopyModel, copyId } from '../../models/copy-document.ts';
import { changeCopies } from '../../models/copy-record.ts';
import type { CopyChange } from '../../models/copy-state.ts';
import { giveRole } from '../../models/person.ts';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { putProcedures } from '../../models/procedure.ts';
import type { Manual, ProcedurePaper } from '../../models/procedure-document.ts';
import { linkProcedures } from '../../models/procedure-link.ts';
import type { Role } from '../../models/role.ts';
import { aPin } from './pin-builder.ts';
import { agencyCode, anAgency, minutesAfterNoon, NOON } from './register-builder.ts';
import { seededRandom } from './search-queries.ts';

export const [HERE, NEXT, AWAY] = [agencyCode(1), agencyCode(2), agencyCode(3)] as const;
export const MALEE = 'U00000000000000000000000000000011';
export const SOMCHAI = 'U00000000000000000000000000000012';
export const OUTSIDER = 'U00000000000000000000000000000013';
export const COORDINATOR = 'U00000000000000000000000000000014';
export const NEIGHBOUR = 'U00000000000000000000000000000015';

const random = seededRandom(77);
const ID_CARD: ProcedurePaper = { name: { th: 'บัตรประชาชน' }, need: 'both', of: 'id-card' };
const HOUSE: ProcedurePaper = { name: { th: 'ทะเบียนบ้าน' }, need: 'copy', of: 'house-registration' };
const ORIGINAL: ProcedurePaper = { name: { th: 'บัตรประชาชน' }, need: 'original', of: 'id-card' };

const aManual = (code: string, th: string, papers: ProcedurePaper[]): Manual => ({
  code,
  title: { th, en: `Service ${code}` },
  owner: { kinds: ['district-office'] },
  steps: [],
  papers,
  isRetired: false,
});

/** B1 asks for both copies, B2 for the ID card, B3 for none. */
export async function peopleAndProcedures(): Promise<void> {
  const writing = { by: 'manage', at: NOON };
  await putAgencies(
    [
      anAgency(1, { provinceCode: '91', districtCode: '9101' }),
      anAgency(2, { provinceCode: '91', districtCode: '9102' }),
      anAgency(3, { provinceCode: '10', districtCode: '1001' }),
    ],
    writing,
  );
  await putProcedures(
    [
      aManual('B1', 'ก แจ้งเกิด', [ID_CARD, HOUSE]),
      aManual('B2', 'ข ทำบัตร', [ID_CARD]),
      aManual('B3', 'ค จดทะเบียน', [ORIGINAL]),
    ],
    writing,
  );
  await give(MALEE, { role: 'official', agency: HERE });
  await give(SOMCHAI, { role: 'official', agency: HERE });
  await give(OUTSIDER, { role: 'official', agency: AWAY });
  await give(COORDINATOR, { role: 'coordinator', scope: 'province:91' });
  await give(NEIGHBOUR, { role: 'coordinator', scope: 'province:10' });
}

const give = (person: string, role: Role) =>
  giveRole(person, role, { by: 'manage', at: NOON, key: `give ${person} ${JSON.stringify(role)}` });

/** Publishes a pin of HERE with these procedures and gives its code. */
export async function pinWith(id: string, procedures = ['B1', 'B2', 'B3']): Promise<string> {
  const publication = { id, owner: MALEE, agency: HERE, pin: aPin(), now: NOON };
  const { code } = await publishPin({ ...publication, newCode: () => newPinCode(random) });
  await linkProcedures({ pin: code, add: procedures, remove: [], by: MALEE, at: NOON, key: `link ${id}` });
  return code;
}

/** Changes the copies of a procedure of HERE, as Malee at a minute after noon unless told otherwise. */
export const set = (
  key: string,
  procedure: string,
  change: CopyChange,
  {
    pin,
    by = MALEE,
    minutes = 1,
    agency = HERE,
  }: { pin?: string; by?: string; minutes?: number; agency?: string } = {},
) => changeCopies({ agency, procedure, pin, change, by, at: minutesAfterNoon(minutes), key });

/** The stored record of HERE. */
export const recordAt = (procedure: string, pin = '*') =>
  CopyModel.findById(copyId({ agency: HERE, procedure, pin })).lean();
