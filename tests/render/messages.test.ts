// Each kind of message in both languages, as LINE gets it.

import { describe, expect, test } from '@jest/globals';
import { chat } from '../../flows/engine/chat-texts.ts';
import { link, type Option, open, say } from '../../flows/engine/message.ts';
import { decodeButton } from '../../flows/postback/codec.ts';
import { actionsOf, answers, boundAnswer, bubblesOf, rendered, renderedFlex, textsOf } from './rendering.ts';

const entrance = { th: 'ประตูหลัก', en: 'Main entrance' };
const counter = { th: 'จุดบริการประชาชน', en: 'Service counter' };
const parking = { th: 'ลานจอดรถ', en: 'Car park' };

describe('a sentence', () => {
  test.each([
    ['th' as const, 'ตอนนี้ไม่มีคำถามที่จะย้อนกลับไป'],
    ['en' as const, 'There is no question to go back to right now.'],
  ])('is a text message in %s', (language, text) => {
    expect(rendered([say(chat('nothingToGoBackTo'))], language)).toEqual([{ type: 'text', text }]);
  });

  test('holds a dash where there are no words, since LINE refuses blank texts', () => {
    expect(rendered([say(' \n')])).toEqual([{ type: 'text', text: '–' }]);
  });
});

describe('a question', () => {
  const options = [
    boundAnswer(entrance, 'entrance', 'main'),
    boundAnswer(counter, 'counter', 'main'),
    boundAnswer(parking, 'parking'),
  ];
  const question = { kind: 'question' as const, text: 'ปักหมุดจุดใด', hint: chat('helpHint'), options };

  test('is a bubble with its text, a quieter hint and numbered buttons', () => {
    const flex = renderedFlex(question);
    const [bubble] = bubblesOf(flex);
    expect(flex.altText).toBe(
      'ปักหมุดจุดใด\nพิมพ์ชื่อสำนักงาน หรือส่งตำแหน่ง เพื่อค้นหาได้ทันที\n1. ประตูหลัก\n2. จุดบริการประชาชน\n3. ลานจอดรถ',
    );
    expect(bubble?.body?.contents).toMatchObject([
      { text: 'ปักหมุดจุดใด', size: 'md' },
      { text: 'พิมพ์ชื่อสำนักงาน หรือส่งตำแหน่ง เพื่อค้นหาได้ทันที', size: 'sm' },
    ]);
    expect(bubble?.footer?.contents).toMatchObject([
      { type: 'button', style: 'primary', action: { label: '1 ประตูหลัก', displayText: 'ประตูหลัก' } },
      { type: 'button', style: 'secondary', action: { label: '2 จุดบริการประชาชน' } },
      { type: 'button', style: 'secondary', action: { label: '3 ลานจอดรถ' } },
    ]);
  });

  test('speaks English to those who chose it', () => {
    const flex = renderedFlex(question, 'en');
    expect(flex.altText).toContain('1. Main entrance\n2. Service counter\n3. Car park');
    expect(bubblesOf(flex).flatMap(actionsOf)).toMatchObject([
      { label: '1 Main entrance', displayText: 'Main entrance' },
      { label: '2 Service counter' },
      { label: '3 Car park' },
    ]);
  });

  test('brings back the answer that was tapped', () => {
    const [first] = bubblesOf(renderedFlex(question)).flatMap(actionsOf);
    if (first?.type !== 'postback') throw new Error('not a postback');
    expect(decodeButton(first.data ?? '')).toMatchObject({
      kind: 'answer',
      flow: 'pin-office',
      step: 'kind',
      value: 'entrance',
    });
  });

  test('numbers answers alone: not two of them, not links, not ways into other flows, not a scale', () => {
    const shown = (options: Option[]) =>
      bubblesOf(renderedFlex({ kind: 'question', text: 'a', options }))
        .flatMap(actionsOf)
        .map(({ label }) => label);
    expect(shown(answers(2))).toEqual(['ข้อเลือก ก', 'ข้อเลือก ข']);
    expect(shown([link('เว็บ', 'https://example.org/'), ...answers(3)])).toEqual([
      'เว็บ',
      '1 ข้อเลือก ก',
      '2 ข้อเลือก ข',
      '3 ข้อเลือก ค',
    ]);
    expect(shown(['ก', 'ข', 'ค'].map((label) => open(label, 'menu')))).toEqual(['ก', 'ข', 'ค']);
    const scale = ['5 ดีมาก', '4 ดี', '๓ พอใช้'];
    expect(shown(scale.map((label) => boundAnswer(label, label)))).toEqual(scale);
  });

  test('shows labels too long for one line whole, in boxes that wrap, all alike', () => {
    const long = 'ศูนย์บริการประชาชนแบบเบ็ดเสร็จ ชั้น 2 อาคารศาลากลางจังหวัดหลังใหม่';
    const [bubble] = bubblesOf(
      renderedFlex({
        kind: 'question',
        text: 'ที่ใด',
        options: [boundAnswer(long, 'a', 'main'), boundAnswer('อื่น', 'b')],
      }),
    );
    expect(bubble?.footer?.contents.map(({ type }) => type)).toEqual(['box', 'box']);
    expect(bubble && textsOf(bubble).map(({ text }) => text)).toEqual(['ที่ใด', long, 'อื่น']);
    expect(bubble && actionsOf(bubble)).toMatchObject([{ displayText: long }, { displayText: 'อื่น' }]);
  });

  test('without options is a text message', () => {
    expect(rendered([{ kind: 'question', text: 'ชื่ออะไร', hint: 'เช่น อบต.เขาใหม่', options: [] }])).toEqual([
      { type: 'text', text: 'ชื่ออะไร\n\nเช่น อบต.เขาใหม่' },
    ]);
    expect(rendered([{ kind: 'question', text: 'ชื่ออะไร', options: [] }])).toEqual([
      { type: 'text', text: 'ชื่ออะไร' },
    ]);
  });

  test('with more options than fit goes on to the side, saying which are where', () => {
    const flex = renderedFlex({ kind: 'question', text: 'อำเภอใด', options: answers(18) });
    const bubbles = bubblesOf(flex);
    expect(bubbles.map((bubble) => actionsOf(bubble).length)).toEqual([6, 6, 6]);
    expect(bubbles.map((bubble) => textsOf(bubble).map(({ text }) => text))).toEqual([
      ['อำเภอใด', 'เลื่อนไปด้านข้างเพื่อดูตัวเลือกอื่น'],
      ['ตัวเลือกที่ 7–12 จาก 18', 'เลื่อนไปด้านข้างเพื่อดูตัวเลือกอื่น'],
      ['ตัวเลือกที่ 13–18 จาก 18'],
    ]);
    const labels = bubbles.flatMap(actionsOf).map(({ label }) => label?.split(' ')[0]);
    expect(labels).toEqual(Array.from({ length: 18 }, (_, index) => `${index + 1}`));
    expect(
      textsOf(
        bubblesOf(renderedFlex({ kind: 'question', text: 'a', options: answers(9) }, 'en'))[1] ?? {
          type: 'bubble',
        },
      )[0]?.text,
    ).toBe('Choices 6–9 of 9');
  });
});

