/** Finding a page, a host or an action without the mouse. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { sheet } from '../support/hosts';
import { BRIEF } from '../support/patience';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Find or run' });
const chosen = (page: Page): Locator => palette(page).getByRole('option', { selected: true });
const option = (page: Page, name: RegExp): Locator => palette(page).getByRole('option', { name });

/** Its code comes when it is first asked for, and the page listens only once its own is there. */
async function open(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeVisible({ timeout: 5_000 });
  }).toPass();
}

async function ask(page: Page, words: string): Promise<void> {
  if (!(await palette(page).isVisible())) await open(page);
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

test('goes to pages and hosts by keys alone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/');
  await ask(page, 'hosts');
  await expect(chosen(page)).toContainText('Hosts');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/hosts');
  await expect(palette(page)).toBeHidden();

  await ask(page, 'storage-1');
  await expect(option(page, /^storage-1/)).toContainText('Storage, available');
  while (!(await chosen(page).innerText()).startsWith('storage-1')) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/hosts/storage-1');

  await ask(page, '192.168.204.53');
  await expect(option(page, /^worker-3/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(page).toHaveURL('/hosts/storage-1');
});

test('opens the preflight of an action, and runs nothing', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  await ask(page, 'lock worker-0');
  await expect(chosen(page)).toContainText('Lock worker-0…');
  await expect(chosen(page)).toContainText('opens the sheet, nothing happens yet');
  await page.keyboard.press('Enter');
  await expect(sheet(page, 'Lock worker-0')).toBeVisible();
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(0);
  await page.keyboard.press('Escape');
  await expect(sheet(page, 'Lock worker-0')).toBeHidden();
});

test('shows what is off with its reason, and does not run it', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader');
  await ask(page, '>lock worker-0');
  const lock = option(page, /^Lock worker-0/);
  await expect(lock).toHaveAttribute('aria-disabled', 'true');
  await expect(lock).toContainText('Your role is reader. Locking needs operator, configurator or admin.');
  await expect(palette(page).getByRole('option').filter({ hasText: 'Worker, available' })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(sheet(page, 'Lock worker-0')).toHaveCount(0);
  await lock.click({ force: true });
  await expect(sheet(page, 'Lock worker-0')).toHaveCount(0);
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(0);
});

test('opens from the top bar, says when nothing matches, and gives the focus back', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader');
  const trigger = page.getByRole('button', { name: /Find or run/ });
  await expect(async () => {
    await trigger.click();
    await expect(palette(page).getByRole('combobox')).toBeFocused({ timeout: 5_000 });
  }).toPass();
  await page.keyboard.type('zzz-nothing');
  await expect(palette(page)).toContainText('Nothing here is called “zzz-nothing”.');
  await expect(palette(page).getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(trigger).toBeFocused();
});

test('lists the keys under ?, and they can be turned off', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/');
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await expect(page).toHaveURL('/hosts', { timeout: BRIEF });
  }).toPass();
  await expect(page.getByRole('grid', { name: 'hosts' })).toBeVisible();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  for (const label of ['Find or run', 'Refresh now', 'Overview', 'Hosts', 'Move'])
    await expect(keys.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) })).toBeVisible();
  await keys.getByRole('switch', { name: /Single keys act/ }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await page.keyboard.press('?');
  await expect(keys).toHaveCount(0);
  await expect(page).toHaveURL('/hosts');
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeVisible();
});
