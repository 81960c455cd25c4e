// Pins for tests: what a test does not care about is filled in.

import mongoose from 'mongoose';
import { publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { type NewPin, PinModel } from '../../models/pin-document.ts';
import * as pinWork from '../../models/pin-work.ts';
import { openTestDatabase } from '../builders/test-database.ts';
import { seededRandom } from './search-queries.ts';

export const OWNER = 'U00000000000000000000000000000001';
export const STRANGER = 'U00000000000000000000000000000002';
export const NOON = new Date('2018-05-08T05:00:00Z');

const random = seededRandom(2018);

export const aPin = (change: Partial<NewPin> = {}): NewPin => ({
  position: [101.266, 12.672],
  spot: 'entrance',
  nameTh: 'อบต.เขาใหม่',
  kind: 'subdistrict-office',
  ...change,
});

/** Publishes a pin and gives its code. */
export async function publish(id: string, change: Partial<NewPin> = {}, now = NOON): Promise<string> {
  const newCode = () => newPinCode(random);
  return (await publishPin({ id, owner: OWNER, pin: aPin(change), now, newCode })).code;
}

/** Takes a pin off the map as its maker would; anybody else is refused. */
export async function retirePin({ id, owner, now }: { id: string; owner: string; now: Date }): Promise<void> {
  const pin = (await PinModel.findById(id).lean())?.code ?? '';
  await pinWork.retirePin({ pin, by: owner, at: now, key: `retire ${id}`, reason: 'closed' });
}

/** Connects mongoose to an empty database with all indexes; the function that comes back ends it. */
export async function connectEmptyDatabase(): Promise<() => Promise<void>> {
  const database = await openTestDatabase();
  await mongoose.connect(database.uri, { autoIndex: false });
  await PinModel.createIndexes();
  return async () => {
    await mongoose.disconnect();
    await database.close();
  };
}
