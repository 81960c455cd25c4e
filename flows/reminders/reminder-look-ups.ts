/** What conversations may read about reminders. Who may see what is decided where it is read. */
import type { Name } from '../engine/text.ts';

/** When somebody is reminded: the hour of Bangkok (8–19); `off`: not at all, or not until after a day (YYYY-MM-DD). */
export type ShownReminderSettings = { hour: number; off?: 'always' | { until: string } };

/** A reminder that somebody wants to send: agencies (codes) of a deadline, in their own words beside ours. */
export type WantedReminder = { deadline: string; agencies: string[]; words?: string | undefined };

/**
 * What it costs: paid messages at most, out of those left this month (not said where there is no limit). `day`
 * (YYYY-MM-DD) is today, or the next working day; `withoutOfficials`: agencies with nobody to remind.
 */
export type ReminderCost = { messages: number; left?: number; day: string; withoutOfficials: number };

/** An agency whose officials were not reminded for want of paid messages: how many, and some of their names. */
export type HeldAgency = { code: string; name: Name; people: number; officials: string[] };

/** A page of them by name; the counts are of all. */
export type HeldAgencies = { all: number; people: number; agencies: HeldAgency[] };

export type ReminderLookUps = {
  settings(person: string): Promise<ShownReminderSettings>;
  /** Undefined when the person does not look after all of the agencies. */
  cost(wanted: WantedReminder, person: string): Promise<ReminderCost | undefined>;
  /**
   * Those of a scope ("province:21") of whom something is still missing, from whichever day. Undefined when the person does
   * not look after it.
   */
  held(
    scope: string,
    person: string,
    page: { skip: number; limit: number },
  ): Promise<HeldAgencies | undefined>;
  /** How many those are; none for who does not look after the scope. */
  countHeld(scope: string, person: string): Promise<number>;
};
