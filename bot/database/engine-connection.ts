// One plain connection to the engine's socket: asks whether the engine really answers, and then notices its end.

import net from 'node:net';
import { BSON } from 'mongodb';

/** An engine that has answered. `gone` resolves when the connection ends, which is at once when its process dies. */
export type EngineConnection = { gone: Promise<void>; end(): void };

const ANSWER_LIMIT_MILLISECONDS = 5_000;

/** Connects and asks `ping`. Undefined when nobody listens there or no answer comes. */
export async function connectToEngine(socketPath: string): Promise<EngineConnection | undefined> {
  const socket = net.connect(socketPath);
  // 'close' follows every error, and is what counts.
  socket.on('error', () => {});
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const limit = setTimeout(() => socket.destroy(), ANSWER_LIMIT_MILLISECONDS);
  socket.write(pingMessage());
  const answered = await Promise.race([hearAnswer(socket), gone.then(() => false)]);
  clearTimeout(limit);
  if (!answered) return undefined;
  // Watching is no reason to keep a program alive that has nothing more to do.
  socket.unref();
  return { gone, end: () => socket.destroy() };
}

function hearAnswer(socket: net.Socket): Promise<boolean> {
  return new Promise((resolve) => socket.once('data', () => resolve(true)));
}

/**
 * MongoDB's wire message OP_MSG: a header of four int32 (length, request id, reply to, operation), int32 flags, and
 * a section of kind 0, which is one document.
 */
const OP_MSG = 2013;
const HEADER_AND_FLAGS_INTS = [0, 1, 0, OP_MSG, 0];
const BODY_SECTION = 0;

function pingMessage(): Buffer {
  const body = BSON.serialize({ ping: 1, $db: 'admin' });
  const start = Buffer.alloc(HEADER_AND_FLAGS_INTS.length * 4 + 1);
  HEADER_AND_FLAGS_INTS.forEach((value, position) => {
    start.writeInt32LE(value, position * 4);
  });
  start.writeInt32LE(start.length + body.length, 0);
  start.writeUInt8(BODY_SECTION, start.length - 1);
  return Buffer.concat([start, body]);
}
