/** Reads the stream of a chat as the page does. */
import { expect } from '@jest/globals';
import { type Stand, somchai } from './stand.ts';

type StreamEvent = { event: string; id?: string; data: Record<string, unknown> };

/** Reads the stream until `enough`. */
export async function readStream(
  stand: Stand,
  enough: (events: StreamEvent[]) => boolean,
  lastEventId?: string,
  live?: () => unknown,
) {
  const abort = new AbortController();
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const answer = await fetch(`${stand.url}/page/api/chats/${somchai}/stream`, {
    headers,
    signal: abort.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  let events: StreamEvent[] = [];
  let started = false;
  for await (const part of answer.body ?? []) {
    text += Buffer.from(part).toString('utf8');
    events = text.split('\n\n').slice(0, -1).map(parseEvent);
    if (!started && events.some(({ event }) => event === 'menu')) {
      started = true;
      await live?.();
    }
    if (enough(events)) break;
  }
  abort.abort();
  return events;
}

function parseEvent(block: string): StreamEvent {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const id = fields.get('id');
  return {
    event: fields.get('event') ?? '',
    data: JSON.parse(fields.get('data') ?? '{}'),
    ...(id === undefined ? {} : { id }),
  };
}

export const hasMenu = (events: StreamEvent[]) => events.some(({ event }) => event === 'menu');
