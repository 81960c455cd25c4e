/** Unsending in a transcript: the message is put into the inbox as it came, and then forgotten as the service forgets it. */
import { forgetUnsent } from '../../bot/turn/unsent.ts';
import { claimNext, endClaim, keepEvents } from '../../models/inbox.ts';
import type { Deed } from './deeds.ts';

/** Forgets what `deed` brought at an instant; `id` is given to no other message. */
export async function unsendTyped(
  person: string,
  deed: Deed,
  { id, at, now }: { id: string; at: Date; now: Date },
): Promise<void> {
  const { message } = deed;
  const body = { ...deed, message: { ...(typeof message === 'object' ? message : {}), id } };
  await keepEvents([{ id, chat: person, occurredAt: at.getTime(), body }], at);
  const claim = await claimNext(person, { holder: 'transcript', now: at, leaseMilliseconds: 1_000 });
  if (typeof claim === 'string') throw new Error(`the message could not be kept: ${claim}`);
  await endClaim(claim, 'done', at);
  await forgetUnsent({ chat: person, messageId: id, now });
}
