/** The stream of one chat as Server-Sent Events: all entries so far, then everything live. */
import type { Request, Response } from 'express';
import type { ChatEntry, ChatSignal } from './chats.ts';
import type { Platform } from './platform.ts';
import { menuAnswer } from './rich-menus.ts';

/** A comment now and then keeps the connection open through proxies. */
const heartbeat = 15_000;

/** Writes until the page closes the connection. */
export function streamChat(platform: Platform, userId: string, request: Request, response: Response): void {
  response.set({ 'content-type': 'text/event-stream; charset=utf-8', connection: 'keep-alive' });
  response.flushHeaders();
  const write = (event: string, data: unknown, id?: number) =>
    response.write(
      `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
    );
  const writeSignal = (signal: ChatSignal) => {
    if (signal.kind === 'entry') write('entry', signal.entry, signal.entry.id);
    else if (signal.kind === 'typing') write('typing', { seconds: signal.seconds });
    else if (signal.kind === 'menu') write('menu', menuState(platform, userId));
    else write('read', {});
  };
  const entries = platform.chat(userId);
  for (const entry of missed(entries, request.header('last-event-id'))) writeSignal({ kind: 'entry', entry });
  writeSignal({ kind: 'menu' });
  const stop = platform.chats.listen(userId, writeSignal);
  const timer = setInterval(() => response.write(':\n\n'), heartbeat);
  response.on('close', () => {
    clearInterval(timer);
    stop();
  });
}

/** After a restart the page may know a higher id than there is: then it gets everything again. */
function missed(entries: readonly ChatEntry[], lastEventId: string | undefined): readonly ChatEntry[] {
  const last = /^\d{1,15}$/.test(lastEventId ?? '') ? Number(lastEventId) : 0;
  const newest = entries.at(-1)?.id ?? 0;
  return last > newest ? entries : entries.filter(({ id }) => id > last);
}

/** The menu a person sees, and where its picture is. */
function menuState(platform: Platform, userId: string) {
  const menu = platform.richMenus.shownTo(userId);
  if (menu === undefined) return { richMenu: null, imageUrl: null };
  return { richMenu: menuAnswer(menu), imageUrl: `/page/api/menus/${menu.richMenuId}/image` };
}
