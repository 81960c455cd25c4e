/** LINE's webhook events of every type, with sensible defaults; each call makes an event of its own. */

/** An event as LINE sends it. `timestamp` in milliseconds since 1970, `webhookEventId` a ULID. */
export type WebhookEvent = {
  type: string;
  mode: string;
  timestamp: number;
  webhookEventId: string;
  deliveryContext: { isRedelivery: boolean };
  source?: Record<string, string>;
  replyToken?: string;
  [property: string]: unknown;
};

/** What a test wants different from the defaults. */
export type Changes = Partial<WebhookEvent>;

let made = 0;
const next = () => {
  made += 1;
  return made;
};

/** The `n`th invented person's user id. */
export const personNumber = (n: number): string => `U${n.toString(16).padStart(32, '0')}`;
/** An invented group's and room's id. */
export const someGroup = `C${'c'.repeat(32)}`;
export const someRoom = `R${'d'.repeat(32)}`;
/** Who sends what a test does not say otherwise. */
export const somebody = personNumber(0xabc);

/** The source of an event in somebody's own chat. */
export const fromPerson = (userId: string) => ({ type: 'user', userId });
const fromGroup = { type: 'group', groupId: someGroup, userId: somebody };
const fromRoom = { type: 'room', roomId: someRoom, userId: somebody };

/** When invented events happen, growing by a second with each. */
const FIRST_INSTANT = Date.parse('2026-03-02T03:00:00Z');

/** Any event; everything but its type has a default. */
function anyEvent(type: string, changes: Changes = {}): WebhookEvent {
  const n = next();
  return {
    type,
    mode: 'active',
    timestamp: FIRST_INSTANT + n * 1_000,
    webhookEventId: `01KJTESTEVENT${n.toString().padStart(13, '0')}`,
    deliveryContext: { isRedelivery: false },
    source: fromPerson(somebody),
    ...changes,
  };
}

function repliable(type: string, changes: Changes): WebhookEvent {
  return anyEvent(type, { replyToken: next().toString(16).padStart(32, 'e'), ...changes });
}

const messageId = () => `5555${next().toString().padStart(14, '0')}`;
const token = (kind: string) => `${kind}-${next()}`;
/** What LINE adds to every message that can be quoted. */
const quotable = () => ({ id: messageId(), quoteToken: token('quote'), markAsReadToken: token('read') });

function messageEvent(message: Record<string, unknown>, changes: Changes): WebhookEvent {
  return repliable('message', { message, ...changes });
}

export const textEvent = (text: string, changes: Changes = {}) =>
  messageEvent({ type: 'text', text, ...quotable() }, changes);

