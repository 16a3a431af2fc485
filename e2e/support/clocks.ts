/** The page of clocks as a test sees it. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

export const clockTree = (page: Page): Locator => page.getByRole('treegrid', { name: 'Clocks' });
/** A host's row. */
export const clockRow = (page: Page, name: string): Locator =>
  clockTree(page).locator(`tr[data-key="host ${name}"]`);
export const clockList = (page: Page): Locator => page.getByRole('grid', { name: 'clocks' });
export const clockDrawer = (page: Page): Locator => page.getByRole('complementary', { name: / clock/ });
export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
export const clockTab = (page: Page, name: string): Locator =>
  clockDrawer(page).getByRole('navigation', { name: 'Clock' }).getByRole('link', { name });

/** The page's code is there once a key moves into the tree. */
export async function keysMove(page: Page, timeout = 60_000): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(clockTree(page).locator('tr:focus')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout });
}
