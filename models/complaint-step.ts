/**
 * One step on a case: decided on what is stored, and written together with its outcome, what is to be told and its
 * entry for the audit trail, only if nobody wrote since it was read. A repeated turn finds its outcome and ends as the
 * first time. Who meets another's step in the act is told so; nothing is done twice and nothing is lost.
 */
import { type AuditEntry, type FieldChange, recordAllChanges } from './audit.ts';
import {
  type ComplaintLevel,
  ComplaintModel,
  type Status1111,
  type StepMaker,
  type StoredComplaint,
  type StoredNews,
  type StoredStep,
  storedComplaint,
} from './complaint-document.ts';
import { type Act, MOVES, type Move, mayMove } from './complaint-moves.ts';
import { makerOf, mayHandle } from './complaint-rights.ts';

/** Who does something with which case, when, and under which idempotency key. */
export type CaseWork = { code: string; by: string; at: Date; key: string };

/** What became of it: `moved-on` when somebody else did another step first. `level` is told when the case climbed. */
export type Stepped = { result: 'done' | 'moved-on' | 'not-yours'; level?: ComplaintLevel };

/** What a step changes beside the state. `null` takes a field away. */
export type CaseChange = {
  set?: Record<string, unknown>;
  words?: string;
  photos?: string[];
  whyNoPhoto?: string | undefined;
  /** What 1111 says. */
  status?: Status1111;
  /** A further step that follows from this one, such as climbing after a dispute. */
  followedBy?: StoredStep;
  level?: ComplaintLevel;
};

/** Decides what changes; undefined when the case has moved on. */
export type Decide = (stored: StoredComplaint) => Promise<CaseChange | undefined> | CaseChange | undefined;

/** Each round only repeats what somebody else wrote at the same moment. */
const MOST_ROUNDS = 50;
/** How many outcomes are remembered; a turn is repeated within minutes or never. */
const OUTCOMES_REMEMBERED = 50;

/** Does a step, once for its key. */
export async function stepOn(work: CaseWork, act: Act, decide: Decide): Promise<Stepped> {
  let seen: StoredComplaint | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stored = await storedComplaint(work.code);
    if (!stored) return { result: 'not-yours' };
    const before = outcomeBefore(work.key, stored);
    if (before) return settled(stored, before);
    const refused = await refusalOf(work, act, stored, seen);
    if (refused) return { result: refused };
    const change = await decide(stored);
    if (!change) return { result: 'moved-on' };
    const done = await write(work, act, stored, change);
    if (done) return done;
    seen = stored;
  }
  throw new Error(`complaint ${work.code} never came to rest`);
}

function outcomeBefore(key: string, { outcomes }: StoredComplaint): Stepped | undefined {
  // Written by `write` and `rememberOutcome` only.
  return outcomes.find((one) => one.key === key)?.outcome as Stepped | undefined;
}

/** The entries of a step that was written before may still wait for the trail. */
async function settled(stored: StoredComplaint, outcome: Stepped): Promise<Stepped> {
  await moveEntries(stored._id, stored.unaudited);
  return outcome;
}

async function refusalOf(
  { by }: CaseWork,
  act: Act,
  stored: StoredComplaint,
  seen: StoredComplaint | undefined,
): Promise<'moved-on' | 'not-yours' | undefined> {
  // Who may have lost the right by the very step that came in between is told of that step.
  if (seen && hasMoved(seen, stored)) return 'moved-on';
  if (!(await isTheirs(by, MOVES[act], stored))) return 'not-yours';
  return mayMove(act, stored.state) ? undefined : 'moved-on';
}

function hasMoved(seen: StoredComplaint, now: StoredComplaint): boolean {
  return seen.state !== now.state || seen.level !== now.level || seen.agency !== now.agency;
}

async function isTheirs(person: string, { who }: Move, stored: StoredComplaint): Promise<boolean> {
  if (who === 'reporter') return stored.reporter === person;
  return who === 'handler' ? mayHandle(person, stored) : true;
}

