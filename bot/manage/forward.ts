/** `forward CODE`: lets a complaint go on to 1111 that was given up, or that was never to go there. */
import { readComplaintCode } from '../../models/complaint-code.ts';
import { type ForwardFailure, forwardAgain, forwardAllAgain } from '../../models/complaint-forwarding.ts';
import { type Call, type Command, WrongCall } from './command.ts';

/** The command. */
export const forwardCommand: Command = {
  usage: `forward CODE | --all-failed
                                            forwards a complaint to 1111 again, or all that failed`,
  options: { 'all-failed': { type: 'boolean' } },
  async run(call) {
    const [written] = call.words;
    const all = call.options['all-failed'] === true;
    if (all === (written !== undefined))
      throw new WrongCall('forward needs the code of a complaint, or --all-failed');
    if (written !== undefined) return forwardOne(written, call);
    call.print(`${await forwardAllAgain(call.now)} complaints wait to be forwarded again`);
    return undefined;
  },
};

const OUTCOMES = {
  again: 'waits to be forwarded by the running service',
  waiting: 'waits already',
  closed: 'is closed and is not forwarded any more',
  'no-such-case': 'is no complaint of ours',
} as const;

async function forwardOne(written: string, { now, print }: Call): Promise<'failed' | undefined> {
  const code = readComplaintCode(written);
  if (code === undefined) throw new WrongCall(`${written} is no code of a complaint`);
  const tried = await forwardAgain(code, now);
  if (tried.result === 'forwarded') print(`${code} is at 1111 already, under ${tried.number}`);
  else print(`${code} ${OUTCOMES[tried.result]}`);
  return tried.result === 'closed' || tried.result === 'no-such-case' ? 'failed' : undefined;
}

/** Why a case did not get there, for people at the command line. */
export function failureInWords(failure: ForwardFailure | undefined): string {
  if (!failure) return 'unknown';
  const status = failure.status ? ` (status ${failure.status})` : '';
  if (failure.reason === 'refused') return `refused${status}`;
  return failure.reason === 'closed' ? 'the case was closed before' : `no good answer to any try${status}`;
}
