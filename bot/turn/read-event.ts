/** What a webhook event means for us: something to answer, something to do in silence, or nothing. */
import { z } from 'zod';
import type { Input } from '../../flows/engine/input.ts';
import { decodeButton } from '../../flows/postback/codec.ts';

/** An event's meaning. What a person sends in their own chat is always an input; silence is deliberate. */
export type Meaning =
  | { kind: 'input'; person: string; input: Input; replyToken?: string; markAsReadToken?: string }
  /** The account was invited into a group or room: say once that it talks one to one. */
  | { kind: 'greet-group'; replyToken?: string }
  | { kind: 'forget'; messageId: string }
  /** The person has blocked the account. */
  | { kind: 'left'; person: string }
  | { kind: 'silence' };

/** A LINE user id. Checked before it goes anywhere near a path. */
const userId = z.string().regex(/^U[0-9a-f]{32}$/);
const replyToken = z.string().min(1).optional().catch(undefined);
const envelope = z.looseObject({
  type: z.string(),
  mode: z.string().optional(),
  replyToken,
  source: z.looseObject({ type: z.string(), userId: userId.optional().catch(undefined) }).optional(),
});
const message = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  markAsReadToken: z.string().optional().catch(undefined),
});
const text = z.looseObject({ text: z.string() });
const location = z.looseObject({
  latitude: z.number(),
  longitude: z.number(),
  title: z.string().optional().catch(undefined),
  address: z.string().optional().catch(undefined),
});
const postback = z.looseObject({ data: z.string() });
/** LINE tells so that a tab of a rich menu was tapped, and whether it led anywhere. */
const menuSwitch = z.looseObject({
  params: z.looseObject({ newRichMenuAliasId: z.string(), status: z.string().optional() }),
});
const follow = z.looseObject({ isUnblocked: z.boolean().optional() });

const silence: Meaning = { kind: 'silence' };

/** Reads an event as LINE sent it. Never throws: what cannot be read is silence, or `unknown` when a person sent it. */
export function readEvent(body: Record<string, unknown>): Meaning {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return silence;
  const { type, source, mode } = parsed.data;
  if (type === 'unsend') return readUnsend(body);
  if (type === 'unfollow') return source?.userId ? { kind: 'left', person: source.userId } : silence;
  // In standby another bot answers this chat; we must not.
  if (mode === 'standby') return silence;
  const token = parsed.data.replyToken ? { replyToken: parsed.data.replyToken } : {};
  if (type === 'join') return { kind: 'greet-group', ...token };
  if (source?.type !== 'user' || !source.userId) return silence;
  // The person sees the other menu already: that is the answer.
  if (type === 'postback' && hasSwitchedMenu(body.postback)) return silence;
  const input = readInput(type, body);
  return input ? { kind: 'input', person: source.userId, input, ...token, ...readMark(body) } : silence;
}

function readInput(type: string, body: Record<string, unknown>): Input | undefined {
  if (type === 'message') return readMessage(body.message);
  if (type === 'postback') return readPostback(body.postback);
  if (type === 'follow')
    return { kind: 'followed', again: follow.safeParse(body.follow).data?.isUnblocked ?? false };
  return undefined;
}

function readMessage(raw: unknown): Input {
  const type = message.safeParse(raw).data?.type;
  switch (type) {
    case 'text':
      return readText(raw);
    case 'location':
      return readLocation(raw);
    case 'image':
      return { kind: 'image', messageId: message.safeParse(raw).data?.id ?? '' };
    case 'video':
    case 'audio':
    case 'file':
    case 'sticker':
      return { kind: 'other', what: type };
    default:
      return { kind: 'other', what: 'unknown' };
  }
}

function readText(raw: unknown): Input {
  const parsed = text.safeParse(raw);
  return parsed.success ? { kind: 'text', text: parsed.data.text } : { kind: 'other', what: 'unknown' };
}

function readLocation(raw: unknown): Input {
  const parsed = location.safeParse(raw);
  if (!parsed.success) return { kind: 'other', what: 'unknown' };
  const { latitude, longitude, title, address } = parsed.data;
  return {
    kind: 'place',
    position: [longitude, latitude],
    ...(title && { title }),
    ...(address && { address }),
  };
}

function readPostback(raw: unknown): Input {
  const parsed = postback.safeParse(raw);
  const button = parsed.success ? decodeButton(parsed.data.data) : undefined;
  return button ? { kind: 'button', button } : { kind: 'unreadable-button' };
}

function hasSwitchedMenu(raw: unknown): boolean {
  return menuSwitch.safeParse(raw).data?.params.status === 'SUCCESS';
}

function readMark(body: Record<string, unknown>): { markAsReadToken?: string } {
  const token = message.safeParse(body.message).data?.markAsReadToken;
  return token ? { markAsReadToken: token } : {};
}

function readUnsend(body: Record<string, unknown>): Meaning {
  const parsed = z.looseObject({ messageId: z.string() }).safeParse(body.unsend);
  return parsed.success ? { kind: 'forget', messageId: parsed.data.messageId } : silence;
}
