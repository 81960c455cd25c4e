// The dead-man's switch: told of each job that ended well, and never in the way of one.
import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { createHeartbeat } from '../../bot/heartbeat.ts';
import { keptLog } from '../fakes/kept-log.ts';

async function listening(status: number) {
  const heard: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    heard.push(request.url);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${port}/pakmud`, heard, close };
}

test('hears the job’s name', async () => {
  const { url, heard, close } = await listening(200);
  const { log, lines } = keptLog();
  await createHeartbeat(url, log)('send-reminders');
  await close();
  expect(heard).toEqual(['/pakmud?job=send-reminders']);
  expect(lines).toEqual([]);
});

test('that is not taken, or cannot be sent, is logged and harms nothing', async () => {
  const { url, close } = await listening(500);
  const { log, lines } = keptLog();
  const beat = createHeartbeat(url, log);
  await beat('a-job');
  await close();
  await beat('a-job');
  expect(lines.map(({ msg }) => msg)).toEqual([
    'the heartbeat was not taken',
    'the heartbeat could not be sent',
  ]);
});

test('without an address there is none', async () => {
  const { log, lines } = keptLog();
  await createHeartbeat(undefined, log)('a-job');
  expect(lines).toEqual([]);
});
