/** The hosts list and the host actions in the words of the domain, found as a person finds them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { BRIEF, LONG } from './patience';

/** No newer reading of the hosts comes, while the platform still takes orders: what is on screen is from before. */
export const STANDSTILL = { service: 'sysinv', method: 'GET', path: '/v1/ihosts', status: 503 } as const;

export const hostGrid = (page: Page): Locator => page.getByRole('grid', { name: 'hosts' });

export function hostRow(page: Page, name: string): Locator {
  return hostGrid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });
}

const hostLinks = (page: Page): Locator => hostGrid(page).getByRole('row').getByRole('link');

async function namesNow(page: Page): Promise<string[]> {
  return (await hostLinks(page).allTextContents()).map((text) => text.trim());
}

/** Names of the hosts on screen, in their order, once there are any: a page that has loaded may still have its list to draw. */
export async function shownHosts(page: Page): Promise<string[]> {
  await expect(hostLinks(page).first()).toBeVisible({ timeout: LONG });
  return namesNow(page);
}

/** The cell of a host under a column's head. */
export async function hostCell(page: Page, name: string, column: string): Promise<Locator> {
  // Behind an open sheet the list is out of reach: it is waited for.
  await expect(hostGrid(page).getByRole('columnheader', { name: column, exact: true })).toBeVisible();
  const heads = await hostGrid(page).getByRole('columnheader').allTextContents();
  const index = heads.findIndex((head) => head.trim() === column);
  if (index < 0) throw new Error(`no column ${column} among ${heads.join(', ')}`);
  return hostRow(page, name).getByRole('gridcell').nth(index);
}

/** Waits until a host's row says so: `expectHost(page, 'worker-1', { Availability: 'Available' })`. */
export async function expectHost(
  page: Page,
  name: string,
  states: Record<string, string | RegExp>,
  timeout?: number,
): Promise<void> {
  for (const [column, text] of Object.entries(states)) {
    const cell = await hostCell(page, name, column);
    await expect(cell, `${column} of ${name}`).toHaveText(text, timeout ? { timeout } : {});
  }
}

export async function openRowMenu(page: Page, name: string): Promise<Locator> {
  await hostRow(page, name)
    .getByRole('button', { name: `More for ${name}` })
    .click();
  const menu = page.getByRole('menu', { name: `Actions for ${name}` });
  await expect(menu).toBeVisible();
  return menu;
}

export const menuItem = (menu: Locator, name: string): Locator =>
  menu.getByRole('menuitem', { name, exact: true });

/** Chooses an action from a row's menu, as `rowAction(page, 'worker-1', 'Lock…')`. */
export async function rowAction(page: Page, name: string, action: string): Promise<void> {
  const menu = await openRowMenu(page, name);
  await menuItem(menu, action).click();
}

/** A thing that is off stays in place, can be focused, and says why. */
export async function expectOff(thing: Locator, why: RegExp | string, timeout?: number): Promise<void> {
  await expect(thing).toHaveAttribute('aria-disabled', 'true', timeout ? { timeout } : {});
  await expect(thing).toHaveAccessibleDescription(why);
}

/** The sheet of an action or form, by its title. */
export const sheet = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });

/** What was started and how it goes, at the foot of every page. */
export const underWay = (page: Page): Locator => page.getByRole('region', { name: 'Actions under way' });

/** Reads a preflight to its end, then presses its button. */
export async function confirmSheet(page: Page, title: string, typed?: string): Promise<void> {
  const open = sheet(page, title);
  await expect(open).toBeVisible();
  if (typed !== undefined) await open.getByRole('textbox', { name: /^Type .* to confirm$/ }).fill(typed);
  await pressable(open, title);
  await open.getByRole('button', { name: title, exact: true }).click();
}

/** The button of a sheet, once nothing holds it back. */
export async function pressable(open: Locator, name: string): Promise<Locator> {
  const button = open.getByRole('button', { name, exact: true });
  await expect(button).toBeVisible();
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  return button;
}

/** Ticks the boxes of these rows. */
export async function selectHosts(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    await hostRow(page, name)
      .getByRole('checkbox', { name: `Select ${name}` })
      .check();
  }
}

/** Waits until these hosts are shown, in this order, and no others. */
export async function expectHosts(page: Page, names: readonly string[]): Promise<void> {
  await expect.poll(() => namesNow(page)).toEqual([...names]);
}

/** Waits until the keys of the page act: what the server drew is there before the code that listens. */
export async function keysAct(page: Page, noun = 'hosts'): Promise<void> {
  const search = page.getByRole('searchbox', { name: `Search ${noun}` });
  // Where there is no field yet, the key opens the palette, which then takes it as text.
  await expect(search).toBeVisible({ timeout: LONG });
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(search).toBeFocused({ timeout: BRIEF });
  }).toPass();
  await page.getByRole('heading', { level: 1 }).click();
}
