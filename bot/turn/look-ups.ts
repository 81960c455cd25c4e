/** What conversations read, answered from the database and the name search. */
import type { LookUps } from '../../flows/look-ups.ts';
import type { AgencySearch } from '../../models/agency-search.ts';
import { draftsOf, pinByCode, pinsNear } from '../../models/pin.ts';
import type { PinSearch } from '../../models/pin-search.ts';
import { createPeopleLookUps } from './people-look-ups.ts';
import { createPinLookUps } from './pin-look-ups.ts';

/** How far "near" reaches. A district is some 30 km across; farther than this is not near. Metres. */
const NEAR = 100_000;

/** Look-ups for all turns of this process. */
export function createLookUps(search: PinSearch, agencies: AgencySearch, now: () => Date): LookUps {
  return {
    pinsNear: (position, page) => pinsNear(position, { ...page, maxMetres: NEAR }),
    pinsNamed: (words, page) => search.search(words, page),
    pin: pinByCode,
    draftsOf,
    pins: createPinLookUps(now),
    people: createPeopleLookUps(agencies),
  };
}
