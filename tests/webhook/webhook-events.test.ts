/** The builders' events against LINE's own OpenAPI, so that the other tests speak of what LINE really sends. */
import { describe, expect, test } from '@jest/globals';
import { loadWebhookJudge } from '../builders/line-openapi.ts';
import { bodyOf } from '../builders/signed-request.ts';
import { joinEvent, personsEvents, silentEvents, unsendEvent } from '../builders/webhook-events.ts';

const judge = loadWebhookJudge();
/** Those that LINE's document cannot know, or does not describe yet. */
const beyond = ['unknown kind of message', 'unknown event', 'message edited', 'event without a source'];

const all = { ...personsEvents, ...silentEvents, join: joinEvent, unsend: () => unsendEvent('1') };

(judge ? describe : describe.skip)('events have the form of LINE’s OpenAPI', () => {
  const known = Object.entries(all).filter(([name]) => !beyond.includes(name));
  test.each(known)('%s', (_name, build) => {
    expect(judge?.(JSON.parse(String(bodyOf([build()]))))).toEqual([]);
  });
});

test('every event is one of its own', () => {
  const ids = Object.values(all).flatMap((build) => [build().webhookEventId, build().webhookEventId]);
  expect(new Set(ids).size).toBe(ids.length);
});
