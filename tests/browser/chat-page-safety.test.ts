/** What a hostile or careless bot sends must not run, and everybody must be able to use the page. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, official, withChat } from './open-chat.ts';
import { servePictures } from './pictures.ts';
import { quickReply, sampleMessages } from './sample-messages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const markup = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>"><svg onload=window.ran=1>\'';
const scripts = [
  'javascript:window.ran=1',
  'java\nscript:window.ran=1',
  'data:text/html,<script>1</script>',
  ' javascript:window.ran=1',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example/x',
];

/** The same message with markup in every text and a script in every address. */
function poisoned(value: unknown, uri: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => poisoned(item, uri, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, poisoned(inner, uri, name)]),
    );
  if (typeof value !== 'string' || ['type', 'layout', 'mode'].includes(key)) return value;
  return /url|uri/i.test(key) ? uri : markup;
}

const isMessage = (value: unknown): value is { type: string } =>
  typeof value === 'object' && value !== null && 'type' in value;

describe('hostile messages', () => {
  test('no text and no address of any message runs', () =>
    withChat(browser, {}, async ({ page, simulator, errors }) => {
      const clean = sampleMessages('http://127.0.0.1:9');
      for (const uri of scripts) {
        const messages = [...clean, { type: 'text', text: 'x', quickReply }].map((message) =>
          poisoned(message, uri),
        );
        simulator.platform.receive(official, messages.filter(isMessage));
      }
      simulator.platform.receive(official, [{ type: 'text', text: `javascript:window.ran=1 ${markup} จบ` }]);
      await page.getByText('จบ').waitFor();
      for (const control of await page
        .locator('.log button:enabled, .log [role=button], .log [role=link]')
        .all())
        await control.dispatchEvent('click');
      const state = await page.evaluate(`({
        ran: window.ran ?? null,
        scripts: document.querySelectorAll('script').length,
        injected: document.querySelectorAll('.log script, .log [onerror], .log [onload], .log iframe').length,
        links: [...document.querySelectorAll('a')].map((a) => a.protocol).filter((p) => !['https:', 'http:', 'tel:', 'line:'].includes(p)),
        pictures: [...document.querySelectorAll('img')].map((i) => i.src).filter((s) => !/^https?:/.test(s)),
      })`);
      expect(state).toEqual({ ran: null, scripts: 1, injected: 0, links: [], pictures: [] });
      expect(errors).toEqual([]);
    }));

  test('styles take nothing but lengths and colours', () =>
    withChat(browser, {}, async ({ page, simulator }) => {
      const evil = 'url(http://127.0.0.1:9/leak)';
      const text = {
        type: 'text',
        text: 'สี',
        color: `red;background:${evil}`,
        size: `12px;background:${evil}`,
      };
      const box = {
        type: 'box',
        layout: 'vertical',
        backgroundColor: 'var(--sky)',
        paddingAll: '1px;position:fixed',
        cornerRadius: 'constructor',
        background: { type: 'linearGradient', angle: '1deg', startColor: evil, endColor: '#ffffff' },
        contents: [text],
      };
      simulator.platform.receive(official, [
        { type: 'flex', altText: 'สี', contents: { type: 'bubble', size: 'constructor', body: box } },
      ]);
      const drawn = page.locator('.flex-body');
      await drawn.waitFor();
      expect(await drawn.getAttribute('style')).toBeNull();
      expect(await drawn.locator('.flex-text').getAttribute('style')).toBeNull();
    }));

  test('boxes nested without end do not break the page', () =>
    withChat(browser, {}, async ({ page, simulator, errors }) => {
      let box: object = { type: 'text', text: 'ลึก' };
      for (let depth = 0; depth < 200; depth += 1) box = { type: 'box', layout: 'vertical', contents: [box] };
      simulator.platform.receive(official, [
        { type: 'flex', altText: 'ลึก', contents: { type: 'bubble', body: box } },
      ]);
      simulator.platform.receive(official, [
        { type: 'flex' },
        { type: 'template' },
        { type: 'imagemap' },
        { type: 'location' },
        { type: 'text', text: 'ต่อได้' },
      ]);
      await page.getByText('ต่อได้').waitFor();
      expect(await page.locator('.flex-box').count()).toBeLessThan(20);
      expect(errors).toEqual([]);
    }));
});

/** Presses Tab until the named control has the focus. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(
      "(() => { const e = document.activeElement; return (e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent || '').trim(); })()",
    );
    if (String(focused).startsWith(name)) return;
  }
  throw new Error(`Tab never reached "${name}".`);
}

/** Every control's name, every picture's alternative text: what lacks one is listed. */
const nameless = `[...document.querySelectorAll('button, a, input, select, textarea, img, [role=button], [role=link], [tabindex="0"]')]
  .filter((e) => e.checkVisibility())
  .filter((e) => e.tagName === 'IMG' ? !e.hasAttribute('alt')
    : !(e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent.trim() || e.querySelector('img[alt]:not([alt=""])')))
  .map((e) => e.outerHTML.slice(0, 120))`;

