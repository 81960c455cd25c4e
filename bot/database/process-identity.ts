// Tells one process from another that later got the same number.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { errorCode } from './error-code.ts';

/** A process: its number, and when it started (an opaque text, only to be compared; '' where it cannot be told). */
export type ProcessIdentity = { pid: number; started: string };

/** Who a process is; undefined when there is no such process (or it has ended and is only waiting to be reaped). */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | undefined> {
  if (!exists(pid)) return undefined;
  const started = process.platform === 'linux' ? await startedOnLinux(pid) : await startedByPs(pid);
  return started === undefined ? undefined : { pid, started };
}

/** Whether that very process still runs. */
export async function isRunning(process: ProcessIdentity): Promise<boolean> {
  const current = await identifyProcess(process.pid);
  return current !== undefined && current.started === process.started;
}

function exists(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to someone else.
    return errorCode(error) === 'EPERM';
  }
}

/**
 * /proc/<pid>/stat is "pid (command) state …", see proc(5). The command may hold blanks and parentheses, so fields
 * are counted from the last one: state is field 3, the start time (clock ticks since boot) is field 22.
 */
const STATE_FIELD = 0;
const START_TIME_FIELD = 22 - 3;
const ENDED_STATES = new Set(['Z', 'X']);

async function startedOnLinux(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (ENDED_STATES.has(fields[STATE_FIELD] ?? '')) return undefined;
    // Ticks begin anew with every boot, so the boot is part of the answer.
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    return `${boot.trim()}/${fields[START_TIME_FIELD] ?? ''}`;
  } catch {
    return undefined;
  }
}

async function startedByPs(pid: number): Promise<string | undefined> {
  const found = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)], {
    env: { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' },
  }).catch(() => undefined);
  const started = found?.stdout.trim() ?? '';
  return started === '' ? undefined : started;
}
