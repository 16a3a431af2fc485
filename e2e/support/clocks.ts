/** The page of clocks in the words of the domain, found as a person finds them. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Login } from './cloud';
import { BRIEF, LONG } from './patience';
import { signInQuickly } from './quick-sign-in';

export const clockTree = (page: Page): Locator => page.getByRole('treegrid', { name: 'Clocks' });

/** Opens the clocks of a console whose live sources are those of its cloud (fixture `live`), and waits until they are believed. */
export async function openLiveClocks(page: Page, live: string, login: Login): Promise<void> {
  await signInQuickly(page.context(), live, login);
  await page.goto(`${live}/clocks`);
  await expect(heading(page)).toHaveText('5 of 10 clocks are verified locked', { timeout: LONG });
}

/** A host's row in the tree. */
export const clockRow = (page: Page, host: string): Locator =>
  clockTree(page).locator(`tr[data-key="host ${host}"]`);

/** The row of the receiver of a host, above it. */
export const receiverRow = (page: Page, host: string): Locator =>
  clockTree(page)
    .getByRole('row')
    .filter({ hasText: `GNSS on ${host}` });

export const clockDrawer = (page: Page): Locator => page.getByRole('complementary', { name: / clock/ });

export const clockTab = (page: Page, name: string): Locator =>
  clockDrawer(page).getByRole('navigation', { name: 'Clock' }).getByRole('link', { name });

/** What the page opens with. */
export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });

/** What has no row in the tree, below it. */
export const besideTree = (page: Page): Locator => page.getByRole('list', { name: 'Not in the tree' });

/** Links of the chain in the drawer, or on the page of a host's clock. */
export const chainLink = (where: Locator, name: string): Locator =>
  where.getByRole('listitem').filter({ hasText: name });

/** The page's code is there once a key moves into the tree. */
export async function keysMove(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(clockTree(page).locator('tr:focus')).toBeVisible({ timeout: BRIEF });
  }).toPass({ timeout: LONG });
}

/** Waits until rows say exactly so, state and reason: `expectClocks(page, { 'worker-5': 'Freerun Not locked' })`. */
export async function expectClocks(page: Page, says: Record<string, string | RegExp>): Promise<void> {
  for (const [host, words] of Object.entries(says)) {
    const cell = clockRow(page, host).getByRole('gridcell').nth(1);
    await expect(cell, `state of ${host}`).toHaveText(words, { timeout: LONG, useInnerText: true });
  }
}

/** Opens a clock from its row. */
export async function openClock(page: Page, host: string): Promise<Locator> {
  await clockRow(page, host).click();
  await expect(page.getByRole('complementary', { name: `${host} clock` })).toBeVisible();
  return clockDrawer(page);
}
