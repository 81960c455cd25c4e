/** Flex messages that LINE refuses, with the property it names. */
import {
  bubble,
  flex,
  inBody,
  inBox,
  longThai,
  picture,
  postback,
  times,
  video,
  words,
} from './message-parts.ts';

/** The same for Flex messages. */
export const badFlexMessages: [string, unknown, string][] = [
  ['flex: no altText', { type: 'flex', contents: bubble(words()) }, '.altText'],
  ['flex: unknown container', flex({ type: 'balloon' }), '.contents.type'],
  ['flex: bubble without a block', flex({ type: 'bubble' }), '.contents'],
  [
    'flex: 13 bubbles',
    flex({ type: 'carousel', contents: times(13, bubble(words())) }),
    '.contents.contents',
  ],
  [
    'flex: bubbles of two sizes',
    flex({ type: 'carousel', contents: [bubble(words()), { ...bubble(words()), size: 'nano' }] }),
    '.contents.contents[1].size',
  ],
  ['flex: bubble over 30 KB', inBody(words({ text: 'ก'.repeat(10_300) })), '.contents'],
  [
    'flex: carousel over 50 KB',
    flex({ type: 'carousel', contents: times(3, bubble(words({ text: 'ก'.repeat(6000) }))) }),
    '.contents',
  ],
  ['flex: unknown component', inBody({ type: 'table' }), '.contents.body.contents[0].type'],
  ['flex: span in a box', inBody({ type: 'span', text: 'ก' }), '.contents.body.contents[0].type'],
  ['flex: icon in a column', inBody({ type: 'icon', url: picture }), '.contents.body.contents[0].type'],
  [
    'flex: button in a baseline box',
    inBody({ type: 'box', layout: 'baseline', contents: [{ type: 'button', action: postback('ก') }] }),
    '.contents.body.contents[0].contents[0].type',
  ],
  ['flex: video in the body', inBody(video), '.contents.body.contents[0].type'],
  [
    'flex: video in a small bubble',
    flex({ ...bubble(words()), size: 'nano', hero: video }),
    '.contents.size',
  ],
  [
    'flex: video in a carousel',
    flex({ type: 'carousel', contents: [{ ...bubble(words()), hero: video }] }),
    '.contents.contents[0].hero.type',
  ],
  ['flex: empty text', inBody(words({ text: '' })), '.contents.body.contents[0].text'],
  ['flex: text without text', inBody({ type: 'text' }), '.contents.body.contents[0].text'],
  ['flex: size', inBody(words({ size: 'huge' })), '.contents.body.contents[0].size'],
  ['flex: weight', inBody(words({ weight: 'heavy' })), '.contents.body.contents[0].weight'],
  ['flex: align', inBody(words({ align: 'left' })), '.contents.body.contents[0].align'],
  ['flex: gravity', inBody(words({ gravity: 'middle' })), '.contents.body.contents[0].gravity'],
  ['flex: colour', inBody(words({ color: '#FFF' })), '.contents.body.contents[0].color'],
  ['flex: wrap as a word', inBody(words({ wrap: 'true' })), '.contents.body.contents[0].wrap'],
  ['flex: margin in percent', inBody(words({ margin: '5%' })), '.contents.body.contents[0].margin'],
  ['flex: maxLines of a half', inBody(words({ maxLines: 1.5 })), '.contents.body.contents[0].maxLines'],
  ['flex: layout', inBox({ layout: 'grid' }), '.contents.body.contents[0].layout'],
  [
    'flex: box without contents',
    inBody({ type: 'box', layout: 'vertical' }),
    '.contents.body.contents[0].contents',
  ],
  ['flex: spacing', inBox({ spacing: 'big' }), '.contents.body.contents[0].spacing'],
  ['flex: padding without unit', inBox({ paddingAll: '10' }), '.contents.body.contents[0].paddingAll'],
  [
    'flex: gradient angle',
    inBox({
      background: { type: 'linearGradient', angle: '360deg', startColor: '#000000', endColor: '#000000' },
    }),
    '.contents.body.contents[0].background.angle',
  ],
  [
    'flex: image over http',
    inBody({ type: 'image', url: 'http://example.com/a.jpg' }),
    '.contents.body.contents[0].url',
  ],
  [
    'flex: image ratio 1:4',
    inBody({ type: 'image', url: picture, aspectRatio: '1:4' }),
    '.contents.body.contents[0].aspectRatio',
  ],
  ['flex: button without action', inBody({ type: 'button' }), '.contents.body.contents[0].action'],
  [
    'flex: button label of 41',
    inBody({ type: 'button', action: postback(longThai(41)) }),
    '.contents.body.contents[0].action.label',
  ],
  [
    'flex: button without label',
    inBody({ type: 'button', action: { type: 'postback', data: 'a' } }),
    '.contents.body.contents[0].action.label',
  ],
  [
    'flex: button asking for a place',
    inBody({ type: 'button', action: { type: 'location', label: 'ก' } }),
    '.contents.body.contents[0].action.type',
  ],
  [
    'flex: unknown property deep inside',
    inBody(words({ fontFamily: 'Sarabun' })),
    '.contents.body.contents[0].fontFamily',
  ],
  [
    'flex: style of a block',
    flex({ ...bubble(words()), styles: { body: { border: true } } }),
    '.contents.styles.body.border',
  ],
];
