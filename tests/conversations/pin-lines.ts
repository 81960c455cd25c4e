/** The lines of a transcript that say which pins there are, whose they are and when they were checked. */
import { giveRole, officialsOf, takeRole } from '../../models/person.ts';
import { publishPin } from '../../models/pin.ts';
import { type NewPin, PinModel } from '../../models/pin-document.ts';
import { markChecked, retirePin } from '../../models/pin-work.ts';
import type { ReadSetUp, SetPin, Setting, SetUp } from './setting.ts';

const PINNED = /^"([^"]+)" ([a-z-]+) (-?[\d.]+),(-?[\d.]+) "([^"]*)"(?: "([^"]+)")?$/;
const KEPT_BY = /^(\S+) "([^"]+)"$/;
const MANY = /^(\d+) "([^"]+)" (\S+)$/;
const CHECKED = /^"([^"]+)" (\S+)$/;
const RETIRED = /^"([^"]+)"$/;
/** Whose pins are that nobody keeps. */
const NOBODY = 'nobody';

/** Their readers by keyword; `HOW-TO-READ.md` shows each. */
export const pinLines = {
  checked: readChecked,
  'kept-by': readKeptBy,
  many: readMany,
  pinned: readPinned,
  retired: readRetired,
} satisfies Record<string, ReadSetUp>;

/** Degrees as maps show them: latitude first. */
function readPinned(rest: string): SetUp | undefined {
  const [, nameTh, kind, latitude, longitude, area, nameEn] = PINNED.exec(rest) ?? [];
  if (!nameTh || !kind) return undefined;
  const pin: NewPin = {
    nameTh,
    kind,
    position: [Number(longitude), Number(latitude)],
    spot: 'entrance',
    ...(area && { area: { th: area } }),
    ...(nameEn && { nameEn }),
  };
  return (setting) => putOnMap(pin, NOBODY, setting);
}

function readMany(rest: string): SetUp | undefined {
  const [, count, name, by] = MANY.exec(rest) ?? [];
  if (!by) return undefined;
  return async (setting) => {
    for (let number = 1; number <= Number(count); number += 1) {
      const pin: NewPin = {
        nameTh: `${name} ${number}`,
        kind: 'school',
        position: [101.2 + number / 1000, 12.6],
        spot: 'entrance',
      };
      await putOnMap(pin, NOBODY, setting);
      await keep(pin.nameTh, by, setting);
    }
  };
}

async function putOnMap(pin: NewPin, owner: string, { now, newKey, newCode, pins }: Setting): Promise<void> {
  const id = newKey();
  const { code } = await publishPin({ id, owner, pin, now, newCode });
  pins.set(pin.nameTh, { id, code, owner });
}

/** By a person of the transcript, or by an agency's code. */
function readKeptBy(rest: string): SetUp | undefined {
  const [, by, name] = KEPT_BY.exec(rest) ?? [];
  if (!by || !name) return undefined;
  return (setting) => keep(name, by, setting);
}

async function keep(name: string, by: string, { idOf, pins }: Setting): Promise<void> {
  const pin = named(name, pins);
  const keeper = /^\d+$/.test(by) ? { owner: NOBODY, agency: by } : { owner: idOf(by) };
  pins.set(name, { id: pin.id, code: pin.code, ...keeper });
  // Written directly: no operation hands a published pin over to somebody else.
  await PinModel.updateOne({ _id: pin.id }, { $set: keeper });
}

function readChecked(rest: string): SetUp | undefined {
  const [, name, day = ''] = CHECKED.exec(rest) ?? [];
  const at = new Date(day);
  if (!name || Number.isNaN(at.getTime())) return undefined;
  return (setting) => byKeeper(name, setting, (work) => markChecked({ ...work, at }));
}

function readRetired(rest: string): SetUp | undefined {
  const [, name] = RETIRED.exec(rest) ?? [];
  if (!name) return undefined;
  return (setting) => byKeeper(name, setting, (work) => retirePin({ ...work, reason: 'closed' }));
}

type Work = Parameters<typeof markChecked>[0];

/** Does what only those may do whose pin it is. */
async function byKeeper(
  name: string,
  setting: Setting,
  act: (work: Work) => Promise<{ result: string }>,
): Promise<void> {
  const { code, owner, agency } = named(name, setting.pins);
  const { now: at, newKey } = setting;
  const actBy = (by: string) => act({ pin: code, by, at, key: newKey() });
  const { result } = await (agency === undefined ? actBy(owner) : byOfficial(agency, setting, actBy));
  if (result !== 'changed') throw new Error(`that changes nothing about "${name}"`);
}

/** By an official of the transcript, or else by one whom it does not name. */
async function byOfficial<Result>(
  agency: string,
  { now: at, newKey }: Setting,
  act: (official: string) => Promise<Result>,
): Promise<Result> {
  const [official] = await officialsOf(agency);
  if (official) return act(official.id);
  const role = { role: 'official', agency } as const;
  await giveRole(NOBODY, role, { by: 'manage', at, key: newKey() });
  const result = await act(NOBODY);
  await takeRole(NOBODY, role, { by: 'manage', at, key: newKey() });
  return result;
}

function named(name: string, pins: Setting['pins']): SetPin {
  const pin = pins.get(name);
  if (!pin) throw new Error(`no pin is called "${name}"`);
  return pin;
}
