/**
 * The offices a person knows: their favourites and those they looked at last, one document of the collection
 * `known_places` for each person. Only who agreed to the privacy notice has one.
 */
import mongoose, { type InferSchemaType } from 'mongoose';
import type { PublishedPin } from './pin-document.ts';
import { pinByCode, pinsByCodes } from './published-pins.ts';

/** More favourites are no shortcut any more. */
export const FAVOURITES_AT_MOST = 20;
/** So many of the offices looked at are remembered. */
export const VISITS_AT_MOST = 10;

const known = new mongoose.Schema(
  { pin: { type: String, required: true }, at: { type: Date, required: true } },
  { _id: false, versionKey: false },
);
const schema = new mongoose.Schema(
  {
    /** The person. */
    _id: { type: String, required: true },
    /** Public codes of pins, the latest last. */
    favourites: { type: [known], required: true },
    /** The same, the latest first. */
    visited: { type: [known], required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'known_places', versionKey: false },
);
// For deleting what nobody has used for a stated time.
schema.index({ updatedAt: 1 });

type Stored = InferSchemaType<typeof schema>;
const KnownPlacesModel = mongoose.model('KnownPlaces', schema);

/** What a person knows, as far as it is on the map. */
export type KnownPlaces = { favourites: PublishedPin[]; visited: PublishedPin[] };

/** What is stored, for whoever wants to see what is kept about them; instants are ISO. */
export type StoredPlaces = {
  favourites: { pin: string; at: string }[];
  visited: { pin: string; at: string }[];
};

/** What became of it. `full`: there are as many as there may be; `gone`: no such pin is on the map. */
export type FavouriteSet = { result: 'set' | 'full' | 'gone' };

/** A pin by its code, whose it is to be, and when. */
type Wish = { person: string; pin: string; at: Date };

/** Keeps a published pin as a favourite, or no longer. Doing it again comes to the same. */
export async function setFavourite({
  person,
  pin,
  at,
  wanted,
}: Wish & { wanted: boolean }): Promise<FavouriteSet> {
  const published = await pinByCode(pin);
  // An office that left the map can still be taken from the list.
  if (!wanted) return dropFavourite({ person, at, pins: [pin, ...(published ? [published.code] : [])] });
  if (!published) return { result: 'gone' };
  await begin(person, at);
  const { code } = published;
  await KnownPlacesModel.updateOne(
    {
      _id: person,
      'favourites.pin': { $ne: code },
      [`favourites.${FAVOURITES_AT_MOST - 1}`]: { $exists: false },
    },
    { $push: { favourites: { pin: code, at } }, $set: { updatedAt: at } },
  );
  return { result: (await isFavourite(person, code)) ? 'set' : 'full' };
}

async function dropFavourite({
  person,
  at,
  pins,
}: {
  person: string;
  at: Date;
  pins: string[];
}): Promise<FavouriteSet> {
  await KnownPlacesModel.updateOne(
    { _id: person },
    { $pull: { favourites: { pin: { $in: pins } } }, $set: { updatedAt: at } },
  );
  return { result: 'set' };
}

/** Notes that somebody looked at a published pin; it stands first now, and only the last ten stay. */
export async function noteVisit({ person, pin, at }: Wish): Promise<boolean> {
  const published = await pinByCode(pin);
  if (!published) return false;
  const visit = { pin: published.code, at };
  const others = {
    $filter: { input: { $ifNull: ['$visited', []] }, cond: { $ne: ['$$this.pin', published.code] } },
  };
  // One write: of two at the same moment neither is lost.
  await KnownPlacesModel.updateOne(
    { _id: person },
    [
      {
        $set: {
          visited: { $slice: [{ $concatArrays: [[visit], others] }, VISITS_AT_MOST] },
          favourites: { $ifNull: ['$favourites', []] },
          updatedAt: at,
        },
      },
    ],
    { upsert: true, updatePipeline: true },
  );
  return true;
}

async function begin(person: string, at: Date): Promise<void> {
  await KnownPlacesModel.updateOne(
    { _id: person },
    { $setOnInsert: { favourites: [], visited: [], updatedAt: at } },
    { upsert: true },
  );
}

/** Favourites as they were chosen, and visits, the latest first; a merged pin is the one it was merged into. */
export async function knownPlaces(person: string): Promise<KnownPlaces> {
  const stored = await KnownPlacesModel.findById(person).lean<Stored>();
  if (!stored) return { favourites: [], visited: [] };
  const [favourites, visited] = await Promise.all([
    published(stored.favourites.map(({ pin }) => pin)),
    published(stored.visited.map(({ pin }) => pin)),
  ]);
  return { favourites, visited };
}

async function published(codes: readonly string[]): Promise<PublishedPin[]> {
  const there = new Map((await pinsByCodes(codes)).map((pin) => [pin.code, pin]));
  // What is not there by its own code may have been merged into another.
  const pins = await Promise.all(codes.map((code) => there.get(code) ?? pinByCode(code)));
  const once = new Map(pins.flatMap((pin) => (pin ? [[pin.code, pin] as const] : [])));
  return [...once.values()];
}

/** Whether a pin (its own code) is among the favourites. */
export async function isFavourite(person: string, pin: string): Promise<boolean> {
  return (await KnownPlacesModel.exists({ _id: person, 'favourites.pin': pin })) !== null;
}

/** All that is stored about the offices a person knows. */
export async function placesStoredOf(person: string): Promise<StoredPlaces> {
  const stored = await KnownPlacesModel.findById(person).lean<Stored>();
  const plain = ({ pin, at }: Stored['visited'][number]) => ({ pin, at: at.toISOString() });
  return { favourites: (stored?.favourites ?? []).map(plain), visited: (stored?.visited ?? []).map(plain) };
}

/** Erases all of it; whether there was anything. */
export async function forgetPlaces(person: string): Promise<boolean> {
  return (await KnownPlacesModel.deleteOne({ _id: person })).deletedCount === 1;
}

/** Erases what nobody has used since an instant; how many people’s that was. */
export async function forgetPlacesUnusedSince(before: Date): Promise<number> {
  return (await KnownPlacesModel.deleteMany({ updatedAt: { $lt: before } })).deletedCount;
}
