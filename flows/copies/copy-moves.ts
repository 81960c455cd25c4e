/** Where answers about copies lead: opening, a plan, what is done with it. */
import type { At, Move, Opening } from '../engine/flow.ts';
import { roleOf } from '../engine/who.ts';
import { type CopyOpening, type Data, type Next, readOpening, type StepName } from './copy-data.ts';
import type { CopyChange } from './copy-effects.ts';
import { behindFrom, pinsFrom, plansFrom } from './copy-lists.ts';

/** An official begins with their agency's list, a coordinator with who is behind; a button may lead further. */
export async function started({ value }: Opening, at: At<Data>): Promise<Next> {
  const opening = readOpening(value);
  const isMine = opening?.for === 'mine';
  if (opening && opening.for !== 'mine') return openedWith(opening, at);
  const { acting } = at.who;
  const isOfficial = isMine || acting === null || acting.role === 'official';
  const official = isOfficial ? roleOf('official', at.who) : undefined;
  if (official) return listOf(official.agency, at);
  const coordinator = roleOf('coordinator', at.who);
  const isAdministrator = at.who.roles.some(({ role }) => role === 'administrator');
  return behindFrom(coordinator?.scope ?? (isAdministrator ? 'country' : ''), 0, at);
}

async function openedWith(opening: Exclude<CopyOpening, { for: 'mine' }>, at: At<Data>): Promise<Next> {
  if (opening.for === 'undo') return undo(opening, at);
  if (opening.for === 'list') return listOf(opening.agency, at, opening.pin);
  const pin = await at.find.pins.pinForWork(opening.pin, at.person);
  if (!pin?.agency) return { to: 'notYours' };
  if (!opening.procedure) return listOf(pin.agency, at, pin.code);
  const known = await withAgency(pin.agency, at, pin.code);
  return openPlan({ procedure: opening.procedure, pin: pin.code }, known);
}

async function listOf(agency: string, at: At<Data>, pin?: string): Promise<Next> {
  return plansFrom({ skip: 0 }, await withAgency(agency, at, pin));
}

/** The same with the agency, and the service point, that it is about. */
async function withAgency(code: string, at: At<Data>, pin?: string): Promise<At<Data>> {
  const agency = await at.find.people.agency(code);
  const stored = pin ? await at.find.pin(pin) : undefined;
  return {
    ...at,
    data: {
      agency: { code, name: agency?.name ?? { th: code } },
      ...(stored && { pin: { code: stored.code, name: stored.name } }),
    },
  };
}

async function undo(
  { id, agency, procedure, pin }: Extract<CopyOpening, { for: 'undo' }>,
  at: At<Data>,
): Promise<Next> {
  const { data } = await withAgency(agency, at);
  const about = { procedure, ...(pin && { pin }) };
  return {
    to: 'undone',
    set: { agency: data.agency, undoing: about },
    effects: [{ do: 'undoCopies', id: at.turn, agency, undoes: id, ...about }],
  };
}

/** Opens a plan, as it is now. */
export async function openPlan(
  { procedure, pin }: { procedure: string; pin?: string | undefined },
  { find, person, data: { agency, pin: at } }: At<Data>,
): Promise<Next> {
  const plan = agency && (await find.copies.plan({ agency: agency.code, procedure, pin }, person));
  return plan ? { to: 'plan', set: { agency, pin: at, plan } } : { to: 'notYours' };
}

type Pin = NonNullable<Data['pin']>;

/** The service point of the agency with this code as people type it. */
export async function pinTyped(
  given: string,
  { find, person, data: { agency, pins } }: At<Data>,
): Promise<Pin | undefined> {
  const listed = pins?.items.find(({ code }) => code === given);
  if (listed) return listed;
  const pin = await find.pins.pinForWork(given, person);
  return pin?.agency === agency?.code && pin?.state === 'published' ? pin : undefined;
}

/** The open plan at this service point, or the list of those there. */
export function openAt({ code, name }: Pin, at: At<Data>): Promise<Next> {
  const there = { ...at, data: { ...at.data, pin: { code, name } } };
  const { plan } = at.data;
  return plan ? openPlan({ procedure: plan.procedure, pin: code }, there) : plansFrom({ skip: 0 }, there);
}

/** Does what was chosen with the open plan. */
export function doDeed(deed: string, at: At<Data>): Move<Data, StepName> | Promise<Move<Data, StepName>> {
  const { plan, pin: _pin, ...others } = at.data;
  switch (deed) {
    case 'none':
      return change({ idCard: false, house: false }, at);
    case 'noIdCard':
      return change({ idCard: false }, at);
    case 'noHouse':
      return change({ house: false }, at);
    case 'askAgain':
      return { to: 'again' };
    case 'tellBlockers':
      return { to: 'blockers', set: { blockers: plan?.blockers } };
    case 'setTarget':
      return { to: 'target' };
    case 'onePin':
      return pinsFrom(0, at);
    default:
      return openPlan({ procedure: plan?.procedure ?? '' }, { ...at, data: others });
  }
}

/** Changes the open plan and says so. */
export function change(wanted: CopyChange, { data: { agency, plan }, turn }: At<Data>): Next {
  if (!agency || !plan) return { to: 'notYours' };
  const { procedure, pin } = plan;
  const about = { agency: agency.code, procedure, ...(pin && { pin }) };
  return { to: 'changed', effects: [{ do: 'changeCopies', id: turn, ...about, change: wanted }] };
}