/** A text with a LINE emoji and somebody mentioned, and a message quoted. */
const richTextEvent = (changes: Changes = {}) =>
  messageEvent(
    {
      type: 'text',
      text: '@ปักหมุด (star) ค้นหา',
      emojis: [{ index: 9, length: 6, productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' }],
      mention: { mentionees: [{ type: 'user', index: 0, length: 8, userId: somebody, isSelf: true }] },
      quotedMessageId: messageId(),
      ...quotable(),
    },
    changes,
  );

const lineContent = { contentProvider: { type: 'line' } };

export const imageEvent = (changes: Changes = {}) =>
  messageEvent(
    { type: 'image', ...lineContent, imageSet: { id: 'A1', index: 1, total: 2 }, ...quotable() },
    changes,
  );
const videoEvent = (changes: Changes = {}) =>
  messageEvent({ type: 'video', duration: 60_000, ...lineContent, ...quotable() }, changes);
const audioEvent = (changes: Changes = {}) =>
  messageEvent({ type: 'audio', id: messageId(), duration: 4_000, ...lineContent }, changes);
const fileEvent = (changes: Changes = {}) =>
  messageEvent({ type: 'file', id: messageId(), fileName: 'แบบฟอร์ม.pdf', fileSize: 2_138 }, changes);
export const stickerEvent = (changes: Changes = {}) =>
  messageEvent(
    {
      type: 'sticker',
      packageId: '446',
      stickerId: '1988',
      stickerResourceType: 'ANIMATION',
      keywords: ['hello', 'สวัสดี'],
      ...quotable(),
    },
    changes,
  );

/** A place without title and address, which LINE may leave out. */
export const bareLocationEvent = (latitude: number, longitude: number, changes: Changes = {}) =>
  messageEvent({ type: 'location', id: messageId(), latitude, longitude }, changes);
export const locationEvent = (changes: Changes = {}) =>
  messageEvent(
    {
      type: 'location',
      id: messageId(),
      title: 'ที่ตั้งของฉัน',
      address: 'ตำบลบึงทอง',
      latitude: 19.9072,
      longitude: 99.8325,
      markAsReadToken: token('read'),
    },
    changes,
  );
/** A kind of message that LINE has not invented yet. */
const unknownMessageEvent = (changes: Changes = {}) =>
  messageEvent({ type: 'hologram', id: messageId(), depth: { metres: 2 } }, changes);

export const postbackEvent = (data: string, changes: Changes = {}) =>
  repliable('postback', { postback: { data }, ...changes });
/** What LINE's date and time picker sends. */
const pickedTimeEvent = (changes: Changes = {}) =>
  repliable('postback', { postback: { data: 'when', params: { datetime: '2026-03-05T09:30' } }, ...changes });
/** What a button that changes the rich menu sends; the status says whether it did. */
const menuSwitchEvent = (status: string, changes: Changes) =>
  repliable('postback', {
    postback: { data: 'menu', params: { newRichMenuAliasId: 'officials', status } },
    ...changes,
  });
export const followEvent = (changes: Changes = {}) =>
  repliable('follow', { follow: { isUnblocked: false }, ...changes });

export const unsendEvent = (messageIdMeant: string, changes: Changes = {}) =>
  anyEvent('unsend', { unsend: { messageId: messageIdMeant }, ...changes });
const unfollowEvent = (changes: Changes = {}) => anyEvent('unfollow', changes);
export const joinEvent = (changes: Changes = {}) =>
  repliable('join', { source: { type: 'group', groupId: someGroup }, ...changes });
const leaveEvent = (changes: Changes = {}) =>
  anyEvent('leave', { source: { type: 'group', groupId: someGroup }, ...changes });
const memberJoinedEvent = (changes: Changes = {}) =>
  repliable('memberJoined', {
    source: { type: 'group', groupId: someGroup },
    joined: { members: [fromPerson(somebody)] },
    ...changes,
  });
const memberLeftEvent = (changes: Changes = {}) =>
  anyEvent('memberLeft', {
    source: { type: 'group', groupId: someGroup },
    left: { members: [fromPerson(somebody)] },
    ...changes,
  });
export const groupTextEvent = (text: string, changes: Changes = {}) =>
  textEvent(text, { source: fromGroup, ...changes });
const roomTextEvent = (text: string, changes: Changes = {}) =>
  textEvent(text, { source: fromRoom, ...changes });
/** A message of a group, edited. */
const messageEditedEvent = (changes: Changes = {}) =>
  repliable('messageEdited', {
    source: fromGroup,
    message: { type: 'text', text: 'แก้แล้ว', id: messageId(), quoteToken: token('quote') },
    ...changes,
  });
export const beaconEvent = (changes: Changes = {}) =>
  repliable('beacon', { beacon: { hwid: 'd41d8cd98f', type: 'enter' }, ...changes });
const accountLinkEvent = (changes: Changes = {}) =>
  repliable('accountLink', { link: { result: 'ok', nonce: 'bm9uY2U' }, ...changes });
const membershipEvent = (changes: Changes = {}) =>
  repliable('membership', { membership: { type: 'joined', membershipId: 3_189 }, ...changes });
const videoPlayCompleteEvent = (changes: Changes = {}) =>
  repliable('videoPlayComplete', { videoPlayComplete: { trackingId: 'track-1' }, ...changes });
/** An event that LINE has not invented yet. */
export const unknownEvent = (changes: Changes = {}) =>
  anyEvent('teleported', { teleported: { from: 'here', 'a.dotted': { $name: 1 } }, ...changes });

/** Everything a person can send in their own chat. Each must get an answer. */
export const personsEvents: Record<string, (changes?: Changes) => WebhookEvent> = {
  text: (changes) => textEvent('สวัสดี', changes),
  'text with emoji, mention and quote': richTextEvent,
  image: imageEvent,
  video: videoEvent,
  audio: audioEvent,
  file: fileEvent,
  sticker: stickerEvent,
  location: locationEvent,
  'location without title': (changes) => bareLocationEvent(13.75, 100.5, changes),
  'unknown kind of message': unknownMessageEvent,
  'postback of no button of ours': (changes) => postbackEvent('action=buy', changes),
  'postback of the time picker': pickedTimeEvent,
  'postback of a menu switch that failed': (changes = {}) => menuSwitchEvent('RICHMENU_NOTFOUND', changes),
  follow: followEvent,
  'follow after blocking': (changes) => followEvent({ follow: { isUnblocked: true }, ...changes }),
};

/** Everything that is met with silence on purpose. */
export const silentEvents: Record<string, (changes?: Changes) => WebhookEvent> = {
  'postback of a menu switch': (changes = {}) => menuSwitchEvent('SUCCESS', changes),
  unfollow: unfollowEvent,
  leave: leaveEvent,
  'member joined': memberJoinedEvent,
  'member left': memberLeftEvent,
  'text in a group': (changes) => groupTextEvent('ปักหมุด', changes),
  'text in a room': (changes) => roomTextEvent('ปักหมุด', changes),
  'message edited': messageEditedEvent,
  beacon: beaconEvent,
  'account link': accountLinkEvent,
  membership: membershipEvent,
  'video watched': videoPlayCompleteEvent,
  'unknown event': unknownEvent,
  'text in standby': (changes) => textEvent('ปักหมุด', { mode: 'standby', ...changes }),
  'unsend of a message never seen': (changes) => unsendEvent('1', changes),
  'event without a source': () => withoutSource(anyEvent('botSuspended')),
};

function withoutSource({ source: _source, ...event }: WebhookEvent): WebhookEvent {
  return event;
}
