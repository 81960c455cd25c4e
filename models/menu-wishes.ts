/** Everybody who may need a menu other than the default one, to be looked at: what a crash or a failure left behind is found. */
import mongoose from 'mongoose';
import { CONVERSATIONS } from './conversation.ts';
import { firstWish, MENU_LINKS, wishAll } from './menu-link.ts';
import { PEOPLE } from './person.ts';

/** Has all of them looked at: who has a role, who does not read Thai, and who was linked before. Returns how many wait now. */
export async function wishAllMenus(): Promise<number> {
  const { db } = mongoose.connection;
  if (!db) throw new mongoose.mongo.MongoNotConnectedError('the models are not connected');
  const wish = [{ $project: firstWish }, wishAll];
  const others = { 'state.language': { $exists: true, $ne: 'th' } };
  await db
    .collection(PEOPLE)
    .aggregate([{ $match: { 'roles.0': { $exists: true } } }, ...wish])
    .toArray();
  await db
    .collection(CONVERSATIONS)
    .aggregate([{ $match: others }, ...wish])
    .toArray();
  await db
    .collection(MENU_LINKS)
    .aggregate([{ $match: { dueAt: { $exists: false } } }, ...wish])
    .toArray();
  return db.collection(MENU_LINKS).countDocuments({ dueAt: { $exists: true } });
}
