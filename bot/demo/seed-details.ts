// Gives some offices of the demonstration all that a card can show, by the same operations as everybody's.

import { parseOpeningHours } from '../../flows/answers/opening-hours.ts';
import { parsePhones } from '../../flows/answers/phone.ts';
import { recordedKeys } from '../../models/audit.ts';
import { addPhoto } from '../../models/pin-photos.ts';
import { markChecked, setFields } from '../../models/pin-work.ts';
import { codeOf } from '../../models/published-pins.ts';
import { rateOffice } from '../../models/rating.ts';
import { satisfactionOf } from '../../models/rating-counts.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';
import { encodePhoto } from '../photos/encode.ts';
import { DEMO_DETAILS, type DemoDetails } from './office-details.ts';
import { drawOffice } from './office-picture.ts';
import { DEMO_OFFICES, type DemoOffice } from './offices.ts';
import { DEMO_OFFICIAL } from './personas.ts';

const DAY = 86_400_000;
/** Before the first day on which one was checked, so that all of it came afterwards. */
const ON_THE_MAP_SINCE = 60 * DAY;

/** When an office of the demonstration came on the map. */
export function publishedAt(id: string, now: Date): Date {
  return DEMO_DETAILS[id] ? new Date(now.getTime() - ON_THE_MAP_SINCE) : now;
}

/** Each once: what people have changed since stays. `random` makes the key under which raters are marked. */
export async function seedDetails(now: Date, newSecret: () => string): Promise<void> {
  for (const office of DEMO_OFFICES) {
    const details = DEMO_DETAILS[office.id];
    const pin = details && (await codeOf(office.id));
    if (!pin) continue;
    await tell(office, pin, details, now);
    await rate(pin, details.stars ?? [], now, newSecret);
  }
}

async function tell({ id, name }: DemoOffice, pin: string, details: DemoDetails, now: Date): Promise<void> {
  const { hours, phones, website, checked, hasPicture } = details;
  const work = { pin, by: DEMO_OFFICIAL.userId, at: new Date(now.getTime() - checked * DAY) };
  const fields = { hours: read(parseOpeningHours(hours)), phones: read(parsePhones(phones)) };
  await setFields({ ...work, fields: { ...fields, ...(website && { website }) }, key: `demo:details:${id}` });
  await markChecked({ ...work, key: `demo:checked:${id}` });
  const key = `demo:photo:${id}`;
  if (!hasPicture || (await recordedKeys([key])).has(key)) return;
  const encoded = await encodePhoto(await drawOffice(name.th));
  const photo = id.replaceAll('-', '');
  if ('refused' in encoded) throw new Error(`the drawing of ${id} is ${encoded.refused}`);
  await addPhoto({ ...work, key }, { id: photo, messageId: photo, ...encoded });
}

function read<Value>(parsed: { ok: true; value: Value } | { ok: false }): Value {
  if (!parsed.ok) throw new Error('the details of the demonstration cannot be read');
  return parsed.value;
}

/** One a day by different people, unless somebody has rated the office already. */
async function rate(pin: string, stars: readonly number[], now: Date, newSecret: () => string) {
  const { n, leftOut } = (await satisfactionOf([pin])).get(pin) ?? { n: 0, leftOut: 0 };
  if (n + leftOut > 0) return;
  for (const [index, given] of stars.entries()) {
    const at = new Date(now.getTime() - (index + 1) * DAY);
    const by = `demo-visitor-${index + 1}`;
    const key = `demo:rating:${pin}:${index}`;
    await rateOffice({ pin, by, day: bangkokDate(at), at, key, stars: given }, newSecret);
  }
}
