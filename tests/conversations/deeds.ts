/** What people do in a transcript, as the webhook events LINE would send for it. */
import type { Action, Card, Option, Saying } from '../../flows/engine/message.ts';
import type { Language } from '../../flows/engine/text.ts';
import { encodeButton } from '../../flows/postback/codec.ts';
import type { Speak } from './speaker.ts';

/** A turn that was answered: what was said, and in which language. */
export type Said = { saying: Saying; language: Language };

/** A webhook event without its envelope. */
export type Deed = Record<string, unknown> & { type: string };

const LOCATION = /^<location (-?[\d.]+),(-?[\d.]+)(?: "([^"]*)")?(?: "([^"]*)")?>$/;
const TAP = /^\[(.+?)\](?: on (.+))?$/;
const OLD_TAP = /^<old \[(.+?)\](?: on (.+))?>$/;
const RAW_TAP = /^<tap raw "(.*)">$/;
const MANY = /<(\d+) × "(.+?)">/g;
const OTHERS = ['sticker', 'image', 'video', 'audio', 'file'];

/**
 * The event for what stands behind a person's name. `said` are the turns answered so far, the latest last: a tap is
 * looked up there. `⏎` is a line break, `<80 × "ก">` eighty ก.
 */
export function deedOf(what: string, said: readonly Said[], speak: Speak): Deed {
  return tapOf(what, said, speak) ?? namedDeed(what) ?? textDeed(what);
}

function textDeed(what: string): Deed {
  const text = what.replace(MANY, (_, count: string, part: string) => part.repeat(Number(count)));
  return { type: 'message', message: { type: 'text', id: '1', text: text.replaceAll('⏎', '\n') } };
}

function namedDeed(what: string): Deed | undefined {
  const [, latitude, longitude, title, address] = LOCATION.exec(what) ?? [];
  if (latitude !== undefined) {
    const position = { latitude: Number(latitude), longitude: Number(longitude) };
    return { type: 'message', message: { type: 'location', id: '1', ...position, title, address } };
  }
  const name = what.replace(/^<|>$/g, '');
  if (what !== `<${name}>`) return undefined;
  const [, picture] = /^image (\S+)$/.exec(name) ?? [];
  if (picture) return { type: 'message', message: { type: 'image', id: picture } };
  if (name === 'follow') return { type: 'follow', follow: { isUnblocked: false } };
  if (name === 'unknown') return { type: 'message', message: { type: 'hologram', id: '1' } };
  return OTHERS.includes(name) ? { type: 'message', message: { type: name, id: '1' } } : undefined;
}

function tapOf(what: string, said: readonly Said[], speak: Speak): Deed | undefined {
  const [, raw] = RAW_TAP.exec(what) ?? [];
  if (raw !== undefined) return { type: 'postback', postback: { data: raw } };
  const [, label, card] = TAP.exec(what) ?? [];
  if (label !== undefined) return postback(found(label, card, said.slice(-1), speak));
  const [, old, oldCard] = OLD_TAP.exec(what) ?? [];
  return old === undefined ? undefined : postback(found(old, oldCard, said.slice(0, -1), speak));
}

function found(label: string, card: string | undefined, said: readonly Said[], speak: Speak): Action {
  for (const { saying, language } of said.toReversed()) {
    const shown = tappables(
      saying,
      card === undefined ? undefined : (c) => speak(c.title, language) === card,
    );
    const fitting = shown.filter((option) => speak(option.label, language) === label);
    if (fitting.length > 1)
      throw new Error(`there are ${fitting.length} buttons "${label}"; write: [${label}] on …`);
    if (fitting[0]) return fitting[0].do;
  }
  throw new Error(`no button "${label}" was shown`);
}

function tappables({ messages, quick }: Saying, isCard: ((card: Card) => boolean) | undefined): Option[] {
  const cards = messages.flatMap((message) => (message.kind === 'cards' ? message.cards : []));
  if (isCard) return cards.filter(isCard).flatMap(({ options }) => options);
  const under = messages.flatMap((message) => ('options' in message ? message.options : []));
  return [...under, ...cards.flatMap(({ options }) => options), ...quick];
}

function postback(action: Action): Deed {
  switch (action.act) {
    case 'button':
      return { type: 'postback', postback: { data: encodeButton(action.button) } };
    case 'open':
      return {
        type: 'postback',
        postback: { data: encodeButton({ kind: 'open', flow: action.flow, value: action.value ?? '' }) },
      };
    case 'word':
      return { type: 'postback', postback: { data: encodeButton({ kind: 'word', word: action.word }) } };
    default:
      throw new Error(
        'that button leaves the chat (a link or the picker of positions); nothing arrives from it',
      );
  }
}
