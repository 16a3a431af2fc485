/** The guide that adds a host, as a person goes through it. */
import { expect, type Page } from '@playwright/test';

/** The one question that a step asks. */
export const question = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
export const next = (page: Page) => page.getByRole('button', { name: /^Next: / });
export const add = (page: Page) => page.getByRole('button', { name: 'Add the host' });
export const field = (page: Page, name: RegExp | string) => page.getByRole('textbox', { name });

/** A worker without board management, from the step after which node it is to the review. */
export async function toReview(page: Page, hostname: string): Promise<void> {
  await next(page).click();
  await page.getByRole('radio', { name: /^Worker/ }).check();
  await field(page, 'Hostname').fill(hostname);
  await next(page).click();
  await question(page, 'How is its board reached?');
  await next(page).click();
  await question(page, 'Choose the root disk');
  await next(page).click();
  await question(page, 'Look it over, then add it');
}

/** The same, of a node that nobody has heard of: its address is typed. */
export async function typeToReview(page: Page, mac: string, hostname: string): Promise<void> {
  await field(page, /^MAC address/).fill(mac);
  await toReview(page, hostname);
}
