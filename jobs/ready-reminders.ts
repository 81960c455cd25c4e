/** What a claim on a reminder has to say as of now, and to whom: looked at right before it is said. */
import type { Message } from '../flows/engine/message.ts';
import { type Missing, reminder } from '../flows/reminders/reminder-words.ts';
import type { KnownAgency } from '../models/agency-document.ts';
import type { Deadline } from '../models/deadline.ts';
import type { ReminderClaim } from '../models/reminder-claim.ts';
import {
  type ReminderDay,
  type ReminderItem,
  type StillMissing,
  stillMissing,
} from '../models/reminder-due.ts';
import { peopleToRemind, type ReminderPerson } from '../models/reminder-people.ts';
import { daysBetween } from '../models/thai/calendar.ts';
import { hasCome } from './plan-reminders.ts';

/** What is missing where. */
type About = { deadline: Deadline; agency: KnownAgency };

/** A reminder as it goes out. */
export type ReadyReminder = {
  claim: ReminderClaim;
  person: ReminderPerson;
  about: About[];
  message: Message;
};

/** Those of these claims that have something to say, and those whose person's hour is still to come. */
export async function readyReminders(
  claims: readonly ReminderClaim[],
  today: ReminderDay,
  now: Date,
): Promise<{ ready: ReadyReminder[]; waiting: ReminderClaim[] }> {
  const [people, due, any] = await Promise.all([
    peopleToRemind(
      claims.map(({ person }) => person),
      today.day,
    ),
    stillMissing(
      claims.flatMap(({ items }) => items),
      today,
      { now, onlyDue: true },
    ),
    stillMissing(
      claims.flatMap(({ extra }) => extra),
      today,
      { now, onlyDue: false },
    ),
  ]);
  const ready: ReadyReminder[] = [];
  const waiting: ReminderClaim[] = [];
  for (const claim of claims) {
    const person = people.get(claim.person);
    if (!person) continue;
    const about = [...inHand(claim.items, due, person), ...inHand(claim.extra, any, person)];
    if (about.length === 0) continue;
    if (claim.atOnce || hasCome(person.hour, now))
      ready.push({ claim, person, about, message: reminder(inWords(about, person, today), claim.words) });
    else waiting.push(claim);
  }
  return { ready, waiting };
}

/** By deadline, what is most pressing first. An agency is named only to who has several roles. */
function inWords(
  about: readonly About[],
  { hasSeveralRoles }: ReminderPerson,
  { day }: ReminderDay,
): Missing[] {
  const byDeadline = Map.groupBy(about, ({ deadline }) => deadline);
  const things = [...byDeadline]
    .map(([{ title, what, closesOn }, group]) => {
      const agencies = new Map(group.map(({ agency: { code, name } }) => [code, { code, name }]));
      return {
        title,
        what,
        closesOn,
        daysLeft: daysBetween(day, closesOn),
        ...(hasSeveralRoles && { agencies: [...agencies.values()] }),
      };
    })
    .sort((a, b) => pressing(a) - pressing(b) || (a.title.th < b.title.th ? -1 : 1));
  // Two deadlines that ask for the same by the same day are one thing to whoever does it.
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];
}

/** What of these is missing at an agency of the person's own, with the deadline that counts there. */
function inHand(
  items: readonly ReminderItem[],
  missing: StillMissing,
  { agencies }: ReminderPerson,
): About[] {
  return items.flatMap((item) => {
    const [deadline, agency] = [missing.deadlineOf(item), missing.agencyOf(item.agency)];
    return deadline && agency && agencies.includes(item.agency) ? [{ deadline, agency }] : [];
  });
}

/** What has passed comes after all that has not. */
const pressing = ({ daysLeft }: Missing): number => (daysLeft < 0 ? Number.MAX_SAFE_INTEGER : daysLeft);
