/** What conversations about pins that one works on read, answered from the database. */
import type { PinLookUps } from '../../flows/pin-look-ups.ts';
import { proposeAddress } from '../../models/address.ts';
import { draftForWork } from '../../models/pin.ts';
import { readPinCode } from '../../models/pin-code.ts';
import { outsideDistrict, similarPins } from '../../models/pin-doubts.ts';
import { pinsOf } from '../../models/pin-list.ts';
import { mergeable } from '../../models/pin-merge.ts';
import { photosForWork, publicPhotosOf } from '../../models/pin-photos.ts';
import { lastChangeOf } from '../../models/pin-undo.ts';
import { pinForWork } from '../../models/pin-work.ts';
import { openTasks } from '../../models/task.ts';
import type { PhotoKeys } from '../photos/photo-key.ts';
import { scopeLookUps } from './scope-look-ups.ts';

/** Look-ups about pins. */
export function createPinLookUps(now: () => Date, photoKeys: PhotoKeys): PinLookUps {
  return {
    pinForWork: async (typed, person) => {
      const code = readPinCode(typed);
      return code === undefined ? undefined : pinForWork(code, person, now());
    },
    pinsOf,
    draftForWork,
    photosOfPin: publicPhotosOf,
    photosForWork: async (named, person) => {
      const found = await photosForWork(named, person);
      return found?.photos.map((id) => (found.areOpen ? { id } : { id, key: photoKeys.keyOf(id) }));
    },
    addressAt: async (position) => (await proposeAddress(position))?.address,
    outsideDistrict,
    similarPins,
    mergeable,
    openTasks,
    lastChangeOf,
    ...scopeLookUps,
  };
}
