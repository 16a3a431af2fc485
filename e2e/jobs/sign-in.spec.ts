/** Getting in: with the right password, with a wrong one, with an old one, and to where one was going. */
import { expect, test } from '../support/fixtures';
import { postAuth, signInQuickly } from '../support/quick-sign-in';
import { sessionCookie } from '../support/session-secrets';
import {
  expectSignedIn,
  fillSignIn,
  openUserMenu,
  refusal,
  signInByForm,
  signOutByMenu,
  WRONG,
} from '../support/sign-in-form';

const refusedByServer = /status of 401/;

test('signs in with the keyboard alone', async ({ page, cloud }) => {
  const login = await cloud.account('admin');
  await page.goto('/');
  await expect(page).toHaveURL('/login');
  await expect(page.getByRole('textbox', { name: 'User name' })).toBeFocused();
  await page.keyboard.type(login.userName);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type(login.password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/');
  await expectSignedIn(page, login);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
});

test('tells a wrong password, an unknown user and a disabled one in the same sentence', async ({
  page,
  cloud,
  watch,
}) => {
  watch.expect(refusedByServer);
  const right = await cloud.account('operator');
  const disabled = await cloud.account('disabled');
  await page.goto('/login');
  const cases = [
    { ...right, password: 'Not-the-password-1!' },
    { userName: `nobody+${cloud.tag}`, password: 'Not-the-password-1!' },
    disabled,
  ];
  for (const details of cases) {
    await signInByForm(page, details);
    await expect(refusal(page)).toHaveText(WRONG);
    // The name stays, the password goes, and the cursor waits for the next one.
    await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(details.userName);
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  }
  await signInByForm(page, right);
  await expectSignedIn(page, right);
});

test('waits longer after each refusal, and stops asking Keystone before it locks the account', async ({
  page,
  cloud,
  watch,
}) => {
  watch.expect(refusedByServer, /status of 429/);
  const login = await cloud.account('reader');
  const wrong = { ...login, password: 'Not-the-password-1!' };
  await page.goto('/login');
  await signInByForm(page, wrong);
  await expect(refusal(page)).toHaveText(WRONG);
  await signInByForm(page, wrong);
  await expect(page.getByRole('button', { name: /^Sign in, in [12] s$/ })).toBeVisible();
  await expect(refusal(page)).toContainText(/Next try in [12] s\./);
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  await signInByForm(page, wrong);
  await expect(page.getByRole('button', { name: /^Sign in, in [5-8] s$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor({ timeout: 12_000 });
  await signInByForm(page, wrong);
  await expect(page.getByRole('button', { name: /^Sign in, in 14 m \d+ s$/ })).toBeVisible();

  // The form holds back; somebody who does not is told by the server, with the right password too.
  const { userName: username, password } = login;
  for (const attempt of ['fifth', 'sixth']) {
    const answer = await postAuth(page.request, cloud.site.console, 'callback/credentials', {
      username,
      password,
      domain: 'Default',
    });
    expect(answer.status(), `${attempt} try`).toBe(429);
    expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(600);
    expect(await answer.json()).toMatchObject({ error: { code: 'throttled' } });
  }
  // Keystone itself still takes the password: nobody was locked out.
  const elsewhere = await page.request.post(`${cloud.site.keystone}/auth/tokens`, {
    data: {
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: username, password, domain: { name: 'Default' } } },
        },
      },
    },
  });
  expect(elsewhere.status()).toBe(201);
});

