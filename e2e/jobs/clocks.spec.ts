/** A shift in front of the clocks: what broke first, how long it holds, what nobody can say, and what when nothing answers. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import {
  clockDrawer,
  clockRow,
  clockTab,
  clockTree,
  heading,
  keysMove,
  openLiveClocks,
} from '../support/clocks';
import { expect, test } from '../support/fixtures';
import { LONG } from '../support/patience';

const list = (page: Page): Locator => page.getByRole('grid', { name: 'clocks' });

test('sees what broke first, what hangs below it, and what nobody vouches for @light', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/clocks');
  await expect(heading(page)).toHaveText('No clock is verified; no timing alarm stands on 5 of 10');
  await expect(page.getByText('worker-5 runs free (Not locked)')).toBeVisible();
  await expect(page.getByText('3 clocks give no reading; Roost does not guess.')).toBeVisible();

  const broken = clockRow(page, 'worker-5');
  await expect(broken).toContainText('Freerun');
  await expect(broken).toContainText('Not locked');
  await expect(broken).toHaveAttribute('aria-level', '2');
  await expect(broken).toContainText('T-BC');
  await expect(broken.getByRole('img', { name: /^worker-5 over the last 1 d: .*freerun/ })).toBeVisible();
  await expect(clockRow(page, 'worker-3')).toContainText('Host failed');
  await expect(clockRow(page, 'worker-3')).toHaveAttribute('aria-level', '3');
  await expect(clockRow(page, 'worker-2')).toContainText('Out of tolerance');
  await expect(clockRow(page, 'worker-4')).toContainText('Host is locked');
  await expect(clockRow(page, 'worker-1')).toContainText('No timing alarm');
  // Green is for a reading that said so, and none is configured here.
  await expect(clockTree(page).getByRole('img', { name: 'Locked', exact: true })).toHaveCount(0);
  await expect(page.getByText('No live source is configured, so no lock is verified')).toBeVisible();

  const rest = page.getByRole('list', { name: 'Not in the tree' });
  await expect(rest).toContainText('worker-8, worker-9 set to PTP, and no instance is assigned');
  await expect(rest).toContainText('storage-0, storage-1 follow NTP');

  await page.getByRole('button', { name: 'worker-5', exact: true }).click();
  await expect(clockDrawer(page)).toContainText('Freerun: Not locked.');
  await expect(clockDrawer(page)).toContainText('first break');
  // The platform's own sentence, and the alarm it stands in.
  await expect(clockDrawer(page)).toContainText('worker-5 is not locked to remote PTP Grand Master');
  await expect(clockDrawer(page)).toContainText(/looks like T-BC, G\.8275\.1/i);
  await clockDrawer(page)
    .getByRole('link', { name: /100\.119/ })
    .click();
  await expect(page).toHaveURL(/\/alarms\?open=/);
  await page.getByRole('link', { name: 'Clock of this host' }).click();
  await expect(page).toHaveURL('/clocks?open=worker-5');
  await expect(clockDrawer(page)).toContainText('worker-5 clock');
});

test('walks, folds and opens by keyboard, and every tab has its address', async ({ page, cloud }) => {
  await cloud.signIn(page, 'operator', '/clocks?open=worker-2');
  await expect(clockDrawer(page)).toContainText('worker-2 clock');
  await keysMove(page);
  await clockRow(page, 'worker-1').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(clockRow(page, 'worker-1')).toHaveAttribute('aria-expanded', 'false');
  await expect(clockRow(page, 'worker-2')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(clockRow(page, 'worker-2')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(clockRow(page, 'worker-2')).toBeFocused();
  await expect(page).toHaveURL(/open=worker-2/);
  await page.keyboard.press('k');
  await expect(clockRow(page, 'worker-1')).toBeFocused();
  await expect(clockDrawer(page)).toContainText('worker-1 clock');
  await expect(page).toHaveURL(/open=worker-1/);

  await clockTab(page, 'Instances').click();
  await expect(page).toHaveURL(/tab=instances/);
  const instance = clockDrawer(page)
    .getByRole('group')
    .filter({ has: page.locator('summary', { hasText: 'ptp4l-bc' }) });
  await expect(instance).toContainText('boundary_clock_jbod');
  await expect(instance.getByRole('region', { name: 'Limits' })).toContainText('4 h set here');
  await page.reload();
  await expect(instance).toContainText('domainNumber');
  await clockTab(page, 'History').click();
  await expect(clockDrawer(page).getByRole('table')).toContainText('No timing alarm');
  await keysMove(page);
  await page.keyboard.press('Escape');
  await expect(clockDrawer(page)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(clockDrawer(page)).toBeVisible();
});

test('filters in a list that its address brings back, and takes it away as a file', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/clocks');
  await keysMove(page);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: /^Needs attention/ })
    .click();
  await expect(page).toHaveURL(/view=attention/);
  const names = async () =>
    await list(page)
      .locator('tr[data-key]')
      .evaluateAll((rows) => rows.map((one) => one.dataset.key));
  await expect.poll(names).toEqual(['worker-5', 'worker-3', 'worker-6', 'storage-0', 'worker-2']);
  await page.getByRole('button', { name: 'State', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Out of tolerance/ }).click();
  await expect.poll(names).toEqual(['worker-2']);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/state=out-of-tolerance/);
  await page.reload();
  await expect.poll(names).toEqual(['worker-2']);

  await page.goto('/clocks?q=leaf-2');
  await expect.poll(names).toEqual(['worker-5', 'worker-3', 'worker-6']);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^clocks-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.split('\r\n')[1]).toMatch(/^worker-5,Freerun,Not locked,/);

  await page.getByRole('radio', { name: 'Tree' }).check({ force: true });
  await expect(clockRow(page, 'worker-5')).toBeVisible();
  await expect(page).toHaveURL(/\/clocks$/);
});

test('an alarm that suppression hides is hidden elsewhere and counts here', async ({ page, cloud }) => {
  await cloud.control.suppress('100.119');
  await cloud.signIn(page, 'operator', '/clocks');
  await expect(clockRow(page, 'worker-5')).toContainText('Freerun, its alarm is hidden by suppression');
  await expect(heading(page)).toHaveText('No clock is verified; no timing alarm stands on 5 of 10');
  await page.goto('/clocks?open=worker-5');
  await expect(clockDrawer(page)).toContainText('Hidden by suppression: it counts here');
});

test('fault management away: nothing is vouched for, what was known is said, and it recovers', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'operator', '/clocks');
  await expect(clockRow(page, 'worker-1')).toContainText('No timing alarm');
  await keysMove(page);
  await cloud.control.fault({ service: 'fm', down: true });
  await expect(heading(page)).toHaveText('No clock is verified; fault management does not answer', {
    timeout: LONG,
  });
  await expect(clockRow(page, 'worker-1')).toContainText('Unknown');
  await expect(clockRow(page, 'worker-1')).toContainText('Was no timing alarm');
  // What was said before it went away still stands, as far as anybody knows.
  await expect(clockRow(page, 'worker-5')).toContainText('Freerun');
  await expect(page.getByText('Alarms could not be read.')).toBeVisible();
  await cloud.control.mend();
  await expect(clockRow(page, 'worker-1')).toContainText('No timing alarm', { timeout: LONG });
  await expect(page.getByText('Alarms could not be read.')).toHaveCount(0);
});

test('chooses the line that offsets are held against, beside the limits of the platform', {
  tag: '@phone',
}, async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/clocks');
  await page.getByRole('button', { name: 'Thresholds…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Thresholds' });
  await expect(sheet.getByRole('radio', { name: /G\.8271\.1 network limit/ })).toBeChecked();
  await expect(sheet.getByRole('row', { name: /^ptp4l-gm/ })).toContainText('±1 µs±1 ms4 hdefault');
  await expect(sheet.getByRole('status')).toHaveCount(0);
  await sheet.getByRole('radio', { name: /PRTC-A/ }).check();
  await expect(sheet.getByRole('status')).toContainText(
    'The line of ±100 ns can be passed without an alarm.',
  );
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  // Kept in this browser.
  await page.reload();
  await page.getByRole('button', { name: 'Thresholds…' }).click();
  await expect(sheet.getByRole('radio', { name: /PRTC-A/ })).toBeChecked();
  await page.keyboard.press('Escape');
  await page.getByRole('main').getByRole('link', { name: 'Instances', exact: true }).click();
  await expect(page).toHaveURL('/clocks/instances');
});

test('without the inventory there is nothing to say, and it says so', async ({ page, cloud }) => {
  await cloud.control.fault({ service: 'sysinv', down: true });
  await cloud.signIn(page, 'operator', '/clocks');
  await expect(page.getByText('Clocks could not be read')).toBeVisible({ timeout: LONG });
  await expect(clockTree(page)).toHaveCount(0);
  await cloud.control.mend();
  await expect(clockRow(page, 'worker-5')).toBeVisible({ timeout: LONG });
});

test('a phone shows cards, worst first, and one tap opens all of it @phone-only @phone', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/clocks');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Clocks' }).last()).toBeVisible();
  const cards = page.getByRole('list', { name: 'clocks' }).getByRole('button');
  await expect(cards.first()).toContainText('worker-5');
  await expect(cards.first()).toContainText('Freerun');
  await expect(cards.nth(1)).toContainText('worker-3');
  await cards.first().click();
  await expect(clockDrawer(page)).toContainText('Freerun: Not locked.');
});

test.describe('a satellite receiver', () => {
  test.use({ world: 'duplex' });

  test('is lost: holdover counts down; when it is back, so is the time', async ({ page, cloud }) => {
    await cloud.signIn(page, 'operator', '/clocks');
    await expect(clockRow(page, 'controller-0')).toContainText('No timing alarm');
    await keysMove(page);
    await cloud.control.startTiming({ scenario: 'gnss-loss', host: 'controller-0' });
    await cloud.control.advance(31_000);
    await expect(clockRow(page, 'controller-0')).toContainText('Holdover', { timeout: LONG });
    const left = clockRow(page, 'controller-0').getByRole('timer');
    await expect(left).toHaveText(/^[34]:[0-5]\d:[0-5]\d$/);
    const first = await left.textContent();
    await expect(left).not.toHaveText(first ?? '');
    await expect(page.getByRole('term').filter({ hasText: 'Holdover left' })).toBeVisible();
    await expect(heading(page)).toHaveText(/^No clock is verified/);
    await expect(page.getByText(/controller-0 is on holdover/)).toBeVisible();

    await clockRow(page, 'controller-0').click();
    await expect(clockDrawer(page)).toContainText('Holdover until');
    await expect(clockDrawer(page)).toContainText('GNSS receiver');
    // A second that passes moves nothing: focus stays where a person put it.
    await clockTab(page, 'History').focus();
    const now = await left.textContent();
    await expect(left).not.toHaveText(now ?? '');
    await expect(clockTab(page, 'History')).toBeFocused();

    await cloud.control.endTiming({ host: 'controller-0' });
    await cloud.control.advance(3 * 60_000);
    await expect(clockRow(page, 'controller-0')).toContainText('No timing alarm', { timeout: LONG });
    await expect(clockRow(page, 'controller-0').getByRole('timer')).toHaveCount(0);
  });
});

test('with live sources, a lock is verified, offsets have their sign, the last hour is drawn; what falls silent is unknown', async ({
  page,
  cloud,
  live,
}) => {
  // What was said counts for a minute and a half.
  test.slow();
  await openLiveClocks(page, live, await cloud.account('operator'));
  const first = clockRow(page, 'worker-0');
  await expect(first.getByRole('img', { name: 'Locked', exact: true }).first()).toBeVisible();
  await expect(first).toContainText('6, Locked to a primary reference (T-GM)');
  await expect(first.getByRole('img', { name: /^Offset over the last hour: from/ })).toBeVisible({
    timeout: LONG,
  });
  await expect(clockRow(page, 'worker-2')).toContainText(/\+1.\d{3}/);
  await expect(clockRow(page, 'worker-4')).toContainText('No reading');
  await clockRow(page, 'worker-2').click();
  await expect(
    clockDrawer(page).getByRole('img', { name: /^Offset of worker-2 over the last hour/ }),
  ).toBeVisible({ timeout: LONG });

  // One source that is silent leaves what the other says.
  await cloud.control.fault({ service: 'ptpnotification', down: true });
  await expect(page.getByText(/notification API of 0 of \d+ nodes/)).toBeVisible({ timeout: LONG });
  await expect(heading(page)).toHaveText('5 of 10 clocks are verified locked');
  await cloud.control.fault({ service: 'metrics', down: true });
  await expect(heading(page)).toHaveText(/^No clock is verified/, { timeout: 2 * LONG });
  await expect(clockRow(page, 'worker-0')).toContainText('Unknown');
});
