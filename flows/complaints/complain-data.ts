/** What a complaint holds while it is being made, and its draft. */
import { z } from 'zod';
import type { Effect } from '../effects.ts';
import { stepsOf } from '../engine/define-flow.ts';
import type { Advance, At as AtOf } from '../engine/flow.ts';
import type { Name } from '../engine/text.ts';
import { type ComplaintTarget, complaintCategories } from './complaint.ts';
import type { Collecting } from './photo-collecting.ts';

const name = z.object({ th: z.string(), en: z.string().optional() });
const position = z.tuple([z.number(), z.number()]);

/** What is kept as a draft. Each text stands at the top, where an unsent message is looked for. */
const draftFields = z.object({
  /** The run in which it was begun: the key of its photos, and of sending it. */
  complaint: z.string(),
  pin: z.string().optional(),
  position: position.optional(),
  /** The code of a subdistrict or district, when no more is known of the place. */
  area: z.string().optional(),
  /** Where it happened is said at the end. */
  placeLater: z.boolean().optional(),
  /** The office's, or the place's. */
  name: name.optional(),
  category: z.enum(complaintCategories).optional(),
  /** Open cases like it were shown: it is another one. */
  isOwn: z.boolean().optional(),
  words: z.string().optional(),
  photosDone: z.boolean().optional(),
  /** Photos that were taken out again. */
  without: z.array(z.string()).optional(),
  isAnonymous: z.boolean().optional(),
  contact: z.string().optional(),
  /** The turn in which it was kept: what that very turn goes on to open does not know it yet, however often it is taken. */
  keptIn: z.string().optional(),
  /** The turn in which it was kept before that. */
  keptBefore: z.string().optional(),
});

export const data = draftFields.partial().extend({
  /** The pin or the name it was opened with, while a draft is offered. */
  opened: z.string().optional(),
  /** The office it was opened with is not on the map. */
  isGone: z.boolean().optional(),
  found: z.array(z.object({ code: z.string(), name, area: name })).optional(),
  /** Areas beside them, and what was typed for all of them. */
  areas: z.array(z.object({ code: z.string(), name })).optional(),
  typed: z.string().optional(),
  alike: z.array(z.object({ code: z.string(), area: name, metres: z.number(), at: z.string() })).optional(),
  follow: z.string().optional(),
});
export type Data = z.infer<typeof data>;
export type At = AtOf<Data>;

/** What can be changed at the end, in the order of its number. */
export const changeable = ['about', 'category', 'words', 'photos', 'contact'] as const;

export type StepName =
  | 'draft'
  | 'pick'
  | 'alike'
  | 'contactDetail'
  | 'review'
  | 'which'
  | 'sure'
  | 'sent'
  | 'followed'
  | 'discarded'
  | (typeof changeable)[number];
export type Step = Advance<Data, StepName>;

export const { question, closing } = stepsOf<Data, StepName>();

/** Keeps these answers and goes on to the first question that is open still. */
export function filled(at: At, set: Step['set'] & object): Step {
  const known = { ...at.data, ...set };
  return { to: nextOpen(known), set: { complaint: at.run, ...onlyKnown(at.data), ...set } };
}

/** A run begun earlier stays the complaint's. */
const onlyKnown = ({ complaint }: Data) => (complaint === undefined ? {} : { complaint });

/** The first question without an answer; with none left, the look at all of it. */
export function nextOpen(given: { [K in keyof Data]?: Data[K] | undefined }): StepName {
  if (!isPlaced(given) && !given.placeLater) return 'about';
  if (!given.category) return 'category';
  if (!given.words) return 'words';
  if (!given.photosDone) return 'photos';
  if (!given.isAnonymous && !given.contact) return 'contact';
  return isPlaced(given) ? 'review' : 'about';
}

/** Whether it is known where it happened. */
export function isPlaced({
  pin,
  position: point,
  area,
}: { [K in keyof Data]?: Data[K] | undefined }): boolean {
  return Boolean(pin ?? point ?? area);
}

/** Nothing of an earlier place stays when another is said. */
export const NOWHERE = {
  pin: undefined,
  position: undefined,
  area: undefined,
  isGone: undefined,
  found: undefined,
  areas: undefined,
  typed: undefined,
};

/** What it is about, as far as it is known. */
export function targetOf({ pin, position: point, area, name: called }: Data): ComplaintTarget | undefined {
  if (pin && called) return { pin, name: called };
  if (area && called) return { area: called };
  return point && { position: point, area: called ?? NO_NAME };
}

const NO_NAME: Name = { th: '' };

/** Where its photos are. */
export function collecting({ data: { complaint, without = [] }, run }: At): Collecting {
  return { complaint: complaint ?? run, without };
}

/** The draft as it is kept; undefined while nothing worth keeping was said. */
export function draftOf({ data: given, run }: At): Record<string, unknown> | undefined {
  // Where it happened is said again in one tap.
  if (!given.category && !given.words) return undefined;
  return draftFields.omit({ keptIn: true, keptBefore: true }).parse({ complaint: run, ...given });
}

/** Keeps it. */
export function keepDraft(at: At): Effect[] {
  const fields = draftOf(at);
  const {
    turn,
    data: { keptIn: keptBefore },
  } = at;
  return fields
    ? [
        {
          do: 'keepComplaintDraft',
          id: turn,
          fields: { ...fields, keptIn: turn, ...(keptBefore && { keptBefore }) },
        },
      ]
    : [];
}

/** A draft as it was kept; one that cannot be read any more is none. */
export function readDraft(fields: Record<string, unknown> | undefined): Data | undefined {
  return fields && draftFields.safeParse(fields).data;
}

/** Whether the person left another complaint, in this very turn or since: it would be lost by going on with this one. */
export async function hasLeftAnother({ find, person, data: { complaint }, run }: At): Promise<boolean> {
  const kept = readDraft(await find.complaints.draft(person));
  return kept !== undefined && kept.complaint !== (complaint ?? run);
}

/** The draft the person left before this turn, with what this turn added to it. */
export async function earlierDraft({ find, person, turn }: At): Promise<Data | undefined> {
  const kept = readDraft(await find.complaints.draft(person));
  return kept?.keptIn === turn && !kept.keptBefore ? undefined : kept;
}
