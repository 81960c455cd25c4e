/** Messages that LINE takes and messages that it refuses, with the property it names. */

type Json = Record<string, unknown>;

const picture = 'https://example.com/a.jpg';
export const longThai = (graphemes: number) => 'กี่'.repeat(graphemes);

export const postback = (label: string, more: Json = {}) => ({
  type: 'postback',
  label,
  data: 'a=1',
  ...more,
});
const uri = (address: string) => ({ type: 'uri', label: 'เปิด', uri: address });
const text = (more: Json = {}) => ({ type: 'text', text: 'สวัสดี', ...more });
const quick = (...actions: Json[]) =>
  text({ quickReply: { items: actions.map((action) => ({ type: 'action', action })) } });
const template = (content: Json) => ({ type: 'template', altText: 'ตัวเลือก', template: content });
const column = (more: Json = {}) => ({ text: 'ข้อความ', actions: [postback('ก')], ...more });
const flex = (contents: Json) => ({ type: 'flex', altText: 'บัตร', contents });
export const bubble = (...components: Json[]) => ({
  type: 'bubble',
  body: { type: 'box', layout: 'vertical', contents: components },
});
const inBody = (...components: Json[]) => flex(bubble(...components));
const words = (more: Json = {}) => ({ type: 'text', text: 'ก', ...more });
const inBox = (more: Json) => inBody({ type: 'box', layout: 'vertical', contents: [], ...more });
const imagemap = (more: Json = {}) => ({
  type: 'imagemap',
  baseUrl: 'https://example.com/map',
  altText: 'แผนที่',
  baseSize: { width: 1040, height: 700 },
  actions: [{ type: 'uri', linkUri: picture, area: { x: 0, y: 0, width: 10, height: 10 } }],
  ...more,
});
const video = {
  type: 'video',
  url: picture,
  previewUrl: picture,
  altContent: { type: 'image', url: picture },
};
const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

