/**
 * Which agencies have linked every citizen manual (ผูกคู่มือให้ครบ). Pins and links are many more than agencies: the
 * database groups them, and of the links only those are read that can still decide.
 */
import { type PageOfProcedures, proceduresOfPage } from './deadline-procedures.ts';
import { PinModel } from './pin-document.ts';
import { ProcedureLinkModel } from './procedure-link-document.ts';

/** Agencies asked about in one query; several of these are under way at once, as the database has more than one processor. */
const ASKED_AT_ONCE = 500;

type Candidate = { agency: string; pins: string[] };

/**
 * The codes of those with a published pin at each of whose pins one of the agency's procedures is offered, and all of
 * whose procedures are offered at one of them at least. A link counts as it does elsewhere: its procedure is still
 * offered and is one of the agency's.
 */
export async function agenciesLinkingAll(
  agencies: readonly { code: string; kind: string }[],
): Promise<Set<string>> {
  const parts = partsOf(agencies.map(({ code }) => code));
  const candidates = (await Promise.all(parts.map(withLinksEverywhere))).flat();
  if (candidates.length === 0) return new Set();
  const [procedures, linked] = await Promise.all([
    proceduresOfPage(agencies),
    linksOf(candidates.flatMap(({ pins }) => pins)),
  ]);
  return new Set(
    candidates.filter((one) => areAllLinked(one, procedures, linked)).map(({ agency }) => agency),
  );
}

/** Those of whose published pins each has a link, whatever it is worth: most of who is not done is left out by that. */
async function withLinksEverywhere(codes: string[]): Promise<Candidate[]> {
  const grouped = await PinModel.aggregate<{ _id: string; pins: string[] }>([
    { $match: { agency: { $in: codes }, state: 'published' } },
    { $group: { _id: '$agency', pins: { $push: '$_id' } } },
  ]);
  const ids = grouped.flatMap(({ pins }) => pins);
  const there = new Set(await ProcedureLinkModel.distinct('pin', { pin: { $in: ids }, isLinked: true }));
  return grouped
    .filter(({ pins }) => pins.every((pin) => there.has(pin)))
    .map(({ _id, pins }) => ({ agency: _id, pins }));
}

function partsOf(codes: string[]): string[][] {
  return Array.from({ length: Math.ceil(codes.length / ASKED_AT_ONCE) }, (_, at) =>
    codes.slice(at * ASKED_AT_ONCE, (at + 1) * ASKED_AT_ONCE),
  );
}

/** The codes linked at each of these pins. */
async function linksOf(pins: string[]): Promise<Map<string, string[]>> {
  const grouped = await ProcedureLinkModel.aggregate<{ _id: string; procedures: string[] }>([
    { $match: { pin: { $in: pins }, isLinked: true } },
    { $group: { _id: '$pin', procedures: { $push: '$procedure' } } },
  ]);
  return new Map(grouped.map(({ _id, procedures }) => [_id, procedures]));
}

function areAllLinked(
  { agency, pins }: Candidate,
  { hasProcedure, needsByProcedure }: PageOfProcedures,
  linked: ReadonlyMap<string, string[]>,
): boolean {
  const isOwn = (code: string) => hasProcedure(agency, code);
  const offered = pins.map((pin) => (linked.get(pin) ?? []).filter(isOwn));
  const somewhere = new Set(offered.flat());
  return (
    offered.every((codes) => codes.length > 0) &&
    [...needsByProcedure(agency)].every(([code]) => somewhere.has(code))
  );
}
