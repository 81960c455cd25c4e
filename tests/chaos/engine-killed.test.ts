/** The embedded database is killed in the middle of a turn: another engine takes its place and the turn is finished. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../builders/until.ts';
import { personNumber } from '../builders/webhook-events.ts';
import { DatabaseBench, runningEngine } from '../database/database-test-bench.ts';
import { ChaosStand, deedsBeforePublishing, publishing } from './chaos-stand.ts';
import type { FaultName } from './faults.ts';

const bench = new DatabaseBench();
let directory: string;
let stand: ChaosStand;
beforeAll(async () => {
  directory = await bench.directory();
  const { uri } = await bench.open(directory);
  stand = new ChaosStand(uri.replace('/?', '/chaos?'));
  await stand.open();
});
afterAll(async () => {
  await stand.close();
  await bench.clear();
});

async function killEngine(): Promise<void> {
  const engine = await runningEngine(directory);
  if (!engine) throw new Error('no engine runs');
  process.kill(engine.pid, 'SIGKILL');
  await until('another engine runs', async () => {
    const next = await runningEngine(directory);
    return next !== undefined && next.pid !== engine.pid;
  });
}

test.each<[FaultName, string]>([
  ['hold before perform', 'เทศบาลตำบลบึงทอง'],
  ['hold after store', 'เทศบาลตำบลเขาใหม่'],
])('%s', async (point, name) => {
  const official = personNumber(point.length);
  await stand.tell(official, deedsBeforePublishing(name));
  const before = (await stand.heard(official)).length;

  await stand.arm(point);
  await stand.act(official, publishing);
  await stand.held();
  await killEngine();
  stand.goOn();

  await until('the person knows', async () => (await stand.heard(official)).length > before);
  await stand.settled();
  expect(await stand.pinsOf(official)).toEqual({ all: 1, published: 1 });
  expect(await stand.conversationOf(official)).toMatchObject({ active: null });
  const said = (await stand.heard(official)).slice(before);
  expect(said[0]).toContain('รหัสหมุด');
  expect(said.length).toBeLessThanOrEqual(2);
  expect(said.join()).not.toContain('ขออภัย');
});
