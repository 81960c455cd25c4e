/** The rooms below a turn, in memory: one event in the inbox, one conversation, and a list of what was done. */

import { createMetrics } from '../../bot/metrics.ts';
import type { TurnParts } from '../../bot/turn/take-turn.ts';
import { citizen } from '../../flows/engine/who.ts';
import { repertoire } from '../../flows/registry.ts';
import type { Claim } from '../../models/inbox.ts';
import type { WebhookEvent } from '../builders/webhook-events.ts';
import { FakeClock } from './fake-clock.ts';
import { keptLog } from './kept-log.ts';
import { noPeople } from './no-people.ts';
import { noPins } from './no-pins.ts';
import { nothingElse } from './nothing-else.ts';

/** Parts for turns on `event`, which is claimed once. `done` names the hops in the order they were taken. */
export function fakeTurnParts(event: WebhookEvent, changes: Partial<TurnParts> = {}) {
  const clock = new FakeClock();
  const done: string[] = [];
  const { log, lines } = keptLog();
  const claim: Claim = {
    id: event.webhookEventId,
    chat: String(event.source?.userId),
    occurredAt: event.timestamp,
    body: event,
    holder: 'test',
    receivedAt: clock.now(),
    attempts: 1,
  };
  const waiting = [claim];
  const nothing = async () => [];
  const parts: TurnParts = {
    claim: async () => waiting.shift() ?? 'nothing',
    load: async () => ({ revision: 0, state: null, lastTurn: null, who: citizen, notes: [] }),
    noteLooks: { isUnsaid: async () => true, renewReminder: async () => undefined },
    noteSaid: async () => void done.push('note said'),
    perform: () => Promise.reject(new Error('this turn writes nothing')),
    store: async () => {
      done.push('stored');
      return 'stored';
    },
    deliver: async () => void done.push('delivered'),
    end: async (_claim, ending) => done.push(ending) > 0,
    stillHeld: async () => true,
    forget: async () => void done.push('forgot'),
    left: async () => void done.push('left'),
    back: async () => void done.push('back'),
    languageChanged: async () => void done.push('language changed'),
    showLoading: () => void done.push('loading'),
    markAsRead: () => void done.push('read'),
    isPassing: () => false,
    find: {
      people: noPeople,
      pins: noPins,
      ...nothingElse,
      pinsNear: nothing,
      pinsNamed: nothing,
      pin: async () => undefined,
      draftsOf: nothing,
    },
    repertoire,
    now: clock.now,
    log,
    metrics: createMetrics(async () => ({ oldestWaitingEvent: 0, oldestUnsentMessage: 0 })),
    ...changes,
  };
  return { parts, done, lines };
}
