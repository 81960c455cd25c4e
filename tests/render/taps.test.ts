// What can be tapped, on buttons and quick replies, and what it does.

import { describe, expect, test } from '@jest/globals';
import { chat } from '../../flows/engine/chat-texts.ts';
import { answer, type Option, open, say } from '../../flows/engine/message.ts';
import { actionsOf, bubblesOf, rendered, renderedFlex, renderer } from './rendering.ts';

describe('taps', () => {
  const location: Option = { label: chat('nearMe'), do: { act: 'location' } };
  const back: Option = { label: chat('back'), do: { act: 'word', word: 'back' } };

  test('on quick replies may ask for a position; on buttons a link does', () => {
    const [text] = rendered([say('ที่ใด')], 'th', [location]);
    expect(text?.quickReply?.items).toEqual([
      { type: 'action', action: { type: 'location', label: 'ส่งตำแหน่งของฉัน' } },
    ]);
    const [button] = bubblesOf(renderedFlex({ kind: 'question', text: 'ที่ใด', options: [location] })).flatMap(
      actionsOf,
    );
    expect(button).toEqual({ type: 'uri', label: 'ส่งตำแหน่งของฉัน', uri: 'https://line.me/R/nv/location/' });
  });

  test('say words, open flows and pages, and show what was tapped', () => {
    const page: Option = { label: 'นโยบาย', do: { act: 'page', path: '/หน้า?a=1' } };
    const options = [back, open('ค้นหา', 'find-office', 'อบต.'), page];
    const [word, flow, uri] = bubblesOf(renderedFlex({ kind: 'question', text: 'a', options })).flatMap(
      actionsOf,
    );
    expect(word).toEqual({ type: 'postback', label: 'ย้อนกลับ', data: '1w|back', displayText: 'ย้อนกลับ' });
    expect(flow).toEqual({
      type: 'postback',
      label: 'ค้นหา',
      data: '1o|find-office|อบต.',
      displayText: 'ค้นหา',
    });
    expect(uri).toMatchObject({
      type: 'uri',
      uri: 'https://pakmud.example/%E0%B8%AB%E0%B8%99%E0%B9%89%E0%B8%B2?a=1',
    });
  });

  test('that no step has bound are a bug', () => {
    expect(() => renderer.render({ messages: [say('a')], quick: [answer('b', 'b')] }, 'th')).toThrow('"b"');
  });

  test('quick replies hang under the last message, whatever it is', () => {
    const place = {
      kind: 'place' as const,
      title: 'ก',
      address: 'ข',
      position: [99, 19] as [number, number],
    };
    const messages = rendered([say('นี่'), place], 'en', [back]);
    expect(messages.map((message) => message.quickReply?.items?.length)).toEqual([undefined, 1]);
    expect(messages[1]).toMatchObject({
      type: 'location',
      quickReply: { items: [{ action: { label: 'Back' } }] },
    });
    const cards = rendered([{ kind: 'cards', text: 'a', cards: [{ title: 'b', options: [] }] }], 'th', [
      back,
    ]);
    expect(cards.map((message) => message.quickReply?.items?.length)).toEqual([undefined, 1]);
  });

  test('nothing said is nothing sent', () => {
    expect(renderer.render({ messages: [], quick: [back] }, 'th')).toEqual([]);
  });
});
