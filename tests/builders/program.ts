/** The program itself, `node bot/main.ts`, as a process with settings of the test's own and no others. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const MAIN = fileURLToPath(new URL('../../bot/main.ts', import.meta.url));

/** How a process ended. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** A started program and what it has printed so far. */
export class Program {
  readonly process: ChildProcess;
  output = '';
  errors = '';
  exit: Exit | undefined;

  /** `settings` are the environment; `part` is web, jobs, or empty for both; `flags` are node's. */
  constructor(settings: Record<string, string>, part = '', flags: string[] = []) {
    const { PATH = '', TMPDIR = '' } = process.env;
    this.process = spawn(process.execPath, [...flags, MAIN, ...(part ? [part] : [])], {
      env: { PATH, ...(TMPDIR && { TMPDIR }), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process.stdout?.on('data', (chunk) => (this.output += chunk));
    this.process.stderr?.on('data', (chunk) => (this.errors += chunk));
    // Not 'exit': what was printed last must have been read.
    this.process.once('close', (code, signal) => {
      this.exit = { code, signal };
    });
  }

  /** The address it says it serves at, or `jobs`. Fails when it ends before. */
  async ready(): Promise<string> {
    await until('the program is ready', () => /^ready /m.test(this.output) || this.exit !== undefined);
    const [, address] = /^ready (\S+)$/m.exec(this.output) ?? [];
    if (!address) throw new Error(`the program ended: ${this.errors}`);
    return address;
  }

  async ended(): Promise<Exit> {
    await until('the program ends', () => this.exit !== undefined);
    return this.exit ?? { code: null, signal: null };
  }

  /** Sends SIGTERM; gives how it ended and after how many milliseconds. */
  async stop(): Promise<Exit & { took: number }> {
    const begun = performance.now();
    this.process.kill('SIGTERM');
    return { ...(await this.ended()), took: performance.now() - begun };
  }

  /** Ends it whatever it does. */
  async kill(): Promise<void> {
    if (this.exit) return;
    this.process.kill('SIGKILL');
    await this.ended();
  }
}
