// Forwarding for tests: the simulated 1111, a clock that is moved, and a sender that is let go step by step.
import { randomUUID } from 'node:crypto';
import { createForwardClient } from '../../bot/forward/forward-client.ts';
import { type ForwardParts, sendForward } from '../../bot/forward/send-forwards.ts';
import { tellComplaintNews } from '../../jobs/tell-complaint-news.ts';
import {
  claimDueForwarding,
  forwardingOf,
  markForwarded,
  markForwardFailed,
  postponeForwarding,
} from '../../models/complaint-forwarding.ts';
import { runSimulator } from '../builders/running-simulator.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { keptLog } from '../fakes/kept-log.ts';

export const TOKEN = 'a-token-for-1111-of-tests';
export const UPDATES_SECRET = 'a-secret-for-updates-of-tests';
const LEASE = 60_000;
const LONG = 30_000;

/** The simulated 1111 on a free port; `url` takes cases. */
export async function startService1111(now = () => new Date()) {
  const simulator = await runSimulator({ now, complaints: { token: TOKEN, updatesSecret: UPDATES_SECRET } });
  const { complaints: service } = simulator;
  if (!service) throw new Error('the simulator has no complaint system');
  return { service, origin: simulator.url, url: `${simulator.url}/1111/cases`, close: simulator.close };
}

/** A sender of its own against `url`; nothing goes before `next` is called. `firstTimeout` is for the first post only. */
export function forwardStand(
  url: string,
  { token = TOKEN, firstTimeout = LONG, clock = new FakeClock('2018-05-08T05:00:00Z') } = {},
) {
  const { log, lines } = keptLog();
  const { now } = clock;
  let posts = 0;
  const client = (timeoutMilliseconds: number) =>
    createForwardClient({
      url,
      token,
      photoAddress: (id) => `https://pakmud.example.go.th/photos/${id}-key.jpg`,
      timeoutMilliseconds,
      cutOff: new AbortController().signal,
    });
  const parts: ForwardParts = {
    claimDue: () => claimDueForwarding({ holder: randomUUID(), now: now(), leaseMilliseconds: LEASE }),
    forwarded: (code, number) => markForwarded(code, number, now()),
    failed: (claim, failure) => markForwardFailed(claim, failure, now()),
    postpone: postponeForwarding,
    post: (passedOn, key) => client(posts++ === 0 ? firstTimeout : LONG)(passedOn, key),
    tell: (code) => tellComplaintNews(code, now()),
    now,
    random: () => 0,
    pollMilliseconds: 10,
    log,
    counted: () => undefined,
  };
  return {
    clock,
    lines,
    parts,
    /** Sends one case that is due; false when none is. */
    async next(): Promise<boolean> {
      const claim = await parts.claimDue();
      if (claim) await sendForward(claim, parts);
      return claim !== undefined;
    },
    /** Lets time pass in steps of five minutes until the case has ended; how long it took, in hours. */
    async untilEnded(code: string): Promise<number> {
      const start = now().getTime();
      while ((await forwardingOf(code))?.state === 'waiting') {
        if (!(await this.next())) clock.advance(5 * 60_000);
        if (now().getTime() - start > 48 * 3_600_000)
          throw new Error(`${code} is still waiting after two days`);
      }
      return (now().getTime() - start) / 3_600_000;
    },
  };
}
