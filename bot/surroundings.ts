/** What the service needs from outside, and its paces. */
import type { ForwardSettings } from './forward/forwarding.ts';
import type { ContentClient } from './line/content.ts';
import type { LineClient } from './line/line-client.ts';
import type { Log } from './log.ts';
import type { LinkingClient } from './menus/link-menus.ts';
import type { TurnParts } from './turn/take-turn.ts';

/** What the service needs from outside. */
export type Surroundings = {
  channelSecret: string;
  /** Where people's phones reach this service, without a slash at the end. */
  publicUrl: string;
  /** The account's basic id, such as `@pakmud`; without it no links into the chat are shown. */
  lineBasicId?: string | undefined;
  line: LineClient;
  /** Where the pictures that people send are fetched; without it none can be had. */
  content?: ContentClient;
  /** Where people’s rich menus are linked; without it none are. */
  menus?: LinkingClient | undefined;
  /** Where complaints of some categories are forwarded to; without it none are. */
  forward?: ForwardSettings | undefined;
  /** The most pushes a month that the bot may use; without it all that LINE gives. */
  pushBudget?: number | undefined;
  /** The key under which updates of forwarded complaints are signed; without it none are taken. */
  complaintUpdatesSecret?: string | undefined;
  now: () => Date;
  random: () => number;
  /** A new UUID. */
  newId: () => string;
  log: Log;
  timing?: Partial<Timing>;
  /** Lets tests watch or break single hops. */
  adjust?: (parts: TurnParts) => TurnParts;
};

/** Milliseconds: how long a claim lasts, and how often the inbox, the outbox and the published pins are looked at. */
export type Timing = { lease: number; sweep: number; pollOutbox: number; pollPins: number };

/** The service's own. */
export const TIMING: Timing = {
  // Longer than the slowest turn: three tries of a reply with their time-outs, and the database's.
  lease: 20_000,
  sweep: 1_000,
  pollOutbox: 1_000,
  // A pin published elsewhere is to be found within ten seconds.
  pollPins: 3_000,
};
