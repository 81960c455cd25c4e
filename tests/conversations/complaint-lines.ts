/** Transcripts about complaints: who has complained before, and jobs that time starts. */
import { jobs } from '../../jobs/registry.ts';
import { tellComplaintNews } from '../../jobs/tell-complaint-news.ts';
import { newComplaintCode } from '../../models/complaint-code.ts';
import { COMPLAINT_CATEGORIES, STATUSES_1111 } from '../../models/complaint-document.ts';
import {
  claimDueForwarding,
  markForwarded,
  markForwardFailed,
  putInForwarding,
} from '../../models/complaint-forwarding.ts';
import { noteArrived, noteGivenUp } from '../../models/complaint-passed-on.ts';
import { sendComplaint } from '../../models/complaint-send.ts';
import { storeUpdate } from '../../models/complaint-update.ts';
import type { ReadSetUp, SetUp } from './setting.ts';

const AT_1111 = /^(RY-\S+) (\S+)$/;
const REFUSED_BY_1111 = /^(RY-\S+) (\d{3})$/;
const SAYS_1111 = /^(RY-\S+) ([a-z]+)(?: "([^"]+)")?$/;
const JOB = /^([a-z-]+)$/;
const COMPLAINED = /^([\w-]+) (?:"([^"]+)"|(-?[\d.]+),(-?[\d.]+)) ([a-z]+) "([^"]+)"$/;

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const complaintLines = {
  'at-1111': readAt1111,
  'refused-by-1111': readRefusedBy1111,
  'says-1111': readSays1111,
  complained: readComplained,
  job: readJob,
} satisfies Record<string, ReadSetUp>;

/** `job escalate-complaints`: it runs once, as of the transcript's time. */
function readJob(rest: string): SetUp | undefined {
  const [, name] = JOB.exec(rest) ?? [];
  const job = jobs.find((one) => one.name === name);
  return job && (({ now }) => job.run(now, { fence: 1, check: async () => {} }));
}

/** `at-1111 RY-4F7K2-M9 1111-2018-000007`: the case got there, under this number. */
function readAt1111(rest: string): SetUp | undefined {
  const [, code, number] = AT_1111.exec(rest) ?? [];
  if (!code || !number) return undefined;
  return async ({ now: at, newKey }) => {
    await putInForwarding(code, at);
    await markForwarded(code, number, at);
    await noteArrived({ code, number, at, key: newKey() });
    await tellComplaintNews(code, at);
  };
}

/** `refused-by-1111 RY-4F7K2-M9 422`: the case was to go there, and was refused for good. */
function readRefusedBy1111(rest: string): SetUp | undefined {
  const [, code, status] = REFUSED_BY_1111.exec(rest) ?? [];
  if (!code || !status) return undefined;
  return async ({ now }) => {
    await putInForwarding(code, now);
    const claim = await claimDueForwarding({ holder: 'transcript', now, leaseMilliseconds: 60_000 });
    if (!claim) throw new Error(`${code} does not wait to be forwarded`);
    await noteGivenUp(code);
    await markForwardFailed(claim, { reason: 'refused', status: Number(status) }, now);
    await tellComplaintNews(code, now);
  };
}

/** `says-1111 RY-4F7K2-M9 working`, or with words of its own. */
function readSays1111(rest: string): SetUp | undefined {
  const [, code, said, words] = SAYS_1111.exec(rest) ?? [];
  const status = STATUSES_1111.find((known) => known === said);
  if (!code || !status || status === 'arrived') return undefined;
  return async ({ now: at, newKey }) => {
    await storeUpdate({ id: newKey(), code, status, words, at });
    await tellComplaintNews(code, at);
  };
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
