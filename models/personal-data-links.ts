/** Personal data in links that give somebody their data. */
import { daysBefore, type PersonalKind } from './personal-data-kind.ts';
import { documentsOf } from './personal-data-replace.ts';

/** Links are valid for ten minutes; the next daily round takes away what is left of them. */
export const dataLinks: PersonalKind = {
  id: 'data-links',
  collections: ['data_links'],
  keptDays: 1,
  since: 'expired',
  async show(person) {
    const stored = await documentsOf('data_links').find({ person }).toArray();
    return stored.map(({ expiresAt, usedAt }) => ({ expiresAt, usedAt }));
  },
  async erase({ person }) {
    await documentsOf('data_links').deleteMany({ person });
  },
  async deleteOld(now) {
    const old = { expiresAt: { $lt: daysBefore(now, dataLinks.keptDays ?? 0) } };
    return (await documentsOf('data_links').deleteMany(old)).deletedCount;
  },
};