/** Undefined when somebody wrote since. */
async function write(
  work: CaseWork,
  act: Act,
  stored: StoredComplaint,
  change: CaseChange,
): Promise<Stepped | undefined> {
  const { key, at } = work;
  const { to = stored.state }: Move = MOVES[act];
  const maker = await makerFor(work, MOVES[act], stored);
  const outcome: Stepped = { result: 'done', ...(change.level && { level: change.level }) };
  const after = { ...change.set, state: to };
  const entries = entriesFor(work, act, stored, after);
  const gone = Object.entries(after).filter(([, value]) => value === null);
  const kept = Object.entries(after).filter(([, value]) => value !== null);
  const { matchedCount } = await ComplaintModel.updateOne(
    { _id: stored._id, revision: stored.revision },
    {
      $set: { ...Object.fromEntries(kept), updatedAt: at },
      ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map(([field]) => [field, 1 as const])) }),
      $inc: { revision: 1 },
      $push: {
        steps: { $each: stepsFor(act, maker, at, change) },
        outcomes: { $each: [{ key, outcome }], $slice: -OUTCOMES_REMEMBERED },
        news: { $each: newsFor(act, maker, key, change) },
        unaudited: { $each: entries },
      },
    },
  );
  if (matchedCount !== 1) return undefined;
  await moveEntries(stored._id, [...stored.unaudited, ...entries]);
  return outcome;
}

async function makerFor({ by }: CaseWork, { who }: Move, stored: StoredComplaint): Promise<StepMaker> {
  if (who === 'handler') return makerOf(by, stored);
  return who === 'time' ? 'service' : who;
}

function stepsFor(
  act: Act,
  by: StepMaker,
  at: Date,
  { words, photos, whyNoPhoto, status, followedBy }: CaseChange,
): StoredStep[] {
  const { step }: Move = MOVES[act];
  const own: StoredStep[] = step
    ? [
        {
          at,
          what: step,
          by,
          ...(words && { words }),
          ...(photos?.length && { photos }),
          ...(whyNoPhoto && { whyNoPhoto }),
          ...(status && { status }),
        },
      ]
    : [];
  return followedBy ? [...own, followedBy] : own;
}

function newsFor(
  act: Act,
  by: StepMaker,
  key: string,
  { words, whyNoPhoto, status, followedBy }: CaseChange,
): StoredNews[] {
  const { step }: Move = MOVES[act];
  const own: StoredNews = {
    key,
    what: step ?? 'notice',
    by,
    ...(words && { words }),
    ...(whyNoPhoto && { whyNoPhoto }),
    ...(status && { status }),
  };
  if (!followedBy) return [own];
  return [own, { key: `${key}:followed-by`, what: followedBy.what, by: followedBy.by }];
}

/** What a handler changed, without a word that was said; a reporter's own steps leave no entry, being their identity. */
function entriesFor(
  { key, at, by, code }: CaseWork,
  act: Act,
  stored: StoredComplaint,
  after: Record<string, unknown>,
): AuditEntry<'complaint'>[] {
  const { who }: Move = MOVES[act];
  if (who !== 'handler') return [];
  const before: Record<string, unknown> = { ...stored };
  const changes = (['state', 'level', 'agency'] as const).flatMap((field): FieldChange<'complaint'>[] => {
    const [from, to] = [before[field] ?? null, field in after ? (after[field] ?? null) : before[field]];
    return to === undefined || to === from ? [] : [{ field, from, to }];
  });
  const said: FieldChange<'complaint'> = { field: 'step', from: null, to: act };
  const { agency } = stored;
  const about = { kind: 'complaint' as const, id: code };
  return [{ key: `complaint:${key}`, at, by, about, ...(agency && { agency }), changes: [said, ...changes] }];
}

/** Copies the entries into the audit trail first, then takes exactly those out of the case. */
async function moveEntries(_id: string, entries: readonly AuditEntry<'complaint'>[]): Promise<void> {
  if (entries.length === 0) return;
  await recordAllChanges(entries);
  await ComplaintModel.updateOne(
    { _id },
    { $pull: { unaudited: { key: { $in: entries.map((e) => e.key) } } } },
  );
}
