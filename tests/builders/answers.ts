/** Answers of turns, as delivery gets them. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../bot/turn/take-turn.ts';
import type { OutboxEntry } from '../../models/outbox.ts';
import { somebody } from './webhook-events.ts';

/** An answer that says `words` with a live reply token. */
export function answerOf(words: string, changes: Partial<Answer> = {}): Answer {
  const eventId = randomUUID();
  return {
    eventId,
    to: somebody,
    saying: { messages: [{ kind: 'say', text: words }], quick: [] },
    language: 'th',
    replyToken: `token of ${eventId}`,
    stillOurs: async () => true,
    ...changes,
  };
}

/** An answer that the renderer refuses: a bug of a flow. */
export function unrenderable(changes: Partial<Answer> = {}): Answer {
  const saying: Answer['saying'] = {
    messages: [{ kind: 'say', text: { key: 'no-such-flow:no-such-text' } }],
    quick: [],
  };
  return answerOf('', { saying, ...changes });
}

/** A message for the outbox that says `words`. */
export function entryOf(words: string, changes: Partial<OutboxEntry> = {}): OutboxEntry {
  const { saying, language, to } = answerOf(words);
  return { key: `test:${randomUUID()}`, to, saying, language, retryKey: randomUUID(), ...changes };
}
