/**
 * `npm run manage -- …`: looking after a running service from the command line. Commands print what they did and
 * end with exit status 0; a wrong call prints how it should be and ends with 2.
 */
import { parseArgs } from 'node:util';
import { countForwardings, failedForwardings } from '../../models/complaint-forwarding.ts';
import { connectModels, disconnectModels } from '../../models/connection.ts';
import { countInbox } from '../../models/inbox.ts';
import { countOutbox, failedMessages } from '../../models/outbox.ts';
import { BadSetting, readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { createLog } from '../log.ts';
import { auditCommand } from './audit.ts';
import { type Call, type Command, WrongCall } from './command.ts';
import { exportCommand } from './export.ts';
import { failureInWords, forwardCommand } from './forward.ts';
import { importCommand } from './import.ts';
import { inviteCommand } from './invite.ts';
import { jobCommand, jobsCommand } from './job.ts';
import { menusCommand } from './menus.ts';
import { missingAgenciesCommand } from './missing-agencies.ts';
import { roundCommand } from './round.ts';

const commands: Record<string, Command> = {
  status: { usage: 'status                      what waits, what was sent, what failed', run: status },
  failed: {
    usage: 'failed                      the last 20 messages and forwarded cases that were given up, and why',
    run: failed,
  },
  job: jobCommand,
  jobs: jobsCommand,
  import: importCommand,
  export: exportCommand,
  audit: auditCommand,
  forward: forwardCommand,
  invite: inviteCommand,
  menus: menusCommand,
  'missing-agencies': missingAgenciesCommand,
  round: roundCommand,
};

async function status({ print }: Call): Promise<undefined> {
  print(`inbox   ${inWords(await countInbox())}`);
  print(`outbox  ${inWords(await countOutbox())}`);
  print(`1111    ${inWords(await countForwardings())}`);
}

async function failed({ print }: Call): Promise<undefined> {
  for (const { key, endedAt, failure } of await failedMessages(20)) {
    print(`${endedAt.toISOString()}  ${key}  ${failure.reason} ${failure.status ?? ''}  ${failure.message}`);
  }
  for (const { code, endedAt, failure } of await failedForwardings(20)) {
    print(`${endedAt.toISOString()}  ${code} to 1111  ${failureInWords(failure)}`);
  }
}

function inWords(counts: Record<string, number>): string {
  const parts = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
  return parts.join(', ') || 'empty';
}

function usage(): string {
  const lines = Object.values(commands).map((command) => `  npm run manage -- ${command.usage}`);
  return ['usage:', ...lines].join('\n');
}

/** The name comes first, so that each command can have options of its own. */
function readCall([name = '', ...args]: string[]): { command: Command; call: Call } {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new WrongCall(usage());
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { now: { type: 'string' }, ...command.options },
  });
  const given: Call['options'] = values;
  const now = values.now ? new Date(values.now) : new Date();
  if (Number.isNaN(now.getTime()))
    throw new WrongCall('--now should be an instant such as 2026-01-31T09:00:00+07:00');
  const isWatched = process.stderr.isTTY || given.progress === true;
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const progress = isWatched ? (line: string) => process.stderr.write(`${line}\n`) : undefined;
  return {
    command,
    call: { words: positionals, options: given, now, random: Math.random, print, progress },
  };
}

/** Who reads the first lines only, as `head` does, has read enough: nothing more is said, and the work is ended as ever. */
function endQuietlyWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

async function main(): Promise<void> {
  endQuietlyWhenNobodyReads(process.stdout);
  endQuietlyWhenNobodyReads(process.stderr);
  const { command, call } = readCall(process.argv.slice(2));
  const { mongodbUri, dataDirectory } = readConfig();
  const database = await openDatabase({ mongodbUri, dataDirectory, log: createLog('warn') });
  try {
    await connectModels(database.uri, database.embedded ? 'pakmud' : undefined);
    if ((await command.run(call)) === 'failed') process.exitCode = 1;
  } finally {
    await disconnectModels();
    await database.close();
  }
}

main().catch((error: unknown) => {
  const isForPeople = error instanceof WrongCall || error instanceof BadSetting || isWrongOption(error);
  const words = error instanceof Error ? (isForPeople ? error.message : error.stack) : String(error);
  process.stderr.write(`${words}\n`);
  process.exitCode = isForPeople ? 2 : 1;
});

function isWrongOption(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
