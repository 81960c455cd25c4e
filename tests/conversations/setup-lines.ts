/**
 * The lines of a transcript that say how things are before or besides what people do, by their keywords. A new area
 * adds a file of its own beside `people-lines.ts` and one line here.
 */
import { complaintLines } from './complaint-lines.ts';
import { copiesLines } from './copies-lines.ts';
import { deadlineLines } from './deadline-lines.ts';
import { officeLines } from './office-lines.ts';
import { peopleLines } from './people-lines.ts';
import { pinLines } from './pin-lines.ts';
import { procedureLines } from './procedure-lines.ts';
import { ratingLines } from './rating-lines.ts';
import { reportLines } from './report-lines.ts';
import type { ReadSetUp, SetUp } from './setting.ts';
import { surveyLines } from './survey-lines.ts';

const setupLines: Readonly<Record<string, ReadSetUp>> = {
  ...complaintLines,
  ...copiesLines,
  ...deadlineLines,
  ...officeLines,
  ...peopleLines,
  ...pinLines,
  ...procedureLines,
  ...ratingLines,
  ...reportLines,
  ...surveyLines,
};

/** Reads such a line; undefined when it is none, or cannot be understood. */
export function readSetUp(keyword: string, rest: string): SetUp | undefined {
  return Object.hasOwn(setupLines, keyword) ? setupLines[keyword]?.(rest) : undefined;
}
