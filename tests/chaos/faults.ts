/** The places where a bot process can be made to die or to wait, and what it and its test say to each other. */

/** The functions on an event's way, in their order. `keep` is the webhook's. */
export type Hop = 'keep' | 'claim' | 'load' | 'perform' | 'store' | 'deliver' | 'end';

type Point = `${'before' | 'after'} ${Hop}`;

/** Where the process dies; with `hold` it waits there until it is told to go on. */
export type FaultName = Point | `hold ${Point}`;

/** From the test to the process. */
export type ToBot = { kind: 'fault'; name: FaultName } | { kind: 'go on' };

/** From the process to the test. */
export type ToTest = { kind: 'ready'; webhookUrl: string } | { kind: 'armed' } | { kind: 'held' };
