/**
 * Doing the writes about complaints. Each is keyed by the turn's own id; who may do them the models decide. What others
 * are to be told is told right afterwards; a repeated turn tells what is left, and nobody twice.
 */
import type { ComplaintEffects } from '../../flows/complaints/complaint-effects.ts';
import { tellComplaintNews } from '../../jobs/tell-complaint-news.ts';
import {
  answerReporter,
  askReporter,
  confirmSolved,
  disputeSolved,
  forwardCase,
  saySomething,
  solveCase,
  takeCase,
  withdrawComplaint,
} from '../../models/complaint.ts';
import { newComplaintCode, readComplaintCode } from '../../models/complaint-code.ts';
import type { ComplaintCategory } from '../../models/complaint-document.ts';
import { discardComplaintDraft, keepComplaintDraft } from '../../models/complaint-draft.ts';
import { followComplaint } from '../../models/complaint-follow.ts';
import { putInForwarding } from '../../models/complaint-forwarding.ts';
import { addComplaintPhoto, complaintAlbum } from '../../models/complaint-photo.ts';
import { sendComplaint } from '../../models/complaint-send.ts';
import type { CaseWork, Stepped } from '../../models/complaint-step.ts';
import type { ContentClient, Fetched } from '../line/content.ts';
import { encodePhoto } from '../photos/encode.ts';

type Surroundings = {
  now: () => Date;
  newId: () => string;
  random: () => number;
  content: ContentClient;
  /** Whether cases of a category go on to 1111; none do unless it is set up. */
  forwards?: (category: ComplaintCategory) => boolean;
};

type Doer<Name extends keyof ComplaintEffects> = (
  takes: ComplaintEffects[Name]['takes'],
  person: string,
) => Promise<ComplaintEffects[Name]['gives']>;

type Doers<Name extends keyof ComplaintEffects> = { [N in Name]: Doer<N> };

/** The doers of these writes. */
export function createComplaintDoers(surroundings: Surroundings): Doers<keyof ComplaintEffects> {
  return {
    ...writingDoers(surroundings),
    ...reporterDoers(surroundings),
    ...handlerDoers(surroundings),
  };
}

/** Writing a complaint and sending it. */
function writingDoers({
  now,
  newId,
  content,
  forwards = () => false,
}: Surroundings): Doers<
  'keepComplaintDraft' | 'discardComplaintDraft' | 'addComplaintPhoto' | 'sendComplaint'
> {
  return {
    async keepComplaintDraft({ fields }, person) {
      await keepComplaintDraft({ person, fields, at: now() });
      return { kept: true };
    },
    async discardComplaintDraft(_takes, person) {
      await discardComplaintDraft(person);
      return { discarded: true };
    },
    addComplaintPhoto: (takes, person) => fetchPhoto(takes, { person, at: now() }, content),
    async sendComplaint(complaint, reporter) {
      const newCode = () => newComplaintCode(newId());
      const sent = await sendComplaint({ ...complaint, reporter, at: now(), newCode });
      if (sent.result !== 'sent') return sent;
      const isForwarded = forwards(complaint.category);
      // There it waits for its sender; a repeated turn puts it in once.
      if (isForwarded) await putInForwarding(sent.code, now());
      await tellComplaintNews(sent.code, now());
      return { ...sent, forwards: isForwarded };
    },
  };
}

/** What the reporter, and who follows, does with a case. */
function reporterDoers(
  surroundings: Surroundings,
): Doers<'followComplaint' | 'confirmSolved' | 'disputeSolved' | 'answerQuestion' | 'withdrawComplaint'> {
  const step = stepper(surroundings);
  return {
    followComplaint: (on, by) => followComplaint(workOf(on, by, surroundings.now())),
    confirmSolved: (on, by) => step(on, by, confirmSolved),
    disputeSolved: ({ words, ...on }, by) => step(on, by, (work) => disputeSolved(work, words)),
    answerQuestion: ({ words, ...on }, by) => step(on, by, (work) => saySomething(work, words)),
    withdrawComplaint: (on, by) => step(on, by, withdrawComplaint),
  };
}

/** What handlers do. */
function handlerDoers(
  surroundings: Surroundings,
): Doers<'takeCase' | 'askReporter' | 'answerReporter' | 'forwardCase' | 'solveCase'> {
  const step = stepper(surroundings);
  return {
    takeCase: (on, by) => step(on, by, takeCase),
    askReporter: ({ words, ...on }, by) => step(on, by, (work) => askReporter(work, words)),
    answerReporter: ({ words, ...on }, by) => step(on, by, (work) => answerReporter(work, words)),
    forwardCase: ({ to, words, ...on }, by) => step(on, by, (work) => forwardCase(work, to, words)),
    solveCase: ({ id, code, ...evidence }, by) => step({ id, code }, by, (work) => solveCase(work, evidence)),
  };
}

type OnCase = { id: string; code: string };

/** Does a step and tells those concerned. */
function stepper({ now }: Surroundings) {
  return async (on: OnCase, by: string, act: (work: CaseWork) => Promise<Stepped>): Promise<Stepped> => {
    const work = workOf(on, by, now());
    const stepped = await act(work);
    if (stepped.result === 'done') await tellComplaintNews(work.code, work.at);
    return stepped;
  };
}

/** A code that is none finds no case. */
function workOf({ id, code }: OnCase, by: string, at: Date): CaseWork {
  return { code: readComplaintCode(code) ?? '', by, at, key: id };
}

/** Nothing is fetched for somebody who may not keep it. */
async function fetchPhoto(
  { id, complaint, messageId }: ComplaintEffects['addComplaintPhoto']['takes'],
  { person, at }: { person: string; at: Date },
  content: ContentClient,
): Promise<ComplaintEffects['addComplaintPhoto']['gives']> {
  if ((await complaintAlbum(complaint, person)) === undefined) return { result: 'gone' };
  const fetched = await content.fetchContent(messageId);
  if (!fetched.ok) return { result: WHY_NOT[fetched.why] };
  const encoded = await encodePhoto(fetched.bytes);
  if ('refused' in encoded) return { result: encoded.refused };
  return addComplaintPhoto({ ...encoded, id: photoId(id), complaint, by: person, at, messageId });
}

const WHY_NOT = {
  gone: 'gone',
  'too-large': 'too-large',
  'not-ready': 'try-again',
  unclear: 'try-again',
} as const satisfies Record<Extract<Fetched, { ok: false }>['why'], string>;

/** Letters and digits only, as they stand in a photo's address. LINE's event ids are nothing else. */
const photoId = (turn: string): string => turn.replace(/[^0-9A-Za-z]/g, '').slice(0, 64);
