/** The inbox: whose turn it is, in which order, and that nobody works on what is another's. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { loadConversation, storeTurn } from '../../models/conversation.ts';
import {
  type Claim,
  chatsWaiting,
  claimNext,
  deleteEndedEvents,
  endClaim,
  forgetMessage,
  type InboxEvent,
  keepEvents,
  oldestWaiting,
  postponeClaim,
  stillHeld,
} from '../../models/inbox.ts';
import { emptyDatabase, inboxRows } from '../builders/running-service.ts';
import { openTestDatabase, type TestDatabase } from '../builders/test-database.ts';
import { FakeClock } from '../fakes/fake-clock.ts';

const LEASE = 20_000;

let database: TestDatabase;
let clock: FakeClock;
let made = 0;
const nextNumber = () => {
  made += 1;
  return made;
};
beforeAll(async () => {
  database = await openTestDatabase();
  await connectModels(database.uri);
  clock = new FakeClock();
});
afterEach(emptyDatabase);
afterAll(async () => {
  await disconnectModels();
  await database.close();
});

const anEvent = (chat: string, occurredAt: number, id = `event-${nextNumber()}`): InboxEvent => ({
  id,
  chat,
  occurredAt,
  body: { type: 'message', message: { id: `message of ${id}`, type: 'text', text: 'a' } },
});
const keep = (...events: InboxEvent[]) => keepEvents(events, clock.now());
const claim = (chat: string, holder = `holder-${nextNumber()}`) =>
  claimNext(chat, { holder, now: clock.now(), leaseMilliseconds: LEASE });

async function claimed(chat: string, holder?: string): Promise<Claim> {
  const result = await claim(chat, holder);
  if (typeof result === 'string') throw new Error(`nothing was claimed: ${result}`);
  return result;
}

/** Takes every event of a chat, one after the other. */
async function takeAll(chat: string): Promise<string[]> {
  const next = await claim(chat);
  if (typeof next === 'string') return [];
  await endClaim(next, 'done', clock.now());
  return [next.id, ...(await takeAll(chat))];
}

describe('order', () => {
  test('is that of LINE’s timestamps, whatever order they arrived in', async () => {
    await keep(anEvent('a', 30, 'A third'), anEvent('a', 10, 'C first'));
    await keep(anEvent('a', 20, 'B second'));
    expect(await takeAll('a')).toEqual(['C first', 'B second', 'A third']);
  });

  test('an earlier event that arrives while another waits goes first', async () => {
    await keep(anEvent('a', 20, 'A later'));
    await keep(anEvent('a', 10, 'B earlier'));
    expect((await claimed('a')).id).toBe('B earlier');
  });

  test('an earlier event that arrives while another is in hand waits for its end', async () => {
    await keep(anEvent('a', 20, 'in hand'));
    const inHand = await claimed('a');
    await keep(anEvent('a', 10, 'late'));
    expect(await claim('a')).toBe('busy');
    await endClaim(inHand, 'done', clock.now());
    expect((await claimed('a')).id).toBe('late');
  });

  test('events of one instant go by their ids', async () => {
    await keep(anEvent('a', 10, 'B'), anEvent('a', 10, 'A'));
    expect(await takeAll('a')).toEqual(['A', 'B']);
  });
});

