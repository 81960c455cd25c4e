/** Calls to LINE about rich menus, each with a time-out; what fails is one error that says why. */
import { createHash } from 'node:crypto';
import { HTTPFetchError, LineBotClient } from '@line/bot-sdk';
import type { LineMenu } from '../../rich-menus/line-object.ts';

/**
 * Why a call failed: too many at the moment or in this hour; no such menu, alias or person; refused for what it says;
 * the channel's token is not accepted; no answer, or LINE's own failure: it may or may not have been done.
 */
export type MenuFailure = 'rate' | 'missing' | 'refused' | 'barred' | 'unclear';

/** A call about menus failed. The message names the call and LINE's words. */
export class MenuCallFailed extends Error {
  readonly code = 'menu-call-failed';
  readonly why: MenuFailure;
  /** After how many seconds to try again, where the answer said so. */
  readonly retryAfter: number | undefined;

  constructor(call: string, why: MenuFailure, words: string, cause: unknown) {
    super(`${call}: ${why}${words && ` (${words})`}`, { cause });
    this.name = 'MenuCallFailed';
    this.why = why;
    this.retryAfter = cause instanceof HTTPFetchError ? secondsOf(cause) : undefined;
  }
}

/** One step of a batch: everybody linked to `from` sees `to` from then on, or the default menu. */
export type MoveOperation = { type: 'link'; from: string; to: string } | { type: 'unlink'; from: string };

/** How far LINE is with a batch. `failed`: with some people; asking again with the same key goes on with them. */
export type MovePhase = 'ongoing' | 'succeeded' | 'failed';

/** What is asked of LINE about menus. Every call rejects with `MenuCallFailed`. */
export type MenuClient = {
  /** Names the channel, to which LINE's limits apply; the same for all processes of the channel, and no secret. */
  channel: string;
  menus(): Promise<{ richMenuId: string; name: string }[]>;
  aliases(): Promise<{ richMenuAliasId: string; richMenuId: string }[]>;
  /** The menu of everybody without one of their own. */
  defaultMenu(): Promise<string | undefined>;
  /** Asks whether LINE would take the menu; makes nothing. */
  validate(menu: LineMenu): Promise<void>;
  /** Gives the new menu's id. */
  create(menu: LineMenu): Promise<string>;
  /** A PNG of at most 1 MB; once for each menu. */
  upload(richMenuId: string, png: Buffer): Promise<void>;
  /** A menu that is not there any more counts as deleted. */
  remove(richMenuId: string): Promise<void>;
  createAlias(alias: string, richMenuId: string): Promise<void>;
  moveAlias(alias: string, richMenuId: string): Promise<void>;
  /** An alias that is not there any more counts as deleted. */
  removeAlias(alias: string): Promise<void>;
  setDefault(richMenuId: string | undefined): Promise<void>;
  /** Shows people a menu, at most 500 at once; without an id the default one. Nothing happens to who blocked the account. */
  link(richMenuId: string | undefined, people: readonly string[]): Promise<void>;
  /** Asks whether LINE would take the batch; moves nobody, and is not limited by the hour. */
  validateMove(operations: readonly MoveOperation[]): Promise<void>;
  /**
   * Has everybody moved, all at once and beside the answer; gives the request's id. The same key again within 14 days
   * goes on with those who are not moved yet, so that it may be repeated when nobody knows what became of it.
   */
  move(operations: readonly MoveOperation[], requestKey: string): Promise<string>;
  /** How far LINE is; `missing` when it does not know the request (any more). */
  moveProgress(requestId: string): Promise<MovePhase>;
};

/** LINE links so many people with one call. */
export const LINKED_AT_ONCE = 500;

type Settings = {
  channelSecret: string;
  channelAccessToken: string;
  apiBaseUrl: string;
  dataApiBaseUrl: string;
  timeoutMilliseconds: number;
};
type Calling = <T>(name: string, call: Promise<T>) => Promise<T>;

/** A client for one channel. */
export function createMenuClient({ timeoutMilliseconds, ...channel }: Settings): MenuClient {
  const sdk = LineBotClient.fromChannelAccessToken({
    channelAccessToken: channel.channelAccessToken,
    apiBaseURL: channel.apiBaseUrl,
    dataApiBaseURL: channel.dataApiBaseUrl,
  });
  const calling: Calling = (name, call) => answerWithin(timeoutMilliseconds, name, call);
  return {
    // The secret stays when the token is issued anew, and the same secret means the same channel.
    channel: createHash('sha256').update(channel.channelSecret).digest('hex').slice(0, 16),
    ...menuCalls(sdk, calling),
    ...aliasCalls(sdk, calling),
    ...linkCalls(sdk, calling),
    ...moveCalls(sdk, calling),
  };
}

