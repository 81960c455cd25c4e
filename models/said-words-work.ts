/** Places of words in the records of agencies, and in the audit trail of all records. */
import type { AuditSubject } from './audit.ts';
import { type AnyDocument, at } from './words-in-documents.ts';
import { changed, changedAt, madeOrChanged, named, type Speaker, type WordsPlace } from './words-place.ts';

const changedPins = {
  collection: 'pins',
  where: (speaker: Speaker) => ({
    $or: [
      { owner: speaker.person, state: { $ne: 'draft' }, updatedAt: { $gte: speaker.since } },
      { code: { $in: changed(speaker, 'pin') } },
    ],
  }),
  isTheirs: madeOrChanged('pin', 'code', 'owner'),
  isCached: true,
} as const;

const procedures = {
  collection: 'procedures',
  where: (speaker: Speaker) => ({ _id: { $in: changed(speaker, 'procedure') } }),
  isTheirs: madeOrChanged('procedure', '_id', 'by'),
  isCached: true,
} as const;

const surveyAnswer = (kind: RegExp): Pick<WordsPlace, 'path' | 'fate' | 'isTheirs'> => ({
  path: kind,
  fate: 'marked',
  isTheirs: (speaker, document, path) => {
    const id = `${String(document.round)}:${String(document.agency)}`;
    return changedAt(speaker, { kind: 'survey', id }, path);
  },
});

/** A colleague who was told of the answer; what became of that turn holds it. */
const surveyOutcome = /^outcomes\.\d+\.outcome\.answer\.(?:text|details\.[^.]+)$/;

/** Pins, surveys, copies, procedures, deadlines, decisions and reminders. */
export const wordsOfWork: readonly WordsPlace[] = [
  {
    collection: 'pins',
    where: ({ person }) => ({ owner: person, state: 'draft' }),
    path: /^draft\.fields\.[^.]+$/,
    fate: 'gone',
  },
  { ...changedPins, path: /^(?:name\.th|position\.coordinates)$/, fate: 'public' },
  { ...changedPins, path: /^(?:name\.en|address\.en|website|phones|hours)$/, fate: 'gone' },
  { ...changedPins, path: /^(?:address\.th|contact\.(?:name|phone))$/, fate: 'gone-with-all' },
  {
    collection: 'route_choices',
    where: (speaker) => ({ _id: { $in: changed(speaker, 'route') } }),
    ...named(/^reason$/, 'by'),
    fate: 'marked',
  },
  {
    collection: 'copy_records',
    where: (speaker) => ({ _id: { $in: changed(speaker, 'copies') } }),
    path: /^blockerText$/,
    fate: 'gone',
    isTheirs: (speaker, { _id }, path) => changedAt(speaker, { kind: 'copies', id: _id }, path),
  },
  {
    collection: 'deadlines',
    where: (speaker) => ({ _id: { $in: changed(speaker, 'deadline') } }),
    path: /^title\.th$/,
    fate: 'public',
  },
  {
    collection: 'deadlines',
    where: (speaker) => ({ _id: { $in: changed(speaker, 'deadline') } }),
    path: /^title\.en$/,
    fate: 'gone',
  },
  {
    collection: 'deadlines',
    where: (speaker) => ({ _id: { $in: changed(speaker, 'deadline') } }),
    ...named(/^cancelled\.reason$/, 'cancelled.by'),
    fate: 'marked',
  },
  { ...procedures, path: /^title\.th$/, fate: 'public' },
  { ...procedures, path: /^(?:title\.en|law|link)$/, fate: 'gone' },
  { ...procedures, path: /^(?:fee|duration)\.th$/, fate: 'gone-with-all' },
  { ...procedures, path: /^(?:steps\.\d+|papers\.\d+\.name)\.th$/, fate: 'marked' },
  {
    collection: 'survey_responses',
    where: (speaker) => ({ _id: { $in: changed(speaker, 'survey') } }),
    ...surveyAnswer(/^answers\.[^.]+\.answer\.(?:text|details\.[^.]+)$/),
  },
  {
    collection: 'survey_responses',
    where: (speaker) => ({ _id: { $in: changed(speaker, 'survey') } }),
    path: surveyOutcome,
    fate: 'marked',
  },
  {
    collection: 'survey_revisions',
    where: (speaker) => {
      const responses = changed(speaker, 'survey').map((id) => id.split(':', 2));
      const sent = responses.map(([round, agency]) => ({ round, agency }));
      return sent.length > 0 ? { $or: sent } : { _id: { $in: [] } };
    },
    ...surveyAnswer(/^answers\.[^.]+\.(?:text|details\.[^.]+)$/),
  },
  {
    collection: 'reminder_claims',
    where: ({ trail }) => ({ wish: { $in: trail.map(({ key }) => key) } }),
    ...named(/^words$/, 'by'),
    fate: 'gone',
  },
  {
    // Also what a colleague's later entry says that it changed from. Names of public things stay here as they do there.
    collection: 'audit',
    where: ({ person, since, trail }) => ({
      $or: [
        { by: person, at: { $gte: since } },
        { 'about.id': { $in: trail.map(({ about }) => about.id) }, at: { $gte: since } },
      ],
    }),
    path: /^changes\.\d+\.(?:from|to)(?:\..+)?$/,
    fate: 'null',
    isTheirs: (speaker, document, path) => {
      const field = String(at(document, `${path.split('.', 2).join('.')}.field`));
      if (/^(?:(?:name|title)(?:\.th)?|position(?:\..+)?)$/.test(field)) return false;
      return document.by === speaker.person || changedAt(speaker, aboutOf(document), field);
    },
  },
];

function aboutOf({ about }: AnyDocument): AuditSubject {
  // Only `audit.ts` writes the trail.
  return about as AuditSubject;
}
