/** A tab outlives a deploy: it keeps what it shows and what was typed, says what happened, and reloads when told to. */
import type { Page } from '@playwright/test';
import { anotherBuild, type Build } from '../support/another-build';
import type { Cloud } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import {
  expectHost,
  hostGrid,
  hostRow,
  keysAct,
  openRowMenu,
  rowAction,
  sheet,
  underWay,
} from '../support/hosts';
import { LONG } from '../support/patience';
import { ownPorts } from '../support/ports';
import { type OwnConsole, startConsole } from '../support/processes';
import { signInQuickly } from '../support/quick-sign-in';

test.describe.configure({ mode: 'default' });

/** What the browser says of a console that is being replaced, of calls that the new one does not know, of code that is gone. */
const AWAY = [/ERR_CONNECTION_REFUSED/, /ERR_CONNECTION_RESET/, /ERR_EMPTY_RESPONSE/];
const UNKNOWN_CALL = /status of 409 .*\/hosts\)$/;
const GONE = /status of 404 .*\/_next\/static\/chunks\//;

let own: OwnConsole | undefined;
let build: Build | undefined;
test.afterEach(async ({ page, watch }) => {
  try {
    // Looked over while the page is open; then nobody is left who polls a console that is about to end.
    expect(await watch.verdict()).toEqual([]);
  } finally {
    await page.close();
    await own?.stop();
    own = undefined;
    build?.remove();
    build = undefined;
  }
});

const updated = (page: Page) => page.getByRole('status').filter({ hasText: 'The console was updated.' });

/** Signs in at a console of the test's own, and marks the page: a reload would lose the mark. */
async function openHosts(page: Page, cloud: Cloud, port: number): Promise<void> {
  own = await startConsole(port);
  await signInQuickly(page.context(), own.url, await cloud.account('operator'));
  await page.goto(`${own.url}/hosts`);
  await expectHost(page, 'worker-0', { Availability: 'Available' });
  await page.evaluate(() => Reflect.set(window, 'neverReloaded', true));
}

/** Ends the console and starts another build of it in its place. */
async function deploy(port: number, newActions: boolean, name: string): Promise<void> {
  build = anotherBuild(name, { newActions });
  expect(await own?.stop()).toBe(143);
  own = await startConsole(port, { ROOST_DIST_DIR: build.distDir });
}

const neverReloaded = (page: Page) => page.evaluate(() => Reflect.get(window, 'neverReloaded') === true);

/** Reloads by the banner's button; afterwards the page is the new build's, all of it. */
async function reload(page: Page): Promise<void> {
  await updated(page).getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => neverReloaded(page).catch(() => true)).toBe(false);
  await expectHost(page, 'worker-0', { Availability: 'Available' }, LONG);
  await expect(updated(page)).toHaveCount(0);
  const scripts = await page
    .locator('script[src^="/_next/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('src')));
  expect(scripts.length).toBeGreaterThan(5);
  for (const src of scripts) expect(src).toContain('/_next/static/chunks/later-');
}

test('a build that knows the page’s calls: it reads on, what was typed is saved, and Reload brings the new one', async ({
  page,
  cloud,
  watch,
}, info) => {
  watch.expect(...AWAY);
  const { secondConsole: port } = ownPorts(info.parallelIndex);
  await openHosts(page, cloud, port);
  await rowAction(page, 'worker-0', 'Edit…');
  const form = sheet(page, 'Edit worker-0');
  const location = form.getByRole('textbox', { name: 'Location' });
  await location.fill('rack 7, half');
  await location.focus();

  await deploy(port, false, `kept-${info.parallelIndex}`);
  await expect(page.getByText('The console was updated.')).toBeAttached({ timeout: LONG });
  await expect(location).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' typed');
  await expect(location).toHaveValue('rack 7, half typed');
  // The page behind it lives on.
  await cloud.control.patchHost('worker-2', { task: 'After the deploy' });
  await expect(page.getByText('After the deploy').first()).toBeAttached({ timeout: LONG });
  await form.getByRole('button', { name: 'Save 1 change' }).click();
  await expect(form).toBeHidden();
  await expect(underWay(page)).toContainText('worker-0 was changed');
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
  await expect(updated(page)).toContainText('Finish what you are typing first.');
  expect(await neverReloaded(page)).toBe(true);

  await reload(page);
  await rowAction(page, 'worker-0', 'Edit…');
  await expect(location).toHaveValue('rack 7, half typed');
});