/** Each is in order. */
export const goodMessages: [string, Json][] = [
  ['text', text()],
  ['text of 5,000 units', text({ text: 'ก'.repeat(5000) })],
  ['text with an emoji', text({ text: 'ดี $', emojis: [{ index: 3, productId: 'p', emojiId: 'e' }] })],
  ['text with a quote and a sender', text({ quoteToken: 'q', sender: { name: 'น้องหมุด', iconUrl: picture } })],
  [
    'textV2',
    {
      type: 'textV2',
      text: 'ดี {a} {{b}}',
      substitution: { a: { type: 'emoji', productId: 'p', emojiId: 'e' } },
    },
  ],
  [
    'textV2 mention',
    { type: 'textV2', text: '{x}', substitution: { x: { type: 'mention', mentionee: { type: 'all' } } } },
  ],
  ['sticker', { type: 'sticker', packageId: '446', stickerId: '1988' }],
  ['image', { type: 'image', originalContentUrl: picture, previewImageUrl: picture }],
  ['video', { type: 'video', originalContentUrl: picture, previewImageUrl: picture, trackingId: 'a-1' }],
  ['audio', { type: 'audio', originalContentUrl: picture, duration: 60_000 }],
  ['location', { type: 'location', title: 'อบต.', address: 'เชียงราย', latitude: 19.9, longitude: 99.8 }],
  [
    'quick reply of every action',
    quick(
      postback('ก', { displayText: 'ก', inputOption: 'openKeyboard', fillInText: 'ข' }),
      { type: 'message', label: 'ก', text: 'ก' },
      uri('tel:021234567'),
      uri('line://nv/location'),
      {
        type: 'datetimepicker',
        label: 'ก',
        data: 'd',
        mode: 'date',
        initial: '2026-02-28',
        max: '2026-12-31',
      },
      { type: 'datetimepicker', label: 'ก', data: 'd', mode: 'datetime', min: '2026-02-28T10:00' },
      { type: 'datetimepicker', label: 'ก', data: 'd', mode: 'time', initial: '23:59' },
      { type: 'camera', label: 'ก' },
      { type: 'cameraRoll', label: 'ก' },
      { type: 'location', label: 'ก' },
      { type: 'clipboard', label: 'ก', clipboardText: 'ก' },
    ),
  ],
  ['label of 20 graphemes in 60 units', quick(postback(longThai(20)))],
  [
    'buttons',
    template({
      type: 'buttons',
      title: 'หัวข้อ',
      text: longThai(60),
      thumbnailImageUrl: picture,
      imageSize: 'cover',
      imageAspectRatio: 'square',
      imageBackgroundColor: '#FFFFFF',
      defaultAction: uri(picture),
      actions: times(4, postback('ก')),
    }),
  ],
  ['buttons without a head', template({ type: 'buttons', text: longThai(160), actions: [postback('ก')] })],
  ['confirm', template({ type: 'confirm', text: longThai(240), actions: [postback('ใช่'), postback('ไม่')] })],
  ['carousel', template({ type: 'carousel', columns: times(10, column()), imageSize: 'contain' })],
  [
    'image carousel',
    template({
      type: 'image_carousel',
      columns: [{ imageUrl: picture, action: { type: 'uri', uri: picture } }],
    }),
  ],
  ['imagemap', imagemap()],
  [
    'imagemap with a film',
    imagemap({
      video: {
        originalContentUrl: picture,
        previewImageUrl: picture,
        area: { x: 0, y: 0, width: 1, height: 1 },
        externalLink: { linkUri: picture, label: 'ดู' },
      },
    }),
  ],
  [
    'flex of all components',
    flex({
      type: 'bubble',
      size: 'giga',
      direction: 'ltr',
      header: {
        type: 'box',
        layout: 'baseline',
        contents: [
          { type: 'icon', url: picture, size: '3xl', aspectRatio: '2:1' },
          words(),
          { type: 'filler' },
        ],
      },
      hero: { ...video, aspectRatio: '20:13', action: uri(picture) },
      body: {
        type: 'box',
        layout: 'horizontal',
        spacing: 'md',
        margin: '4px',
        paddingAll: '10%',
        cornerRadius: 'xxl',
        borderWidth: 'semi-bold',
        borderColor: '#00000080',
        backgroundColor: '#FFFFFF',
        width: '50%',
        maxHeight: '40px',
        justifyContent: 'space-evenly',
        alignItems: 'center',
        position: 'relative',
        offsetTop: '-5px',
        action: postback('ก'),
        background: {
          type: 'linearGradient',
          angle: '90deg',
          startColor: '#FFFFFF',
          endColor: '#000000',
          centerColor: '#00FF00',
          centerPosition: '50%',
        },
        contents: [
          {
            type: 'image',
            url: picture,
            size: 'full',
            aspectMode: 'cover',
            aspectRatio: '1:3',
            align: 'start',
            gravity: 'top',
            animated: true,
          },
          {
            type: 'text',
            contents: [
              {
                type: 'span',
                text: 'ก',
                weight: 'bold',
                decoration: 'line-through',
                style: 'italic',
                size: 'xxs',
                color: '#123456',
              },
            ],
            wrap: true,
            maxLines: 2,
            lineSpacing: '20px',
            adjustMode: 'shrink-to-fit',
            flex: 1,
          },
          { type: 'separator', margin: 'xl', color: '#AAAAAA' },
          {
            type: 'button',
            action: postback(longThai(40)),
            style: 'primary',
            height: 'sm',
            color: '#06C755',
            gravity: 'center',
            scaling: true,
          },
          { type: 'box', layout: 'vertical', contents: [] },
        ],
      },
      footer: { type: 'box', layout: 'vertical', contents: [words({ size: '18.5px' })] },
      styles: { footer: { separator: true, separatorColor: '#000000', backgroundColor: '#FFFFFF' } },
    }),
  ],
  ['flex carousel', flex({ type: 'carousel', contents: times(12, bubble(words())) })],
];

