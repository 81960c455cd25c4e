// Each limit at its edge: exactly that much passes; one more is cut, or refused where it is a flow's mistake.

import { describe, expect, test } from '@jest/globals';
import { bytesIn, graphemesIn } from '../../bot/line/render/counting.ts';
import { BreaksLineLimit, TooMuchToSay } from '../../bot/line/render/limit-errors.ts';
import { directionsUri, link, type Message, type Option, say } from '../../flows/engine/message.ts';
import { ButtonTooLong } from '../../flows/postback/codec.ts';
import { actionsOf, answers, boundAnswer, bubblesOf, rendered, renderedFlex, renderer } from './rendering.ts';

const water = 'น้ำ';
const place = (title: string, address: string, position: [number, number] = [99, 19]): Message => ({
  kind: 'place',
  title,
  address,
  position,
});
const question = (options: Option[], text = 'a'): Message => ({ kind: 'question', text, options });
const render = (messages: Message[], quick: Option[] = []) => renderer.render({ messages, quick }, 'th');

function refusal(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('texts', () => {
  test('of 5,000 UTF-16 units pass, longer ones are cut', () => {
    const exact = 'ก'.repeat(5_000);
    expect(rendered([say(exact)])).toEqual([{ type: 'text', text: exact }]);
    expect(rendered([say(`${exact}ก`)])).toEqual([{ type: 'text', text: `${'ก'.repeat(4_999)}…` }]);
    expect(rendered([say('😀'.repeat(2_501))])).toEqual([{ type: 'text', text: `${'😀'.repeat(2_499)}…` }]);
  });

  test('that stand for a bubble have 1,500 units', () => {
    const altText = (units: number) =>
      renderedFlex(question([boundAnswer('ข', 'b')], 'ก'.repeat(units))).altText;
    expect(altText(1_500 - '\n• ข'.length)).toMatch(/ก\n• ข$/);
    expect(altText(1_500 - '\n• ข'.length)).toHaveLength(1_500);
    expect(altText(1_500 - '\n• ข'.length + 1)).toMatch(/…$/);
    expect(altText(1_500 - '\n• ข'.length + 1).length).toBeLessThanOrEqual(1_500);
  });

  test('of a place have 100 units each', () => {
    const [exact] = rendered([place('ก'.repeat(100), 'ข'.repeat(100))]);
    expect(exact).toMatchObject({ title: 'ก'.repeat(100), address: 'ข'.repeat(100) });
    const [cut] = rendered([place('ก'.repeat(101), 'ข'.repeat(101))]);
    expect(cut).toMatchObject({ title: `${'ก'.repeat(99)}…`, address: `${'ข'.repeat(99)}…` });
  });
});

describe('labels', () => {
  test('of quick replies have 20 graphemes, cut between Thai clusters', () => {
    const labels = [20, 21].map(
      (count) =>
        rendered([say('a')], 'th', [boundAnswer(water.repeat(count), 'v')])[0]?.quickReply?.items?.[0]?.action
          ?.label,
    );
    expect(labels).toEqual([water.repeat(20), `${water.repeat(19)}…`]);
  });

  test('of up to 20 graphemes are buttons, of 21 boxes with the whole text', () => {
    const [exact, longer] = [20, 21].map(
      (count) =>
        bubblesOf(renderedFlex(question([boundAnswer(water.repeat(count), 'v')])))[0]?.footer?.contents[0],
    );
    expect(exact).toMatchObject({ type: 'button', action: { label: water.repeat(20) } });
    expect(longer).toMatchObject({ type: 'box', contents: [{ text: water.repeat(21) }] });
  });

  test('read aloud have 40 graphemes', () => {
    const labels = [40, 41].map(
      (count) =>
        bubblesOf(renderedFlex(question([boundAnswer(water.repeat(count), 'v')]))).flatMap(actionsOf)[0]
          ?.label,
    );
    expect(labels).toEqual([water.repeat(40), `${water.repeat(39)}…`]);
  });

  test('shown as tapped have at most 300', () => {
    const shown = [300, 301].map((count) => {
      const [action] = bubblesOf(renderedFlex(question([boundAnswer('ก'.repeat(count), 'v')]))).flatMap(
        actionsOf,
      );
      return action?.type === 'postback' ? action.displayText : undefined;
    });
    expect(shown).toEqual(['ก'.repeat(300), `${'ก'.repeat(299)}…`]);
  });
});

describe('numbers of things', () => {
  test('five messages pass; six sentences are joined to five', () => {
    const sentences = ['1', '2', '3', '4', '5', '6'].map(say);
    expect(rendered(sentences.slice(0, 5))).toHaveLength(5);
    const joined = rendered(sentences);
    expect(joined).toHaveLength(5);
    expect(joined[0]).toEqual({ type: 'text', text: '1\n\n2' });
  });

  test('six messages that cannot be joined are refused', () => {
    const places = Array.from({ length: 6 }, () => place('a', 'b'));
    expect(rendered(places.slice(1))).toHaveLength(5);
    expect(refusal(() => render(places))).toBeInstanceOf(TooMuchToSay);
    expect(refusal(() => render(places))).toMatchObject({
      code: 'too-much-to-say',
      property: 'messages',
      limit: 5,
    });
    const long = Array.from({ length: 6 }, () => say('ก'.repeat(2_500)));
    expect(() => render(long)).toThrow(TooMuchToSay);
  });

  test('a sentence with cards is two: room is made for it', () => {
    const cards: Message = { kind: 'cards', text: 'c', cards: [{ title: 't', options: [] }] };
    expect(rendered([say('1'), say('2'), place('a', 'b'), place('a', 'b'), cards])).toHaveLength(5);
  });

  test('13 quick replies pass, 14 are refused', () => {
    expect(rendered([say('a')], 'th', answers(13))[0]?.quickReply?.items).toHaveLength(13);
    expect(refusal(() => render([say('a')], answers(14)))).toMatchObject({
      property: 'quickReply.items',
      limit: 13,
    });
  });

  test('8 buttons are one bubble, 9 are two, 96 are twelve, 97 are refused', () => {
    const bubbles = (count: number) => bubblesOf(renderedFlex(question(answers(count)))).length;
    expect([8, 9, 96].map(bubbles)).toEqual([1, 2, 12]);
    expect(refusal(() => render([question(answers(97))]))).toMatchObject({ property: 'options', limit: 96 });
  });

  test('12 cards pass, 13 are refused', () => {
    const cards = (count: number): Message => ({
      kind: 'cards',
      text: 'c',
      cards: Array.from({ length: count }, () => ({ title: 't', options: [] })),
    });
    expect(rendered([cards(12)])).toHaveLength(2);
    expect(refusal(() => render([cards(13)]))).toMatchObject({ property: 'bubbles', limit: 12 });
  });
});

describe('bytes', () => {
  test('of a bubble stay under 30 KB: the longest words get less room, the rest stays whole', () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({
      label: `หัวข้อ ${index}`,
      value: index % 2 ? 'สั้น' : 'ก'.repeat(10_000),
    }));
    const flex = renderedFlex({ kind: 'summary', title: 'ตรวจดู', rows, options: answers(3) });
    expect(bytesIn(flex.contents)).toBeLessThanOrEqual(30_000);
    expect(bytesIn(flex.contents)).toBeGreaterThan(10_000);
    expect(JSON.stringify(flex.contents)).toContain('"สั้น"');
  });

  test('of a carousel stay under 50 KB', () => {
    const card = {
      title: 'ก'.repeat(10_000),
      subtitle: '😀'.repeat(5_000),
      options: [boundAnswer('ข'.repeat(10_000), 'v')],
    };
    const [, flex] = rendered([{ kind: 'cards', text: 'c', cards: Array.from({ length: 10 }, () => card) }]);
    expect(bytesIn(flex?.type === 'flex' && flex.contents)).toBeLessThanOrEqual(50_000);
  });

  test('of what cannot be made smaller are refused', () => {
    const rows = Array.from({ length: 400 }, () => ({ label: 'ก', value: 'ข' }));
    const summary: Message = { kind: 'summary', title: 'a', rows, options: [] };
    expect(refusal(() => render([summary]))).toBeInstanceOf(BreaksLineLimit);
    expect(refusal(() => render([summary]))).toMatchObject({
      code: 'breaks-line-limit',
      property: 'bubble bytes',
      limit: 30_000,
    });
    const cards: Message = {
      kind: 'cards',
      text: 'a',
      cards: Array.from({ length: 12 }, () => ({ title: 'a', rows: rows.slice(0, 20), options: [] })),
    };
    expect(refusal(() => render([cards]))).toMatchObject({ property: 'carousel bytes', limit: 50_000 });
  });
});