test('changes an expired password and goes on to where one was going', async ({ page, cloud, watch }) => {
  watch.expect(refusedByServer);
  const login = await cloud.account('expired');
  await page.goto('/hosts?q=worker');
  await signInByForm(page, login);
  await expect(page.getByRole('heading', { name: 'Change your password' })).toBeVisible();
  await expect(page.getByText('It has expired. Choose a new one to sign in.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue(login.userName);

  const change = async (password: string, repeat: string) => {
    await page.getByLabel('Current password').fill(login.password);
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.getByLabel('New password again').fill(repeat);
    await page.getByRole('button', { name: 'Change password' }).click();
  };
  await change('Roost-renewed-2026!', 'Roost-renewed-2027!');
  await expect(page.getByText('Not the same as the new password')).toBeVisible();
  await change('short', 'short');
  await expect(page.getByLabel('New password', { exact: true })).toHaveAccessibleDescription(
    /minimum length of 12 characters/,
  );
  await change('Roost-renewed-2026!', 'Roost-renewed-2026!');
  await expect(page).toHaveURL('/hosts?q=worker');
  await expectSignedIn(page, login);

  await signOutByMenu(page, login);
  await signInByForm(page, { ...login, password: 'Roost-renewed-2026!' });
  await expectSignedIn(page, login);
});

test('leads a deep link through log-in, its query included', async ({ page, cloud }) => {
  const login = await cloud.account('reader');
  const link = '/hosts?q=worker&sort=-uptime&availability=available';
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signInByForm(page, login);
  await expect(page).toHaveURL(link);
  await expect(page.getByRole('searchbox', { name: 'Search hosts' })).toHaveValue('worker');
});

test('sends nobody to another site after log-in', async ({ page, cloud }) => {
  const login = await cloud.account('reader');
  await page.goto(`/login?callbackUrl=${encodeURIComponent('//127.0.0.2/steal')}`);
  await signInByForm(page, login);
  await expectSignedIn(page, login);
  await expect(page).toHaveURL('/');
  for (const lure of [
    '//127.0.0.2/steal',
    'https://127.0.0.2/steal',
    '/\\127.0.0.2/steal',
    '\\\\127.0.0.2',
    '/\t/127.0.0.2',
    '/..//127.0.0.2',
    'javascript:alert(1)',
    `${cloud.site.console}@127.0.0.2/`,
  ]) {
    // Signed in already: the log-in page leads on by itself, and says where to in its answer.
    const answer = await page.request.get(`/login?callbackUrl=${encodeURIComponent(lure)}`, {
      maxRedirects: 0,
    });
    expect(answer.status(), lure).toBe(307);
    expect(answer.headers().location, lure).toBe('/');
  }
});

test('asks which project, and keeps to it', async ({ page, cloud }) => {
  const login = await cloud.account('multi');
  await page.goto('/hosts');
  await signInByForm(page, login);
  await expect(page.getByRole('heading', { name: 'Choose a project' })).toBeVisible();
  // Half signed in is not in.
  await page.goto('/hosts');
  await expect(page.getByRole('heading', { name: 'Choose a project' })).toBeVisible();
  await page.getByRole('button', { name: 'services' }).click();
  await expect(page).toHaveURL('/hosts');
  let menu = await openUserMenu(page, login);
  await expect(menu).toContainText('reader in project services');
  await menu.getByRole('menuitem', { name: 'Change project' }).click();
  await expect(page.getByRole('button', { name: /^services\s*in use$/ })).toBeVisible();
  await page.getByRole('button', { name: 'admin' }).click();
  await expect(page).toHaveURL('/hosts');
  menu = await openUserMenu(page, login);
  await expect(menu).toContainText(/(operator and reader|reader and operator) in project admin/);
});

test('says so when Keystone does not answer @simulated', async ({ page, cloud, watch }) => {
  watch.expect(/status of 503/);
  const login = await cloud.account('admin');
  await page.goto('/login');
  await cloud.control.fault({ service: 'keystone', down: true });
  await signInByForm(page, login);
  await expect(refusal(page)).toContainText('Keystone');
  await expect(refusal(page)).toContainText('Your details were not checked.');
  await expect(refusal(page)).not.toContainText('not accepted');
  await cloud.control.mend();
  await fillSignIn(page, login);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectSignedIn(page, login);
});

test('keeps the session in a cookie that no script can read', async ({ page, cloud, context }) => {
  const login = await cloud.account('admin');
  await signInQuickly(context, cloud.site.console, login);
  await page.goto('/hosts');
  const cookie = await sessionCookie(context);
  expect(cookie).toMatchObject({ name: 'roost.session', httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(Buffer.byteLength(cookie.value)).toBeLessThan(4000);
  const seen = await page.evaluate(() => document.cookie);
  expect(seen).not.toContain('roost.session');
  expect(seen).not.toContain(cookie.value);
});
