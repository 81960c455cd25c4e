/**
 * The bot as a process that can be made to die at one hop: `node bot-process.ts <database> <LINE's address>`. The
 * parent names the fault when the moment has come, and the process kills itself there the next time.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setImmediate as afterAnswers } from 'node:timers/promises';
import express from 'express';
import { createLineClient } from '../../bot/line/line-client.ts';
import { listen } from '../../bot/listen.ts';
import { createLog } from '../../bot/log.ts';
import { startService } from '../../bot/service.ts';
import type { TurnParts } from '../../bot/turn/take-turn.ts';
import { connectModels } from '../../models/connection.ts';
import { channelAccessToken } from '../builders/running-simulator.ts';
import { channelSecret } from '../builders/signed-request.ts';
import type { FaultName, Hop, ToBot, ToTest } from './faults.ts';

const [databaseUri = '', lineUrl = ''] = process.argv.slice(2);
/** Milliseconds: short, so that what a crash left is soon taken up. */
const timing = { lease: 800, sweep: 100, pollOutbox: 100, pollPins: 200 };

let fault: FaultName | undefined;
const tell = (message: ToTest) => process.send?.(message);

process.on('message', (message: ToBot) => {
  if (message.kind !== 'fault') return;
  fault = message.name;
  tell({ kind: 'armed' });
});
// Without its test nobody would end it.
process.on('disconnect', () => process.exit(1));

async function meet(point: FaultName): Promise<void> {
  if (fault !== point && fault !== `hold ${point}`) return;
  if (fault === point) process.kill(process.pid, 'SIGKILL');
  fault = undefined;
  const goesOn = once(process, 'message');
  tell({ kind: 'held' });
  await goesOn;
}

function breakable<Given extends unknown[], Result>(
  hop: Hop,
  act: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  return async (...given) => {
    // The answer to the webhook is on its way before a turn begins.
    if (hop === 'claim') await afterAnswers();
    await meet(`before ${hop}`);
    const result = await act(...given);
    if (result !== 'nothing' && result !== 'busy') await meet(`after ${hop}`);
    return result;
  };
}

function adjust(parts: TurnParts): TurnParts {
  return {
    ...parts,
    claim: breakable('claim', parts.claim),
    load: breakable('load', parts.load),
    perform: breakable('perform', parts.perform),
    store: breakable('store', parts.store),
    deliver: breakable('deliver', parts.deliver),
    end: breakable('end', parts.end),
  };
}

await connectModels(databaseUri);
const service = startService({
  channelSecret,
  publicUrl: 'https://pakmud.example.go.th',
  line: createLineClient({
    channelAccessToken,
    apiBaseUrl: lineUrl,
    dataApiBaseUrl: lineUrl,
    timeoutMilliseconds: 4_000,
  }),
  now: () => new Date(),
  random: Math.random,
  newId: randomUUID,
  log: createLog('silent'),
  timing,
  adjust,
});

const app = express();
app.use((_request, response, next) => {
  const json = response.json.bind(response);
  response.json = (body) => {
    // The events are kept by now, and LINE does not know it.
    if (fault === 'after keep' && response.statusCode === 200) process.kill(process.pid, 'SIGKILL');
    return json(body);
  };
  next();
});
app.use(service.app);
const server = await listen(app, 0, '127.0.0.1');
tell({ kind: 'ready', webhookUrl: `http://127.0.0.1:${server.port}/webhook` });
