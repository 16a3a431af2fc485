/** The page follows the platform, and says so when it cannot. Nothing a person has under the hands moves for it. */
import type { Locator, Page } from '@playwright/test';
import type { Cloud } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import {
  expectHost,
  expectHosts,
  expectOff,
  hostGrid,
  hostRow,
  keysAct,
  menuItem,
  openRowMenu,
  pressable,
  rowAction,
  selectHosts,
  sheet,
  shownHosts,
} from '../support/hosts';
import { BRIEF, LONG } from '../support/patience';

/** Outages take as long as the console's patience with the platform. */
const POLLS = 10;
const SYSINV_DOWN = 'System inventory (sysinv) does not answer.';
const FM_DOWN = 'Fault management (fm) does not answer.';

const outage = (page: Page): Locator =>
  page.getByRole('main').getByRole('status').filter({ hasText: 'answer' });
const tally = (page: Page): Locator => page.getByRole('link', { name: /^Active alarms/ });

/** Waits until the console has read the hosts so many times more. */
async function polls(cloud: Cloud, times: number): Promise<void> {
  const before = await cloud.control.count('sysinv', 'GET', '/v1/ihosts');
  await expect
    .poll(() => cloud.control.count('sysinv', 'GET', '/v1/ihosts'), { timeout: LONG })
    .toBeGreaterThanOrEqual(before + times);
}

test('a row menu that is open survives ten polls, with focus and selection', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  await selectHosts(page, 'worker-1', 'worker-2');
  const menu = await openRowMenu(page, 'worker-0');
  // The menu's own first focus comes after its items: keys pressed before it would be overruled.
  await expect(menuItem(menu, 'Lock…')).toBeVisible();
  const focused = page.locator(':focus');
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(focused).toHaveRole('menuitem', { timeout: BRIEF });
  }).toPass();
  await page.keyboard.press('ArrowDown');
  await expect(menuItem(menu, 'Edit…')).not.toBeFocused();
  const item = await focused.innerText();
  const element = await focused.elementHandle();
  for (let n = 0; n < POLLS; n++) {
    // Every poll has something new to say, about this very row too.
    await cloud.control.patchHost('worker-0', { task: `Step ${n}` });
    await cloud.control.patchHost('worker-5', { availability: n % 2 === 0 ? 'degraded' : 'available' });
    await polls(cloud, 1);
  }
  await expect(hostGrid(page).getByText(`Step ${POLLS - 1}`)).toBeVisible({ timeout: LONG });
  await expect(menu).toBeVisible();
  expect(await focused.innerText()).toBe(item);
  expect(await element?.evaluate((same) => same.isConnected && same === document.activeElement)).toBe(true);
  await expect(page.getByRole('region', { name: 'Selected rows' })).toContainText('2 selected');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More for worker-0' })).toBeFocused();
});

test('what changes on the platform shows by itself, and rows keep their place under the pointer', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/hosts?sort=availability');
  const before = await shownHosts(page);
  await hostRow(page, 'worker-0').hover();
  await cloud.control.patchHost('worker-0', {
    availability: 'failed',
    operational: 'disabled',
    task: 'Heartbeat loss',
  });
  await expectHost(page, 'worker-0', {
    Availability: 'Failed',
    Operational: 'Disabled',
    Task: 'Heartbeat loss',
  });
  expect(await shownHosts(page)).toEqual(before);
  await page.getByRole('heading', { name: 'Hosts', level: 1 }).hover();
  await expect.poll(async () => (await shownHosts(page)).slice(0, 2)).toContain('worker-0');

  const [critical] = await alarmCounts(page);
  await cloud.control.raise({
    alarm_id: '200.004',
    entity_instance_id: 'host=worker-0',
    severity: 'critical',
    reason_text: 'worker-0 experienced a service-affecting failure',
  });
  await expect.poll(async () => (await alarmCounts(page))[0]).toBe((critical ?? 0) + 1);
  await expect(page).toHaveTitle(new RegExp(`${(critical ?? 0) + 1} critical`));
  await cloud.control.clear('200.004', 'host=worker-0');
  await expect.poll(async () => (await alarmCounts(page))[0]).toBe(critical);
});

