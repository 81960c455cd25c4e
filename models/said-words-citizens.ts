/** Places of words in what citizens say, and in what handlers and offices answer them. */
import type { AnyDocument } from './words-in-documents.ts';
import { beside, changed, named, type Speaker, type WordsPlace } from './words-place.ts';

const ownCases = {
  collection: 'complaints',
  where: ({ person, since }: Speaker) => ({ reporter: person, updatedAt: { $gte: since } }),
} as const;

/** A case does not name its handlers; the trail does, and a step and its entry are of one instant. */
const handledCases = {
  collection: 'complaints',
  where: (speaker: Speaker) => ({ code: { $in: changed(speaker, 'complaint') } }),
} as const;

const handled = ({ trail }: Speaker, { code }: AnyDocument) =>
  trail.filter(({ about }) => about.kind === 'complaint' && about.id === code);

/** Complaints, ratings, reports, and who somebody says they are. */
export const wordsOfCitizens: readonly WordsPlace[] = [
  {
    collection: 'complaintDrafts',
    where: ({ person }) => ({ _id: person }),
    path: /^fields\.[^.]+$/,
    fate: 'gone',
  },
  { ...ownCases, path: /^words$/, fate: 'marked' },
  { ...ownCases, path: /^contact$/, fate: 'gone' },
  {
    ...ownCases,
    path: /^position\.coordinates$/,
    fate: 'area',
    // Of an office it is the office's; of an area its middle, which nobody sent.
    isTheirs: (_, { pin, area }) => pin === undefined && area === undefined,
  },
  {
    ...ownCases,
    path: /^(?:steps|news)\.\d+\.words$/,
    fate: 'marked',
    isTheirs: (_, document, path) => beside(document, path, 'by') === 'reporter',
  },
  {
    ...handledCases,
    path: /^steps\.\d+\.(?:words|whyNoPhoto)$/,
    fate: 'marked',
    isTheirs: (speaker, document, path) =>
      beside(document, path, 'by') !== 'reporter' &&
      handled(speaker, document).some((entry) => isAt(beside(document, path, 'at'), entry.at)),
  },
  {
    ...handledCases,
    path: /^news\.\d+\.(?:words|whyNoPhoto)$/,
    fate: 'marked',
    isTheirs: (speaker, document, path) =>
      handled(speaker, document).some(({ key }) => key === `complaint:${beside(document, path, 'key')}`),
  },
  {
    ...handledCases,
    path: /^question$/,
    fate: 'gone',
    isTheirs: (speaker, document) =>
      handled(speaker, document).some(({ changes }) => changes.some(({ to }) => to === 'ask')),
  },
  {
    collection: 'ratings',
    where: ({ raters }) => ({ rater: { $in: raters } }),
    path: /^comment\.kept$/,
    fate: 'gone-with-all',
  },
  {
    collection: 'ratings',
    where: (speaker) => ({ _id: { $in: changed(speaker, 'rating') } }),
    path: /^answer\.words$/,
    fate: 'gone-with-all',
  },
  {
    collection: 'tasks',
    where: ({ person, since }) => ({ by: person, at: { $gte: since } }),
    path: /^words$/,
    fate: 'gone',
  },
  {
    collection: 'copy_flags',
    where: ({ person, since }) => ({ by: person, at: { $gte: since } }),
    path: /^words$/,
    fate: 'gone',
  },
  {
    collection: 'missing_agencies',
    where: ({ person, since }) => ({ person, at: { $gte: since } }),
    path: /^words$/,
    fate: 'marked',
  },
  {
    collection: 'missing_agencies',
    where: ({ person, since }) => ({ closedAt: { $gte: since }, closedBy: person }),
    path: /^reason$/,
    fate: 'marked',
  },
  {
    collection: 'people',
    where: ({ person }) => ({ _id: person }),
    path: /^profile\.[^.]+$/,
    fate: 'marked',
  },
  {
    collection: 'registrations',
    where: ({ person, since }) => ({ person, at: { $gte: since } }),
    path: /^profile\.[^.]+$/,
    fate: 'marked',
  },
  {
    collection: 'registrations',
    where: (speaker) => ({ person: { $in: changed(speaker, 'role') }, decidedAt: { $gte: speaker.since } }),
    ...named(/^reason$/, 'decidedBy'),
    fate: 'marked',
  },
];

const isAt = (stored: unknown, instant: Date): boolean =>
  stored instanceof Date && stored.getTime() === instant.getTime();