describe('addresses', () => {
  const uri = (address: string) => () => rendered([question([link('a', address)])]);

  test.each([
    'https://example.org/%E0%B8%81?q=1',
    'http://example.org',
    'tel:021234567',
    'line://nv/location',
    directionsUri([99.8, 19.9]),
  ])('such as %s pass', (address) => {
    expect(uri(address)).not.toThrow();
  });

  test.each([
    'https://example.org/ก',
    'https://example.org/a b',
    'https://example.org/100%',
    'ftp://example.org/',
    'javascript:alert(1)',
    'https://',
    '/page',
    '',
  ])('such as "%s" are refused', (address) => {
    expect(refusal(uri(address))).toMatchObject({ code: 'breaks-line-limit', property: 'uri' });
  });

  test('have 1,000 characters', () => {
    const exact = `https://example.org/${'a'.repeat(980)}`;
    expect(exact).toHaveLength(1_000);
    expect(uri(exact)).not.toThrow();
    expect(refusal(uri(`${exact}a`))).toMatchObject({ property: 'uri', limit: 1_000 });
  });
});

describe('positions and buttons', () => {
  test('on the map pass; numbers that are swapped or too large are refused', () => {
    expect(rendered([place('a', 'b', [180, -90])])).toHaveLength(1);
    expect(refusal(() => render([place('a', 'b', [19.9, 99.8])]))).toMatchObject({
      property: 'latitude',
      limit: 90,
    });
    expect(refusal(() => render([place('a', 'b', [180.1, 0])]))).toMatchObject({
      property: 'longitude',
      limit: 180,
    });
  });

  test('that carry more than LINE does are refused', () => {
    expect(() => render([question([boundAnswer('a', 'v'.repeat(300))])])).toThrow(ButtonTooLong);
  });

  test('with a pile of marks for a label stay small', () => {
    const pile = `ก${'้'.repeat(9_000)}`;
    expect(graphemesIn(pile)).toBe(1);
    const [message] = rendered([question(Array.from({ length: 8 }, () => boundAnswer(pile, 'v')))], 'th', [
      boundAnswer(pile, 'v'),
    ]);
    expect(bytesIn(message?.quickReply)).toBeLessThan(2_000);
  });
});