test('a note above the page waits for the hand that is at work: a press ends where it began', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'admin');
  await keysAct(page);
  const more = hostRow(page, 'worker-0').getByRole('button', { name: 'More for worker-0' });
  await more.hover();
  const before = await more.boundingBox();
  const asked = () => cloud.control.count('fm', 'GET', '/v1/alarms');
  const first = await asked();
  await page.mouse.down();
  await cloud.control.fault({ service: 'fm', method: 'GET', status: 503 });
  await expect.poll(asked, { intervals: [100] }).toBeGreaterThan(first + 1);
  expect(await more.boundingBox()).toEqual(before);
  await expect(outage(page)).toHaveCount(0);
  await page.mouse.up();
  const menu = page.getByRole('menu', { name: 'Actions for worker-0' });
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  // Then it comes, and it goes as it came.
  await expect(outage(page)).toBeVisible({ timeout: LONG });
  expect((await more.boundingBox())?.y).toBeGreaterThan(before?.y ?? Number.POSITIVE_INFINITY);
  await cloud.control.mend();
  await expect(outage(page)).toHaveCount(0, { timeout: LONG });
  await expect.poll(() => more.boundingBox()).toEqual(before);
});

test('keeps what it knows while the platform is down, dated, and recovers without a reload', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'admin');
  await expectHost(page, 'worker-0', { Availability: 'Available' });
  await page.evaluate(() => Reflect.set(window, 'neverReloaded', true));
  await cloud.control.fault({ service: 'sysinv', down: true }, { service: 'fm', down: true });
  const banner = outage(page);
  await expect(banner).toContainText(/(do|does) not answer\./, { timeout: LONG });
  await expect(banner).toContainText(
    /You see (data|hosts|alarms|hosts and alarms|alarms and hosts).* from \d\d:\d\d:\d\d/,
  );
  await expect(page.getByRole('main')).toContainText(/Trying again( in \d+ s)?\./);
  await expectHost(page, 'worker-0', { Availability: 'Available' });
  await expect(tally(page)).toHaveAccessibleName(/^Active alarms, as last read: 1 critical/);
  await expect(page).toHaveTitle(/^\(\?\)/);
  await expect(page.getByText(/^as of \d\d:\d\d:\d\d, late$/).first()).toBeVisible();
  // Still a console: it filters, opens, navigates.
  await page.getByRole('searchbox', { name: 'Search hosts' }).fill('storage');
  await expectHosts(page, ['storage-0', 'storage-1']);

  await cloud.control.mend();
  await cloud.control.patchHost('storage-0', { availability: 'degraded' });
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(banner).toHaveCount(0, { timeout: LONG });
  await expectHost(page, 'storage-0', { Availability: 'Degraded' });
  await expect(tally(page)).toHaveAccessibleName(/^Active alarms: 1 critical/);
  expect(await page.evaluate(() => Reflect.get(window, 'neverReloaded'))).toBe(true);
});

