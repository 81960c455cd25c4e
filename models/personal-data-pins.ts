/** Personal data about pins: drafts, who made what is on the map, and what people said about it. */

import { daysBefore, type Erasure, type PersonalKind } from './personal-data-kind.ts';
import { documentsOf, moveDocument, replaceIn } from './personal-data-replace.ts';
import { removePhotosOf } from './photo.ts';
import { keyBesideName } from './thai/name-key.ts';

const own = (person: string) => ({ owner: person, state: 'draft', agency: null });

/** Unfinished pins. An agency's draft stays with its colleagues; its maker goes with `pins`. */
export const drafts: PersonalKind = {
  id: 'drafts',
  collections: ['pins', 'photoAlbums', 'photos.files'],
  keptDays: 365,
  since: 'last-used',
  async show(person) {
    const stored = await documentsOf('pins').find({ owner: person, state: 'draft' }).toArray();
    return stored.map(({ draft, createdAt, updatedAt }) => ({ draft, createdAt, updatedAt }));
  },
  erase: async ({ person }) => void (await deleteDrafts(own(person))),
  deleteOld: (now) =>
    deleteDrafts({ state: 'draft', updatedAt: { $lt: daysBefore(now, drafts.keptDays ?? 0) } }),
};

async function deleteDrafts(filter: Record<string, unknown>): Promise<number> {
  const found = await documentsOf('pins')
    .find(filter, { projection: { _id: 1 } })
    .toArray();
  let deleted = 0;
  for (const { _id } of found) {
    await removePhotosOf(_id);
    // One that was published or gone on with meanwhile stays.
    deleted += (await documentsOf('pins').deleteOne({ ...filter, _id })).deletedCount;
  }
  return deleted;
}

/** Published and retired pins with their photos: public data. They stay; who made, checked or retired them does not. */
export const pins: PersonalKind = {
  id: 'pins',
  stays: true,
  collections: ['pins', 'photoAlbums', 'photos.files'],
  async show(person) {
    const stored = await documentsOf('pins')
      .find({ owner: person, state: { $ne: 'draft' } })
      .toArray();
    return stored.map(({ code, name, state, agency, contact, publishedAt }) => ({
      code,
      name,
      state,
      agency,
      contact,
      publishedAt,
    }));
  },
  async erase(erasure) {
    const { person, replace } = erasure;
    const pictures = { 'metadata.by': person };
    if (await hasWorked(person)) await replaceIn('photos.files', pictures, replace);
    await eraseContacts(erasure);
    await replaceIn('pins', { owner: person }, replace, keyBesideName);
    if (await hasWorked(person)) await replaceIn('pins', { $or: traces(person) }, replace, keyBesideName);
  },
};

const traces = (person: string) =>
  ['checkedBy', 'retired.by', 'editing.by', 'unaudited.by', 'merging.by'].map((path) => ({ [path]: person }));

/** Only who has changed a pin is looked for in all of them: citizens by far outnumber them. */
async function hasWorked(person: string): Promise<boolean> {
  const isMaker = await documentsOf('pins').findOne({ owner: person }, { projection: { _id: 1 } });
  return (
    isMaker !== null ||
    (await documentsOf('audit').findOne({ by: person }, { projection: { _id: 1 } })) !== null
  );
}

/** Whom to ask about a pin: gone where it is the person, and from what was nobody's but theirs. */
async function eraseContacts({ person, profile }: Erasure): Promise<void> {
  const number = profile?.phone.replaceAll(/\D/g, '');
  const theirs = number ? [{ 'contact.phone.number': number }] : [];
  await documentsOf('pins').updateMany(
    { $or: [{ owner: person, agency: null }, ...theirs] },
    { $unset: { contact: 1 } },
  );
}

/** What citizens said is wrong with a pin. It stays for who keeps the pin, without the citizen and their words. */
export const pinReports: PersonalKind = {
  id: 'pin-reports',
  stays: true,
  collections: ['tasks'],
  keptDays: 365,
  since: 'closed',
  async show(person) {
    const stored = await documentsOf('tasks').find({ by: person }).sort({ at: 1 }).toArray();
    return stored.map(({ pin, fault, procedure, words, at }) => ({ pin, fault, procedure, words, at }));
  },
  async erase({ person, pseudonym, replace }) {
    for await (const task of documentsOf('tasks').find({ by: person })) {
      const change = { by: pseudonym, words: undefined };
      await moveDocument('tasks', task, { id: `erased:${String(task.key)}`, change });
    }
    await replaceIn('tasks', { $or: [{ owner: person }, { 'closed.by': person }] }, replace);
  },
  async deleteOld(now) {
    const old = { 'closed.at': { $lt: daysBefore(now, pinReports.keptDays ?? 0) } };
    return (await documentsOf('tasks').deleteMany(old)).deletedCount;
  },
};

/** Agencies that somebody missed in the register. */
export const missingAgencies: PersonalKind = {
  id: 'missing-agencies',
  collections: ['missing_agencies'],
  keptDays: 365,
  since: 'closed',
  async show(person) {
    const stored = await documentsOf('missing_agencies').find({ person }).toArray();
    return stored.map(({ words, at, closedAt, agency, reason }) => ({ words, at, closedAt, agency, reason }));
  },
  async erase({ person, replace }) {
    // Nobody is left who could be told.
    await documentsOf('missing_agencies').deleteMany({ person });
    await replaceIn('missing_agencies', { closedBy: person }, replace);
  },
  async deleteOld(now) {
    const old = { closedAt: { $lt: daysBefore(now, missingAgencies.keptDays ?? 0) } };
    return (await documentsOf('missing_agencies').deleteMany(old)).deletedCount;
  },
};

/** Citizens who were still asked for a copy. They count for twelve months; without the citizen the count stays. */
export const copyFlags: PersonalKind = {
  id: 'copy-flags',
  stays: true,
  collections: ['copy_flags'],
  keptDays: 400,
  since: 'said',
  async show(person) {
    const stored = await documentsOf('copy_flags').find({ by: person }).sort({ at: 1 }).toArray();
    return stored.map(({ procedure, month, words, at }) => ({ procedure, month, words, at }));
  },
  async erase({ person, pseudonym }) {
    for await (const flag of documentsOf('copy_flags').find({ by: person })) {
      const change = { by: pseudonym, words: undefined };
      await moveDocument('copy_flags', flag, { id: `erased:${String(flag.key)}`, change });
    }
  },
  async deleteOld(now) {
    const old = { at: { $lt: daysBefore(now, copyFlags.keptDays ?? 0) } };
    return (await documentsOf('copy_flags').deleteMany(old)).deletedCount;
  },
};
