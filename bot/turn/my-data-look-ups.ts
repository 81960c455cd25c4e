/** What a person may read about what is stored of them, answered from the database. */
import type { MyDataLookUps } from '../../flows/my-data/my-data-look-ups.ts';
import { countMyData } from '../../models/my-data.ts';
import { isLastAdministrator } from '../../models/personal-data-people.ts';

/** Look-ups about one's own data. */
export function createMyDataLookUps(now: () => Date): MyDataLookUps {
  return {
    stored: (person) => countMyData(person, now()),
    mayBeErased: async (person) => !(await isLastAdministrator(person)),
  };
}
