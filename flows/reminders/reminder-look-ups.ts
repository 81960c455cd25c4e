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

/** An agency whose officials were not reminded today for want of paid messages, and how many of them. */
export type HeldAgency = { code: string; name: Name; people: number };

export type ReminderLookUps = {
  settings(person: string): Promise<ShownReminderSettings>;
  /** Undefined when the person does not look after all of the agencies. */
  cost(wanted: WantedReminder, person: string): Promise<ReminderCost | undefined>;
  /** Those of today in a scope ("province:21"), by code. Undefined when the person does not look after it. */
  held(scope: string, person: string): Promise<HeldAgency[] | undefined>;
};
