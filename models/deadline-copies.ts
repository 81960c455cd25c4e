/**
 * Which agencies ask for no copy any more. It says the same as the rows of `copy-rows.ts` (a test compares them), but
 * reads less: no titles, no disagreements, and of the records only what is asked.
 */
import { ALL_PINS, CopyModel, type CopyNeeds } from './copy-document.ts';
import { asks } from './copy-state.ts';
import { proceduresOfPage } from './deadline-procedures.ts';
import { PinModel } from './pin-document.ts';

type Asked = CopyNeeds & { agency: string; procedure: string; pin: string };

/** The codes of those among these agencies of which no procedure asks for a copy, at no published pin. */
export async function agenciesEndingCopies(
  agencies: readonly { code: string; kind: string }[],
): Promise<Set<string>> {
  const codes = agencies.map(({ code }) => code);
  const [procedures, records] = await Promise.all([proceduresOfPage(agencies), recordsOf(codes)]);
  const byAgency = Map.groupBy(records, ({ agency }) => agency);
  const ended = agencies.filter(({ code }) => {
    const general = new Map<string, CopyNeeds>();
    for (const record of byAgency.get(code) ?? [])
      if (record.pin === ALL_PINS) general.set(record.procedure, record);
    for (const [procedure, needs] of procedures.needsByProcedure(code))
      if (asks(general.get(procedure) ?? needs)) return false;
    return !(byAgency.get(code) ?? []).some(
      (record) => record.pin !== ALL_PINS && procedures.hasProcedure(code, record.procedure),
    );
  });
  return new Set(ended.map(({ code }) => code));
}

/** What holds at all pins, and of what holds at single published ones only what asks for a copy. */
async function recordsOf(codes: string[]): Promise<Asked[]> {
  const asked = { agency: 1, procedure: 1, pin: 1, idCard: 1, house: 1, _id: 0 } as const;
  const records = await CopyModel.find(
    { agency: { $in: codes }, $or: [{ pin: ALL_PINS }, { idCard: true }, { house: true }] },
    asked,
  ).lean<Asked[]>();
  const pins = new Set(records.map(({ pin }) => pin).filter((pin) => pin !== ALL_PINS));
  const published = await PinModel.distinct('_id', { _id: { $in: [...pins] }, state: 'published' });
  const shown = new Set([ALL_PINS, ...published]);
  return records.filter(({ pin }) => shown.has(pin));
}
