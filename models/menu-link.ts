/**
 * Which rich menu each person was shown last, and who is to be looked at again because their role or language changed.
 * Whoever has no record sees the default menu. Operations write the wish; the bot carries it out and ends it.
 */
import mongoose from 'mongoose';

/** Name of the collection. */
export const MENU_LINKS = 'menu_links';

/** It is not known what LINE shows: a call is needed in any case. */
const UNKNOWN = 'unknown';
/** Due before everything else. */
const AT_ONCE = new Date(0);

type Stored = {
  _id: string;
  /** Counts the wishes, so that one which comes while an older one is carried out is seen. */
  wish: number;
  /** The key of the menu the person is to see. */
  wanted?: string;
  /** LINE's id of the menu the person was linked to. */
  linked?: string;
  /** When the person is to be looked at; while in hand, when the lease ends; missing when all is done. */
  dueAt?: Date;
  holder?: string;
};

const schema = new mongoose.Schema<Stored>(
  {
    _id: { type: String, required: true },
    wish: { type: Number, required: true },
    wanted: { type: String },
    linked: { type: String },
    dueAt: { type: Date },
    holder: { type: String },
  },
  { collection: MENU_LINKS, versionKey: false },
);
schema.index({ dueAt: 1 }, { sparse: true });
schema.index({ linked: 1 });
const MenuLink = mongoose.model('MenuLink', schema);

/** One more wish; who is in hand stays there, and is due again afterwards. */
const wished = {
  wish: { $add: [{ $ifNull: ['$wish', 0] }, 1] },
  dueAt: { $cond: [{ $gt: ['$holder', null] }, '$dueAt', AT_ONCE] },
};

/** Has the person's menu linked anew, whatever LINE shows them now. One round trip. */
export async function wishMenu(person: string): Promise<void> {
  await MenuLink.updateOne({ _id: person }, [{ $set: { ...wished, linked: UNKNOWN } }], {
    upsert: true,
    updatePipeline: true,
  });
}

/** The stage of an aggregation that has everybody looked at whose id comes in as `_id`. What LINE shows them counts as known. */
export const wishAll = {
  $merge: {
    into: MENU_LINKS,
    on: '_id',
    whenMatched: [{ $set: wished }],
    whenNotMatched: 'insert' as const,
  },
};

/** What a person looked at for the first time starts with. */
export const firstWish = { wish: { $literal: 1 }, dueAt: { $literal: AT_ONCE } };

/** Has everybody looked at whose linked menu is none of these ids. Returns how many. */
export async function wishWhereNotAmong(richMenuIds: readonly string[]): Promise<number> {
  const elsewhere = { linked: { $exists: true, $nin: [...richMenuIds] } };
  const { matchedCount } = await MenuLink.updateMany(elsewhere, [{ $set: wished }], { updatePipeline: true });
  return matchedCount;
}

/** LINE has moved everybody from one menu to another: remembers it, so that nobody is linked again for that. */
export async function movedLinks(from: string, to: string): Promise<void> {
  await MenuLink.updateMany({ linked: from }, { $set: { linked: to } });
}

/** Somebody to be looked at. `linked` is the menu they are known to see; undefined for the default one. */
export type MenuWish = { person: string; wish: number; linked: string | undefined };

/** Takes people who are due in hand, for this holder alone. `holder` must be new for each call. */
export async function claimMenuWishes({
  holder,
  now,
  leaseMilliseconds,
  limit,
}: {
  holder: string;
  now: Date;
  leaseMilliseconds: number;
  limit: number;
}): Promise<MenuWish[]> {
  const due = { dueAt: { $lte: now } };
  const found = await MenuLink.find(due, { _id: 1 })
    .sort({ dueAt: 1 })
    .limit(limit)
    .lean<{ _id: string }[]>();
  if (found.length === 0) return [];
  const ids = found.map(({ _id }) => _id);
  const leaseEnds = new Date(now.getTime() + leaseMilliseconds);
  await MenuLink.updateMany({ _id: { $in: ids }, ...due }, { $set: { holder, dueAt: leaseEnds } });
  const ours = await MenuLink.find({ _id: { $in: ids }, holder }).lean<Stored[]>();
  return ours.map(({ _id: person, wish, linked }) => ({ person, wish, linked }));
}

/** Somebody who was linked: `linked` undefined is the default menu, for which nothing needs to be remembered. */
export type LinkedPerson = MenuWish & { wanted: string };

/**
 * Ends what this holder had in hand: those who were linked are done, unless they were wished anew meanwhile; everybody
 * else is due at `againAt`.
 */
export async function endMenuWishes(
  holder: string,
  done: readonly LinkedPerson[],
  againAt: Date,
): Promise<void> {
  if (done.length > 0)
    await MenuLink.bulkWrite(
      done.map((one) => ending(holder, one)),
      { ordered: false },
    );
  const wishedAnew = { holder, _id: { $in: done.map(({ person }) => person) } };
  await MenuLink.updateMany(wishedAnew, { $set: { dueAt: AT_ONCE }, $unset: { holder: 1 } });
  await MenuLink.updateMany({ holder }, { $set: { dueAt: againAt }, $unset: { holder: 1 } });
}

function ending(holder: string, { person, wish, wanted, linked }: LinkedPerson) {
  const filter = { _id: person, holder, wish };
  if (linked === undefined) return { deleteOne: { filter } };
  return { updateOne: { filter, update: { $set: { wanted, linked }, $unset: { dueAt: 1, holder: 1 } } } };
}

/** How many people are linked to each menu by key, and how many wait to be looked at. */
export async function countMenuLinks(): Promise<{ linked: Map<string, number>; waiting: number }> {
  const rows = await MenuLink.aggregate<{ _id: string; count: number }>([
    { $match: { wanted: { $exists: true } } },
    { $group: { _id: '$wanted', count: { $sum: 1 } } },
    { $sort: { _id: 1 } },
  ]);
  const waiting = await MenuLink.countDocuments({ dueAt: { $exists: true } });
  return { linked: new Map(rows.map(({ _id, count }) => [_id, count])), waiting };
}

/** The key of the menu a person was linked to; undefined for the default one. */
export async function menuOf(person: string): Promise<string | undefined> {
  return (await MenuLink.findById(person).lean<Stored>())?.wanted;
}

/** Forgets what a person was shown. */
export async function forgetMenuLink(person: string): Promise<void> {
  await MenuLink.deleteOne({ _id: person });
}
