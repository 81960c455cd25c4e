/**
 * The search for agencies by name, code, and the district or province they stand in, in this process's memory,
 * kept current by asking the database for changes.
 */

import { writeAddress } from './address.ts';
import { agenciesChangedSince } from './agency.ts';
import type { KnownAgency } from './agency-document.ts';
import type { PlaceName } from './place-document.ts';
import { districtNames, provinceNames } from './place-names.ts';
import { type NameSource, PolledNames, type PollingSettings } from './polled-names.ts';
import type { ScopedPlace } from './scope.ts';
import { toArabicDigits } from './thai/digits.ts';

/** An agency that was searched for, with the area that tells it from others of its name; empty when not known. */
export type FoundAgency = KnownAgency & { area: PlaceName };

/** A running search; see `PinSearch` for what the three do. */
export type AgencySearch = {
  search(words: string, page: { skip: number; limit: number }): Promise<FoundAgency[]>;
  refresh(): Promise<void>;
  stop(): Promise<void>;
};

const NOWHERE: PlaceName = { th: '', en: '' };
const SEPARATORS = /[\s.\-‐-–]/gu;
const CODE = /^\d{9}$/;

const agencies: NameSource<FoundAgency> = {
  async changesSince(since, limit) {
    const changed = await agenciesChangedSince(since, limit);
    const areas = await areasOf(changed);
    return changed.map((agency, at) => ({
      id: agency.code,
      changedAt: agency.updatedAt,
      item: { ...agency, area: areas[at] ?? NOWHERE },
    }));
  },
  // The code is one of the names too, so that its first digits find something.
  entryOf: ({ name, area, code }) => ({
    texts: name.en ? [name.th, name.en, code] : [name.th, code],
    area: `${area.th} ${area.en}`,
    code,
  }),
  readCode: readAgencyCode,
};

/** Starts reading at once. Areas are named as far as the register of places knows them by then. */
export function startAgencySearch(settings: PollingSettings): AgencySearch {
  const names = new PolledNames(agencies, settings);
  return {
    async search(words, { skip, limit }) {
      const hits = await names.search(words, skip + limit);
      return hits.slice(skip, skip + limit).map(({ item }) => ({ ...item }));
    },
    refresh: () => names.refresh(),
    stop: () => names.stop(),
  };
}

/** Reads an agency's code as people type it: Thai digits, spaces, hyphens, dots. */
export function readAgencyCode(words: string): string | undefined {
  const code = toArabicDigits(words).replace(SEPARATORS, '');
  return CODE.test(code) ? code : undefined;
}

/** The areas of many agencies, in their order. */
export async function areasOf(agencies: readonly ScopedPlace[]): Promise<PlaceName[]> {
  const districts = await districtNames(agencies.flatMap(({ districtCode }) => districtCode ?? []));
  const provinces = await provinceNames(agencies.flatMap(({ provinceCode }) => provinceCode ?? []));
  return agencies.map(({ districtCode = '', provinceCode = '' }) => {
    const names = districts.get(districtCode);
    const province = names?.province ?? provinces.get(provinceCode);
    if (!province) return NOWHERE;
    return writeAddress({
      ...(names && { district: { code: districtCode, name: names.district } }),
      province: { code: provinceCode || districtCode.slice(0, 2), name: province },
    });
  });
}
