/** What a search found, as cards: one page, and the buttons that go on from it. */
import type { At, Closing } from './engine/flow.ts';
import { type Card, type Option, open, pageOf, type Row } from './engine/message.ts';
import type { Name, Words } from './engine/text.ts';
import { text } from './find-office-texts.ts';
import type { FoundPin } from './found-pin.ts';
import { kindGroupName } from './kind-groups.ts';
import { areaOf, distanceRow } from './office-card.ts';
import { officeKindName } from './office-kinds.ts';
import { encodeSearch, type Search } from './office-search.ts';
import { encodeServices } from './procedures/service-opening.ts';
import { wayThere } from './ratings/way-there.ts';

/** Cards on one page: few enough to read on a small screen. */
const PAGE = 5;

type Here = Pick<At<unknown>, 'find' | 'person' | 'consent' | 'now'>;
type Of<By extends Search['by']> = Extract<Search, { by: By }>;

export const sendLocation: Option = { label: text('sendLocation'), do: { act: 'location' } };

/** Words instead of results. */
export function nothing(words: Words): Closing {
  return { messages: [{ kind: 'say', text: words }], quick: [sendLocation] };
}

/** One page of what was searched for. */
export async function resultsOf(asked: Search | undefined, here: Here): Promise<Closing> {
  switch (asked?.by) {
    case 'place':
      return nearResults(asked, here);
    case 'name':
      return namedResults(asked, here);
    case 'area':
      return areaResults(asked, here);
    case 'kind':
      return kindResults(asked, here);
    case 'service':
      return serviceResults(asked, here);
    default:
      return nothing(text('ask'));
  }
}

async function nearResults(asked: Of<'place'>, here: Here): Promise<Closing> {
  const found = await here.find.pinsNear(asked.position, { skip: asked.skip, limit: PAGE + 1 });
  if (found.length === 0) return nothing(text(asked.skip > 0 ? 'noMore' : 'noneNear'));
  return results(text('near'), asked, found, (pin) => card(pin, here));
}

async function namedResults(asked: Of<'name'>, here: Here): Promise<Closing> {
  const found = await here.find.pinsNamed(asked.words, { skip: asked.skip, limit: PAGE + 1 });
  if (found.length === 0)
    return nothing(asked.skip > 0 ? text('noMore') : text('noneNamed', { query: asked.words }));
  return results(text('named', { query: asked.words }), asked, found, (pin) => card(pin, here));
}

/** Where nothing stands yet, the nearest offices are shown, and it is said. */
async function areaResults(asked: Of<'area'>, here: Here): Promise<Closing> {
  const page = { skip: asked.skip, limit: PAGE + 1 };
  const { offices, area, isNear } = await here.find.places.inArea(asked.area, page);
  if (offices.length === 0) return nothing(asked.skip > 0 ? text('noMore') : text('noneInArea', { area }));
  return results(text(isNear ? 'nearArea' : 'allInArea', { area }), asked, offices, (pin) => card(pin, here));
}

async function kindResults(asked: Of<'kind'>, here: Here): Promise<Closing> {
  if (!asked.where) return nothing(text('ask'));
  const page = { skip: asked.skip, limit: PAGE + 1 };
  const { offices, area } = await here.find.places.ofKind(asked.kind, asked.where, page);
  if (offices.length === 0) return asked.skip > 0 ? nothing(text('noMore')) : noneOfKind(area);
  const kind = kindGroupName(asked.kind);
  const heading = area ? text('kindIn', { kind, area }) : text('kindNear', { kind });
  return results(heading, asked, offices, (pin) => card(pin, here));
}

/** Of a district, what else is there; anywhere, another place. */
function noneOfKind(area: Name | undefined): Closing {
  const none = nothing(text('noneThere'));
  if (!area) return none;
  const others = open(
    text('asArea', { area }),
    'find-office',
    encodeSearch({ by: 'area', area: area.th, skip: 0 }),
  );
  return { ...none, quick: [others, ...(none.quick ?? [])] };
}

async function serviceResults(asked: Of<'service'>, here: Here): Promise<Closing> {
  if (!asked.where) return nothing(text('ask'));
  const page = { skip: asked.skip, limit: PAGE + 1 };
  const found = await here.find.places.offering(asked.procedure, asked.where, page);
  if (!found) return nothing(text('noService'));
  const service = found.service.title;
  if (found.offices.length === 0)
    return nothing(asked.skip > 0 ? text('noMore') : text('notDoneThere', { service }));
  const heading = found.area
    ? text('serviceIn', { service, area: found.area })
    : text('serviceNear', { service });
  return results(heading, asked, found.offices, (pin) => {
    const { rows = [], options, ...rest } = card(pin, here);
    const offered: Row = { label: text('thisService'), value: text(pin.isSure ? 'isOffered' : 'isUsual') };
    const steps = open(
      text('steps'),
      'services',
      encodeServices({ pin: pin.code, procedure: asked.procedure }),
    );
    return { ...rest, rows: [...rows, offered], options: pin.isSure ? [steps, ...options] : options };
  });
}

function results<Office extends FoundPin>(
  heading: Words,
  asked: Of<'place' | 'name' | 'area' | 'kind' | 'service'>,
  found: Office[],
  cardOf: (office: Office) => Card,
): Closing {
  const { items, more } = pageOf(found, 0, PAGE);
  const next = more
    ? [open(text('more'), 'find-office', encodeSearch({ ...asked, skip: asked.skip + PAGE }))]
    : [];
  return {
    messages: [{ kind: 'cards', text: heading, cards: items.map(cardOf) }],
    quick: [...next, nearHere(asked)],
  };
}

/** In an area, the same may be looked for nearby; else a location is a new search. */
function nearHere(asked: Search): Option {
  if (asked.by !== 'kind' && asked.by !== 'service') return sendLocation;
  if (!asked.where || 'position' in asked.where) return sendLocation;
  const { where: _where, ...anywhere } = asked;
  return open(text('nearMe'), 'find-office', encodeSearch({ ...anywhere, skip: 0 }));
}

function card(pin: FoundPin, here: Here): Card {
  const { code, metres } = pin;
  const office: Search = { by: 'code', code, ...(metres !== undefined && { metres: Math.round(metres) }) };
  return {
    title: pin.name,
    subtitle: areaOf(pin),
    rows: [{ label: text('kind'), value: officeKindName(pin.kind) }, ...distanceRow(pin)],
    options: [
      wayThere(pin, here, text('wayThere')),
      open(text('details'), 'find-office', encodeSearch(office)),
    ],
  };
}
