// Every writer of a name of an agency or a pin writes its key with it, on the real engine: nothing gives missing ones later.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { putAgencies } from '../../models/agency.ts';
import { AgencyModel } from '../../models/agency-document.ts';
import { pins as pinsOfPeople } from '../../models/personal-data-pins.ts';
import { keepDraft, publishPin } from '../../models/pin.ts';
import { newPinCode } from '../../models/pin-code.ts';
import { PinModel } from '../../models/pin-document.ts';
import type { PinChange } from '../../models/pin-fields.ts';
import { putImportedPins } from '../../models/pin-import.ts';
import { mergePins } from '../../models/pin-merge.ts';
import { undoLast } from '../../models/pin-undo.ts';
import { setFields } from '../../models/pin-work.ts';
import { nameKey } from '../../models/thai/name-key.ts';
import { change, HERE, peopleAndAgencies } from './people-builder.ts';
import { aPin } from './pin-builder.ts';
import { anAgency, connectRegisters, emptyRegisters, minutesAfterNoon, NOON } from './register-builder.ts';
import { seededRandom } from './search-queries.ts';

const WRITING = { by: 'import', at: NOON };
const random = seededRandom(41);
const newCode = () => newPinCode(random);

let disconnect: () => Promise<void>;
beforeAll(async () => {
  disconnect = await connectRegisters();
});
afterAll(() => disconnect());
beforeEach(async () => {
  await emptyRegisters();
  await peopleAndAgencies();
});

const agencyKey = async () => (await AgencyModel.findById(HERE).lean())?.nameKey;
const pinKey = async (id: string) => {
  const stored = await PinModel.findById(id).lean();
  return [stored?.name?.th, stored?.nameKey];
};
const withKey = (name: string) => [name, nameKey(name)];
const publish = async (id: string, nameTh: string) =>
  (await publishPin({ id, owner: 'official', agency: HERE, pin: aPin({ nameTh }), now: NOON, newCode })).code;
const set = (pin: string, fields: PinChange, key: string) =>
  setFields({ pin, by: 'official', at: NOON, key, fields });
const fromFile = (nameTh: string, area = 'อ.ดาว') =>
  putImportedPins(
    [
      {
        sourceId: '1',
        name: { th: nameTh },
        kind: 'school',
        position: [101.1, 14.1],
        area: { th: area },
        address: { th: '9' },
      },
    ],
    WRITING,
    newCode,
  );

test('an agency: when it is added, when its name changes, and when something else does', async () => {
  await putAgencies([anAgency(1, { name: { th: 'เทศบาล 2' } })], WRITING);
  expect(await agencyKey()).toBe(nameKey('เทศบาล 2'));
  await putAgencies([anAgency(1, { name: { th: 'เทศบาล 2' }, kind: 'school' })], WRITING);
  expect(await agencyKey()).toBe(nameKey('เทศบาล 2'));
  await putAgencies([anAgency(1, { name: { th: 'เทศบาล 10' } })], WRITING);
  expect(await agencyKey()).toBe(nameKey('เทศบาล 10'));
});

test('agencies that are new', async () => {
  const keys = (await AgencyModel.find({}).sort({ _id: 1 }).lean()).map((one) => one.nameKey);
  expect(keys).toEqual([1, 2, 3].map((n) => nameKey(`สำนักงานตัวอย่าง ${n}`)));
});

test('a pin that is published, with a draft or without', async () => {
  await publish('a', 'ข 2');
  await keepDraft({ id: 'b', owner: 'official', agency: HERE, fields: {}, step: 's', now: NOON });
  await publish('b', 'ข 10');
  expect([await pinKey('a'), await pinKey('b')]).toEqual([withKey('ข 2'), withKey('ข 10')]);
});

test('a pin that is renamed, and whose name is taken back', async () => {
  const pin = await publish('a', 'แรก');
  await set(pin, { nameTh: 'สอง', website: 'https://w.go.th/' }, 'k');
  expect(await pinKey('a')).toEqual(withKey('สอง'));
  await undoLast({ pin, by: 'official', at: minutesAfterNoon(1), key: 'u' });
  expect(await pinKey('a')).toEqual(withKey('แรก'));
});

test('pins that are merged keep their own', async () => {
  const [keep, away] = [await publish('a', 'อยู่'), await publish('b', 'ไป')];
  await set(away, { nameEn: 'Away' }, 'en');
  await mergePins({ keep, away, ...change('coordinator', 'm') });
  expect(await PinModel.findById('a').lean()).toMatchObject({ name: { th: 'อยู่', en: 'Away' } });
  expect([await pinKey('a'), await pinKey('b')]).toEqual([withKey('อยู่'), withKey('ไป')]);
});

test('a pin of a file: new, renamed by people, changed by the file without and with its name', async () => {
  await fromFile('รร.ดาว');
  expect(await pinKey('import:1')).toEqual(withKey('รร.ดาว'));
  const pin = (await PinModel.findById('import:1').lean())?.code ?? '';
  await PinModel.updateOne({ code: pin }, { $set: { agency: HERE } });
  await set(pin, { nameTh: 'รร.เดือน' }, 'k');
  expect(await pinKey('import:1')).toEqual(withKey('รร.เดือน'));
  await fromFile('รร.ดาว', 'อ.เดือน');
  expect(await pinKey('import:1')).toEqual(withKey('รร.เดือน'));
  await fromFile('รร.ตะวัน', 'อ.เดือน');
  expect(await pinKey('import:1')).toEqual(withKey('รร.ตะวัน'));
});

test('a pin whose name held the name of somebody who is erased', async () => {
  await publish('a', 'ร้านมะลิ');
  const replace = (text: string) => text.replaceAll('มะลิ', '…');
  const erasure = { person: 'official', id: 'e', pseudonym: 'erased:1', replace, now: NOON };
  await pinsOfPeople.erase(erasure);
  expect(await pinKey('a')).toEqual(withKey('ร้าน…'));
});
