/** The first page: what is wrong, how much of it, and when it began, from what was really read. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { LONG } from '../support/patience';

const panel = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name, exact: true });
const counts = (page: Page): Locator => page.getByRole('list', { name: 'Active alarms' });
const tally = (page: Page): Locator => page.getByRole('link', { name: /^Active alarms/ });
const count = async (page: Page, word: string): Promise<number> =>
  Number(/^\d+/.exec(await counts(page).getByRole('listitem').filter({ hasText: word }).innerText())?.[0]);

const SEVERITIES = ['Critical', 'Major', 'Minor', 'Warning'] as const;

test('counts alarms as the top bar does, from one reading', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/');
  await expect(counts(page)).toContainText('Critical');
  const check = async () => {
    const shown = await Promise.all(SEVERITIES.map((word) => count(page, word)));
    const told = SEVERITIES.map((word, n) => `${shown[n] === 0 ? 'no' : shown[n]} ${word.toLowerCase()}`);
    await expect(tally(page)).toHaveAccessibleName(`Active alarms: ${told.join(', ')}`);
    return shown;
  };
  // Thirteen stand; one of a suppressed type is counted apart.
  const before = await check();
  expect(before.reduce((sum, n) => sum + n, 0)).toBe(13);
  expect(await count(page, 'Suppressed')).toBe(1);
  await expect(counts(page)).toContainText('100.150');
  await expect(page).toHaveTitle(/^\(13\) 1 critical - /);
  await cloud.control.raise({
    alarm_id: '100.101',
    entity_instance_id: 'host=worker-0',
    severity: 'critical',
    reason_text: 'Platform CPU threshold exceeded',
  });
  await expect(page).toHaveTitle(/^\(14\) 2 critical - /);
  await expect.poll(() => count(page, 'Critical')).toBe(2);
  await check();
});

test('opens with a finding, and lists what needs a person, worst first', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^Service is affected on 1 host; \d+ more need a look$/,
  );
  const list = panel(page, 'Needs attention').getByRole('listitem');
  await expect(list.first()).toContainText('worker-3 failed');
  await expect(list.first()).toContainText(/Critical 200\.004, 1\d m/);
  // A clock that runs free goes before a host that is only degraded.
  await expect(list.nth(1)).toContainText('worker-5 clock runs free. worker-5 is not locked to remote PTP');
  const texts = await list.allInnerTexts();
  const place = (word: string) => texts.findIndex((text) => text.includes(word));
  expect(place('controller-1 is degraded')).toBeGreaterThan(1);
  // Locked on purpose is no trouble.
  expect(place('worker-4')).toBe(-1);
  await cloud.control.patchHost('worker-0', { availability: 'offline', operational: 'disabled', task: '' });
  await expect(list.filter({ hasText: 'worker-0 is unlocked and offline' })).toBeVisible();
  await expect(list.first()).toContainText('worker-3 failed');
  await expect(list.nth(1)).toContainText('worker-0 is unlocked and offline');
  await list.first().getByRole('link', { name: 'Open host worker-3' }).click();
  await expect(page).toHaveURL('/hosts/worker-3');
});

test('has a tile for each host that leads to it', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/');
  const hosts = panel(page, 'Hosts');
  await expect(hosts.getByRole('listitem').getByRole('link')).toHaveCount(16);
  await expect(hosts).toContainText('1 degraded');
  await expect(hosts).toContainText('1 failed');
  await expect(hosts.getByRole('heading', { name: 'Controllers' })).toBeVisible();
  const tile = (name: string) => hosts.getByRole('link').filter({ hasText: name });
  await expect(tile('worker-3')).toContainText('Failed');
  await expect(tile('worker-4').getByRole('img', { name: 'Locked' })).toBeVisible();
  await cloud.control.patchHost('worker-5', { availability: 'degraded' });
  await expect(tile('worker-5')).toContainText('Degraded');
  await expect(hosts).toContainText('2 degraded');
  await tile('storage-0').click();
  await expect(page).toHaveURL('/hosts/storage-0');
});

test('says how the clocks are, and leads to the one to look at first', { tag: ['@phone', '@light'] }, async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/');
  const clocks = panel(page, 'Clock sync');
  await expect(clocks).toContainText(/No clock is verified; no timing alarm stands on \d+ of \d+\./);
  await expect(
    clocks.getByRole('list', { name: 'Clocks by state' }).getByRole('listitem').first(),
  ).toHaveText(/1\s*freerun/);
  const first = clocks.getByRole('list', { name: 'Clocks to look at first' }).getByRole('listitem').first();
  await expect(first).toContainText(/worker-5.*Freerun/);
  await first.getByRole('link', { name: 'worker-5' }).click();
  await expect(page).toHaveURL('/hosts/worker-5/clock');
});

test('says how the applications are, and leads to them as their alarms do', async ({ page, cloud }) => {
  await cloud.control.raise({
    ...{ alarm_id: '900.007', entity_instance_id: 'host=controller', severity: 'minor' },
    reason_text: 'Kubernetes upgrade in progress.',
  });
  await cloud.control.setApp('snmp', 'apply-failed', 'operation aborted by user');
  await cloud.signIn(page, 'reader', '/');
  const tile = panel(page, 'Applications');
  await expect(tile).toContainText(/\d+ of \d+ applied/);
  await expect(tile.getByRole('link', { name: 'Kubernetes upgrade in progress.' })).toHaveAttribute(
    ...['href', '/applications/kubernetes'],
  );
  const look = tile.getByRole('list', { name: 'Applications to look at' }).getByRole('listitem');
  await expect(look.filter({ hasText: 'snmp' })).toContainText(/Apply failed\s*operation aborted by user/);
  await look.getByRole('link', { name: 'snmp' }).click();
  await expect(page).toHaveURL('/applications?open=snmp');
  await expect(page.getByRole('complementary', { name: 'snmp' })).toBeVisible();

  await page.goto('/alarms?q=k8s_application');
  await page.getByRole('grid', { name: 'alarms' }).getByRole('row', { name: /750\./ }).first().click();
  const alarm = page.getByRole('complementary').filter({ hasText: /750\.\d/ });
  const about = alarm.getByRole('link', { name: /^[\w-]+$/ }).first();
  const application = await about.innerText();
  await about.click();
  await expect(page).toHaveURL(`/applications?open=${application}`);
  await expect(page.getByRole('complementary', { name: application })).toBeVisible();
});

test('says of no clock that it is well while fault management does not answer', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/');
  const clocks = panel(page, 'Clock sync');
  await expect(clocks).toContainText('no timing alarm');
  await cloud.control.fault({ service: 'fm', method: 'GET', path: '/v1/alarms', status: 503 });
  await expect(clocks).toContainText('No clock is verified; fault management does not answer', {
    timeout: LONG,
  });
  await expect(clocks.getByRole('listitem').filter({ hasText: 'no timing alarm' })).toHaveCount(0);
});

test('draws the last day, and says it as a table too', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/');
  const day = panel(page, 'Last 24 hours');
  await expect(day.getByRole('figure')).toHaveAccessibleName(/^\d+ alarms stood in this time\.$/);
  await day.getByText('Show as table').click();
  const rows = day.getByRole('region', { name: 'The timeline as a table' }).getByRole('row');
  const failure = rows.filter({ hasText: 'worker-3 experienced a service-affecting failure' });
  await expect(failure).toContainText('Critical');
  await expect(failure).toContainText('Still so');
  await expect(rows.filter({ hasText: 'actual 81.13%' })).not.toContainText('Still so');
  // The bars of alarms that stand now are as many as the alarms that stand now.
  const standing = rows.filter({ hasText: 'Still so' });
  await expect(standing.filter({ hasText: 'Critical' })).toHaveCount(1);

  const told = async () => Number(/^\d+/.exec(await day.getByRole('figure').innerText())?.[0] ?? Number.NaN);
  const inDay = await told();
  await day.getByRole('radio', { name: '6 h' }).check({ force: true });
  const six = panel(page, 'Last 6 hours');
  await expect(six.getByRole('figure')).toHaveAccessibleName(/^\d+ alarms stood in this time\.$/);
  const inSix = Number(/^\d+/.exec(await six.getByRole('figure').innerText())?.[0] ?? Number.NaN);
  expect(inSix).toBeLessThan(inDay);
  expect(inSix).toBeGreaterThan(0);
});

test.describe('when all is well', () => {
  test.use({ world: 'simplex' });

  test('says so, and only because it asked', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Every host is available; 1 minor alarm is active',
    );
    await expect(panel(page, 'Needs attention')).toContainText(
      'Nothing. Hosts and alarms were read, and none of them asks for a person.',
    );
  });
});
