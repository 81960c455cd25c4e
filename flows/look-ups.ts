/** What conversations may read. `bot/turn/look-ups` answers these from the database; tests answer them from memory. */
import type { ComplaintLookUps } from './complaints/complaint-look-ups.ts';
import type { CopyLookUps } from './copies/copy-look-ups.ts';
import type { DeadlineLookUps } from './deadlines/deadline-look-ups.ts';
import type { Position } from './engine/message.ts';
import type { FoundPin } from './found-pin.ts';
import type { MyDataLookUps } from './my-data/my-data-look-ups.ts';
import type { PeopleLookUps } from './people-look-ups.ts';
import type { KeptDraft, PinLookUps } from './pin-look-ups.ts';
import type { PlaceLookUps } from './places/place-look-ups.ts';
import type { ProcedureLookUps } from './procedures/procedure-look-ups.ts';
import type { ProgressLookUps } from './progress/progress-look-ups.ts';
import type { RatingLookUps } from './ratings/rating-look-ups.ts';
import type { ReminderLookUps } from './reminders/reminder-look-ups.ts';
import type { ReportLookUps } from './reports/report-look-ups.ts';
import type { SurveyLookUps } from './survey/survey-look-ups.ts';

/** Reads handed to every step. */
export type LookUps = {
  /** Pins somebody works on, and what citizens say of them. */
  pins: PinLookUps;
  /** Agencies, and who people are. */
  people: PeopleLookUps;
  /** Citizen manuals, and which pins they are linked to. */
  procedures: ProcedureLookUps;
  /** The readiness survey of an agency. */
  survey: SurveyLookUps;
  /** Which copies are still asked for. */
  copies: CopyLookUps;
  /** The progress of whole scopes. */
  reports: ReportLookUps;
  /** How satisfied people are with offices. */
  ratings: RatingLookUps;
  /** Complaints of the person, and those they handle. */
  complaints: ComplaintLookUps;
  /** The offices a person knows. */
  places: PlaceLookUps;
  /** What is to be done until when. */
  deadlines: DeadlineLookUps;
  /** When somebody is reminded, and what a reminder costs. */
  reminders: ReminderLookUps;
  /** How far deadlines are, digests, and leave. */
  progress: ProgressLookUps;
  /** What is stored about the person. */
  myData: MyDataLookUps;
  /** Published pins, nearest first, with their distances. */
  pinsNear(position: Position, page: { skip: number; limit: number }): Promise<FoundPin[]>;
  /** Published pins whose name, place or code fits the words, best first. */
  pinsNamed(words: string, page: { skip: number; limit: number; near?: Position }): Promise<FoundPin[]>;
  /** One published pin. */
  pin(code: string): Promise<FoundPin | undefined>;
  /** The person's own unfinished pins, the newest first, at most 10. */
  draftsOf(person: string): Promise<KeptDraft[]>;
};
