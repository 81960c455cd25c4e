/** What conversations read, answered from the database and the name search. */
import type { LookUps } from '../../flows/look-ups.ts';
import type { AgencySearch } from '../../models/agency-search.ts';
import { draftsOf } from '../../models/pin.ts';
import type { PinSearch } from '../../models/pin-search.ts';
import { pinByCode, pinsNear } from '../../models/published-pins.ts';
import type { PhotoKeys } from '../photos/photo-key.ts';
import type { WayTokens } from '../web/way-token.ts';
import { createComplaintLookUps } from './complaint-look-ups.ts';
import { createCopyLookUps } from './copy-look-ups.ts';
import { createDeadlineLookUps } from './deadline-look-ups.ts';
import { createMyDataLookUps } from './my-data-look-ups.ts';
import { createPeopleLookUps } from './people-look-ups.ts';
import { createPinLookUps } from './pin-look-ups.ts';
import { createPlaceLookUps } from './place-look-ups.ts';
import { createProcedureLookUps } from './procedure-look-ups.ts';
import { createProgressLookUps } from './progress-look-ups.ts';
import { createRatingLookUps } from './rating-look-ups.ts';
import { createReminderLookUps } from './reminder-look-ups.ts';
import { createReportLookUps } from './report-look-ups.ts';
import { createSurveyLookUps } from './survey-look-ups.ts';

/** How far "near" reaches. A district is some 30 km across; farther than this is not near. Metres. */
const NEAR = 100_000;

/** Look-ups for all turns of this process. `lineBasicId` is the account's, such as `@pakmud`, where it is set. */
export function createLookUps(
  search: PinSearch,
  agencies: AgencySearch,
  now: () => Date,
  photoKeys: PhotoKeys,
  wayTokens: WayTokens,
  lineBasicId?: string,
): LookUps {
  const people = createPeopleLookUps(agencies);
  return {
    pinsNear: (position, page) => pinsNear(position, { ...page, maxMetres: NEAR }),
    pinsNamed: (words, page) => search.search(words, page),
    pin: pinByCode,
    draftsOf,
    pins: createPinLookUps(now, photoKeys),
    people,
    procedures: createProcedureLookUps(),
    survey: createSurveyLookUps(now),
    copies: createCopyLookUps(now),
    reports: createReportLookUps(now),
    ratings: createRatingLookUps({ photoKeys, wayTokens }),
    complaints: createComplaintLookUps(now, photoKeys),
    places: createPlaceLookUps(search, lineBasicId),
    deadlines: createDeadlineLookUps(now, people),
    reminders: createReminderLookUps(now),
    progress: createProgressLookUps(now),
    myData: createMyDataLookUps(now),
  };
}
