/** The pages before the console, as a person uses them. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Login } from './cloud';

export const WRONG =
  'Those details were not accepted. A user name, password or domain is wrong, or the account is locked for 30 minutes.';

/** Next keeps an empty alert of its own for announcing routes: ours is the one that says something. */
export const refusal = (page: Page): Locator => page.getByRole('alert').filter({ hasText: /\S/ });

export async function fillSignIn(page: Page, login: Login): Promise<void> {
  await page.getByRole('textbox', { name: 'User name' }).fill(login.userName);
  await page.getByLabel('Password', { exact: true }).fill(login.password);
}

export async function signInByForm(page: Page, login: Login): Promise<void> {
  await fillSignIn(page, login);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The console with this person signed in. */
export async function expectSignedIn(page: Page, login: Login): Promise<void> {
  await expect(page.getByRole('button', { name: login.userName })).toBeVisible();
}

export async function openUserMenu(page: Page, login: Login): Promise<Locator> {
  await page.getByRole('button', { name: login.userName }).click();
  return page.getByRole('menu', { name: 'Your session and preferences' });
}

export async function signOutByMenu(page: Page, login: Login): Promise<void> {
  const menu = await openUserMenu(page, login);
  await menu.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}
