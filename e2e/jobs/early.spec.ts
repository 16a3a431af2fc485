/** A poor link: the page is there long before its code. What a person does meanwhile happens when the code has come. */
import type { Page } from '@playwright/test';
import type { Cloud, Login, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { hostGrid } from '../support/hosts';
import { signInQuickly } from '../support/quick-sign-in';
import { expectSignedIn, fillSignIn, openUserMenu } from '../support/sign-in-form';

/** Holds every script back but what stands in the page itself. @returns lets it through */
async function holdCode(page: Page): Promise<() => Promise<void>> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await opened;
    await route.continue();
  });
  return async () => {
    open();
    await page.waitForLoadState('load');
    await page.unrouteAll({ behavior: 'wait' });
  };
}

/** Opens a page as the server drew it. @returns its code comes; who looks at it */
async function openHeld(
  page: Page,
  cloud: Cloud,
  role: Role,
  path: string,
): Promise<{ letThrough: () => Promise<void>; login: Login }> {
  const login = await cloud.account(role);
  await signInQuickly(page.context(), cloud.site.console, login);
  const letThrough = await holdCode(page);
  await page.goto(path, { waitUntil: 'commit' });
  return { letThrough, login };
}

test('a menu that was asked for too early opens when the code is there @light', async ({ page, cloud }) => {
  const { letThrough, login } = await openHeld(page, cloud, 'operator', '/hosts');
  await expect(hostGrid(page)).toBeVisible();
  const menu = await openUserMenu(page, login);
  await expect(menu).toBeHidden();
  await letThrough();
  await expect(menu).toBeVisible();
});

test('only the last press counts, and it counts once', async ({ page, cloud }) => {
  const { letThrough, login } = await openHeld(page, cloud, 'operator', '/hosts');
  await expect(hostGrid(page)).toBeVisible();
  await openUserMenu(page, login);
  await page.getByRole('button', { name: 'Narrow the sidebar' }).click();
  await letThrough();
  await expect(page.getByRole('button', { name: 'Widen the sidebar' })).toBeVisible();
  await expect(page.getByRole('menu')).toBeHidden();
});

test('details sent too early are sent when the code is there', async ({ page, cloud }) => {
  const login = await cloud.account('operator');
  const letThrough = await holdCode(page);
  await page.goto('/login', { waitUntil: 'commit' });
  await fillSignIn(page, login);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/login');
  await letThrough();
  await expectSignedIn(page, login);
});

test('what was typed too early filters when the code is there', async ({ page, cloud }) => {
  const { letThrough } = await openHeld(page, cloud, 'reader', '/hosts');
  await expect(hostGrid(page)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search' }).fill('worker-5');
  await letThrough();
  await expect(hostGrid(page).getByRole('row', { name: /worker-5/ })).toBeVisible();
  await expect(hostGrid(page).getByRole('row', { name: /controller-0/ })).toBeHidden();
});

test('a press in the page and what was typed in it count both', async ({ page, cloud }) => {
  const { letThrough } = await openHeld(page, cloud, 'reader', '/hosts');
  await expect(hostGrid(page)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search' }).fill('worker-5');
  await page.getByRole('button', { name: 'Row height: compact' }).click();
  await letThrough();
  await expect(page.getByRole('button', { name: 'Row height: comfortable' })).toBeVisible();
  await expect(hostGrid(page).getByRole('row', { name: /controller-0/ })).toBeHidden();
});

test('what was ticked too early is ticked, each of them, and what was ticked twice is not', async ({
  page,
  cloud,
}) => {
  const { letThrough } = await openHeld(page, cloud, 'operator', '/hosts');
  await expect(hostGrid(page)).toBeVisible();
  const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` });
  for (const name of ['worker-0', 'worker-1', 'worker-2']) await box(name).check();
  await box('worker-1').uncheck();
  await letThrough();
  const bar = page.getByRole('region', { name: 'Selected rows' });
  await expect(bar).toContainText('2 selected');
  await expect(bar).toContainText('worker-0, worker-2');
  await expect(box('worker-0')).toBeChecked();
  await expect(box('worker-1')).not.toBeChecked();
});

test('a choice made too early is made, and the last of two', async ({ page, cloud }) => {
  const { letThrough } = await openHeld(page, cloud, 'reader', '/events');
  const choice = (name: string) => page.getByRole('radio', { name, exact: true });
  await choice('From, to').check({ force: true });
  await choice('7 d').check({ force: true });
  await letThrough();
  await expect(page).toHaveURL(/last=7d/);
  await expect(choice('7 d')).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveCount(0);
});

test('a job on a host begun too early begins when the code is there @phone-only @phone', async ({
  page,
  cloud,
}) => {
  const { letThrough } = await openHeld(page, cloud, 'operator', '/hosts/worker-1');
  await page.getByRole('main').getByRole('button', { name: 'Lock…' }).click();
  await letThrough();
  await expect(page.getByRole('dialog', { name: 'Lock worker-1' })).toBeVisible();
});
