/** Published pins as everybody may see them: by place, by code, and what changed lately. */
import { publishedBehind } from './merged-into.ts';
import {
  type ChangedPin,
  type NearPin,
  PinModel,
  type PinName,
  type PinPosition,
  type PublishedPin,
  plainName,
  publishedPin,
  type StoredPin,
} from './pin-document.ts';

/** Published pins, nearest first, with their distances; `maxMetres` leaves farther ones out. */
export async function pinsNear(
  position: PinPosition,
  page: { skip: number; limit: number; maxMetres?: number },
): Promise<NearPin[]> {
  const near = {
    near: { type: 'Point' as const, coordinates: position },
    key: 'position',
    distanceField: 'metres',
    spherical: true,
    query: { state: 'published' },
    ...(page.maxMetres !== undefined && { maxDistance: page.maxMetres }),
  };
  const stored = await PinModel.aggregate<StoredPin & { metres: number }>([
    { $geoNear: near },
    { $skip: page.skip },
    { $limit: page.limit },
  ]);
  return stored.map((pin) => ({ ...publishedPin(pin), metres: pin.metres }));
}

/** The published pin with this code, or the one it was merged into. */
export async function pinByCode(code: string): Promise<PublishedPin | undefined> {
  const stored = await publishedBehind(code);
  return stored ? publishedPin(stored) : undefined;
}

/** The published pins with these codes, in the order of the codes; unknown ones are left out. */
export async function pinsByCodes(codes: readonly string[]): Promise<PublishedPin[]> {
  const stored = await PinModel.find({ code: { $in: [...codes] }, state: 'published' }).lean<StoredPin[]>();
  const byCode = new Map(stored.map((pin) => [pin.code, publishedPin(pin)]));
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** What pins are called, on the map or not, by their codes and by their ids. */
export async function pinNames(codesOrIds: readonly string[]): Promise<Map<string, PinName>> {
  const wanted = { $in: [...new Set(codesOrIds)] };
  const stored = await PinModel.find(
    { $or: [{ code: wanted }, { _id: wanted }], state: { $ne: 'draft' } },
    { code: 1, name: 1 },
  ).lean<StoredPin[]>();
  return new Map(
    stored.flatMap(({ _id, code, name }) =>
      name ? [_id, code ?? _id].map((id) => [id, plainName(name)] as const) : [],
    ),
  );
}

/** The public code of the pin with this id; a draft has none. */
export async function codeOf(id: string): Promise<string | undefined> {
  return (await PinModel.findById(id, { code: 1 }).lean<StoredPin>())?.code ?? undefined;
}

/** The id of the published pin with this code. */
export async function idOfPublished(code: string): Promise<string | undefined> {
  const stored = await PinModel.findOne({ code, state: 'published' }, { _id: 1 }).lean<{ _id: string }>();
  return stored?._id;
}

/** Whether this pin is on the map for everybody. */
export async function isPublished(id: string): Promise<boolean> {
  return (await PinModel.exists({ _id: id, state: 'published' })) !== null;
}

/** Which of these ids are pins already, in whatever state. */
export async function pinIdsAmong(ids: readonly string[]): Promise<Set<string>> {
  const stored = await PinModel.find({ _id: { $in: [...ids] } }, { _id: 1 }).lean<{ _id: string }[]>();
  return new Set(stored.map(({ _id }) => _id));
}

/**
 * Pins published, changed or retired at or after an instant, the oldest change first. To read on, give the last
 * change of a full page as `since`: changes of the same instant are then told apart by their ids.
 */
export async function pinsChangedSince(
  since: Date | { changedAt: Date; id: string },
  limit: number,
): Promise<ChangedPin[]> {
  const state = { $in: ['published' as const, 'retired' as const] };
  const after =
    since instanceof Date
      ? { updatedAt: { $gte: since } }
      : {
          updatedAt: { $gte: since.changedAt },
          $or: [{ updatedAt: { $gt: since.changedAt } }, { _id: { $gt: since.id } }],
        };
  const stored = await PinModel.find({ state, ...after })
    .sort({ updatedAt: 1, _id: 1 })
    .limit(limit)
    .lean<StoredPin[]>();
  return stored.map(changedPin);
}

function changedPin(stored: StoredPin): ChangedPin {
  const change = { id: stored._id, changedAt: stored.updatedAt };
  if (stored.state !== 'published') return change;
  return { ...change, pin: publishedPin(stored), ...(stored.agency && { agency: stored.agency }) };
}
