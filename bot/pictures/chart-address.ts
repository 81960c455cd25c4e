/**
 * Addresses of charts: the numbers themselves stand in the address, signed, so that nothing is stored and nobody
 * else can have our address show numbers that are not ours.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type ChartBars, chartBars } from './bar-chart.ts';

/** The key of the signatures, derived from the channel's secret, the same in all processes. */
export function chartKeyOf(channelSecret: string): string {
  return createHmac('sha256', channelSecret).update('charts').digest('hex');
}

/** Where the picture of these bars is, from a slash on. Its bounds keep it below the 2,000 characters LINE takes. */
export function chartPath(bars: ChartBars, key: string): string {
  const payload = Buffer.from(JSON.stringify(bars)).toString('base64url');
  return `/charts/${payload}.${signature(payload, key)}.png`;
}

/** The bars an address stands for; undefined when it is not one of ours. */
export function readChart(payload: string, signed: string, key: string): ChartBars | undefined {
  const ours = Buffer.from(signature(payload, key));
  const given = Buffer.from(signed);
  if (ours.length !== given.length || !timingSafeEqual(ours, given)) return undefined;
  return chartBars.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data;
}

function signature(payload: string, key: string): string {
  return createHmac('sha256', key).update(payload).digest('base64url').slice(0, 22);
}