describe('a summary', () => {
  test.each([
    ['th' as const, 'ตรวจดู\nชื่อ: อำเภอเมือง\nระยะทาง: –\n• ประตูหลัก'],
    ['en' as const, 'ตรวจดู\nName: Mueang\nระยะทาง: –\n• Main entrance'],
  ])('has a title, labelled rows and buttons in %s', (language, altText) => {
    const rows = [
      { label: { th: 'ชื่อ', en: 'Name' }, value: { th: 'อำเภอเมือง', en: 'Mueang' } },
      { label: 'ระยะทาง', value: '' },
    ];
    const flex = renderedFlex(
      { kind: 'summary', title: 'ตรวจดู', rows, options: [boundAnswer(entrance, 'yes')] },
      language,
    );
    expect(flex.altText).toBe(altText);
    const [bubble] = bubblesOf(flex);
    expect(
      bubble &&
        textsOf(bubble)
          .map(({ text }) => text)
          .join('|'),
    ).toBe(language === 'th' ? 'ตรวจดู|ชื่อ|อำเภอเมือง|ระยะทาง|–' : 'ตรวจดู|Name|Mueang|ระยะทาง|–');
  });

  test('needs neither rows nor options', () => {
    const [bubble] = bubblesOf(renderedFlex({ kind: 'summary', title: 'ตรวจดู', rows: [], options: [] }));
    expect(bubble).not.toHaveProperty('footer');
  });
});

