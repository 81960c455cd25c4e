/** Which copies the procedures at one pin ask for: its own record, else what holds at all pins, else the manual. */
import { inherited, storedAt } from './copy-change.ts';
import {
  ALL_PINS,
  CopyModel,
  type CopyNeeds,
  type CopyState,
  type StoredCopies,
  stateOf,
} from './copy-document.ts';
import { type ManualCopies, manualsAmong } from './copy-manual.ts';
import { unrecorded } from './copy-state.ts';
import { publishedBehind } from './merged-into.ts';
import type { PinName, StoredPin } from './pin-document.ts';
import { codesLinkedTo } from './procedure-link.ts';

/** A procedure offered at a pin with what it asks for there. */
export type ProcedureAtPin = { manual: ManualCopies; state: CopyState };

/** For each procedure offered at a published pin (its public code): which copies are asked for; by Thai title. */
export async function copiesAtPin(
  code: string,
): Promise<(CopyNeeds & { procedure: string; title: PinName })[]> {
  const pin = await publishedBehind(code);
  const procedures = pin ? await statesAtPin(pin) : [];
  return procedures.map(({ manual: { code: procedure, title }, state: { idCard, house } }) => ({
    procedure,
    title,
    idCard,
    house,
  }));
}

/** The procedures offered at a pin, by Thai title. A pin of no agency asks for what the manuals say. */
export async function statesAtPin(pin: StoredPin): Promise<ProcedureAtPin[]> {
  const manuals = await manualsAmong(await codesLinkedTo(pin));
  const places = [pin._id, ALL_PINS];
  const records = pin.agency
    ? await CopyModel.find({
        agency: pin.agency,
        procedure: { $in: manuals.map(({ code }) => code) },
        pin: { $in: places },
      }).lean<StoredCopies[]>()
    : [];
  const byKey = new Map(records.map((stored) => [`${stored.procedure}:${stored.pin}`, stored]));
  return manuals.map((manual) => {
    const stored = places.flatMap((place) => byKey.get(`${manual.code}:${place}`) ?? [])[0];
    return { manual, state: stored ? stateOf(stored) : unrecorded(manual.needs) };
  });
}

/** What one procedure asks for at a pin of an agency (the pin's id), whether it is offered there or not. */
export async function stateAt(agency: string, procedure: string, pin: string): Promise<CopyState> {
  const place = { agency, procedure, pin };
  const stored = await storedAt(place);
  return stored ? stateOf(stored) : inherited(place);
}
