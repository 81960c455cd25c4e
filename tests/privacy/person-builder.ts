/** Somebody who has done everything that can be done, by the operations of the models where these are at hand. */
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { recordChanges } from '../../models/audit.ts';
import { saySomething } from '../../models/complaint.ts';
import { keepComplaintDraft } from '../../models/complaint-draft.ts';
import { sendComplaint } from '../../models/complaint-send.ts';
import { storeTurn } from '../../models/conversation.ts';
import { keepEvents } from '../../models/inbox.ts';
import { inviteFromCommandLine, redeemInvitation } from '../../models/invitation.ts';
import { noteVisit, setFavourite } from '../../models/known-place.ts';
import { reportMissingAgency } from '../../models/missing-agency.ts';
import { makeDataLink } from '../../models/my-data-link.ts';
import { putNote } from '../../models/note.ts';
import { putInOutbox } from '../../models/outbox.ts';
import { giveRole, saveProfile } from '../../models/person.ts';
import { storePhoto } from '../../models/photo.ts';
import { keepDraft, publishPin } from '../../models/pin.ts';
import { rateOffice } from '../../models/rating.ts';
import { noteAsked } from '../../models/rating-question.ts';
import { addToRating } from '../../models/rating-words.ts';
import { requestRegistration } from '../../models/registration.ts';
import { planReminders } from '../../models/reminder-claim.ts';
import { keepReminderSettings } from '../../models/reminder-settings.ts';
import { reportPin } from '../../models/task.ts';
import { bangkokDate } from '../../models/thai/calendar.ts';
import { noteWayAsked } from '../../models/way-asked.ts';
import { newCode as newCaseCode, publishOffice } from '../models/complaint-builder.ts';
import { HERE, NEXT } from '../models/people-builder.ts';
import { aPin } from '../models/pin-builder.ts';
import { NOON } from '../models/register-builder.ts';
import { aPhoto } from '../photos/photo-builder.ts';

export const SOMSRI = 'U5051a1150000000000000000000000aa';
export const PROFILE = {
  firstName: 'สมศรีทดสอบ',
  lastName: 'ใจงามยิ่ง',
  email: 'somsri@example.org',
  phone: '086-123-9876',
};
/** Any of these in a document means that it is about the person. */
export const TRACES = [
  SOMSRI,
  PROFILE.email,
  PROFILE.phone,
  '0861239876',
  PROFILE.firstName,
  PROFILE.lastName,
];

type Loose = { _id: string } & Record<string, unknown>;

/** A collection with documents of any shape. */
export const raw = (name: string) => mongoose.connection.collection<Loose>(name);

/** What people who work for agencies leave behind, as it is stored. */
const deed = { by: SOMSRI, at: NOON, key: 'k' };

/** Puts it all there; `complaintWorld` must be. `pin` is the code of an office. */
export async function doEverything(pin: string): Promise<void> {
  await asCitizen(pin);
  await asOfficial();
  await inChat();
  await inRecords();
}

async function asCitizen(pin: string): Promise<void> {
  await setFavourite({ person: SOMSRI, pin, at: NOON, wanted: true });
  await noteVisit({ person: SOMSRI, pin, at: NOON });
  await noteWayAsked({ person: SOMSRI, pin, at: NOON });
  await noteAsked(SOMSRI, pin, NOON);
  const rating = { pin, by: SOMSRI, day: bangkokDate(NOON) };
  await rateOffice({ ...rating, stars: 4, at: NOON, key: 'rating' }, randomUUID);
  await addToRating(rating, { comment: 'เจ้าหน้าที่พูดดีมาก' });
  await reportPin({ pin, fault: 'moved', words: 'ย้ายไปแล้ว', by: SOMSRI, at: NOON, key: 'moved' });
  await reportMissingAgency({ id: 'missing', person: SOMSRI, words: 'อบต.หายไป', at: NOON });
  await sendComplaint({
    id: 'case',
    reporter: SOMSRI,
    about: { pin },
    category: 'service',
    words: 'รอนานมาก โทร 086-555-1234',
    photos: [],
    contact: PROFILE.phone,
    at: NOON,
    newCode: newCaseCode,
  });
  const forwarded = { code: (await raw('complaints').findOne({ _id: 'case' }))?.code, state: 'forwarded' };
  await raw('complaintForwardings').insertOne({
    _id: 'forwarding',
    ...forwarded,
    number: '1111-1',
    attempts: 1,
  });
  const code = String(forwarded.code);
  await saySomething({ code, by: SOMSRI, at: NOON, key: 'said' }, 'ติดต่อ somsri.y@example.org ได้');
  // Sending took the draft away; another one is begun.
  await keepComplaintDraft({ person: SOMSRI, fields: { words: 'ถนนเป็นหลุม' }, at: NOON });
  await raw('complaints').updateOne({ _id: 'case' }, { $set: { followers: [SOMSRI] } });
  await raw('copy_flags').insertOne({
    _id: `${SOMSRI}:birth:office:2018-05`,
    key: 'flag',
    by: SOMSRI,
    procedure: 'birth',
    pin: 'office',
    month: '2018-05',
    words: 'ยังขออยู่',
    at: NOON,
    disagrees: true,
  });
}

