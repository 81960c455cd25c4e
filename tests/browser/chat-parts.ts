/** Parts of the chat page that many tests look at. */
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { OpenChat } from './open-chat.ts';

/** The field one types into. */
export const input = (page: Page) => page.getByRole('textbox', { name: 'พิมพ์ข้อความ' });

/** The messages so far. */
export const log = (page: Page) => page.getByRole('log');

/** The own message with these words. */
export const ownRow = (page: Page, text: string) => page.locator('.log .row.own', { hasText: text });

/** Waits until the bot heard as many events as named, and gives the last. */
export async function heard({ events }: OpenChat, count: number) {
  const deadline = Date.now() + 20_000;
  while (events.length < count && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(events).toHaveLength(count);
  return events.at(-1);
}

/** Waits until an expression is true in the page. Playwright's own waiting would need `eval`, which the page forbids. */
export async function becomesTrue(page: Page, expression: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    if ((await page.evaluate(expression)) === true) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`This never became true: ${expression}`);
}
