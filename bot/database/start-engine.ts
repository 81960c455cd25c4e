// The parent's side of the engine's process: start it, hear its socket, stop it.

import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Log } from './log.ts';

/** What the engine's process says to its parent. */
export type EngineMessage = { kind: 'serving'; socketPath: string } | { kind: 'failed'; reason: string };

/** `library` and `temporaryDirectory` go to the process's environment; `dataDirectory` exists. */
export type EngineSettings = {
  dataDirectory: string;
  temporaryDirectory: string;
  library: string | undefined;
  log: Log;
};

/** A started process, before it serves. `serving` rejects with `EngineDidNotStart`; `exited` never rejects. */
export type StartedEngine = {
  pid: number;
  serving: Promise<string>;
  exited: Promise<void>;
  stop(): Promise<void>;
};

/** The engine's process ended or gave up before it served. */
export class EngineDidNotStart extends Error {
  readonly code = 'engine-did-not-start';

  constructor(reason: string, options?: ErrorOptions) {
    super(`The embedded database did not start: ${reason}`, options);
    this.name = 'EngineDidNotStart';
  }
}

const ENTRY = fileURLToPath(new URL('./engine-process.ts', import.meta.url));

/** Opening may recover a journal or repair indexes, which reads every collection. */
const START_LIMIT_MILLISECONDS = 5 * 60_000;
const STOP_LIMIT_MILLISECONDS = 8_000;

/** Starts the engine's process on a data directory. */
export function startEngine(settings: EngineSettings): StartedEngine {
  const child = spawnProcess(settings);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.on('error', () => child.pid === undefined && resolve());
  });
  const serving = hearSocket(child).then((socketPath) => {
    letParentEnd(child);
    return socketPath;
  });
  return { pid: child.pid ?? 0, serving, exited, stop: () => stopProcess(child, exited) };
}

function spawnProcess({ dataDirectory, temporaryDirectory, library, log }: EngineSettings): ChildProcess {
  const child = fork(ENTRY, [dataDirectory], {
    // The parent's flags (test runner, debugger port) are not the engine's, and its secrets neither.
    execArgv: [],
    env: {
      TMPDIR: temporaryDirectory,
      ...(library === undefined ? {} : { NAPI_RS_NATIVE_LIBRARY_PATH: library }),
    },
    // The parent's standard output carries its own log lines.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  if (child.stderr !== null)
    createInterface({ input: child.stderr }).on('line', (line) =>
      log.warn({ line }, 'embedded database says'),
    );
  return child;
}

function hearSocket(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new EngineDidNotStart('it took too long'));
    }, START_LIMIT_MILLISECONDS);
    const settle = (act: () => void) => () => {
      clearTimeout(limit);
      act();
    };
    child.once('message', (message: EngineMessage) => {
      if (message.kind === 'serving') settle(() => resolve(message.socketPath))();
      else settle(() => reject(new EngineDidNotStart(message.reason)))();
    });
    child.once('error', (cause) => settle(() => reject(new EngineDidNotStart('no process', { cause })))());
    child.once('exit', (code, signal) =>
      settle(() => reject(new EngineDidNotStart(explainExit(code, signal))))(),
    );
  });
}

function explainExit(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal === 'SIGILL') return 'this processor lacks instructions that it needs (AVX)';
  return `its process ended (${signal ?? `exit code ${code}`})`;
}

/** A program that has nothing more to do may end without closing; the engine stops by itself when it is gone. */
function letParentEnd(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  if (child.stderr !== null && 'unref' in child.stderr && typeof child.stderr.unref === 'function')
    child.stderr.unref();
}

async function stopProcess(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.ref();
  if (child.connected) child.send('stop', () => {});
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MILLISECONDS);
  await exited;
  clearTimeout(limit);
}
