/** Sending an office to a friend: a button that opens LINE's list of friends, and the same words to send by hand. */
import type { At, Closing } from './engine/flow.ts';
import { link, open, say } from './engine/message.ts';
import { labelsOf } from './engine/text.ts';
import type { FoundPin } from './found-pin.ts';
import { areaOf } from './office-card.ts';
import { cardTexts } from './office-card-texts.ts';
import { encodeSearch } from './office-search.ts';

/** Asks to whom in LINE the text goes. Not on computers. Source: LINE Developers, LINE URL scheme, `share`. */
const SHARE = 'https://line.me/R/share?text=';
/** Characters of an address, percent-encoded. Source: Messaging API, URI action. */
const ADDRESS_AT_MOST = 1_000;

/** What to send to a friend: a link into this chat, or what to type there. Where the button cannot work, the words do. */
export function shared(pin: FoundPin, { find, language }: Pick<At<unknown>, 'find' | 'language'>): Closing {
  const { name, code } = pin;
  const address = find.places.chatLink(`ค้นหา ${code}`);
  const about = { name, area: areaOf(pin) };
  const friendly = address
    ? cardTexts('shareLink', { ...about, link: address })
    : cardTexts('shareCode', { ...about, code });
  const inLanguage = (given: string | FoundPin['name']) => {
    const [th = '', en = th] = labelsOf(given);
    return language === 'en' ? en : th;
  };
  const way = address ?? cardTexts.texts.shareTyping[language].replace('{{code}}', code);
  const uri = shareUri([inLanguage(name), pin.area.th ? inLanguage(pin.area) : '', way]);
  const how = cardTexts('shareHow', { name, code });
  return {
    messages: [
      uri ? { kind: 'question', text: how, options: [link(cardTexts('shareNow'), uri)] } : say(how),
      say(friendly),
    ],
    quick: [open(cardTexts('back'), 'find-office', encodeSearch({ by: 'code', code }))],
  };
}

/** Name, area and the way in, as far as they fit: a Thai letter takes nine characters. The way in is never left out. */
export function shareUri([name, area, way]: readonly [name: string, area: string, way: string]):
  | string
  | undefined {
  return [[name, area, way], [name, way], [way]]
    .map((lines) => SHARE + encodeURIComponent(lines.filter(Boolean).join('\n')))
    .find((uri) => uri.length <= ADDRESS_AT_MOST);
}
