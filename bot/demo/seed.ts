// Fills an empty collection with the offices of the demonstration.

import { pinIdsAmong, publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { DEMO_OFFICES, type DemoOffice } from './offices.ts';
import { DEMO_OFFICIAL } from './personas.ts';

/**
 * Publishes those offices of the demonstration that are not there yet, and says how many. Doing it again changes
 * nothing, also after it was broken off. In a new database the codes are always the same ones.
 */
export async function seedDemo(now: Date): Promise<number> {
  const there = await pinIdsAmong(DEMO_OFFICES.map(({ id }) => id));
  const missing = DEMO_OFFICES.filter(({ id }) => !there.has(id));
  for (const office of missing) await publishOffice(office, now);
  return missing.length;
}

async function publishOffice({ id, name, ...place }: DemoOffice, now: Date): Promise<void> {
  const random = repeatableRandom(id);
  const pin = { ...place, nameTh: name.th, nameEn: name.en };
  await publishPin({ id, owner: DEMO_OFFICIAL.userId, pin, now, newCode: () => newPinCode(random) });
}

/** Numbers from 0 up to 1 that depend on the words alone (a linear congruential generator, Numerical Recipes). */
function repeatableRandom(words: string): () => number {
  const next = (state: number) => (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  let state = [...words].reduce((mixed, letter) => next(mixed ^ (letter.codePointAt(0) ?? 0)), 1);
  return () => {
    state = next(state);
    return state / 2 ** 32;
  };
}
