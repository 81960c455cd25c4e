/** The identifiers LINE hands out, made from the given clock and randomness. */

export type Identifiers = {
  /** Digits only, growing. */
  messageId(): string;
  /** A webhookEventId: a ULID. */
  eventId(): string;
  /** Reply, quote and mark-as-read tokens: 32 hexadecimal digits. */
  token(): string;
  requestId(): string;
  richMenuId(): string;
  /** `U` and 32 hexadecimal digits. */
  userId(): string;
};

/** LINE's form of a user id; group and room ids begin with C and R. */
export const userIdPattern = /^U[0-9a-f]{32}$/;
export const chatIdPattern = /^[UCR][0-9a-f]{32}$/;

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const firstMessageId = 461_230_966_842_060_000n;

/** Every id ends in a counter, so that even a constant `random` gives no id twice. */
export function makeIdentifiers(now: () => Date, random: () => number): Identifiers {
  let issued = 0;
  const hex = (digits: number) => {
    issued += 1;
    const chance = Array.from({ length: digits - 8 }, () => Math.floor(random() * 16).toString(16)).join('');
    return chance + issued.toString(16).padStart(8, '0').slice(-8);
  };
  return {
    messageId: () => {
      issued += 1;
      return (firstMessageId + BigInt(issued)).toString();
    },
    eventId: () => {
      issued += 1;
      return ulid(now().getTime(), random, issued);
    },
    token: () => hex(32),
    requestId: () => hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    richMenuId: () => `richmenu-${hex(32)}`,
    userId: () => `U${hex(32)}`,
  };
}

function ulid(instant: number, random: () => number, counter: number): string {
  const chance = Array.from({ length: 9 }, () => crockford[Math.floor(random() * 32)]).join('');
  return base32(instant, 10) + chance + base32(counter, 7);
}

function base32(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < length; place += 1) {
    text = `${crockford[rest % 32]}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text;
}