describe('cards', () => {
  const card = (title: string) => ({
    title,
    subtitle: { th: 'ใกล้', en: 'near' },
    rows: [{ label: 'เวลา', value: '08:30' }],
    options: [link('นำทาง', 'https://example.org/'), ...answers(3)],
  });

  test.each([
    ['th' as const, 'พบ 2 แห่ง\nก · ใกล้ · เวลา: 08:30\nข · ใกล้ · เวลา: 08:30'],
    ['en' as const, 'พบ 2 แห่ง\nก · near · เวลา: 08:30\nข · near · เวลา: 08:30'],
  ])('stand side by side under their sentence in %s', (language, altText) => {
    const [sentence, flex] = rendered(
      [{ kind: 'cards', text: 'พบ 2 แห่ง', cards: [card('ก'), card('ข')] }],
      language,
    );
    expect(sentence).toEqual({ type: 'text', text: 'พบ 2 แห่ง' });
    expect(flex).toMatchObject({
      altText,
      contents: { type: 'carousel', contents: [{ type: 'bubble' }, { type: 'bubble' }] },
    });
  });

  test('number nothing: the same number in each card would mean nothing', () => {
    const [, flex] = rendered([{ kind: 'cards', text: 'พบ 1 แห่ง', cards: [card('ก')] }]);
    if (flex?.type !== 'flex') throw new Error('not Flex');
    expect(
      bubblesOf(flex)
        .flatMap(actionsOf)
        .map(({ label }) => label),
    ).toEqual(['นำทาง', 'ข้อเลือก ก', 'ข้อเลือก ข', 'ข้อเลือก ค']);
  });

  test('without a card are a sentence', () => {
    expect(rendered([{ kind: 'cards', text: 'ไม่พบ', cards: [] }])).toEqual([{ type: 'text', text: 'ไม่พบ' }]);
  });
});

describe('a place', () => {
  test.each([
    ['th' as const, 'ประตูหลัก'],
    ['en' as const, 'Main entrance'],
  ])('is a location message in %s', (language, title) => {
    expect(
      rendered(
        [{ kind: 'place', title: entrance, address: '1 ถนนใหม่', position: [99.8325, 19.9072] }],
        language,
      ),
    ).toEqual([{ type: 'location', title, address: '1 ถนนใหม่', latitude: 19.9072, longitude: 99.8325 }]);
  });

  test('has its title for an address where it has none', () => {
    const [place] = rendered([{ kind: 'place', title: 'ศาลากลาง', address: ' ', position: [99, 19] }]);
    expect(place).toMatchObject({ title: 'ศาลากลาง', address: 'ศาลากลาง' });
  });
});

describe('a chart', () => {
  const chart = {
    kind: 'chart' as const,
    title: 'ความคืบหน้า',
    bars: [{ label: entrance, part: 3, all: 14 }],
    rows: [{ label: counter, value: '2' }],
    options: [boundAnswer(parking, 'parking')],
  };

  test('is a bubble with its title, a picture under a signed address of ours, rows and buttons', () => {
    const flex = renderedFlex(chart);
    const [title, picture, row] = bubblesOf(flex)[0]?.body?.contents ?? [];
    expect(title).toMatchObject({ text: 'ความคืบหน้า' });
    expect(picture).toMatchObject({ type: 'image', aspectRatio: '680:160' });
    expect(picture).toHaveProperty(
      'url',
      expect.stringMatching(/^https:\/\/pakmud\.example\/charts\/.+\.png$/),
    );
    expect(row).toMatchObject({ contents: [{ text: 'จุดบริการประชาชน' }, { text: '2' }] });
  });

  test('says its numbers to who cannot see it', () => {
    expect(renderedFlex(chart).altText).toBe('ความคืบหน้า\nประตูหลัก: 3/14\nจุดบริการประชาชน: 2\n• ลานจอดรถ');
  });
});
