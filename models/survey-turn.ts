/**
 * One turn of work on an agency's response: what is decided is written together with its outcome and its entry for
 * the audit trail, and only if nobody wrote since it was read; else it is decided anew. A repeated turn finds its
 * outcome and ends as the first time, whatever a colleague has changed since.
 */
import { type AuditEntry, type FieldChange, recordAllChanges } from './audit.ts';
import { mayWorkForAgency } from './pin-rights.ts';
import { beginResponse, ResponseModel, type StoredResponse, storedResponse } from './survey-document.ts';
import { currentRound } from './survey-round.ts';

/** Who works on which agency's response in which round, when, and under which idempotency key. */
export type SurveyTurn = { agency: string; round: string; by: string; at: Date; key: string };

/** `not-yours`: the person may not work for the agency. `round-over`: another round has opened. */
export type Refusal = { result: 'not-yours' | 'round-over' };

/** What a turn comes to: its outcome, the fields to be set by their paths, and what of that the trail tells. */
export type Decision<Outcome> = {
  outcome: Outcome;
  set?: Record<string, unknown>;
  changes?: FieldChange<'survey'>[];
};

/** Each round only repeats what somebody else wrote at the same moment. */
const MOST_ROUNDS = 50;
/** How many outcomes are remembered; a turn is repeated within minutes or never. */
const OUTCOMES_REMEMBERED = 100;

/** Why the person may not work on it now; undefined when they may. Roles are read from the database. */
export async function refusalOf({ agency, round, by, at }: SurveyTurn): Promise<Refusal | undefined> {
  if (!(await mayWorkForAgency(by, agency))) return { result: 'not-yours' };
  return (await currentRound(at)).id === round ? undefined : { result: 'round-over' };
}

/** Takes a turn, unless it was taken before. `refusal` is asked once, before anything is decided. */
export async function takeTurn<Outcome>(
  turn: SurveyTurn,
  decide: (stored: StoredResponse) => Promise<Decision<Outcome> | 'again'> | Decision<Outcome>,
  refusal: (turn: SurveyTurn) => Promise<Refusal | undefined> = refusalOf,
): Promise<Outcome | Refusal> {
  const before = outcomeBefore<Outcome>(turn, await storedResponse(turn.round, turn.agency));
  const refused = before ? undefined : await refusal(turn);
  if (refused) return refused;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const stored = await storedResponse(turn.round, turn.agency);
    if (!stored) await beginResponse(turn.round, turn.agency, turn.at);
    const done = stored && (await tryTurn(turn, stored, decide));
    if (done) return done.outcome;
  }
  throw new Error(`survey response ${turn.round}:${turn.agency} never came to rest`);
}

type Done<Outcome> = { outcome: Outcome };

/** Undefined when somebody came in between. */
async function tryTurn<Outcome>(
  turn: SurveyTurn,
  stored: StoredResponse,
  decide: (stored: StoredResponse) => Promise<Decision<Outcome> | 'again'> | Decision<Outcome>,
): Promise<Done<Outcome> | undefined> {
  const before = outcomeBefore<Outcome>(turn, stored);
  const decision = before ? 'before' : await decide(stored);
  if (decision === 'again') return undefined;
  const entries = decision === 'before' ? [] : await write(turn, stored, decision);
  if (!entries) return undefined;
  await moveEntries(stored._id, [...(stored.unaudited ?? []), ...entries]);
  return decision === 'before' ? before : { outcome: decision.outcome };
}

function outcomeBefore<Outcome>(
  turn: SurveyTurn,
  stored: StoredResponse | undefined,
): Done<Outcome> | undefined {
  const before = stored?.outcomes.find(({ key }) => key === turn.key);
  // Keys begin with the kind of turn, and a kind of turn has one kind of outcome.
  return before && { outcome: before.outcome as Outcome };
}

/** The entries for the trail, or undefined when somebody wrote since. */
async function write<Outcome>(
  { key, by, at, agency }: SurveyTurn,
  { _id, turns }: StoredResponse,
  { outcome, set = {}, changes = [] }: Decision<Outcome>,
): Promise<AuditEntry<'survey'>[] | undefined> {
  const entry: AuditEntry<'survey'> = { key, at, by, about: { kind: 'survey', id: _id }, agency, changes };
  const entries = changes.length > 0 ? [entry] : [];
  const { matchedCount } = await ResponseModel.updateOne(
    { _id, turns },
    {
      $set: { ...set, updatedAt: at },
      $inc: { turns: 1 },
      $push: {
        outcomes: { $each: [{ key, outcome }], $slice: -OUTCOMES_REMEMBERED },
        unaudited: { $each: entries },
      },
    },
  );
  return matchedCount === 1 ? entries : undefined;
}

/** Copies the entries into the audit trail first, then takes exactly those out of the response. */
async function moveEntries(_id: string, entries: readonly AuditEntry<'survey'>[]): Promise<void> {
  if (entries.length === 0) return;
  await recordAllChanges(entries);
  const keys = entries.map(({ key }) => key);
  await ResponseModel.updateOne({ _id }, { $pull: { unaudited: { key: { $in: keys } } } });
}
