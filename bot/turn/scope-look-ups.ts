/** What coordinators and administrators read of all they look after, with its parts by name. */
import type { Name } from '../../flows/engine/text.ts';
import type { CountedPart, PinLookUps } from '../../flows/pin-look-ups.ts';
import { districtNames, provinceNames } from '../../models/place-names.ts';
import type { CountedArea } from '../../models/scoped-area.ts';
import { pinAreas, scopedPins } from '../../models/scoped-pins.ts';
import { scopedTasks, taskAreas } from '../../models/task.ts';

const BANGKOK = '10';

/** Look-ups over a whole scope. Each cuts what it gives down to the person's own roles. */
export const scopeLookUps: Pick<PinLookUps, 'pinAreas' | 'scopedPins' | 'taskAreas' | 'scopedTasks'> = {
  pinAreas: async (question) => named(await pinAreas(question)),
  scopedPins,
  taskAreas: async (question) => named(await taskAreas(question)),
  scopedTasks,
};

/** Parts with their names; those that stand nowhere have none. */
export async function named(areas: readonly CountedArea[]): Promise<CountedPart[]> {
  const codesOf = (level: string) =>
    areas.flatMap(({ area }) => (area.startsWith(level) && !area.endsWith('-') ? [codeOf(area)] : []));
  const [provinces, districts] = await Promise.all([
    provinceNames(codesOf('province:')),
    districtNames(codesOf('district:')),
  ]);
  return areas.map(({ area, count }) => {
    const code = codeOf(area);
    const province = provinces.get(code);
    const district = districts.get(code)?.district;
    const name =
      (province && provinceInWords(code, province)) ?? (district && districtInWords(code, district));
    // Where the register of places does not know a code, the code stands for it.
    const known = name ?? (area.endsWith('-') ? undefined : { th: `รหัสพื้นที่ ${code}`, en: `Area ${code}` });
    return { area, count, ...(known && { name: known }) };
  });
}

const codeOf = (area: string): string => area.slice(area.indexOf(':') + 1);

function provinceInWords(code: string, { th, en }: { th: string; en: string }): Name {
  return { th: code === BANGKOK ? th : `จ.${th}`, en };
}

function districtInWords(code: string, { th, en }: { th: string; en: string }): Name {
  return { th: code.startsWith(BANGKOK) ? `เขต${th}` : `อ.${th}`, en: `${en} District` };
}
