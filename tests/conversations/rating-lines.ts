/** The lines of a transcript that say how an office was rated, who went there, and which pins were merged. */
import { noteWay } from '../../bot/web/note-way.ts';
import { giveRole } from '../../models/person.ts';
import { mergePins } from '../../models/pin-merge.ts';
import { rateOffice } from '../../models/rating.ts';
import { addToRating } from '../../models/rating-words.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';
import type { ReadSetUp, SetPin, Setting, SetUp } from './setting.ts';

const COMMENTED = /^"([^"]+)" ([1-5]) "([^"]+)"$/;
const ASKED_WAY = /^([\w-]+) "([^"]+)"$/;
const MERGED = /^"([^"]+)" "([^"]+)"$/;
const DAY = 86_400_000;

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const ratingLines = {
  'asked-way': readAskedWay,
  commented: readCommented,
  merged: readMerged,
} satisfies Record<string, ReadSetUp>;

/** By another person each time, the day before. */
function readCommented(rest: string): SetUp | undefined {
  const [, name, stars, comment] = COMMENTED.exec(rest) ?? [];
  if (!name || !comment) return undefined;
  return async (setting) => {
    const { code: pin } = named(name, setting);
    const { now, newKey } = setting;
    const at = new Date(now.getTime() - DAY);
    const of = { pin, by: newKey(), day: bangkokDate(at) };
    await rateOffice({ ...of, stars: Number(stars), at, key: newKey() }, newKey);
    await addToRating(of, { comment });
  };
}

/** What tapping the button that leads there does beside opening the map. */
function readAskedWay(rest: string): SetUp | undefined {
  const [, person, name] = ASKED_WAY.exec(rest) ?? [];
  if (!person || !name) return undefined;
  return (setting) =>
    noteWay({ person: setting.idOf(person), pin: named(name, setting).code, at: setting.now });
}

/** The first one goes and leads to the second one. */
function readMerged(rest: string): SetUp | undefined {
  const [, away, keep] = MERGED.exec(rest) ?? [];
  if (!away || !keep) return undefined;
  return async (setting) => {
    const { now: at, newKey } = setting;
    const by = newKey();
    await giveRole(by, { role: 'administrator' }, { by: 'manage', at, key: newKey() });
    const pins = { away: named(away, setting).code, keep: named(keep, setting).code };
    const { result } = await mergePins({ ...pins, by, at, key: newKey() });
    if (result !== 'merged') throw new Error(`"${away}" was not merged: ${result}`);
  };
}

function named(name: string, { pins }: Setting): SetPin {
  const pin = pins.get(name);
  if (!pin) throw new Error(`no pin is called "${name}"`);
  return pin;
}
