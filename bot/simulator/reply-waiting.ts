/** Waits until the bot has said something in a chat. */
import type { ChatEntry, Chats } from './chats.ts';

/** The bot did not answer in time. */
class NoReply extends Error {
  readonly code = 'NO_REPLY';
}

/** Rejects with `NoReply` after `timeoutMs` of real time. */
export function waitForReply(
  chats: Chats,
  chatId: string,
  afterIndex: number,
  timeoutMs: number,
): Promise<ChatEntry[]> {
  const replies = () => chats.entries(chatId).filter(({ id, from }) => from === 'bot' && id > afterIndex);
  return new Promise((resolve, reject) => {
    if (replies().length > 0) return resolve(replies());
    const stop = chats.listen(chatId, (signal) => {
      if (signal.kind !== 'entry' || signal.entry.from !== 'bot' || signal.entry.id <= afterIndex) return;
      clearTimeout(timer);
      stop();
      // The other messages of the same request follow at once.
      queueMicrotask(() => resolve(replies()));
    });
    const timer = setTimeout(() => {
      stop();
      reject(new NoReply(`${chatId} got no answer within ${timeoutMs} ms after entry ${afterIndex}.`));
    }, timeoutMs);
  });
}
