/**
 * The districts and provinces in which published pins stand, by everything people may call them: with and without
 * อำเภอ and จังหวัด, together and alone, in English.
 */
import { searchForm } from './name-grams.ts';
import type { PinName } from './pin-document.ts';

/**
 * What words mean: `name` as it is shown ("อ.ปักธงชัย", whose search form finds it again), and the areas of pins that
 * belong to it, in Thai as the pins have them.
 */
export type KnownArea = { name: PinName; areas: Set<string> };

const DISTRICT = /(อ\.|อำเภอ|เขต)(\S+)/;
const PROVINCE = /(?:จ\.|จังหวัด)(\S+)|(กรุงเทพมหานคร)/;

/** Areas as pins have them ("อ.ปักธงชัย จ.นครราชสีมา"), findable by their names. */
export class KnownAreas {
  readonly #byForm = new Map<string, KnownArea>();
  readonly #seen = new Set<string>();

  /** Remembers the area of a pin. Areas stay when their last pin goes: then nothing stands there. */
  add({ th, en = '' }: PinName): void {
    const key = `${th}|${en}`;
    if (!th || this.#seen.has(key)) return;
    this.#seen.add(key);
    const { province, provinceForms, district, districtForms } = namesIn(th, en);
    if (province) this.#remember(th, province, provinceForms);
    if (district) {
      const together = districtForms.flatMap((one) => provinceForms.map((other) => one + other));
      this.#remember(th, district, [...districtForms, ...together]);
    }
  }

  /** What a search form names: one district, several of one name, or a province. */
  named(form: string): KnownArea | undefined {
    return form === '' ? undefined : this.#byForm.get(form);
  }

  #remember(area: string, name: PinName, written: readonly string[]): void {
    for (const form of new Set(written.map(searchForm))) {
      const known = this.#byForm.get(form) ?? { name, areas: new Set() };
      // The first reading may have had no English name.
      if (known.name.th === name.th && name.en) known.name = name;
      known.areas.add(area);
      this.#byForm.set(form, known);
    }
  }
}

function namesIn(th: string, en: string) {
  const [, mark = '', district] = DISTRICT.exec(th) ?? [];
  const [, named, bangkok] = PROVINCE.exec(th) ?? [];
  const inEnglish = en.split(',').map((part) => part.trim());
  const provinceEn = inEnglish.at(-1);
  const districtEn = inEnglish.length > 1 ? inEnglish[0] : undefined;
  const province = named ?? bangkok;
  return {
    province: province && withEnglish(named ? `จ.${named}` : province, provinceEn),
    provinceForms: [
      ...(province ? [province, `จังหวัด${province}`, ...(bangkok ? ['กรุงเทพ'] : [])] : []),
      ...(provinceEn ? [provinceEn, `${provinceEn} province`] : []),
    ],
    district: district && withEnglish((mark === 'เขต' ? mark : 'อ.') + district, districtEn),
    districtForms: [
      ...(district ? [district, `อำเภอ${district}`, `เขต${district}`] : []),
      ...(districtEn ? [districtEn, `${districtEn} district`, `amphoe ${districtEn}`] : []),
    ],
  };
}

function withEnglish(th: string, en: string | undefined): PinName {
  return en ? { th, en } : { th };
}
