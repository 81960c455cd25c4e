/** Transcripts about complaints: jobs that time starts, and which writes tell others. */

import type { Effect } from '../../flows/effects.ts';
import { jobs } from '../../jobs/registry.ts';
import { tellComplaintNews } from '../../jobs/tell-complaint-news.ts';
import { newComplaintCode } from '../../models/complaint-code.ts';
import { COMPLAINT_CATEGORIES } from '../../models/complaint-document.ts';
import { sendComplaint } from '../../models/complaint-send.ts';
import type { ReadSetUp, SetUp } from './setting.ts';

const JOB = /^([a-z-]+)$/;
const COMPLAINED = /^([\w-]+) (?:"([^"]+)"|(-?[\d.]+),(-?[\d.]+)) ([a-z]+) "([^"]+)"$/;

/** The writes after which others are told without the conversation saying what. */
export const TELLS_BY_ITSELF: ReadonlySet<Effect['do']> = new Set([
  'sendComplaint',
  'takeLeave',
  'confirmSolved',
  'disputeSolved',
  'answerQuestion',
  'withdrawComplaint',
  'takeCase',
  'askReporter',
  'answerReporter',
  'forwardCase',
  'solveCase',
]);

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const complaintLines = {
  complained: readComplained,
  job: readJob,
} satisfies Record<string, ReadSetUp>;

/** `job escalate-complaints`: it runs once, as of the transcript's time. */
function readJob(rest: string): SetUp | undefined {
  const [, name] = JOB.exec(rest) ?? [];
  const job = jobs.find((one) => one.name === name);
  return job && (({ now }) => job.run(now, { fence: 1, check: async () => {} }));
}

/** `complained citizen "อบต.เขาใหม่" delay "…"`, or `12.68,101.3` for a place: sent at the transcript's time. */
function readComplained(rest: string): SetUp | undefined {
  const [, person, office, latitude, longitude, named, words] = COMPLAINED.exec(rest) ?? [];
  const category = COMPLAINT_CATEGORIES.find((known) => known === named);
  if (!person || !category || !words) return undefined;
  return async ({ now: at, idOf, newKey, pins }) => {
    const pin = office === undefined ? undefined : (pins.get(office)?.code ?? '');
    const about =
      pin === undefined ? { position: [Number(longitude), Number(latitude)] as [number, number] } : { pin };
    // By its words, so that a transcript can name the code.
    const newCode = () => newComplaintCode(words);
    const complaint = {
      id: newKey(),
      reporter: idOf(person),
      about,
      category,
      words,
      photos: [],
      at,
      newCode,
    };
    const sent = await sendComplaint(complaint);
    if (sent.result !== 'sent') throw new Error(`that complaint was not sent: ${sent.result}`);
    await tellComplaintNews(sent.code, at);
  };
}
