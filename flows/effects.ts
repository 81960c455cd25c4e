/**
 * Every write a conversation can ask for. A step returns these; `bot/turn/perform` carries them out, each keyed
 * so that doing it twice equals doing it once.
 */
import type { ComplaintEffects } from './complaints/complaint-effects.ts';
import type { CopyEffects } from './copies/copy-effects.ts';
import type { DeadlineEffects } from './deadlines/deadline-effects.ts';
import type { Position } from './engine/message.ts';
import type { MyDataEffects } from './my-data/my-data-effects.ts';
import type { PeopleEffects } from './people-effects.ts';
import type { PinEffects } from './pin-effects.ts';
import type { PlaceEffects } from './places/place-effects.ts';
import type { PosterEffects } from './posters/poster-effects.ts';
import type { ProcedureEffects } from './procedures/procedure-effects.ts';
import type { ProgressEffects } from './progress/progress-effects.ts';
import type { RatingEffects } from './ratings/rating-effects.ts';
import type { ReminderEffects } from './reminders/reminder-effects.ts';
import type { ReportEffects } from './reports/report-effects.ts';
import type { SurveyEffects } from './survey/survey-effects.ts';

/** What a pin holds while it is being made. Everything may still be missing. */
export type PinFields = {
  position?: Position | undefined;
  /** Where at the office the point stands (the programme's rule: main entrance or centre of the main building, or the service counter). */
  spot?: 'entrance' | 'counter' | 'centre' | undefined;
  nameTh?: string | undefined;
  kind?: string | undefined;
  /** As the person's map gave it, if it did. */
  address?: string | undefined;
};

/** A pin that can be published. */
export type CompletePin = {
  position: Position;
  spot: 'entrance' | 'counter' | 'centre';
  nameTh: string;
  kind: string;
  address?: string;
  /** The code of the pin this office is inside of. */
  parent?: string;
};

/** Name of the write → what it takes, what it gives back to the step that follows. */
export type Effects = PeopleEffects &
  PinEffects &
  ProcedureEffects &
  SurveyEffects &
  CopyEffects &
  ReportEffects &
  RatingEffects &
  PosterEffects &
  ComplaintEffects &
  PlaceEffects &
  DeadlineEffects &
  ProgressEffects &
  ReminderEffects &
  MyDataEffects & {
    /** Keeps an unfinished pin. The same id again replaces what was kept. A published pin is left as it is. */
    keepDraft: {
      takes: { id: string; fields: PinFields; step: string; agency?: string };
      gives: { kept: boolean };
    };
    /** Throws a draft away. */
    discardDraft: { takes: { id: string }; gives: { discarded: true } };
    /** Publishes a pin. Publishing the same id again gives the same code and changes nothing; somebody else's is left alone. */
    publishPin: {
      takes: { id: string; pin: CompletePin; agency?: string };
      gives: { result: 'published'; code: string } | { result: 'not-yours' };
    };
  };

/** A write to be done. */
export type Effect = { [K in keyof Effects]: { do: K } & Effects[K]['takes'] }[keyof Effects];

/** What a write gave back. */
export type Outcome = { [K in keyof Effects]: { of: K } & Effects[K]['gives'] }[keyof Effects];