test('a build that knows none of them: it stands still and says so, and loses nothing', async ({
  page,
  cloud,
  watch,
}, info) => {
  watch.expect(...AWAY, UNKNOWN_CALL);
  const { secondConsole: port } = ownPorts(info.parallelIndex);
  await openHosts(page, cloud, port);
  await rowAction(page, 'worker-0', 'Edit…');
  const form = sheet(page, 'Edit worker-0');
  const location = form.getByRole('textbox', { name: 'Location' });
  await location.fill('rack 7, half typed');

  await deploy(port, true, `new-${info.parallelIndex}`);
  await expect(page.getByText('The console was updated.')).toBeAttached({ timeout: LONG });
  await expect(page.getByText('What you typed stays until you reload.')).toBeAttached({ timeout: LONG });
  // Somebody does answer.
  await expect(page.getByText('does not answer')).toHaveCount(0);
  await form.getByRole('button', { name: 'Save 1 change' }).click();
  const refusal = form.getByRole('alert').filter({ hasText: 'worker-0 was not changed' });
  await expect(refusal).toContainText('The platform was not asked.');
  await expect(location).toHaveValue('rack 7, half typed');
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(0);
  expect(await neverReloaded(page)).toBe(true);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.getByRole('button', { name: 'Discard what I typed' }).click();
  await expect(form).toBeHidden();
  // What was read before is still there.
  await expect(updated(page)).toContainText('You see data from');
  await expect(hostRow(page, 'worker-0')).toContainText('Available');

  await reload(page);
  await rowAction(page, 'worker-0', 'Edit…');
  await location.fill('rack 8');
  await form.getByRole('button', { name: 'Save 1 change' }).click();
  await expect(underWay(page)).toContainText('worker-0 was changed');
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
});

test('code that is gone before it was fetched opens nothing and breaks nothing', async ({
  page,
  cloud,
  watch,
}, info) => {
  watch.expect(...AWAY, GONE);
  // A browser that is never idle: what could be fetched later has not been.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const { secondConsole: port } = ownPorts(info.parallelIndex);
  await openHosts(page, cloud, port);
  await keysAct(page);
  // The menu was used before, what it opens was not.
  await openRowMenu(page, 'worker-0');
  await page.keyboard.press('Escape');
  const asked: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() === 404 && answer.url().includes('/_next/static/chunks/')) asked.push(answer.url());
  });
  await deploy(port, false, `gone-${info.parallelIndex}`);
  await expect(updated(page)).toBeVisible({ timeout: LONG });

  await rowAction(page, 'worker-0', 'Edit…');
  await expect.poll(() => asked.length, { timeout: LONG }).toBeGreaterThan(0);
  const forSheet = asked.length;
  await page.keyboard.press('Control+k');
  await expect.poll(() => asked.length, { timeout: LONG }).toBeGreaterThan(forSheet);
  const forPalette = asked.length;
  await page.getByRole('button', { name: 'CSV' }).click();
  await expect.poll(() => asked.length, { timeout: LONG }).toBeGreaterThan(forPalette);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(hostGrid(page)).toBeVisible();
  // The keys are the page's again, and it lives on.
  await keysAct(page);
  await cloud.control.patchHost('worker-2', { task: 'After the deploy' });
  await expect(hostRow(page, 'worker-2')).toContainText('After the deploy', { timeout: LONG });
  expect(await neverReloaded(page)).toBe(true);

  await reload(page);
  await rowAction(page, 'worker-0', 'Edit…');
  await expect(sheet(page, 'Edit worker-0')).toBeVisible();
});
