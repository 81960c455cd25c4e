/** What a run of reminders would say to whom, without saying it: what it would plan, and what waits to be sent already. */
import { pushesLeft } from '../models/push-quota.ts';
import { claimId, type ReminderClaim } from '../models/reminder-claim.ts';
import { claimsToSend, toldOn } from '../models/reminder-claim-read.ts';
import { type ReminderDay, reminderDayOf } from '../models/reminder-due.ts';
import { isReminderTime } from '../models/reminder-time.ts';
import { bangkokDate } from '../models/thai/calendar.ts';
import { remindersToPlan } from './plan-reminders.ts';
import { CLAIMS_AT_ONCE } from './queue-reminders.ts';
import { type ReadyReminder, readyReminders } from './ready-reminders.ts';

/** Enough of an id to tell two people apart, too little to reach one. Characters. */
const ID_SHOWN = 7;

/** One line for each message, the most urgent first; those there may be no pushes for say so. */
export async function previewReminders(now: Date): Promise<string[]> {
  if (!(await isReminderTime(now))) return [];
  const today = await reminderDayOf(bangkokDate(now));
  const claims = [...(await claimsOfRun(today, now)).values()].sort(
    (a, b) => a.urgency - b.urgency || (a.id < b.id ? -1 : 1),
  );
  const left = (await pushesLeft(now)) ?? Number.POSITIVE_INFINITY;
  const lines: string[] = [];
  for (let from = 0; from < claims.length; from += CLAIMS_AT_ONCE) {
    const { ready } = await readyReminders(claims.slice(from, from + CLAIMS_AT_ONCE), today, now);
    for (const one of ready) lines.push(lines.length < left ? lineOf(one) : `${lineOf(one)} [no push left]`);
  }
  return lines;
}

/** The claims there would be: those planned or held already, and with them or beside them what would be planned. */
async function claimsOfRun(today: ReminderDay, now: Date): Promise<Map<string, ReminderClaim>> {
  const { day } = today;
  const claims = new Map((await claimsToSend(day)).map((claim) => [claim.id, claim]));
  const told = await toldOn(day);
  for await (const page of remindersToPlan(today, now))
    for (const { person, items, extra = [], urgency } of page) {
      if (told.has(person)) continue;
      const id = claimId(day, person);
      const there = claims.get(id) ?? { ...NOTHING, id, person, urgency };
      claims.set(id, {
        ...there,
        items: [...there.items, ...items],
        extra: [...there.extra, ...extra],
        urgency: Math.min(there.urgency, urgency),
      });
    }
  return claims;
}

const NOTHING = { items: [], extra: [], atOnce: false, noNote: false };

function lineOf({ claim: { person }, about }: ReadyReminder): string {
  const what = about.map(({ deadline, agency }) => `${deadline.title.th} (${agency.name.th})`);
  return `${person.slice(0, ID_SHOWN)}…: ${[...new Set(what)].join(', ')}`;
}
