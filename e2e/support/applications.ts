/** Applications in the words of the domain, found as a person finds them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { pressable, sheet } from './hosts';
import { LONG } from './patience';

export const applicationGrid = (page: Page): Locator =>
  page.getByRole('grid', { name: 'applications', exact: true });

export const applicationRow = (page: Page, name: string): Locator =>
  applicationGrid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name, exact: true }) });

export async function openApplication(page: Page, name: string): Promise<Locator> {
  await applicationRow(page, name).getByRole('gridcell', { name, exact: true }).click();
  const drawer = page.getByRole('complementary', { name });
  await expect(drawer).toBeVisible();
  return drawer;
}

/** Opens what a drawer offers, and presses it in the sheet. */
export async function act(page: Page, drawer: Locator, deed: string, name: string): Promise<void> {
  await drawer.getByRole('button', { name: `${deed}…` }).click();
  const form = sheet(page, `${deed} ${name}`);
  await (await pressable(form, `${deed} ${name}`)).click();
  await expect(form).toBeHidden({ timeout: LONG });
}
