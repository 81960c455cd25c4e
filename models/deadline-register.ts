/** Deadlines out of files. What people changed meanwhile in a chat stays, unless the file itself says something new. */
import {
  type Deadline,
  DeadlineModel,
  deadlineById,
  deadlineOf,
  type KnownDeadline,
  type StoredDeadline,
} from './deadline.ts';
import { type DeadlineFault, faultOf } from './deadline-rules.ts';
import { type PutCounts, putRows, type Register, type Writing } from './register.ts';

const register: Register<'deadline'> = {
  model: DeadlineModel.modelName,
  subjectOf: ({ _id }) => ({ about: { kind: 'deadline', id: _id } }),
  keepsEdits: true,
};

/** Adds and updates deadlines, each id once. What changes leaves an audit entry, field by field. */
export async function putDeadlines(batch: readonly Deadline[], writing: Writing): Promise<PutCounts> {
  const rows = batch.map(({ id, title, remindAfter, within, ...fields }) => ({
    id,
    values: {
      ...fields,
      'title.th': title.th,
      'title.en': title.en ?? null,
      remindAfter: remindAfter ?? null,
      within: within ?? null,
    },
  }));
  return putRows(register, rows, writing);
}

/** What is wrong with some of these, by id. Wider deadlines may be among them, or stored already. */
export async function faultyDeadlines(batch: readonly Deadline[]): Promise<Map<string, DeadlineFault>> {
  const byId = new Map(batch.map((deadline) => [deadline.id, deadline]));
  const cancelled = await cancelledAmong([...byId.keys()]);
  const faults = new Map<string, DeadlineFault>();
  for (const deadline of batch) {
    const inBatch = deadline.within === undefined ? undefined : byId.get(deadline.within);
    const wider = inBatch && !cancelled.has(inBatch.id) ? known(inBatch) : await widerStored(deadline);
    const fault = isCircle(deadline, byId) ? 'wider-unknown' : faultOf(deadline, wider);
    if (fault) faults.set(deadline.id, fault);
  }
  return faults;
}

async function widerStored({ within }: Deadline): Promise<KnownDeadline | undefined> {
  return within === undefined ? undefined : deadlineById(within);
}

async function cancelledAmong(ids: readonly string[]): Promise<Set<string>> {
  const stored = await DeadlineModel.find({ _id: { $in: [...ids] }, cancelled: { $ne: null } }).lean<
    StoredDeadline[]
  >();
  return new Set(stored.map((one) => deadlineOf(one).id));
}

const known = (deadline: Deadline): KnownDeadline => ({ ...deadline, changedAt: new Date(0) });

/** One that tightens itself, through whatever others, would never be in force. */
function isCircle(deadline: Deadline, byId: ReadonlyMap<string, Deadline>): boolean {
  const seen = new Set<string>();
  for (let one: Deadline | undefined = deadline; one?.within !== undefined; one = byId.get(one.within)) {
    if (seen.has(one.id)) return true;
    seen.add(one.id);
  }
  return false;
}