/** Texts whose contrast with the nearest painted ground is under 4.5 (3 for large letters). */
const faint = `(() => {
  const parse = (c) => { const m = c.match(/[\\d.]+/g).map(Number); return { rgb: m.slice(0, 3), a: m[3] ?? 1 }; };
  const light = (rgb) => { const [r, g, b] = rgb.map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = (e) => { const c = parse(getComputedStyle(e).backgroundColor); if (c.a === 1 || !e.parentElement) return c.a ? c.rgb : [255, 255, 255];
    const under = ground(e.parentElement); return c.rgb.map((v, i) => v * c.a + under[i] * (1 - c.a)); };
  return [...document.querySelectorAll('body *')].filter((e) => !e.closest('svg, option') && e.checkVisibility({ opacityProperty: true }) && !e.disabled
      && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).flatMap((e) => {
    const style = getComputedStyle(e), size = parseFloat(style.fontSize);
    const [a, b] = [light(parse(style.color).rgb), light(ground(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    return ratio < (large ? 3 : 4.5) ? [e.textContent.slice(0, 30) + ' ' + ratio.toFixed(2)] : [];
  });
})()`;

describe('for everybody', () => {
  test('a person gets by with the keyboard alone', () =>
    withChat(
      browser,
      { script: () => [{ type: 'text', text: 'ที่ไหนดี', quickReply }] },
      async ({ page, events }) => {
        await tabTo(page, 'พิมพ์ข้อความ');
        await page.keyboard.type('เริ่ม');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'ส่งตำแหน่ง' }).waitFor();
        await tabTo(page, 'ส่งตำแหน่ง');
        const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineWidth');
        expect(Number.parseFloat(String(outline))).toBeGreaterThanOrEqual(2);
        await page.keyboard.press('Enter');
        await tabTo(page, 'เชียงราย');
        await page.keyboard.press('Enter');
        await tabTo(page, 'แผนที่ประเทศไทย');
        for (const key of ['+', 'ArrowRight', 'ArrowDown', '-', 'Enter']) await page.keyboard.press(key);
        await tabTo(page, 'ส่งตำแหน่งนี้');
        await page.keyboard.press('Enter');
        await page.locator('.log .location-message').waitFor();
        expect(events.map(({ message }) => message?.type)).toEqual(['text', 'location']);
        expect(Number(events[1]?.message?.longitude)).toBeCloseTo(99.832 + 0.0229, 3);
      },
    ));

  test('a phone never scrolls sideways, and nothing lacks a name or contrast', async () => {
    const pictures = await servePictures();
    try {
      await withChat(browser, {}, async ({ page, simulator }) => {
        await simulator.platform.say(
          official,
          `ยาว${'ก'.repeat(200)} https://example.com/${'a'.repeat(200)}`,
        );
        simulator.platform.receive(official, [
          ...sampleMessages(pictures.origin),
          { type: 'text', text: 'ท้ายสุด', quickReply },
        ]);
        await page.getByText('ท้ายสุด').waitFor();
        for (const open of ['', 'สติกเกอร์', 'ส่งรูป ตำแหน่ง หรือสติกเกอร์']) {
          if (open) await page.getByRole('button', { name: open, exact: true }).first().click();
          expect(await overflow(page)).toEqual([]);
          expect(await page.evaluate(nameless)).toEqual([]);
          expect(await page.evaluate(faint)).toEqual([]);
        }
        await page.getByRole('button', { name: 'ตำแหน่ง', exact: true }).click();
        expect(await overflow(page)).toEqual([]);
        expect(await page.evaluate(nameless)).toEqual([]);
      });
    } finally {
      await pictures.close();
    }
  });

  function overflow(page: Page) {
    return page.evaluate(
      "['html', 'body', '.scroll', 'dialog'].map((s) => document.querySelector(s)).filter((e) => e && e.scrollWidth > e.clientWidth).map((e) => e.tagName)",
    );
  }

  test('new messages are announced politely, and motion stops when it is unwanted', () =>
    withChat(browser, {}, async ({ page, simulator }) => {
      expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      simulator.platform.chats.signal(official, { kind: 'typing', seconds: 30 });
      await page.locator('.dot').first().waitFor();
      expect(await page.evaluate("getComputedStyle(document.querySelector('.dot')).animationName")).toBe(
        'none',
      );
    }));
});
