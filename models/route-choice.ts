/** What coordinators decided about the route of an agency, where they know better than the rule. */
import mongoose, { type InferSchemaType } from 'mongoose';
import { agencyByCode } from './agency.ts';
import { recordChanges, recordedKeys } from './audit.ts';
import { NotAllowed, personById } from './person.ts';
import { lookAfter } from './role.ts';
import type { SurveyRoute } from './survey-route.ts';

/** A coordinator's decision. */
export type RouteChoice = { agency: string; route: SurveyRoute; reason: string; by: string; at: Date };

const schema = new mongoose.Schema(
  {
    /** The agency's code. */
    _id: { type: String, required: true },
    route: { type: String, enum: ['offline', 'online-a', 'online-b'], required: true },
    reason: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'route_choices', versionKey: false },
);

type Stored = InferSchemaType<typeof schema>;
const RouteChoiceModel = mongoose.model('RouteChoice', schema);

/** The decisions about these agencies, by agency. */
export async function routeChoices(agencies: readonly string[]): Promise<ReadonlyMap<string, RouteChoice>> {
  const stored = await RouteChoiceModel.find({ _id: { $in: [...agencies] } }).lean<Stored[]>();
  return new Map(stored.map(({ _id, ...choice }) => [_id, { agency: _id, ...choice }]));
}

/** Whether the person may decide about this agency's route: who looks after it, not its own officials. */
export async function mayChooseRoute(person: string, agency: string): Promise<boolean> {
  const [{ roles }, known] = await Promise.all([personById(person), agencyByCode(agency)]);
  return known !== undefined && lookAfter(roles, known);
}

/**
 * Decides on a route, or with `null` goes back to the rule's. The same `key` again changes nothing. Throws
 * `NotAllowed` for anybody who does not look after the agency.
 */
export async function chooseRoute({
  agency,
  route,
  reason,
  by,
  at,
  key,
}: {
  agency: string;
  route: SurveyRoute | null;
  reason: string;
  by: string;
  at: Date;
  key: string;
}): Promise<'chosen' | 'unchanged'> {
  if (!(await mayChooseRoute(by, agency))) throw new NotAllowed(`${by} does not look after ${agency}`);
  if ((await recordedKeys([key])).has(key)) return 'chosen';
  const before = (await routeChoices([agency])).get(agency);
  if ((before?.route ?? null) === route && (route === null || before?.reason === reason)) return 'unchanged';
  const changes = [
    { field: 'route' as const, from: before?.route ?? null, to: route },
    { field: 'reason' as const, from: before?.reason ?? null, to: reason },
  ];
  // The entry first: a repeated turn then knows that this was its own doing.
  await recordChanges({ key, at, by, about: { kind: 'route', id: agency }, agency, changes });
  if (route === null) await RouteChoiceModel.deleteOne({ _id: agency });
  else
    await RouteChoiceModel.updateOne({ _id: agency }, { $set: { route, reason, by, at } }, { upsert: true });
  return 'chosen';
}
