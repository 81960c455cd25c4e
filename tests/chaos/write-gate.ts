/**
 * A way to the database at which a process can be met at one exact write: it counts the writes to some collections as they
 * come over the wire, and lets a test end the process, or make it wait, right before one of them or right after.
 */
import net, { type Socket } from 'node:net';
import { openDatabaseGate } from '../fakes/database-gate.ts';

/**
 * Where a process is met: before its `nth` write (of one command, or of any) has reached the database, or after, when it
 * has not heard of it yet.
 */
export type Meeting = { nth: number; when: 'before' | 'after'; command?: 'update' };

/** `met` is called there; nothing goes through any more until `letGo`. */
export type WriteGate = {
  uri: string;
  meet(meeting: Meeting, met: () => void): void;
  letGo(): void;
  close(): Promise<void>;
};

const WRITES = ['insert', 'update', 'delete', 'findAndModify'];
/** Source: MongoDB wire protocol: a header of four int32, then for OP_MSG the flags and a section of kind 0. */
const OP_MSG = 2013;
const HEADER = 16;
const BODY = HEADER + 4 + 1;

/** Opens a gate before the database of `uri`; `collections` are those whose writes count. */
export async function openWriteGate(uri: string, collections: readonly string[]): Promise<WriteGate> {
  const database = await openDatabaseGate(uri);
  const target = new URL(database.uri);
  let meeting: (Meeting & { met: () => void }) | undefined;
  let shut: PromiseWithResolvers<void> | undefined;
  let writes = 0;

  /** Whether this is the write, and where it is met there. */
  const metAt = (message: Buffer): Meeting['when'] | undefined => {
    if (!meeting || !isWrite(message, collections, meeting.command)) return undefined;
    writes += 1;
    return writes === meeting.nth ? meeting.when : undefined;
  };
  const stop = () => {
    const { met } = meeting ?? {};
    meeting = undefined;
    shut = Promise.withResolvers();
    met?.();
  };

  const server = net.createServer((from) => {
    const to = net.connect(Number(target.port), target.hostname);
    let stopsAtAnswer = false;
    relay(from, to, async (message) => {
      const when = metAt(message);
      if (when === 'before') stop();
      stopsAtAnswer ||= when === 'after';
      await shut?.promise;
    });
    relay(to, from, async () => {
      if (stopsAtAnswer && meeting) stop();
      stopsAtAnswer = false;
      await shut?.promise;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the gate has no port');
  return {
    uri: database.uri.replace(target.host, `127.0.0.1:${address.port}`),
    meet(where, met) {
      writes = 0;
      meeting = { ...where, met };
    },
    letGo() {
      shut?.resolve();
      shut = undefined;
    },
    async close() {
      await database.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Hands over whole messages, one after the other, each when `before` it is done. */
function relay(from: Socket, to: Socket, before: (message: Buffer) => Promise<void>): void {
  let waiting: Buffer = Buffer.alloc(0);
  let handing = Promise.resolve();
  from.on('data', (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    for (;;) {
      const length = waiting.length >= 4 ? waiting.readInt32LE(0) : Number.POSITIVE_INFINITY;
      if (waiting.length < length) return;
      const message = waiting.subarray(0, length);
      waiting = waiting.subarray(length);
      handing = handing.then(async () => {
        await before(message);
        if (!to.destroyed) to.write(message);
      });
    }
  });
  from.on('error', () => to.destroy());
  from.on('close', () => to.destroy());
}

/** The body begins with the command's name and its collection: `{ update: 'outbox', … }`. */
function isWrite(message: Buffer, collections: readonly string[], only: string | undefined): boolean {
  if (message.readInt32LE(12) !== OP_MSG) return false;
  const name = message.indexOf(0, BODY + 5);
  const command = message.toString('utf8', BODY + 5, name);
  if (!WRITES.includes(command) || (only && command !== only)) return false;
  const value = name + 1 + 4;
  return collections.includes(message.toString('utf8', value, message.indexOf(0, value)));
}
