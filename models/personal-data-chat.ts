/** Personal data in the chat itself: what was sent, what was answered, where the conversation stands. */
import { PEOPLE } from './person.ts';
import { daysBefore, type Erasure, type PersonalKind } from './personal-data-kind.ts';
import { documentsOf, replaceIn } from './personal-data-replace.ts';

/** Somebody who never agreed to the privacy notice is forgotten as soon as their messages are. Days. */
const KEPT_WITHOUT_CONSENT = 3;
/** How many conversations are looked through together. */
const AT_ONCE = 500;

/**
 * Every event of the person's own chat. An erased one keeps its id alone, so that LINE's repetition of it is known.
 * `delete-old-messages` deletes them, hourly.
 */
export const messages: PersonalKind = {
  id: 'messages',
  collections: ['inbox'],
  keptDays: 3,
  since: 'answered',
  async show(chat) {
    const events = await documentsOf('inbox').find({ chat }).sort({ occurredAt: 1 }).toArray();
    return events.map(({ receivedAt, body }) => ({ receivedAt, event: body }));
  },
  async erase({ person }) {
    await documentsOf('inbox').updateMany(
      { chat: person, state: { $in: ['done', 'failed'] } },
      { $set: { chat: '', body: {} } },
    );
  },
  // The event in hand is neither done nor failed.
  isNeededByTurn: 'in-part',
};

/**
 * What is said in groups and rooms: only that something was said, and where. What it was and who said it is taken off before
 * it is kept (`bot/webhook/read-body.ts`), so that there is nothing to unsend, to show or to erase. A group that was left is
 * forgotten with its last event.
 */
export const groups: PersonalKind = {
  id: 'groups',
  collections: ['inbox'],
  keptDays: 3,
  since: 'answered',
  show: async () => [],
  erase: async () => {},
};

/** Messages to the person: those pushed, and notes that ride along. `delete-old-messages` deletes them. */
export const answers: PersonalKind = {
  id: 'answers',
  collections: ['outbox', 'notes'],
  keptDays: 30,
  since: 'sent',
  async show(person) {
    const pushed = await documentsOf('outbox')
      .find({ $or: [{ to: person }, { recipients: person }] })
      .sort({ createdAt: 1 })
      .toArray();
    const notes = await documentsOf('notes').find({ person }).sort({ notBefore: 1 }).toArray();
    return [
      ...pushed.map(({ createdAt, state, saying }) => ({ at: createdAt, state, saying })),
      ...notes.map(({ notBefore, saidAt, messages: said }) => ({ at: notBefore, saidAt, saying: said })),
    ];
  },
  async erase({ person }) {
    await documentsOf('outbox').deleteMany({ to: person });
    // What goes to many goes to the others.
    await documentsOf('outbox').updateMany({ recipients: person }, [
      { $set: { recipients: { $setDifference: ['$recipients', [person]] } } },
    ]);
    await documentsOf('notes').deleteMany({ person });
  },
};

/** Where the conversation stands. Whoever has not written for so long, and has no role, is erased altogether. */
export const conversation: PersonalKind = {
  id: 'conversation',
  collections: ['conversations'],
  keptDays: 730,
  since: 'last-used',
  async show(person) {
    const stored = await documentsOf('conversations').findOne({ _id: person });
    return stored ? [{ startedAt: stored.startedAt, updatedAt: stored.updatedAt, state: stored.state }] : [];
  },
  async erase(erasure) {
    await documentsOf('conversations').deleteOne({ _id: erasure.person });
  },
  isNeededByTurn: true,
  async deleteOld(now) {
    const { deletedCount } = await documentsOf('conversations').deleteMany({
      updatedAt: { $lt: daysBefore(now, KEPT_WITHOUT_CONSENT) },
      'state.consent': null,
    });
    return deletedCount;
  },
};

/** What officials and coordinators saw of the person last, as their own conversations remember it. */
export const seenByOthers: PersonalKind = {
  id: 'seen-by-others',
  stays: true,
  collections: ['conversations', 'outbox', 'notes'],
  keptDays: 730,
  since: 'last-used',
  show: async () => [],
  async erase(erasure) {
    // Nobody sees anything of citizens: only who registers is shown to others.
    if (!erasure.profile) return;
    let holders: string[] = [];
    for await (const { _id } of documentsOf(PEOPLE).find(
      { 'roles.0': { $exists: true } },
      { projection: { _id: 1 } },
    )) {
      holders.push(_id);
      if (holders.length < AT_ONCE) continue;
      await replaceSeenBy(holders, erasure);
      holders = [];
    }
    await replaceSeenBy(holders, erasure);
  },
};

async function replaceSeenBy(holders: string[], { person, replace }: Erasure): Promise<void> {
  const others = { $in: holders.filter((holder) => holder !== person) };
  await replaceIn('conversations', { _id: others }, replace);
  await replaceIn('outbox', { to: others }, replace);
  await replaceIn('notes', { person: others }, replace);
}