describe('one at a time for each chat', () => {
  test('20 at once: one gets the event, the others are told that somebody is at it', async () => {
    await keep(anEvent('a', 1), anEvent('a', 2));
    const results = await Promise.all(Array.from({ length: 20 }, () => claim('a')));
    expect(results.filter((result) => typeof result !== 'string')).toHaveLength(1);
    expect(results.filter((result) => result === 'busy')).toHaveLength(19);
  });

  test('20 who never stop take 50 events in order, never two at once', async () => {
    const events = Array.from({ length: 50 }, (_, index) => anEvent('a', index, `e${200 - index}`));
    await keep(...events.toReversed());
    const taken: string[] = [];
    let inHand = 0;
    const worker = async () => {
      for (let result = await claim('a'); result !== 'nothing'; result = await claim('a')) {
        if (result === 'busy') continue;
        inHand += 1;
        expect(inHand).toBe(1);
        taken.push(result.id);
        inHand -= 1;
        await endClaim(result, 'done', clock.now());
      }
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    expect(taken).toEqual(events.map(({ id }) => id));
  });

  test('several people are served side by side', async () => {
    await keep(anEvent('a', 1), anEvent('b', 1), anEvent('c', 1));
    const claims = await Promise.all(['a', 'b', 'c'].map((chat) => claimed(chat)));
    expect(claims.map(({ chat }) => chat)).toEqual(['a', 'b', 'c']);
    expect(await claim('d')).toBe('nothing');
  });
});

describe('the lease', () => {
  test('holds until it runs out; then another takes over, and the try is counted', async () => {
    await keep(anEvent('a', 1));
    const first = await claimed('a');
    clock.advance(LEASE - 1);
    expect(await claim('a')).toBe('busy');
    clock.advance(1);
    const second = await claimed('a');
    expect([first.attempts, second.attempts]).toEqual([1, 2]);
    expect(await stillHeld(first)).toBe(false);
    expect(await stillHeld(second)).toBe(true);
  });

  test('the slow holder can neither store over the new one nor end its event', async () => {
    await keep(anEvent('a', 1));
    const slow = await claimed('a');
    const { revision } = await loadConversation('a');
    clock.advance(LEASE);
    const quick = await claimed('a');
    const turn = (says: string) => ({
      revision,
      state: { says },
      lastTurn: { eventId: quick.id, saying: says },
    });
    expect(await storeTurn('a', turn('quick'), clock.now())).toBe('stored');
    expect(await storeTurn('a', turn('slow'), clock.now())).toBe('conflict');
    expect(await endClaim(slow, 'done', clock.now())).toBe(false);
    expect(await inboxRows()).toMatchObject([{ state: 'taken', attempts: 2 }]);
    expect(await endClaim(quick, 'done', clock.now())).toBe(true);
    expect(await loadConversation('a')).toMatchObject({ revision: revision + 1, state: { says: 'quick' } });
  });

  test('a later store of an older revision is refused too', async () => {
    const store = (revision: number) =>
      storeTurn('a', { revision, state: null, lastTurn: { eventId: 'x', saying: null } }, clock.now());
    expect([await store(0), await store(1), await store(1), await store(0)]).toEqual([
      'stored',
      'stored',
      'conflict',
      'conflict',
    ]);
  });

  test('a claim given back comes again after the instant named', async () => {
    await keep(anEvent('a', 1));
    await postponeClaim(await claimed('a'), new Date(clock.now().getTime() + 500));
    expect(await claim('a')).toBe('busy');
    clock.advance(500);
    expect((await claimed('a')).attempts).toBe(2);
  });
});

describe('chats with something to do', () => {
  const waiting = (receivedBefore = clock.now(), limit = 10) =>
    chatsWaiting({ receivedBefore, now: clock.now(), limit });

  test('those waiting since before the instant, the longest first, at most so many', async () => {
    await keep(anEvent('first', 9));
    clock.advance(1_000);
    await keep(anEvent('second', 1), anEvent('first', 2));
    expect(await waiting()).toEqual(['first', 'second']);
    expect(await waiting(clock.now(), 1)).toEqual(['first']);
    expect(await waiting(new Date(clock.now().getTime() - 1))).toEqual(['first']);
  });

  test('those a crash left in hand, once the lease has run out', async () => {
    await keep(anEvent('a', 1));
    await claimed('a');
    expect(await waiting()).toEqual([]);
    clock.advance(LEASE);
    expect(await waiting()).toEqual(['a']);
  });

  test('none that are ended; the oldest unanswered one tells since when', async () => {
    const since = clock.now();
    await keep(anEvent('a', 1));
    expect(await oldestWaiting()).toEqual(since);
    clock.advance(5_000);
    await keep(anEvent('b', 1));
    await takeAll('a');
    expect(await waiting()).toEqual(['b']);
    await takeAll('b');
    expect(await waiting()).toEqual([]);
    expect(await oldestWaiting()).toBeUndefined();
  });
});

describe('forgetting and deleting', () => {
  test('an unsent message loses its content, in this chat only', async () => {
    const event = anEvent('a', 1, 'x');
    await keep(event, { ...anEvent('b', 1, 'y'), body: event.body });
    await forgetMessage('a', 'message of x');
    const [inA, inB] = (await inboxRows()).sort((one, other) => (one.chat < other.chat ? -1 : 1));
    expect(inA?.body).toEqual({ type: 'message', message: { id: 'message of x', type: 'unsent' } });
    expect(inB?.body).toEqual(event.body);
  });

  test('ended events older than the instant go; waiting ones stay however old', async () => {
    await keep(anEvent('a', 1, 'answered'), anEvent('b', 1, 'failed'), anEvent('c', 1, 'waiting'));
    await endClaim(await claimed('a'), 'done', clock.now());
    await endClaim(await claimed('b'), 'failed', clock.now());
    const endedAt = clock.now();
    clock.advance(1_000);
    await keep(anEvent('a', 2, 'new'));
    await takeAll('a');
    expect(await deleteEndedEvents(endedAt)).toBe(0);
    expect(await deleteEndedEvents(new Date(endedAt.getTime() + 1))).toBe(2);
    expect((await inboxRows()).map(({ _id }) => _id).sort()).toEqual(['new', 'waiting']);
  });

  test('what was kept before is told apart from what is new', async () => {
    const known = anEvent('a', 1, 'known');
    await keep(known);
    expect(await keep(anEvent('a', 2, 'new'), known, anEvent('a', 3, 'newer'))).toEqual(['new', 'newer']);
    expect(await keep()).toEqual([]);
  });
});