/** What is wrong, the message, and the property under `messages[0]` that the answer names. */
export const badMessages: [string, unknown, string][] = [
  ['no type', {}, '.type'],
  ['unknown type', { type: 'poem', text: 'ก' }, '.type'],
  ['no object', 'สวัสดี', ''],
  ['unknown property', text({ colour: 'red' }), '.colour'],
  ['empty text', text({ text: '' }), '.text'],
  ['no text', { type: 'text' }, '.text'],
  ['text of 5,001 units', text({ text: 'ก'.repeat(5001) }), '.text'],
  ['text of 2,501 faces of two units', text({ text: '😀'.repeat(2501) }), '.text'],
  [
    'emoji beside the $',
    text({ text: 'ดี $', emojis: [{ index: 1, productId: 'p', emojiId: 'e' }] }),
    '.emojis[0].index',
  ],
  ['sender named LINE', text({ sender: { name: 'LINE' } }), '.sender.name'],
  ['sender of 21 letters', text({ sender: { name: 'ก'.repeat(21) } }), '.sender.name'],
  ['single brace', { type: 'textV2', text: 'ดี {' }, '.text'],
  ['placeholder without substitution', { type: 'textV2', text: '{a}' }, '.text'],
  ['sticker without package', { type: 'sticker', stickerId: '1' }, '.packageId'],
  ['sticker id as a number', { type: 'sticker', packageId: '1', stickerId: 2 }, '.stickerId'],
  [
    'image over http',
    { type: 'image', originalContentUrl: 'http://example.com/a.jpg', previewImageUrl: picture },
    '.originalContentUrl',
  ],
  [
    'image with Thai letters',
    { type: 'image', originalContentUrl: 'https://example.com/ก.jpg', previewImageUrl: picture },
    '.originalContentUrl',
  ],
  [
    'image address of 2,001',
    { type: 'image', originalContentUrl: picture, previewImageUrl: `https://a.th/${'a'.repeat(1988)}` },
    '.previewImageUrl',
  ],
  [
    'video tracking id with a space',
    { type: 'video', originalContentUrl: picture, previewImageUrl: picture, trackingId: 'a b' },
    '.trackingId',
  ],
  ['audio without duration', { type: 'audio', originalContentUrl: picture }, '.duration'],
  ['location without address', { type: 'location', title: 'ก', latitude: 1, longitude: 1 }, '.address'],
  [
    'location title of 101',
    { type: 'location', title: 'ก'.repeat(101), address: 'ก', latitude: 1, longitude: 1 },
    '.title',
  ],
  [
    'location beyond the pole',
    { type: 'location', title: 'ก', address: 'ก', latitude: 91, longitude: 1 },
    '.latitude',
  ],
  ['14 quick replies', quick(...times(14, postback('ก'))), '.quickReply.items'],
  ['quick reply label of 21', quick(postback(longThai(21))), '.quickReply.items[0].action.label'],
  ['quick reply without label', quick({ type: 'postback', data: 'a' }), '.quickReply.items[0].action.label'],
  [
    'quick reply switching menus',
    quick({ type: 'richmenuswitch', label: 'ก', richMenuAliasId: 'a', data: 'd' }),
    '.quickReply.items[0].action.type',
  ],
  [
    'postback data of 301',
    quick(postback('ก', { data: 'a'.repeat(301) })),
    '.quickReply.items[0].action.data',
  ],
  ['postback without data', quick({ type: 'postback', label: 'ก' }), '.quickReply.items[0].action.data'],
  [
    'displayText of 301',
    quick(postback('ก', { displayText: longThai(301) })),
    '.quickReply.items[0].action.displayText',
  ],
  [
    'fillInText of 301',
    quick(postback('ก', { inputOption: 'openKeyboard', fillInText: longThai(301) })),
    '.quickReply.items[0].action.fillInText',
  ],
  [
    'displayText and text',
    quick(postback('ก', { displayText: 'ก', text: 'ก' })),
    '.quickReply.items[0].action.displayText',
  ],
  [
    'message text of 301',
    quick({ type: 'message', label: 'ก', text: longThai(301) }),
    '.quickReply.items[0].action.text',
  ],
  [
    'unknown input option',
    quick(postback('ก', { inputOption: 'openDoor' })),
    '.quickReply.items[0].action.inputOption',
  ],
  ['uri of 1,001', quick(uri(`https://a.th/${'a'.repeat(988)}`)), '.quickReply.items[0].action.uri'],
  ['uri with Thai letters', quick(uri('https://example.com/ค้นหา')), '.quickReply.items[0].action.uri'],
  ['uri with a space', quick(uri('https://example.com/a b')), '.quickReply.items[0].action.uri'],
  ['uri with a bare %', quick(uri('https://example.com/100%')), '.quickReply.items[0].action.uri'],
  ['uri of another scheme', quick(uri('mailto:a@example.com')), '.quickReply.items[0].action.uri'],
  ['javascript uri', quick(uri('javascript:alert(1)')), '.quickReply.items[0].action.uri'],
  [
    '31 February',
    quick({ type: 'datetimepicker', label: 'ก', data: 'd', mode: 'date', initial: '2026-02-31' }),
    '.quickReply.items[0].action.initial',
  ],
  [
    'picker without mode',
    quick({ type: 'datetimepicker', label: 'ก', data: 'd' }),
    '.quickReply.items[0].action.mode',
  ],
  [
    'time in a date picker',
    quick({ type: 'datetimepicker', label: 'ก', data: 'd', mode: 'date', min: '10:00' }),
    '.quickReply.items[0].action.min',
  ],
  [
    'picker max before min',
    quick({ type: 'datetimepicker', label: 'ก', data: 'd', mode: 'time', min: '10:00', max: '09:00' }),
    '.quickReply.items[0].action.max',
  ],
  [
    'clipboard of 1,001',
    quick({ type: 'clipboard', label: 'ก', clipboardText: 'ก'.repeat(1001) }),
    '.quickReply.items[0].action.clipboardText',
  ],
  ['unknown template', template({ type: 'list' }), '.template.type'],
  [
    'altText of 1,501',
    { ...template({ type: 'buttons', text: 'ก', actions: [postback('ก')] }), altText: 'ก'.repeat(1501) },
    '.altText',
  ],
  [
    'buttons: location action',
    template({ type: 'buttons', text: 'ก', actions: [{ type: 'location', label: 'ก' }] }),
    '.template.actions[0].type',
  ],
  [
    'buttons: five actions',
    template({ type: 'buttons', text: 'ก', actions: times(5, postback('ก')) }),
    '.template.actions',
  ],
  [
    'buttons: text of 161',
    template({ type: 'buttons', text: longThai(161), actions: [postback('ก')] }),
    '.template.text',
  ],
  [
    'buttons: text of 61 under a title',
    template({ type: 'buttons', title: 'ก', text: longThai(61), actions: [postback('ก')] }),
    '.template.text',
  ],
  [
    'buttons: title of 41',
    template({ type: 'buttons', title: longThai(41), text: 'ก', actions: [postback('ก')] }),
    '.template.title',
  ],
  [
    'buttons: colour by name',
    template({ type: 'buttons', text: 'ก', imageBackgroundColor: 'red', actions: [postback('ก')] }),
    '.template.imageBackgroundColor',
  ],
  [
    'confirm: one action',
    template({ type: 'confirm', text: 'ก', actions: [postback('ก')] }),
    '.template.actions',
  ],
  [
    'confirm: text of 241',
    template({ type: 'confirm', text: longThai(241), actions: times(2, postback('ก')) }),
    '.template.text',
  ],
  ['carousel: 11 columns', template({ type: 'carousel', columns: times(11, column()) }), '.template.columns'],
  [
    'carousel: uneven actions',
    template({ type: 'carousel', columns: [column(), column({ actions: times(2, postback('ก')) })] }),
    '.template.columns[1].actions',
  ],
  [
    'carousel: uneven titles',
    template({ type: 'carousel', columns: [column(), column({ title: 'ก' })] }),
    '.template.columns[1].title',
  ],
  [
    'carousel: four actions',
    template({ type: 'carousel', columns: [column({ actions: times(4, postback('ก')) })] }),
    '.template.columns[0].actions',
  ],
  [
    'image carousel: label of 13',
    template({ type: 'image_carousel', columns: [{ imageUrl: picture, action: postback(longThai(13)) }] }),
    '.template.columns[0].action.label',
  ],
  ['imagemap: width 1,000', imagemap({ baseSize: { width: 1000, height: 700 } }), '.baseSize.width'],
  [
    'imagemap: 51 actions',
    imagemap({
      actions: times(51, { type: 'message', text: 'ก', area: { x: 0, y: 0, width: 1, height: 1 } }),
    }),
    '.actions',
  ],
  [
    'imagemap: action without area',
    imagemap({ actions: [{ type: 'message', text: 'ก' }] }),
    '.actions[0].area',
  ],
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

/** Of the bad ones, what only the prose of the documentation forbids and the OpenAPI lets pass. */
export const beyondOpenApi: ReadonlySet<string> = new Set([
  '31 February',
  'buttons: colour by name',
  'buttons: five actions',
  'buttons: location action',
  'buttons: text of 161',
  'buttons: text of 61 under a title',
  'buttons: title of 41',
  'carousel: 11 columns',
  'carousel: four actions',
  'carousel: uneven actions',
  'carousel: uneven titles',
  'confirm: one action',
  'confirm: text of 241',
  'displayText and text',
  'emoji beside the $',
  'flex: bubble without a block',
  'flex: bubbles of two sizes',
  'flex: button asking for a place',
  'flex: button in a baseline box',
  'flex: colour',
  'flex: empty text',
  'flex: gradient angle',
  'flex: icon in a column',
  'flex: image over http',
  'flex: image ratio 1:4',
  'flex: margin in percent',
  'flex: padding without unit',
  'flex: size',
  'flex: spacing',
  'flex: span in a box',
  'flex: text without text',
  'flex: video in a carousel',
  'flex: video in a small bubble',
  'flex: video in the body',
  'image address of 2,001',
  'image over http',
  'imagemap: 51 actions',
  'imagemap: width 1,000',
  'javascript uri',
  'location beyond the pole',
  'picker max before min',
  'picker without mode',
  'placeholder without substitution',
  'postback without data',
  'quick reply switching menus',
  'sender named LINE',
  'single brace',
  'time in a date picker',
  'uri of another scheme',
  'video tracking id with a space',
]);
