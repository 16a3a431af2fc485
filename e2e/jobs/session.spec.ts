/** How a session ends by itself, and how work goes on afterwards. */
import { expect, test } from '../support/fixtures';
import { rowAction } from '../support/hosts';
import { LONG } from '../support/patience';

test('a token that ends mid-work asks over the page, and nothing typed is lost', async ({
  page,
  cloud,
  watch,
}) => {
  watch.expect(/status of 401/);
  const login = cloud.login('operator');
  await cloud.signIn(page, 'operator');
  await rowAction(page, 'worker-0', 'Edit…');
  const sheet = page.getByRole('dialog', { name: 'Edit worker-0' });
  await sheet.getByRole('textbox', { name: 'Location' }).fill('rack 7, half typed');
  await cloud.control.expireTokens();

  const over = page.getByRole('dialog', { name: 'You are signed out' });
  await expect(over).toBeVisible({ timeout: LONG });
  await over.getByLabel('Password', { exact: true }).fill('Not-the-password-1!');
  await over.getByRole('button', { name: 'Sign in again' }).click();
  await expect(over.getByRole('alert')).toContainText('Those details were not accepted.');
  await over.getByLabel('Password', { exact: true }).fill(login.password);
  await over.getByRole('button', { name: 'Sign in again' }).click();
  await expect(over).toBeHidden();
  await expect(sheet.getByRole('textbox', { name: 'Location' })).toHaveValue('rack 7, half typed');
  await sheet.getByRole('button', { name: 'Save 1 change' }).click();
  await expect(sheet).toBeHidden();
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
});
