/** The question of the next morning: how was it at the office somebody asked the way to? It rides along with an answer. */
import { type Message, open } from '../engine/message.ts';
import { defineTexts, type Name } from '../engine/text.ts';
import { rateAtOnce } from './stars.ts';

export const howWasItTexts = defineTexts('how-was-it', {
  ask: {
    th: 'เมื่อวานคุณถามทางไป “{{office}}” บริการเป็นอย่างไรบ้าง แตะให้คะแนนได้เลย',
    en: 'Yesterday you asked the way to “{{office}}”. How was it? Tap to rate it.',
  },
  noMore: { th: 'ไม่ต้องถามอีก', en: 'Do not ask again' },
});

/** The question about a published pin. */
export function howWasIt({ code, name }: { code: string; name: Name }): Message {
  return {
    kind: 'question',
    text: howWasItTexts('ask', { office: name }),
    options: [...rateAtOnce(code), open(howWasItTexts('noMore'), 'rate', ASKING_OFF)],
  };
}

/** Values that open `rate` to switch this question off or on. */
export const ASKING_OFF = 'ask:off';
export const ASKING_ON = 'ask:on';
