/**
 * Links that give somebody all their data once, within ten minutes. The token is stored nowhere, only its hash: it is
 * made from the turn's key with a secret (as invitation codes are) and put into the message when it is delivered.
 */
import { createHash, createHmac } from 'node:crypto';
import mongoose, { type InferSchemaType } from 'mongoose';

/** Milliseconds. */
const VALID = 10 * 60_000;
/** What a token looks like: 256 bits in base64url. */
const TOKEN = /^[\w-]{43}$/;

const schema = new mongoose.Schema(
  {
    /** The hash of the token. */
    _id: { type: String, required: true },
    person: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date },
  },
  { collection: 'data_links', versionKey: false },
);
schema.index({ person: 1 });
schema.index({ expiresAt: 1 });

type Stored = InferSchemaType<typeof schema>;
const DataLinkModel = mongoose.model('DataLink', schema);

/** What became of using a link. */
export type UsedLink = { result: 'given'; person: string } | { result: 'gone' };

/** The token that belongs to a key: the same for a repeated turn, and unguessable without the secret. */
export function dataTokenFor(key: string, secret: string): string {
  return createHmac('sha256', secret).update(`my-data:${key}`).digest('base64url');
}

/** Makes a person's link; earlier ones of theirs end. The same token again changes nothing. Gives when it ends. */
export async function makeDataLink({
  token,
  person,
  now,
}: {
  token: string;
  person: string;
  now: Date;
}): Promise<Date> {
  const id = hashOf(token);
  const fresh = { person, expiresAt: new Date(now.getTime() + VALID) };
  await DataLinkModel.deleteMany({ person, _id: { $ne: id } });
  await DataLinkModel.updateOne({ _id: id }, { $setOnInsert: fresh }, { upsert: true });
  const stored = await DataLinkModel.findById(id).lean<Stored>();
  return stored?.expiresAt ?? fresh.expiresAt;
}

/** Uses a link: of many at the same moment one gets it. Wrong, expired and used ones cannot be told apart. */
export async function useDataLink(token: string, now: Date): Promise<UsedLink> {
  if (!TOKEN.test(token)) return { result: 'gone' };
  const used = await DataLinkModel.findOneAndUpdate(
    { _id: hashOf(token), usedAt: null, expiresAt: { $gt: now } },
    { $set: { usedAt: now } },
  ).lean<Stored>();
  return used ? { result: 'given', person: used.person } : { result: 'gone' };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
