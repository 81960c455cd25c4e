/**
 * Every kind of personal data there is: where it lives, how long it is kept, how it is shown, and how it is erased. The
 * chat, the privacy notice, the export and the deletion all read this one table. A test looks through the whole database
 * for people in collections that no kind names.
 */
import * as chat from './personal-data-chat.ts';
import * as citizen from './personal-data-citizen.ts';
import * as coordinating from './personal-data-coordinating.ts';
import type { PersonalKind } from './personal-data-kind.ts';
import { dataLinks } from './personal-data-links.ts';
import { menu } from './personal-data-menu.ts';
import * as people from './personal-data-people.ts';
import * as pins from './personal-data-pins.ts';
import { reminderSettings, reminders } from './personal-data-reminders.ts';
import { audit, work } from './personal-data-work.ts';

/** In the order in which they are erased: roles first, the trail and the name last, which the others need. */
export const personalData: readonly PersonalKind[] = [
  people.roles,
  chat.messages,
  chat.groups,
  chat.conversation,
  chat.answers,
  pins.drafts,
  pins.pins,
  pins.pinReports,
  pins.missingAgencies,
  pins.copyFlags,
  citizen.places,
  citizen.ratings,
  citizen.ratingWords,
  citizen.ratingQuestions,
  citizen.waysAsked,
  citizen.complaintDrafts,
  citizen.complaints,
  citizen.forwardings,
  people.registrations,
  people.invitations,
  coordinating.digests,
  coordinating.leaves,
  work,
  dataLinks,
  menu,
  reminderSettings,
  reminders,
  chat.seenByOthers,
  audit,
  people.profile,
];

/** For how many days a kind is kept. */
export function daysKept(id: string): number {
  const days = personalData.find((kind) => kind.id === id)?.keptDays;
  if (days === undefined) throw new Error(`"${id}" has no time to be kept for`);
  return days;
}
