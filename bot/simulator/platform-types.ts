/** What the platform takes and gives back, and the mistakes a script can make with it. */
import type { Persona } from './persona.ts';
import type { Delivery } from './webhook-delivery.ts';
import type { LineEvent } from './webhook-events.ts';

export type PlatformSettings = {
  channelSecret: string;
  webhookUrl: string | undefined;
  personas: readonly Persona[];
  /** Paid messages a month; null is unlimited; 500 when left out. */
  monthlyQuota?: number | null | undefined;
  now: () => Date;
  random: () => number;
  log: Log;
};

export type Log = {
  info: (message: string) => void;
  warn: (message: string) => void;
  error: (message: string) => void;
};

/** What became of something a person did. `messageId` stands only where a message was sent. */
export type Sent = { event: LineEvent; delivery: Delivery; messageId?: string };

/** A place a person sends; degrees. */
export type Place = {
  latitude: number;
  longitude: number;
  title?: string | undefined;
  address?: string | undefined;
};

/** A tapped button. */
export type Postback = {
  data: string;
  displayText?: string | undefined;
  params?: Record<string, string> | undefined;
};

/** A person who blocked the account cannot write to it before unblocking it. */
export class AccountBlocked extends Error {
  readonly code = 'ACCOUNT_BLOCKED';
  constructor(userId: string) {
    super(`${userId} has blocked the account and cannot write to it.`);
  }
}