async function asOfficial(): Promise<void> {
  await saveProfile(SOMSRI, PROFILE);
  await keepReminderSettings(SOMSRI, { hour: 10 });
  const reminder = { person: SOMSRI, items: [], urgency: 1 };
  await planReminders([reminder], { day: bangkokDate(NOON), fence: 1 }, NOON);
  await giveRole(SOMSRI, { role: 'official', agency: HERE }, { by: 'manage', at: NOON, key: 'somsri' });
  await giveRole('neighbour', { role: 'administrator' }, { by: SOMSRI, at: NOON, key: 'given' });
  await requestRegistration({ id: 'wish', person: SOMSRI, agency: NEXT, profile: PROFILE, at: NOON });
  const code = 'K7QM-2XRT-9HB2';
  const until = new Date(NOON.getTime() + 3_600_000);
  await inviteFromCommandLine({
    code,
    role: { role: 'coordinator', scope: 'district:9101' },
    at: NOON,
    expiresAt: until,
  });
  await redeemInvitation(code, SOMSRI, { at: NOON, key: 'redeem' });
  await redeemInvitation('K7QM-2XRT-9HB3', SOMSRI, { at: NOON, key: 'wrong' });
  await keepDraft({ id: 'draft', owner: SOMSRI, fields: { nameTh: 'ร่าง' }, step: 'kind', now: NOON });
  await storePhoto(aPhoto('draftPhoto', { pin: 'draft', by: SOMSRI, messageId: '7' }));
  await publishPin({ id: 'own', owner: SOMSRI, pin: aPin(), now: NOON, newCode: () => 'ZZZZ2' });
  await publishPin({
    id: 'agencys',
    owner: SOMSRI,
    agency: HERE,
    pin: aPin(),
    now: NOON,
    newCode: () => 'ZZZZ3',
  });
  await storePhoto(aPhoto('agencyPhoto', { pin: 'agencys', by: SOMSRI, messageId: '8' }));
  const contact = {
    name: `${PROFILE.firstName} ${PROFILE.lastName}`,
    phone: { number: '0861239876', extensions: [] },
  };
  await raw('pins').updateMany(
    { _id: { $in: ['own', 'agencys', 'office'] } },
    { $set: { contact, checkedBy: SOMSRI } },
  );
  await recordChanges({
    key: 'contact',
    at: NOON,
    by: SOMSRI,
    about: { kind: 'pin', id: 'ZZZZ3' },
    agency: HERE,
    changes: [{ field: 'contact', from: null, to: contact }],
  });
  await publishOffice('another', NEXT);
}

async function inChat(): Promise<void> {
  const event = {
    type: 'message',
    source: { type: 'user', userId: SOMSRI },
    message: { id: '9', type: 'text', text: 'สวัสดี' },
  };
  await keepEvents([{ id: 'event', chat: SOMSRI, occurredAt: NOON.getTime(), body: event }], NOON);
  await raw('inbox').updateOne({ _id: 'event' }, { $set: { state: 'done', endedAt: NOON } });
  const state = {
    person: SOMSRI,
    language: 'th',
    consent: { version: 2, at: NOON.toISOString() },
    active: null,
    parked: [],
  };
  await storeTurn(SOMSRI, { revision: 0, state, lastTurn: { eventId: 'event', saying: null } }, NOON);
  const seen = { ...state, person: 'district', active: { data: { applicant: PROFILE, id: SOMSRI } } };
  await storeTurn(
    'district',
    { revision: 0, state: seen, lastTurn: { eventId: 'other', saying: null } },
    NOON,
  );
  const saying = { messages: [], quick: [] };
  await putInOutbox({ key: 'push', to: SOMSRI, saying, language: 'th', retryKey: randomUUID() }, NOON);
  await putNote({ key: `note:${SOMSRI}`, person: SOMSRI, messages: [], notBefore: NOON, expiresAt: NOON });
  await raw('menu_links').updateOne(
    { _id: SOMSRI },
    { $set: { wish: 1, wanted: 'official', linked: 'menu' } },
    { upsert: true },
  );
  await makeDataLink({ token: 'x'.repeat(43), person: SOMSRI, now: NOON });
}

async function inRecords(): Promise<void> {
  const survey = { round: '2018', agency: HERE };
  await raw('survey_responses').insertOne({
    _id: `2018:${HERE}`,
    ...survey,
    answers: { channels: { answer: ['office'], ...deed } },
    matrix: { birth: { idCard: true, ...deed } },
    editing: [deed],
  });
  await raw('survey_revisions').insertOne({
    _id: 'revision',
    ...survey,
    revision: 1,
    ...deed,
    key: 'revision',
  });
  await raw('route_choices').insertOne({ _id: HERE, route: 'offline', reason: 'x', by: SOMSRI, at: NOON });
  await raw('copy_records').insertOne({ _id: 'copies', agency: HERE, unaudited: [deed] });
  await raw('procedures').insertOne({ _id: 'birth', by: SOMSRI, key: 'k' });
  await raw('procedure_links').insertOne({
    _id: 'link',
    pin: 'own',
    procedure: 'birth',
    added: deed,
    removed: deed,
  });
  await raw('agencies').updateOne({ _id: HERE }, { $set: { unaudited: [deed] } });
  await raw('survey_rounds').insertOne({ _id: 'round', by: SOMSRI });
  await raw('digests').insertOne({ _id: SOMSRI, frequency: 'daily', slot: '2018-05-08' });
  await raw('leaves').insertOne({ _id: 'mine', lender: SOMSRI, standIn: 'somebody', keys: [] });
  await raw('leaves').insertOne({ _id: 'theirs', lender: 'somebody', standIn: SOMSRI, keys: [] });
}
