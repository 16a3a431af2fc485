/** Signing out ends everything: the token at Keystone, the cookie, the other tabs. */
import { expect, test } from '../support/fixtures';
import { hostGrid } from '../support/hosts';
import { isGood, sessionCookie, tokenOfSession } from '../support/session-secrets';
import { expectSignedIn, signOutByMenu } from '../support/sign-in-form';

test('signing out revokes the token, and the other tab follows', async ({ page, context, cloud }) => {
  const login = await cloud.account('operator');
  await cloud.signIn(page, 'operator');
  await expect(hostGrid(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto('/hosts');
  await expectSignedIn(other, login);
  const token = await tokenOfSession(context);
  const cookie = await sessionCookie(context);
  expect(await isGood(cloud.site.keystone, token)).toBe(true);

  await signOutByMenu(page, login);
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await isGood(cloud.site.keystone, token)).toBe(false);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain(cookie.name);

  // Somebody who kept a copy of the cookie has nothing.
  await context.addCookies([cookie]);
  expect(await (await page.request.get('/api/auth/session')).json()).toEqual({});
  await page.goto('/hosts');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('nothing of the last person stays for the next', async ({ page, cloud }) => {
  const first = await cloud.account('admin');
  await cloud.signIn(page, 'admin');
  await expect(hostGrid(page)).toBeVisible();
  await signOutByMenu(page, first);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(hostGrid(page)).toHaveCount(0);
});