function menuCalls(sdk: LineBotClient, calling: Calling) {
  return {
    async menus() {
      const { richmenus } = await calling('list menus', sdk.getRichMenuList());
      return richmenus.map(({ richMenuId, name }) => ({ richMenuId, name }));
    },
    async validate(menu: LineMenu) {
      await calling('validate a menu', sdk.validateRichMenuObject(menu));
    },
    async create(menu: LineMenu) {
      return (await calling('make a menu', sdk.createRichMenu(menu))).richMenuId;
    },
    async upload(richMenuId: string, png: Buffer) {
      const picture = new Blob([Uint8Array.from(png)], { type: 'image/png' });
      await calling('send a picture', sdk.setRichMenuImage(richMenuId, picture));
    },
    async remove(richMenuId: string) {
      await unlessMissing(calling('delete a menu', sdk.deleteRichMenu(richMenuId)));
    },
  };
}

function aliasCalls(sdk: LineBotClient, calling: Calling) {
  return {
    async aliases() {
      const { aliases } = await calling('list aliases', sdk.getRichMenuAliasList());
      return aliases.map(({ richMenuAliasId, richMenuId }) => ({ richMenuAliasId, richMenuId }));
    },
    async createAlias(richMenuAliasId: string, richMenuId: string) {
      await calling('make an alias', sdk.createRichMenuAlias({ richMenuAliasId, richMenuId }));
    },
    async moveAlias(alias: string, richMenuId: string) {
      await calling('move an alias', sdk.updateRichMenuAlias(alias, { richMenuId }));
    },
    async removeAlias(alias: string) {
      await unlessMissing(calling('delete an alias', sdk.deleteRichMenuAlias(alias)));
    },
  };
}

function linkCalls(sdk: LineBotClient, calling: Calling) {
  return {
    async defaultMenu() {
      const found = await unlessMissing(calling('read the default menu', sdk.getDefaultRichMenuId()));
      return found?.richMenuId;
    },
    async setDefault(richMenuId: string | undefined) {
      if (richMenuId) await calling('set the default menu', sdk.setDefaultRichMenu(richMenuId));
      else await calling('take the default menu away', sdk.cancelDefaultRichMenu());
    },
    async link(richMenuId: string | undefined, people: readonly string[]) {
      const [person, ...others] = people.filter((id) => USER_ID.test(id));
      if (!person) return;
      const userIds = [person, ...others];
      const isOne = others.length === 0;
      if (!richMenuId) {
        await unlessMissing(
          calling(
            'unlink',
            isOne ? sdk.unlinkRichMenuIdFromUser(person) : sdk.unlinkRichMenuIdFromUsers({ userIds }),
          ),
        );
      } else {
        await calling(
          'link',
          isOne
            ? sdk.linkRichMenuIdToUser(person, richMenuId)
            : sdk.linkRichMenuIdToUsers({ richMenuId, userIds }),
        );
      }
    },
  };
}

function moveCalls(sdk: LineBotClient, calling: Calling) {
  return {
    async validateMove(operations: readonly MoveOperation[]) {
      await calling(
        'validate moving people',
        sdk.validateRichMenuBatchRequest({ operations: [...operations] }),
      );
    },
    async move(operations: readonly MoveOperation[], resumeRequestKey: string) {
      const request = { operations: [...operations], resumeRequestKey };
      const { httpResponse } = await calling('move people', sdk.richMenuBatchWithHttpInfo(request));
      return httpResponse.headers.get('x-line-request-id') ?? '';
    },
    async moveProgress(requestId: string) {
      return (await calling('see how far people are moved', sdk.getRichMenuBatchProgress(requestId))).phase;
    },
  };
}

/** Checked before an id becomes part of a path. */
const USER_ID = /^U[0-9a-f]{32}$/;

async function answerWithin<T>(milliseconds: number, name: string, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([call, late]);
  } catch (error) {
    throw failureOf(name, error);
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(name: string, error: unknown): MenuCallFailed {
  // The SDK throws bare TypeErrors for network failures: nothing is known then.
  if (!(error instanceof HTTPFetchError)) return new MenuCallFailed(name, 'unclear', '', error);
  const { status, body } = error;
  return new MenuCallFailed(name, whyOf(status), `${status} ${body.slice(0, 500)}`, error);
}

/** Only seconds are read: LINE does not document the header, and a date would need a clock. */
function secondsOf({ headers }: HTTPFetchError): number | undefined {
  const text = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function whyOf(status: number): MenuFailure {
  if (status >= 500) return 'unclear';
  if (status === 429) return 'rate';
  if (status === 401 || status === 403) return 'barred';
  return status === 404 ? 'missing' : 'refused';
}

async function unlessMissing<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof MenuCallFailed && error.why === 'missing') return undefined;
    throw error;
  }
}
