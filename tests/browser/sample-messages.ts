/** One message of every kind LINE can show, as a bot may send them. */
const uri = (label: string, address = 'https://example.com/') => ({ type: 'uri', label, uri: address });
const say = (label: string, text = label) => ({ type: 'message', label, text });
const postback = (label: string, data: string) => ({ type: 'postback', label, data, displayText: label });

/** A 4×3 picture that needs no network. */
const pictureUrl = (origin: string) => `${origin}/picture.png`;

const officeBubble = (image: string) => ({
  type: 'bubble',
  size: 'kilo',
  header: {
    type: 'box',
    layout: 'vertical',
    backgroundColor: '#08783a',
    contents: [{ type: 'text', text: 'สำนักงานที่ดิน', color: '#ffffff', weight: 'bold' }],
  },
  hero: {
    type: 'image',
    url: image,
    size: 'full',
    aspectRatio: '20:13',
    aspectMode: 'cover',
    action: uri('ดูรูป'),
  },
  body: {
    type: 'box',
    layout: 'vertical',
    spacing: 'md',
    contents: [
      { type: 'text', text: 'สำนักงานที่ดินจังหวัดเชียงราย', weight: 'bold', size: 'lg', wrap: true },
      {
        type: 'box',
        layout: 'baseline',
        spacing: 'sm',
        contents: [
          { type: 'icon', url: image, size: 'sm' },
          { type: 'text', text: 'ที่อยู่', color: '#5b6069', size: 'sm', flex: 1 },
          { type: 'text', text: 'ถนนศูนย์ราชการ ตำบลริมกก อำเภอเมือง', size: 'sm', wrap: true, flex: 4 },
        ],
      },
      { type: 'separator', margin: 'md' },
      {
        type: 'text',
        wrap: true,
        size: 'sm',
        contents: [
          { type: 'span', text: 'เปิด ' },
          { type: 'span', text: '08:30–16:30', weight: 'bold', color: '#08783a' },
          { type: 'span', text: ' ไม่ใช่ 9 โมง', decoration: 'line-through' },
        ],
      },
      {
        type: 'box',
        layout: 'horizontal',
        paddingAll: 'md',
        cornerRadius: 'md',
        borderWidth: 'normal',
        borderColor: '#08783a',
        justifyContent: 'space-between',
        alignItems: 'center',
        action: postback('เลือกกล่องนี้', 'box=1'),
        contents: [
          { type: 'text', text: 'แตะกล่องนี้ได้', size: 'sm' },
          { type: 'filler' },
          { type: 'text', text: '→', flex: 0 },
        ],
      },
    ],
  },
  footer: {
    type: 'box',
    layout: 'vertical',
    spacing: 'sm',
    contents: [
      { type: 'button', style: 'primary', height: 'sm', action: postback('ให้คะแนน', 'rate=1') },
      { type: 'button', style: 'secondary', height: 'sm', action: say('ถามเอกสาร') },
      { type: 'button', style: 'link', height: 'sm', action: uri('เปิดเว็บไซต์') },
    ],
  },
  styles: { footer: { separator: true } },
});

const shortBubble = (number: number) => ({
  type: 'bubble',
  size: 'micro',
  body: {
    type: 'box',
    layout: 'vertical',
    contents: [
      { type: 'text', text: `ขั้นที่ ${number}`, weight: 'bold' },
      { type: 'text', text: 'เตรียมเอกสารให้ครบก่อนออกจากบ้าน', wrap: true, maxLines: 2, size: 'sm' },
    ],
  },
  footer: {
    type: 'box',
    layout: 'vertical',
    contents: [{ type: 'button', height: 'sm', action: say(`เลือก ${number}`) }],
  },
});

/** Every kind; `origin` serves `/picture.png`. */
export function sampleMessages(origin: string) {
  const image = pictureUrl(origin);
  return [
    { type: 'text', text: 'สวัสดี 👋\nเปิดเว็บไซต์ https://example.com/help. ได้เลย' },
    { type: 'sticker', packageId: '446', stickerId: '1988' },
    { type: 'image', originalContentUrl: image, previewImageUrl: image },
    { type: 'video', originalContentUrl: `${origin}/film.mp4`, previewImageUrl: image },
    { type: 'audio', originalContentUrl: `${origin}/sound.m4a`, duration: 6000 },
    {
      type: 'location',
      title: 'ศาลากลางจังหวัดเชียงราย',
      address: 'ตำบลริมกก อำเภอเมือง',
      latitude: 19.9072,
      longitude: 99.8325,
    },
    {
      type: 'imagemap',
      baseUrl: `${origin}/map`,
      altText: 'แผนที่ให้แตะ',
      baseSize: { width: 1040, height: 520 },
      actions: [
        { type: 'message', label: 'ซ้าย', text: 'แตะซ้าย', area: { x: 0, y: 0, width: 520, height: 520 } },
      ],
    },
    {
      type: 'template',
      altText: 'ปุ่มให้เลือก',
      template: {
        type: 'buttons',
        thumbnailImageUrl: image,
        title: 'ช่วยบอกหน่อย',
        text: 'วันนี้ไปที่ไหนมา',
        actions: [say('อำเภอ'), uri('เว็บไซต์')],
      },
    },
    {
      type: 'template',
      altText: 'ยืนยัน',
      template: { type: 'confirm', text: 'บันทึกหมุดนี้ไหม', actions: [say('บันทึก'), say('ไม่ใช่')] },
    },
    {
      type: 'template',
      altText: 'การ์ดเรียงกัน',
      template: {
        type: 'carousel',
        columns: [1, 2, 3].map((n) => ({ title: `สาขา ${n}`, text: 'เปิดทุกวัน', actions: [say(`สาขา ${n}`)] })),
      },
    },
    {
      type: 'template',
      altText: 'รูปเรียงกัน',
      template: {
        type: 'image_carousel',
        columns: [1, 2].map((n) => ({ imageUrl: image, action: say(`รูป ${n}`) })),
      },
    },
    { type: 'flex', altText: 'การ์ดสำนักงาน', contents: officeBubble(image) },
    {
      type: 'flex',
      altText: 'ขั้นตอนเรียงกัน',
      contents: { type: 'carousel', contents: [1, 2, 3, 4].map(shortBubble) },
    },
    { type: 'hologram', text: 'จากอนาคต' },
  ];
}

/** Quick replies of every action; shown under the message that carries them. */
export const quickReply = {
  items: [
    { type: 'action', action: say('ใช่', 'ใช่แล้ว') },
    { type: 'action', action: postback('ข้าม', 'skip=1') },
    { type: 'action', action: { type: 'location', label: 'ส่งตำแหน่ง' } },
    { type: 'action', action: { type: 'camera', label: 'ถ่ายรูป' } },
    { type: 'action', action: { type: 'datetimepicker', label: 'เลือกวัน', data: 'day', mode: 'date' } },
    { type: 'action', action: uri('คู่มือ', 'https://example.com/guide') },
  ],
};
