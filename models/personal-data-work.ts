/** Personal data in the records of agencies: who answered, decided or changed something. The records stay. */
import { daysBefore, type PersonalKind } from './personal-data-kind.ts';
import { documentsOf, replaceIn } from './personal-data-replace.ts';

/** In place of whoever changed something long ago. */
const LONG_AGO = 'erased:long-ago';
/** A LINE user id, apart from 'manage' and 'import'. */
const USER_ID = /^U[0-9a-f]{32}$/;

/** Where an agency's record names who wrote it. */
const writers: readonly { collection: string; paths: readonly string[] }[] = [
  { collection: 'survey_revisions', paths: ['by'] },
  { collection: 'survey_rounds', paths: ['by', 'unaudited.by'] },
  { collection: 'route_choices', paths: ['by'] },
  { collection: 'copy_records', paths: ['unaudited.by'] },
  { collection: 'procedures', paths: ['by', 'unaudited.by'] },
  { collection: 'procedure_links', paths: ['added.by', 'removed.by'] },
  { collection: 'agencies', paths: ['unaudited.by'] },
];

/** Surveys, decisions, procedures and copies of an agency: they are the agency's. */
export const work: PersonalKind = {
  id: 'work',
  stays: true,
  collections: [...writers.map(({ collection }) => collection), 'survey_responses'],
  async show(person) {
    const revisions = await documentsOf('survey_revisions').find({ by: person }).toArray();
    return revisions.map(({ round, agency, revision, at }) => ({ survey: round, agency, revision, at }));
  },
  async erase({ person, replace }) {
    // All of this leaves audit entries, whose writers go after it.
    const agencies = await documentsOf('audit').distinct('agency', { by: person });
    if ((await documentsOf('audit').findOne({ by: person })) === null) return;
    await replaceIn('survey_responses', { agency: { $in: agencies } }, replace);
    for (const { collection, paths } of writers) {
      const named = { $or: paths.map((path) => ({ [path]: person })) };
      await replaceIn(collection, named, replace);
    }
  },
};

/** What an entry is about, without who it was: whom somebody gave a role is not theirs to take along. */
function aboutShown(about: unknown, person: string): unknown {
  if (typeof about !== 'object' || about === null || !('kind' in about) || !('id' in about)) return undefined;
  const isPerson = about.kind === 'role' || about.kind === 'person';
  return isPerson && about.id !== person ? { kind: about.kind } : about;
}

/**
 * The audit trail. Its entries are otherwise never changed: here whoever did it, or whom it was done to, is replaced by
 * a pseudonym, and their name, e-mail address and phone number are taken out.
 */
export const audit: PersonalKind = {
  id: 'audit',
  stays: true,
  collections: ['audit'],
  keptDays: 1_825,
  since: 'made',
  async show(person) {
    const stored = await documentsOf('audit').find({ by: person }).sort({ at: 1 }).toArray();
    return stored.map(({ at, about, changes }) => ({ at, about: aboutShown(about, person), changes }));
  },
  async erase({ person, replace, profile }) {
    const number = profile?.phone.replaceAll(/\D/g, '');
    const told = number
      ? [{ 'changes.from.phone.number': number }, { 'changes.to.phone.number': number }]
      : [];
    await replaceIn('audit', { $or: [{ by: person }, { 'about.id': person }, ...told] }, replace);
  },
  async deleteOld(now) {
    const old = { at: { $lt: daysBefore(now, audit.keptDays ?? 0) } };
    const set = (path: string) =>
      documentsOf('audit').updateMany({ ...old, [path]: USER_ID }, { $set: { [path]: LONG_AGO } });
    return (await set('by')).modifiedCount + (await set('about.id')).modifiedCount;
  },
};
