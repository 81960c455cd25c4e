/**
 * Which procedures are offered at which published pins: linking and taking links away by whoever may work on the pin,
 * and reading them. A link counts as long as its procedure is offered and is one of those the pin's agency has.
 */
import { publishedBehind } from './merged-into.ts';
import { personById } from './person.ts';
import { PinModel, type StoredPin } from './pin-document.ts';
import { mayWorkForAgency, mayWorkOn } from './pin-rights.ts';
import { codesOfAgencies, offeredAmong } from './procedure.ts';
import type { NamedProcedure } from './procedure-document.ts';
import { type Deed, ProcedureLinkModel } from './procedure-link-document.ts';
import { addLinks, auditLinks, type LinkedPin, removeLinks } from './procedure-link-writes.ts';

/** What became of linking; `count` is how many procedures the pin is linked to now. */
export type Linked = { result: 'linked' | 'not-yours'; count: number };

/** How many published pins and procedures there were to link. */
export type LinkedAll = { result: 'linked' | 'not-yours'; pins: number; procedures: number };

/**
 * Links procedures to a published pin (its public code) and takes links away; the others stay as they are. Codes that
 * are none of the agency's procedures are left out. `not-yours`: no such pin is on the map, or the person may not
 * work on it.
 */
export async function linkProcedures({
  pin: code,
  add,
  remove,
  ...deed
}: Deed & { pin: string; add: readonly string[]; remove: readonly string[] }): Promise<Linked> {
  const stored = await publishedBehind(code);
  if (!stored || !(await mayWorkOn(deed.by, stored))) return { result: 'not-yours', count: 0 };
  const pin = linkedPin(stored);
  const allowed = new Set(await linkableCodes(pin, deed.by));
  const wish = (procedure: string) => ({ pin: pin.id, procedure, deed });
  const wanted = new Set(add);
  await addLinks(add.filter((procedure) => allowed.has(procedure)).map(wish));
  await removeLinks(remove.filter((procedure) => !wanted.has(procedure)).map(wish));
  await auditLinks([pin], deed);
  return { result: 'linked', count: (await codesLinkedTo(stored)).length };
}

/** For a pin that is somebody's own: the procedures of the agencies they are an official of. */
async function linkableCodes({ agency }: LinkedPin, person: string): Promise<string[]> {
  if (agency) return codesOfAgencies([agency]);
  const { roles } = await personById(person);
  return codesOfAgencies(roles.flatMap((role) => (role.role === 'official' ? [role.agency] : [])));
}

/** Links all procedures of an agency to all of its published pins. What is linked already stays as it is. */
export async function linkAllProcedures({ agency, ...deed }: Deed & { agency: string }): Promise<LinkedAll> {
  if (!(await mayWorkForAgency(deed.by, agency))) return { result: 'not-yours', pins: 0, procedures: 0 };
  const codes = await codesOfAgencies([agency]);
  const pins = (await publishedPinsOf(agency)).map(linkedPin);
  for (const pin of pins) {
    const there = new Set(await activeCodes(pin.id));
    const missing = codes.filter((procedure) => !there.has(procedure));
    await addLinks(missing.map((procedure) => ({ pin: pin.id, procedure, deed })));
  }
  await auditLinks(pins, deed);
  return { result: 'linked', pins: pins.length, procedures: codes.length };
}

/**
 * Takes away the links that one change (`of`, its key) made at the agency's published pins and that are still there
 * since then; `count` is how many.
 */
export async function takeBackLinks({
  agency,
  of,
  ...deed
}: Deed & { agency: string; of: string }): Promise<{ result: 'unlinked' | 'not-yours'; count: number }> {
  if (!(await mayWorkForAgency(deed.by, agency))) return { result: 'not-yours', count: 0 };
  const pins = (await publishedPinsOf(agency)).map(linkedPin);
  const ours = { pin: { $in: pins.map(({ id }) => id) }, 'added.key': of };
  const made = await ProcedureLinkModel.find({ ...ours, isLinked: true }).lean<
    { pin: string; procedure: string }[]
  >();
  await removeLinks(made.map(({ pin, procedure }) => ({ pin, procedure, deed })));
  await auditLinks(pins, deed);
  return {
    result: 'unlinked',
    count: await ProcedureLinkModel.countDocuments({ ...ours, 'removed.key': deed.key }),
  };
}

function publishedPinsOf(agency: string): Promise<StoredPin[]> {
  return PinModel.find({ agency, state: 'published' }, { code: 1, agency: 1, name: 1 }).lean<StoredPin[]>();
}

/** A stored pin as links name it. */
export function linkedPin({ _id, code, agency }: StoredPin): LinkedPin {
  return { id: _id, code: code ?? '', ...(agency && { agency }) };
}

/** The procedures offered at a published pin (its public code, or one that leads to it), by Thai title. */
export async function proceduresAtPin(code: string): Promise<NamedProcedure[]> {
  const stored = await publishedBehind(code);
  return stored ? offeredAmong(await codesLinkedTo(stored)) : [];
}

/** The codes of what counts as linked to a pin. */
export async function codesLinkedTo({ _id, agency }: StoredPin): Promise<string[]> {
  const linked = await activeCodes(_id);
  if (linked.length === 0) return [];
  if (!agency) return (await offeredAmong(linked)).map(({ code }) => code);
  const has = new Set(await codesOfAgencies([agency]));
  return linked.filter((code) => has.has(code));
}

async function activeCodes(pin: string): Promise<string[]> {
  const links = await ProcedureLinkModel.find({ pin, isLinked: true }, { procedure: 1 }).lean<
    { procedure: string }[]
  >();
  return links.map(({ procedure }) => procedure);
}

/** How often each pin (by id) is linked to one of these procedures. */
export async function countLinks(
  pins: readonly string[],
  procedures: readonly string[],
): Promise<Map<string, number>> {
  const counted = await ProcedureLinkModel.aggregate<{ _id: string; count: number }>([
    { $match: { pin: { $in: [...pins] }, isLinked: true, procedure: { $in: [...procedures] } } },
    { $group: { _id: '$pin', count: { $sum: 1 } } },
  ]);
  return new Map(counted.map(({ _id, count }) => [_id, count]));
}

/** Moves the links of a pin (its id) to the pin it is merged into. Who linked and when goes with them. */
export async function moveProcedureLinks(from: LinkedPin, to: LinkedPin, deed: Deed): Promise<void> {
  const links = await ProcedureLinkModel.find({ pin: from.id, isLinked: true }).lean<
    { procedure: string; added: Deed }[]
  >();
  await addLinks(
    links.map(({ procedure, added: { by, at } }) => ({
      pin: to.id,
      procedure,
      deed: { by, at, key: deed.key },
    })),
  );
  // Only now: what is linked still is what a crash has left to move.
  await removeLinks(links.map(({ procedure }) => ({ pin: from.id, procedure, deed })));
  await auditLinks([from, to], deed);
}