test('what is done through a service waits until it is back, and nothing typed is lost', async ({
  page,
  cloud,
}) => {
  const wait = 'System inventory (sysinv) does not answer. Actions wait until it is back.';
  await cloud.signIn(page, 'operator');
  await rowAction(page, 'worker-0', 'Edit…');
  const form = sheet(page, 'Edit worker-0');
  const location = form.getByRole('textbox', { name: 'Location' });
  await location.fill('rack 7, half typed');
  const save = await pressable(form, 'Save 1 change');
  await cloud.control.fault({ service: 'sysinv', down: true });
  await expectOff(save, wait, LONG);
  await cloud.control.resetRequests();
  // Pressed all the same, as a person would.
  await save.click({ force: true });
  await location.press('Enter');
  await expect(location).toHaveValue('rack 7, half typed');

  await cloud.control.mend();
  await pressable(form, 'Save 1 change');
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(0);
  await save.click();
  await expect(form).toBeHidden();
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);

  // The same in a menu, a sheet and for several hosts: what is off stays in its place and says why.
  await cloud.control.fault({ service: 'sysinv', down: true });
  await expect(outage(page)).toContainText(SYSINV_DOWN, { timeout: LONG });
  await expectHost(page, 'worker-0', { Availability: 'Available' });
  const menu = await openRowMenu(page, 'worker-0');
  await expectOff(menuItem(menu, 'Lock…'), wait);
  await expectOff(menuItem(menu, 'Edit…'), wait);
  await cloud.control.mend();
  // The menu stays open, and is right again with the next reading.
  await expect(menuItem(menu, 'Lock…')).not.toHaveAttribute('aria-disabled', 'true', { timeout: LONG });
  await menuItem(menu, 'Lock…').click();
  const lock = sheet(page, 'Lock worker-0');
  await pressable(lock, 'Lock worker-0');
  await cloud.control.fault({ service: 'sysinv', down: true });
  await expectOff(
    lock.getByRole('button', { name: 'Lock worker-0' }),
    /^Blocked by \d+ checks? above$/,
    LONG,
  );
  await expect(lock).toContainText('System inventory (sysinv) does not answer');
  await cloud.control.mend();
  await expect(lock.getByRole('button', { name: 'Lock worker-0' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
    {
      timeout: LONG,
    },
  );
});

test('recovers by itself, without anybody pressing anything', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader');
  await cloud.control.fault({ service: 'sysinv', down: true });
  await expect(outage(page)).toContainText(SYSINV_DOWN, { timeout: LONG });
  await cloud.control.mend();
  await expect(outage(page)).toHaveCount(0, { timeout: LONG });
});

test('without inventory the alarms still live', async ({ page, cloud }) => {
  await cloud.control.fault({ service: 'sysinv', down: true });
  await cloud.signIn(page, 'reader', '/');
  await expect(outage(page)).toContainText(SYSINV_DOWN, { timeout: LONG });
  await expect(page.getByRole('list', { name: 'Active alarms' })).toContainText('Critical');
  await expect(tally(page)).toHaveAccessibleName(/^Active alarms: 1 critical/);
  await expect(page.getByRole('region', { name: 'Hosts', exact: true })).toContainText(
    'Hosts could not be read.',
  );
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hosts could not be read.');
  const [critical] = await alarmCounts(page);
  await cloud.control.raise({
    alarm_id: '200.004',
    entity_instance_id: 'host=worker-1',
    severity: 'critical',
    reason_text: 'worker-1 experienced a service-affecting failure',
  });
  await expect.poll(async () => (await alarmCounts(page))[0]).toBe((critical ?? 0) + 1);
  await page.getByRole('navigation').getByRole('link', { name: 'Hosts' }).first().click();
  await expect(page.getByText('Hosts could not be read').first()).toBeVisible();
  await expect(page.getByText(/No hosts yet/)).toHaveCount(0);
  await cloud.control.mend();
  await expectHost(page, 'worker-0', { Availability: 'Available' }, LONG);
});

test('without fault management the hosts still live, and alarms are unknown, not none', async ({
  page,
  cloud,
}) => {
  await cloud.control.fault({ service: 'fm', down: true });
  await cloud.signIn(page, 'reader');
  await expect(outage(page)).toContainText(FM_DOWN, { timeout: LONG });
  await expect(tally(page)).toHaveAccessibleName('Active alarms: unknown');
  await expect(tally(page)).not.toContainText('0');
  await cloud.control.patchHost('worker-0', { availability: 'degraded' });
  await expectHost(page, 'worker-0', { Availability: 'Degraded', Alarms: 'Unknown' });
  await cloud.control.mend();
  await expect(tally(page)).toHaveAccessibleName(/^Active alarms: 1 critical/, { timeout: LONG });
});

