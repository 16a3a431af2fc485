/** The clock of one host, where hosts are shown: its tab, its column in the list. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { expectHost, hostGrid, hostRow } from '../support/hosts';
import { LONG } from '../support/patience';

const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const main = (page: Page): Locator => page.getByRole('main');
const FM_DOWN = { service: 'fm', method: 'GET', path: '/v1/alarms', status: 503 } as const;

test('shows where the chain breaks, and what that rests on', { tag: ['@phone', '@light'] }, async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-5');
  await main(page).getByRole('link', { name: 'Clock', exact: true }).click();
  await expect(page).toHaveURL('/hosts/worker-5/clock');
  await expect(main(page)).toContainText('Freerun: Not locked.');
  const links = panel(page, 'Chain').getByRole('listitem');
  await expect(links.first()).toContainText('Grandmaster');
  const broken = links.filter({ hasText: 'first break' });
  await expect(broken).toHaveCount(1);
  await expect(broken).toContainText(/ptp4l.*Not locked.*worker-5 is not locked to remote PTP/s);
  await expect(links.last()).toContainText('System clock');
  await expect(panel(page, 'Why Roost says so')).toContainText(/100\.119 Not locked/);
  await expect(panel(page, 'Offset, last hour')).toContainText(
    'No reading: no metrics source is configured.',
  );
  const limits = panel(page, 'Limits').getByRole('row');
  await expect(limits.filter({ hasText: 'Minor alarm over' })).toContainText('±1 µs');
  await expect(limits.filter({ hasText: 'G.8271.1 network limit' })).toContainText('±1.1 µs');
  const instances = panel(page, 'Instances');
  await instances.getByText('ptp4l-bc', { exact: true }).click();
  await expect(instances).toContainText('domainNumber');
  await expect(
    panel(page, 'History').getByRole('img', { name: /^worker-5 over the last 1 d.*freerun/ }),
  ).toBeVisible();
  await expect(panel(page, 'Timing events')).toContainText(/Raised 100\.119/);
});

test('says in the head of a host how its clock is, on every tab, and marks the tab where somebody has to look', async ({
  page,
  cloud,
}) => {
  const facts = main(page).locator('dl').first();
  const mark = main(page).getByRole('link', { name: 'Clock', exact: true }).locator('svg');
  await cloud.signIn(page, 'reader', '/hosts/worker-2');
  await expect(facts).toContainText('ClockOut of tolerance', { timeout: LONG });
  await expect(mark).toHaveCount(1);
  for (const tab of ['/events', '/clock']) {
    await page.goto(`/hosts/worker-5${tab}`);
    await expect(facts, tab).toContainText('ClockFreerun', { timeout: LONG });
    await expect(mark).toHaveCount(1);
  }
  await page.goto('/hosts/worker-1');
  await expect(facts).toContainText('ClockNo timing alarm', { timeout: LONG });
  await expect(mark).toHaveCount(0);
  await cloud.control.fault(FM_DOWN);
  await expect(facts).toContainText('ClockUnknown', { timeout: LONG });
  await cloud.control.mend();
});

test('shows the servers of a host that follows NTP, and the alarm on one', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/storage-0/clock');
  const servers = panel(page, 'NTP servers').getByRole('listitem');
  await expect(servers.filter({ hasText: '0.pool.ntp.org' })).toContainText('No alarm 100.114');
  await expect(servers.filter({ hasText: '10.10.20.9' })).toContainText('100.114');
  await expect(panel(page, 'Chain')).toHaveCount(0);
});

test('says that nothing is set up, and where that is done', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-9/clock');
  await expect(main(page)).toContainText('No clock is set up on this host');
  await expect(main(page)).toContainText('make a ptp4l instance');
});

test('knows nothing of the clock while fault management does not answer', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-0/clock');
  await expect(main(page)).toContainText('That is no proof of a lock');
  await cloud.control.fault(FM_DOWN);
  await expect(main(page)).toContainText('Unknown: Was no timing alarm', { timeout: LONG });
  await expect(main(page)).toContainText('Alarms could not be read.');
  await cloud.control.mend();
  await expect(main(page)).toContainText('That is no proof of a lock', { timeout: LONG });
});

test.describe('in the list of hosts', () => {
  const head = (page: Page) => hostGrid(page).getByRole('columnheader', { name: 'Clock', exact: true });

  test('has its state in words, in order of attention, filtered, and in the file', async ({
    page,
    cloud,
  }) => {
    await cloud.signIn(page, 'reader');
    await expectHost(page, 'worker-5', { Clock: /^Freerun/ });
    await expectHost(page, 'worker-2', { Clock: /^Out of tolerance/ });
    await expectHost(page, 'worker-0', { Clock: /^No timing alarm/ });
    await expectHost(page, 'storage-1', { Clock: /^Follows NTP/ });
    await head(page).getByRole('button').click();
    await expect(head(page)).toHaveAttribute('aria-sort', 'ascending');
    await expect(hostGrid(page).getByRole('row').nth(1)).toContainText('worker-5');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toMatch(/worker-5.*Freerun, Not locked/);
    await page.goto('/hosts?sync=freerun');
    await expect(hostRow(page, 'worker-5')).toBeVisible();
    await expect(hostRow(page, 'worker-0')).toHaveCount(0);
  });

  test('counts an alarm that is suppressed, and takes no silence of fault management for health', async ({
    page,
    cloud,
  }) => {
    await cloud.control.suppress('100.119');
    await cloud.signIn(page, 'reader');
    await expectHost(page, 'worker-5', { Clock: /^Freerun.*hidden by suppression/s });
    await cloud.control.fault(FM_DOWN);
    await expectHost(page, 'worker-0', { Clock: /^Unknown.*Fault management does not answer/s }, LONG);
    // What it said before still counts.
    await expectHost(page, 'worker-5', { Clock: /^Freerun/ });
  });

  test('is on a phone only where it asks for somebody', { tag: '@phone' }, async ({ page, cloud }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await cloud.signIn(page, 'reader');
    const card = (name: string) => main(page).getByRole('listitem').filter({ hasText: name });
    await expect(card('worker-5')).toContainText('Freerun');
    await expect(card('worker-0')).toBeVisible();
    await expect(card('worker-0')).not.toContainText('No timing alarm');
  });
});
