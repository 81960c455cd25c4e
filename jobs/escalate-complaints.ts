/**
 * What time does to complaints: reminds reporters of solved cases twice, closes after 15 days without a word, takes up
 * what is long overdue, and tells what a crash left untold. During office hours, because it sends pushes.
 */
import { type DueByTime, dueByTime, letTimePass } from '../models/complaint-clock.ts';
import { casesWithNews } from '../models/complaint-news.ts';
import type { Job } from './job.ts';
import { tellComplaintNews } from './tell-complaint-news.ts';

const IN_WORDS: Readonly<Record<DueByTime['act'], string>> = {
  notice: 'a push to the reporter: is it solved?',
  'close-silent': 'closed without a word; a push to the reporter, notes to who follows and handles it',
  escalate:
    'climbs to the next level that somebody holds; notes to the reporter, who follows and who handles it now',
};

export const escalateComplaints: Job = {
  name: 'escalate-complaints',
  schedule: '10 9-17 * * *',
  async run(now, { check }) {
    const counts = await letTimePass(now, check);
    let told = 0;
    for (const code of await casesWithNews()) {
      await check();
      told += await tellComplaintNews(code, now);
    }
    return { ...counts, told };
  },
  async preview(now) {
    const lines: string[] = [];
    for await (const { code, act } of dueByTime(now)) lines.push(`${code}: ${IN_WORDS[act]}`);
    for (const code of await casesWithNews()) lines.push(`${code}: what was left untold`);
    return lines;
  },
};
