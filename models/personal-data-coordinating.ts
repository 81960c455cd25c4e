/** Personal data of coordinators: when they get their digest, and who stands in for whom while they are on leave. */
import { DIGESTS, digestStateOf } from './digest-settings.ts';
import { daysBefore, type PersonalKind } from './personal-data-kind.ts';
import { documentsOf, replaceIn } from './personal-data-replace.ts';
import { LEAVES } from './stand-in.ts';

/** When the digest comes, and what the last one counted. */
export const digests: PersonalKind = {
  id: 'digests',
  collections: [DIGESTS],
  async show(person) {
    if ((await documentsOf(DIGESTS).findOne({ _id: person })) === null) return [];
    const { frequency, sentAt } = await digestStateOf(person);
    return [{ frequency, sentAt }];
  },
  async erase({ person }) {
    await documentsOf(DIGESTS).deleteOne({ _id: person });
  },
};

/** One's own leaves, and those of others one stood in for; roles that were lent go with the roles. */
export const leaves: PersonalKind = {
  id: 'leaves',
  collections: [LEAVES],
  keptDays: 365,
  since: 'expired',
  async show(person) {
    const stored = await documentsOf(LEAVES)
      .find({ $or: [{ lender: person }, { standIn: person }] })
      .toArray();
    return stored.map(({ lender, from, until }) => ({ isMine: lender === person, from, until }));
  },
  async erase({ person, replace }) {
    await documentsOf(LEAVES).deleteMany({ lender: person });
    await replaceIn(LEAVES, { standIn: person }, replace);
  },
  async deleteOld(now) {
    const before = daysBefore(now, leaves.keptDays ?? 0);
    return (await documentsOf(LEAVES).deleteMany({ endsAt: { $lt: before } })).deletedCount;
  },
};
