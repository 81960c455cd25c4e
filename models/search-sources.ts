/** What the search reads: published pins, and the titles of procedures. */
import type { KnownAreas } from './known-areas.ts';
import { waysToAsk } from './office-kind-words.ts';
import { readPinCode } from './pin-code.ts';
import type { NameSource } from './polled-names.ts';
import { proceduresChangedSince } from './procedure-changes.ts';
import type { NamedProcedure } from './procedure-document.ts';
import { pinsChangedSince } from './published-pins.ts';
import type { SearchedPin } from './searched-pins.ts';
import { serviceWords } from './service-words.ts';

/** Titles of procedures: there are no codes that people type. */
export const titles: NameSource<NamedProcedure> = {
  changesSince: proceduresChangedSince,
  entryOf: ({ code, title }) => ({
    texts: (title.en ? [title.th, title.en] : [title.th]).map(serviceWords),
    area: '',
    code,
  }),
  readCode: () => undefined,
};

/** Published pins; `areas` learns where they stand. */
export function publishedPins(areas: KnownAreas): NameSource<SearchedPin> {
  return {
    async changesSince(since, limit) {
      const changes = await pinsChangedSince(since, limit);
      for (const { pin } of changes) if (pin) areas.add(pin.area);
      return changes.map(({ id, changedAt, pin, agency }) => ({
        id,
        changedAt,
        ...(pin && { item: { pin, ...(agency && { agency }) } }),
      }));
    },
    entryOf: ({ pin: { name, area, code } }) => ({
      texts: name.en ? [name.th, name.en] : [name.th],
      area: `${area.th} ${area.en ?? ''}`,
      code,
    }),
    readCode: readPinCode,
    waysToAsk,
  };
}
