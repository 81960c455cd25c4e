/**
 * In the morning: who asked the way to an office yesterday is asked how it was. The question rides along with their next
 * free reply; nothing is pushed for it, and what nobody was told in three days is dropped.
 */
import { howWasIt } from '../flows/ratings/how-was-it.ts';
import { pinByCode } from '../models/published-pins.ts';
import { hasRatedLately } from '../models/rating.ts';
import { mayAsk, putQuestion } from '../models/rating-question.ts';
import { addDays, bangkokDate } from '../models/thai/calendar.ts';
import { type WayAsked, waysAskedOn } from '../models/way-asked.ts';
import type { Job } from './job.ts';

export const askHowItWas: Job = {
  name: 'ask-how-it-was',
  schedule: '30 8 * * *',
  async run(now, lease) {
    let asked = 0;
    let last: string | undefined;
    for await (const way of waysAskedOn(addDays(bangkokDate(now), -1))) {
      // One question a morning: about the office somebody asked for last, as far as it is open.
      if (way.person === last) continue;
      if (!(await mayBeAsked(way, now))) continue;
      await lease.check();
      await ask(way, now);
      last = way.person;
      asked += 1;
    }
    return { asked };
  },
};

/** Not who has said already how it was, does not want to be asked, or was asked before. */
async function mayBeAsked({ person, pin }: WayAsked, now: Date): Promise<boolean> {
  const code = (await pinByCode(pin))?.code;
  if (!code || !(await mayAsk(person, code))) return false;
  return !(await hasRatedLately({ pin: code, by: person, now }));
}

async function ask({ person, pin }: WayAsked, now: Date): Promise<void> {
  const office = await pinByCode(pin);
  if (office) await putQuestion({ person, pin: office.code, messages: [howWasIt(office)], now });
}
