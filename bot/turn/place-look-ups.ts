/** What conversations that look for offices read, answered from the search and the database. */
import type { PlaceLookUps } from '../../flows/places/place-look-ups.ts';
import { holidaysAround } from '../../models/holiday.ts';
import { isFavourite, knownPlaces } from '../../models/known-place.ts';
import type { PinSearch } from '../../models/pin-search.ts';

/** Look-ups about finding offices, favourites and visits. `basicId` is the account's, such as `@pakmud`. */
export function createPlaceLookUps(search: PinSearch, basicId?: string): PlaceLookUps {
  return {
    known: knownPlaces,
    isFavourite,
    readings: search.readings,
    ofKind: search.ofKind,
    offering: search.offering,
    inArea: search.inArea,
    areaNamed: search.areaNamed,
    holidays: holidaysAround,
    chatLink: (words) => (basicId === undefined ? undefined : chatLink(basicId, words)),
  };
}

/** Opens our chat with these words filled in. Source: LINE Developers, LINE URL scheme, `oaMessage`. */
export function chatLink(basicId: string, words: string): string {
  return `https://line.me/R/oaMessage/${encodeURIComponent(basicId)}/?${encodeURIComponent(words)}`;
}
