// People with roles and agencies in two provinces, for the tests of what people may do.

import { putAgencies } from '../../models/agency.ts';
import { giveRole } from '../../models/person.ts';
import type { Role } from '../../models/role.ts';
import { agencyCode, anAgency, NOON } from './register-builder.ts';

/** Agencies 1 and 2 stand in province 91 (districts 9101, 9102), agency 3 in province 10. */
export const HERE = agencyCode(1);
export const NEXT = agencyCode(2);
export const AWAY = agencyCode(3);

export const MALI = { firstName: 'มะลิ', lastName: 'ใจดี', email: 'mali@example.com', phone: '081-234-5678' };

/** A change at noon by somebody, under a key. */
export const change = (by: string, key: string) => ({ by, key, at: NOON });

/** Puts the agencies there, and an administrator, a coordinator of each province and an official of HERE. */
export async function peopleAndAgencies(): Promise<void> {
  await putAgencies(
    [
      anAgency(1, { provinceCode: '91', districtCode: '9101' }),
      anAgency(2, { provinceCode: '91', districtCode: '9102' }),
      anAgency(3, { provinceCode: '10', districtCode: '1001' }),
    ],
    { by: 'import', at: NOON },
  );
  const roles: Record<string, Role> = {
    admin: { role: 'administrator' },
    coordinator: { role: 'coordinator', scope: 'province:91' },
    outsider: { role: 'coordinator', scope: 'province:10' },
    official: { role: 'official', agency: HERE },
  };
  for (const [id, role] of Object.entries(roles)) await giveRole(id, role, change('manage', `seed-${id}`));
}
