/** What a person sent, freed of LINE's shapes. `bot/turn/read-event` makes these. */
import type { Button, Position } from './message.ts';

/** One thing a person sent or did in their chat. */
export type Input =
  | { kind: 'text'; text: string }
  | { kind: 'button'; button: Button }
  /** A button whose data this version cannot read: from another bot, or forged. */
  | { kind: 'unreadable-button' }
  | { kind: 'place'; position: Position; title?: string; address?: string }
  /** A picture; its bytes stay with LINE until somebody asks for them by `messageId`. */
  | { kind: 'image'; messageId: string }
  /** Something that is not words, a place or a picture: a video, a voice message, a file, a sticker, or a new type. */
  | { kind: 'other'; what: 'video' | 'audio' | 'file' | 'sticker' | 'unknown' }
  /** The person added the account, for the first time or after blocking it. */
  | { kind: 'followed'; again: boolean };