test('keeps the alarms as last read when fault management breaks because the inventory is down', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/');
  await expect(tally(page)).toHaveAccessibleName(/^Active alarms: 1 critical/);
  // Fault management asks the inventory about ports: one such alarm and its list is a 500 while that is down.
  await cloud.control.raise({
    alarm_id: '100.101',
    entity_instance_id: 'host=worker-0.port=8f9a1a1e-3f0e-4e08-9f5e-8e7b8f2c9d10',
    severity: 'major',
    reason_text: 'A port is down',
  });
  await cloud.control.fault({ service: 'sysinv', down: true });
  await expect(outage(page)).toContainText(SYSINV_DOWN, { timeout: LONG });
  await expect(outage(page)).toContainText('Fault management (fm) fails with HTTP 500', { timeout: LONG });
  await expect(tally(page)).toHaveAccessibleName(/^Active alarms, as last read: 1 critical/, {
    timeout: LONG,
  });
  await cloud.control.mend();
  await expect(outage(page)).toHaveCount(0, { timeout: LONG });
});

test('a slow service holds up only what it feeds', async ({ page, cloud }) => {
  await cloud.control.fault({ service: 'fm', latencyMs: 6_000 });
  const started = Date.now();
  await cloud.signIn(page, 'reader');
  await expectHost(page, 'worker-0', { Availability: 'Available' });
  // The hosts are there before fault management has said a word.
  expect(await alarmCounts(page), `after ${Date.now() - started} ms`).toEqual([]);
  await expect(tally(page)).toHaveAccessibleName(/^Active alarms: 1 critical/, { timeout: LONG });
  await cloud.control.mend();

  // A slow link: the list comes in drips, and what was read stays on screen, whole, until it is there.
  await cloud.control.fault({ service: 'sysinv', path: '/v1/ihosts', dripMs: 300 });
  await cloud.control.patchHost('worker-0', { availability: 'degraded' });
  await expect(hostGrid(page)).toHaveAttribute('aria-rowcount', /^2\d$/);
  await expectHost(page, 'worker-0', { Availability: 'Degraded' }, LONG);
});

test('two viewers cost the platform what one costs', async ({ page, cloud, anotherPerson }) => {
  await cloud.signIn(page, 'reader');
  await expectHost(page, 'worker-0', { Availability: 'Available' });
  const alone = await costOf(cloud);
  const second = await anotherPerson();
  await cloud.signIn(second, 'reader');
  await expectHost(second, 'worker-0', { Availability: 'Available' });
  const together = await costOf(cloud);
  await cloud.control.patchHost('worker-0', { availability: 'degraded' });
  await expectHost(page, 'worker-0', { Availability: 'Degraded' });
  await expectHost(second, 'worker-0', { Availability: 'Degraded' });
  expect(alone).toBeGreaterThan(0);
  expect(together).toBeLessThanOrEqual(alone * 1.25);
});

/** Requests for hosts and alarms per second, over eight seconds of watching. */
async function costOf(cloud: Cloud): Promise<number> {
  const seconds = 8;
  await cloud.control.resetRequests();
  const started = Date.now();
  await expect.poll(() => Date.now() - started, { timeout: LONG }).toBeGreaterThan(seconds * 1_000);
  const asked = await cloud.control.requests();
  const reads = asked.filter(({ service, method }) => method === 'GET' && service !== 'keystone');
  return reads.reduce((sum, { count }) => sum + count, 0) / ((Date.now() - started) / 1_000);
}

/** Active alarms by severity as the top bar counts them, worst first; nothing while they are unknown. */
async function alarmCounts(page: Page): Promise<number[]> {
  const name = (await tally(page).getAttribute('aria-label')) ?? '';
  if (!/critical/.test(name)) return [];
  return ['critical', 'major', 'minor', 'warning'].map(
    (word) => Number(new RegExp(`(\\d+|no) ${word}`).exec(name)?.[1] ?? Number.NaN) || 0,
  );
}
