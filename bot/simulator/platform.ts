/** The simulated platform: people, chats, webhooks and everything the bot can call, in memory. */
import { type ChatEntry, Chats, type LineMessage } from './chats.ts';
import { Contents } from './contents.ts';
import { type Faults, noFaults } from './faults.ts';
import { type Identifiers, makeIdentifiers } from './identifiers.ts';
import { People } from './people.ts';
import type { Persona } from './persona.ts';
import type { Log, Place, PlatformSettings, Postback, Sent } from './platform-types.ts';
import { Quota } from './quota.ts';
import { RateLimits } from './rate-limits.ts';
import { ReadTokens } from './read-tokens.ts';
import { ReplyTokens } from './reply-tokens.ts';
import { waitForReply } from './reply-waiting.ts';
import { RetryKeys } from './retry-keys.ts';
import { RichMenus } from './rich-menus.ts';
import { type Attempt, type Delivery, WebhookDelivery } from './webhook-delivery.ts';
import {
  chatIdOf,
  type EventSource,
  type LineEvent,
  type PersonMessage,
  type RawEvent,
  repliableTypes,
  webhookMessage,
} from './webhook-events.ts';

/**
 * LINE's side, usable directly by tests. Whoever writes without being known becomes a friend silently.
 * All functions that act for a person resolve when the bot has answered the webhook.
 */
export class Platform {
  /** Mutable: what goes wrong on purpose. */
  faults: Faults = noFaults();
  /** The bot's own user id, the `destination` of its webhooks. */
  readonly botUserId = 'U00000000000000000000000000000b07';
  /** Calls of the bot by endpoint name, such as `push`; refused ones included. */
  readonly calls = new Map<string, number>();
  readonly people = new People();
  readonly chats: Chats;
  readonly contents = new Contents();
  readonly quota: Quota;
  readonly rateLimits: RateLimits;
  readonly replyTokens: ReplyTokens;
  readonly readTokens = new ReadTokens();
  readonly retryKeys: RetryKeys;
  readonly richMenus: RichMenus;
  readonly webhooks: WebhookDelivery;
  readonly identifiers: Identifiers;
  readonly now: () => Date;
  readonly log: Log;

  constructor(settings: PlatformSettings) {
    const { now, random, log } = settings;
    this.now = now;
    this.log = log;
    this.identifiers = makeIdentifiers(now, random);
    this.chats = new Chats(now);
    this.quota = new Quota(settings.monthlyQuota === undefined ? 500 : settings.monthlyQuota, now);
    this.rateLimits = new RateLimits(now);
    this.replyTokens = new ReplyTokens(now);
    this.retryKeys = new RetryKeys(now);
    this.richMenus = new RichMenus({
      now,
      isFollowing: (userId) => this.isFollowing(userId),
      changed: (userId) => this.chats.signal(userId, { kind: 'menu' }),
    });
    for (const persona of settings.personas) this.addPersona(persona);
    this.webhooks = new WebhookDelivery(settings.webhookUrl, {
      channelSecret: settings.channelSecret,
      destination: this.botUserId,
      faults: () => this.faults,
      onSending: (event) => this.replyTokens.delivered(event.replyToken ?? ''),
      log,
    });
  }

  get quotaUsed(): number {
    return this.quota.used;
  }

  setWebhookUrl(url: string | undefined): void {
    this.webhooks.url = url;
  }

  /** How often the bot called the endpoint. */
  callsOf(endpoint: string): number {
    return this.calls.get(endpoint) ?? 0;
  }

  addPersona(persona: Persona): void {
    this.people.addPersona(persona);
  }

  /** Makes many friends at once, for tests of great numbers. */
  addFollowers(userIds: Iterable<string>): void {
    this.people.addFollowers(userIds);
  }

  isFollowing(chatId: string): boolean {
    return this.people.isFollowing(chatId);
  }

  /** The entries so far, oldest first (the newest 500). */
  chat(userId: string): ChatEntry[] {
    return this.chats.entries(userId);
  }

  /** Resolves with the bot's entries whose id is above `afterIndex` (0 at the start), once there is one. */
  waitForReply(userId: string, afterIndex: number, timeoutMs: number): Promise<ChatEntry[]> {
    return waitForReply(this.chats, userId, afterIndex, timeoutMs);
  }

  say(userId: string, text: string): Promise<Sent> {
    return this.sendMessage(userId, { type: 'text', text });
  }

  sendLocation(userId: string, place: Place): Promise<Sent> {
    return this.sendMessage(userId, { type: 'location', ...place });
  }

  sendSticker(
    userId: string,
    sticker: { packageId?: string; stickerId?: string; keywords?: string[] | undefined } = {},
  ): Promise<Sent> {
    return this.sendMessage(userId, { type: 'sticker', packageId: '446', stickerId: '1988', ...sticker });
  }

  sendImage(userId: string, bytes: Uint8Array, contentType: string): Promise<Sent> {
    return this.#sendContent(userId, { type: 'image' }, bytes, contentType);
  }

