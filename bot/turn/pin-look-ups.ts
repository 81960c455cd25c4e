/** What conversations about pins that one works on read, answered from the database. */
import type { PinLookUps } from '../../flows/pin-look-ups.ts';
import { proposeAddress } from '../../models/address.ts';
import { draftForWork } from '../../models/pin.ts';
import { readPinCode } from '../../models/pin-code.ts';
import { outsideDistrict, similarPins } from '../../models/pin-doubts.ts';
import { pinsOf } from '../../models/pin-list.ts';
import { mergeable } from '../../models/pin-merge.ts';
import { publicPhotosOf } from '../../models/pin-photos.ts';
import { pinForWork } from '../../models/pin-work.ts';
import { openTasks } from '../../models/task.ts';

/** Look-ups about pins. */
export function createPinLookUps(now: () => Date): PinLookUps {
  return {
    pinForWork: async (typed, person) => {
      const code = readPinCode(typed);
      return code === undefined ? undefined : pinForWork(code, person, now());
    },
    pinsOf,
    draftForWork,
    photosOfPin: publicPhotosOf,
    addressAt: async (position) => (await proposeAddress(position))?.address,
    outsideDistrict,
    similarPins,
    mergeable,
    openTasks,
  };
}
