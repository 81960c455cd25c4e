/** Look-ups about pins one works on where there are none. */
import type { PinLookUps } from '../../flows/pin-look-ups.ts';

export const noPins: PinLookUps = {
  pinForWork: async () => undefined,
  pinsOf: async () => ({ pins: [], all: 0 }),
  draftForWork: async () => undefined,
  photosOfPin: async () => [],
  photosForWork: async () => undefined,
  addressAt: async () => undefined,
  outsideDistrict: async () => undefined,
  mergeable: async () => [],
  similarPins: async () => [],
  lastChangeOf: async () => undefined,
  pinAreas: async () => [],
  scopedPins: async () => ({ pins: [], all: 0 }),
  taskAreas: async () => [],
  scopedTasks: async () => ({ tasks: [], all: 0 }),
  openTasks: async () => ({ tasks: [], all: 0 }),
};