  /** `ready: false` makes the bot's first fetch meet a 202 until `platform.contents` says otherwise. */
  sendVideo(userId: string, bytes: Uint8Array, contentType = 'video/mp4', ready = true): Promise<Sent> {
    return this.#sendContent(userId, { type: 'video', duration: 1000 }, bytes, contentType, ready);
  }

  sendAudio(userId: string, bytes: Uint8Array, contentType = 'audio/mp4', ready = true): Promise<Sent> {
    return this.#sendContent(userId, { type: 'audio', duration: 1000 }, bytes, contentType, ready);
  }

  sendFile(userId: string, bytes: Uint8Array, fileName: string): Promise<Sent> {
    const message: PersonMessage = { type: 'file', fileName, fileSize: bytes.byteLength };
    return this.#sendContent(userId, message, bytes, 'application/octet-stream');
  }

  /** Shows `displayText` as the person's words but sends only the postback, as LINE does. */
  tapPostback(userId: string, { data, displayText, params }: Postback): Promise<Sent> {
    this.people.admit(userId);
    if (displayText !== undefined) {
      const message = { type: 'text', id: this.identifiers.messageId(), text: displayText };
      this.chats.add(userId, { from: 'person', message });
    }
    const postback = params === undefined ? { data } : { data, params };
    return this.#sendOne({ type: 'postback', source: { type: 'user', userId }, postback });
  }

  follow(userId: string): Promise<Sent> {
    const person = this.people.ensure(userId);
    const isUnblocked = person.wasFollowing;
    person.following = true;
    person.wasFollowing = true;
    this.chats.add(userId, { from: 'note', text: { th: 'เพิ่มเป็นเพื่อนแล้ว', en: 'followed the account' } });
    return this.#sendOne({ type: 'follow', source: { type: 'user', userId }, follow: { isUnblocked } });
  }

  unfollow(userId: string): Promise<Sent> {
    this.people.ensure(userId).following = false;
    this.chats.add(userId, { from: 'note', text: { th: 'บล็อกบัญชีนี้แล้ว', en: 'blocked the account' } });
    return this.#sendOne({ type: 'unfollow', source: { type: 'user', userId } });
  }

  unsend(userId: string, messageId: string): Promise<Sent> {
    this.chats.markUnsent(userId, messageId);
    this.contents.unsend(messageId);
    return this.#sendOne({ type: 'unsend', source: { type: 'user', userId }, unsend: { messageId } });
  }

  /** Any one event, groups' too; what is missing is filled in. */
  sendEvent(raw: RawEvent): Promise<Sent> {
    return this.#sendOne(raw);
  }

  /** Several events in one webhook, of one person or many. */
  async sendEvents(raws: readonly RawEvent[]): Promise<Delivery> {
    return this.webhooks.deliver(raws.map((raw) => this.#complete(raw)));
  }

  /** Sends an event again as a redelivery. */
  redeliver(webhookEventId: string): Promise<Attempt> {
    return this.webhooks.redeliver(webhookEventId);
  }

  async sendMessage(
    userId: string,
    message: PersonMessage,
    id = this.identifiers.messageId(),
  ): Promise<Sent> {
    this.people.admit(userId);
    const markAsReadToken = this.identifiers.token();
    this.readTokens.issue(markAsReadToken, userId);
    const sent = webhookMessage(message, { id, quoteToken: this.identifiers.token(), markAsReadToken });
    this.chats.add(userId, { from: 'person', message: sent });
    const source: EventSource = { type: 'user', userId };
    return { ...(await this.#sendOne({ type: 'message', source, message: sent })), messageId: id };
  }

  /** The bot's messages arrive; people who do not follow see nothing. */
  receive(chatId: string, messages: readonly LineMessage[]): void {
    if (!this.isFollowing(chatId)) return;
    this.chats.signal(chatId, { kind: 'typing', seconds: 0 });
    for (const message of messages) this.chats.add(chatId, { from: 'bot', message });
  }

  #sendContent(
    userId: string,
    message: PersonMessage,
    bytes: Uint8Array,
    contentType: string,
    ready = true,
  ): Promise<Sent> {
    const id = this.identifiers.messageId();
    this.contents.keep(id, { bytes, contentType, ready });
    return this.sendMessage(userId, message, id);
  }

  async #sendOne(raw: RawEvent): Promise<Sent> {
    const event = this.#complete(raw);
    return { event, delivery: await this.webhooks.deliver([event]) };
  }

  #complete(raw: RawEvent): LineEvent {
    const event: LineEvent = {
      mode: 'active',
      timestamp: this.now().getTime(),
      webhookEventId: this.identifiers.eventId(),
      deliveryContext: { isRedelivery: false },
      ...raw,
    };
    if (event.replyToken === undefined && repliableTypes.has(event.type) && event.mode === 'active') {
      event.replyToken = this.identifiers.token();
    }
    const chatId = chatIdOf(event.source);
    if (event.replyToken !== undefined && chatId !== undefined) {
      this.replyTokens.issue(event.replyToken, chatId, event.timestamp);
    }
    return event;
  }
}
