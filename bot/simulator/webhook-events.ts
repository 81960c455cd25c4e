/** The forms of LINE's webhook events and of the message objects inside them. */
import type { LineMessage } from './chats.ts';

export type EventSource =
  | { type: 'user'; userId: string }
  | { type: 'group'; groupId: string; userId?: string }
  | { type: 'room'; roomId: string; userId?: string };

/** An event as it goes out. `timestamp` in milliseconds, `webhookEventId` a ULID. */
export type LineEvent = {
  type: string;
  mode: 'active' | 'standby';
  timestamp: number;
  webhookEventId: string;
  deliveryContext: { isRedelivery: boolean };
  source?: EventSource;
  replyToken?: string;
  message?: LineMessage;
  [property: string]: unknown;
};

/** What a test hands in: only the type is needed, the rest is filled in; unknown properties pass. */
export type RawEvent = { type: string; [property: string]: unknown };

/** Events that carry a reply token, by the documentation of each. */
export const repliableTypes: ReadonlySet<string> = new Set([
  'message',
  'messageEdited',
  'follow',
  'join',
  'memberJoined',
  'postback',
  'videoPlayComplete',
  'beacon',
  'accountLink',
  'membership',
]);

/** The id of the chat an event belongs to: the group's or room's before the person's. */
export function chatIdOf(source: EventSource | undefined): string | undefined {
  if (source === undefined) return undefined;
  if (source.type === 'group') return source.groupId;
  return source.type === 'room' ? source.roomId : source.userId;
}

/** What a person can send, before LINE gives it an id. */
export type PersonMessage =
  | { type: 'text'; text: string }
  | { type: 'sticker'; packageId: string; stickerId: string; keywords?: string[] | undefined }
  | {
      type: 'location';
      latitude: number;
      longitude: number;
      title?: string | undefined;
      address?: string | undefined;
    }
  | { type: 'image' | 'video' | 'audio'; duration?: number }
  | { type: 'file'; fileName: string; fileSize: number };

type Given = { id: string; quoteToken: string; markAsReadToken: string };

/** The message object of the webhook, with the properties LINE adds for its type. */
export function webhookMessage(message: PersonMessage, given: Given): LineMessage {
  const { id, quoteToken, markAsReadToken } = given;
  const plain = withoutUndefined(message);
  switch (message.type) {
    case 'text':
      return { ...plain, type: 'text', id, quoteToken, markAsReadToken };
    case 'sticker':
      return { ...plain, type: 'sticker', id, stickerResourceType: 'STATIC', quoteToken, markAsReadToken };
    case 'image':
    case 'video':
      return {
        ...plain,
        type: message.type,
        id,
        contentProvider: { type: 'line' },
        quoteToken,
        markAsReadToken,
      };
    case 'audio':
      return { ...plain, type: 'audio', id, contentProvider: { type: 'line' }, markAsReadToken };
    default:
      return { ...plain, type: message.type, id, markAsReadToken };
  }
}

function withoutUndefined(message: PersonMessage): Record<string, unknown> {
  return Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined));
}
