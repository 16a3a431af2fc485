/**
 * Clocks that lose their time, from fault to recovery as somebody on shift sees it: what the tree says, what hangs below, how
 * it goes on, and whether other pages say the same. What degrades a clock and leaves it its time is in clock-signs.spec.ts.
 */
import type { Page } from '@playwright/test';
import {
  chainLink,
  clockDrawer,
  clockRow,
  clockTab,
  expectClocks,
  heading,
  openClock,
  openLiveClocks,
  receiverRow,
} from '../support/clocks';
import { expect, test } from '../support/fixtures';
import { expectHost } from '../support/hosts';
import { LONG } from '../support/patience';
import { panel } from '../support/wall';

/** A source that is back needs a minute for a fix, then the next audit. */
const RECOVERY = 3 * 60_000;
/** How `standard` is when nothing was done to it: worker-5 has no grandmaster, worker-2 drifts. */
const FIVE_QUIET = 'No clock is verified; no timing alarm stands on 5 of 10';
const QUIET = 'No timing alarm';
const firstFact = (page: Page) => page.getByRole('main').locator('dl').first();
const history = (page: Page) => clockDrawer(page).getByRole('table');

test.describe('with a receiver and no PLL to steer', () => {
  test.use({ world: 'duplex' });

  test('gnss-loss: holdover counts down to its last minute, then the clock runs free, then all is as before', async ({
    page,
    cloud,
    anotherPerson,
  }) => {
    const wall = await anotherPerson();
    await cloud.signIn(wall, 'reader', '/wallboard');
    // The other one is out of tolerance for good, and would say so again at its next audit. Its end shows at one, too.
    await cloud.control.endTiming({ host: 'controller-1', scenario: 'out-of-tolerance' });
    await cloud.signIn(page, 'operator', '/clocks');
    await expectClocks(page, { 'controller-0': QUIET, 'controller-1': QUIET });
    await expect(receiverRow(page, 'controller-0')).toContainText('Receiver /dev/gnss0: no timing alarm');
    await expect(panel(wall, /^Clocks/)).toContainText('2no timing alarm', { timeout: LONG });

    await cloud.control.startTiming({ scenario: 'gnss-loss', host: 'controller-0', age: 239 });
    await expectClocks(page, { 'controller-0': /^Holdover\s+[01]:[0-5]\d left$/ });
    await expect(receiverRow(page, 'controller-0')).toContainText(
      'Receiver /dev/gnss0: GNSS signal: holdover',
    );
    await expect(firstFact(page)).toContainText('Needs you firstHoldovercontroller-0GNSS signal: holdover');
    await expect(
      page.getByText(/^controller-0 is on holdover \(GNSS signal: holdover\), \d+ [ms]/),
    ).toBeVisible();
    await expectClocks(page, { 'controller-1': 'Unknown Below controller-0' });
    await expect(panel(wall, /^Clocks/)).toContainText('1holdover', { timeout: LONG });
    await expect(
      panel(wall, /^Clocks/)
        .getByRole('listitem')
        .filter({ hasText: 'controller-0' }),
    ).toContainText(/\d+ [ms] left/);
    const drawer = await openClock(page, 'controller-0');
    await expect(drawer).toContainText(/Holdover until \d\d:\d\d:\d\d\./);
    await expect(chainLink(drawer, 'GNSS receiver')).toContainText(
      /controller-0 GNSS signal loss state: holdover.*first break/,
    );
    await expect(drawer.getByRole('link', { name: /100\.119 GNSS signal: no fix/ })).toBeVisible();
    await clockTab(page, 'History').click();
    await expect(history(page).getByRole('row').nth(1)).toContainText(
      /Holdover\. GNSS signaltill now, 3 h 5\d m/,
    );
    await clockTab(page, 'State').click();

    await cloud.control.advance(90_000);
    await expectClocks(page, { 'controller-0': 'Freerun GNSS signal: holdover-expired' });
    await expect(clockRow(page, 'controller-0').getByRole('timer')).toHaveCount(0);
    await expect(drawer).toContainText(
      'Freerun: GNSS signal: holdover-expired. Nothing disciplines this clock.',
    );
    await expect(page.getByText(/^controller-0 runs free \(GNSS signal: holdover-expired\)/)).toBeVisible();
    await expect(panel(wall, /^Clocks/)).toContainText('1freerun', { timeout: LONG });

    await cloud.control.endTiming({ host: 'controller-0', scenario: 'gnss-loss' });
    await cloud.control.advance(RECOVERY);
    await expectClocks(page, { 'controller-0': QUIET, 'controller-1': QUIET });
    await expect(drawer).toContainText('No timing alarm stands.');
    await expect(receiverRow(page, 'controller-0')).toContainText('Receiver /dev/gnss0: no timing alarm');
    await expect(heading(page)).toHaveText('No clock is verified; no timing alarm stands on any of 2');
    await expect(panel(wall, /^Clocks/)).toContainText('2no timing alarm', { timeout: LONG });
    await expect(panel(wall, /^Clocks/)).not.toContainText('freerun');
  });

  test('1pps-loss: the receiver is well, and the card behind it runs free', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/clocks');
    await expectClocks(page, { 'controller-0': QUIET });
    await cloud.control.startTiming({ scenario: '1pps-loss', host: 'controller-0', age: 2 });
    await expectClocks(page, { 'controller-0': 'Freerun 1PPS signal: invalid' });
    await expect(receiverRow(page, 'controller-0')).toContainText('Receiver /dev/gnss0: no timing alarm');
    const drawer = await openClock(page, 'controller-0');
    await expect(chainLink(drawer, 'GNSS receiver')).not.toContainText('first break');
    await expect(chainLink(drawer, 'ts2phc')).toContainText(
      /controller-0 1PPS signal loss state: invalid.*first break/,
    );
    await cloud.control.endTiming({ host: 'controller-0', scenario: '1pps-loss' });
    await cloud.control.advance(RECOVERY);
    await expectClocks(page, { 'controller-0': QUIET });
    await expect(drawer).toContainText('No timing alarm stands.');
  });
});

test('gnss-loss with a PLL: it holds over without an end that anybody says, and nobody below is vouched for', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'operator', '/clocks');
  await expectClocks(page, { 'worker-0': QUIET, 'worker-1': QUIET, 'controller-1': QUIET });
  await expect(heading(page)).toHaveText(FIVE_QUIET);
  await cloud.control.startTiming({ scenario: 'gnss-loss', host: 'worker-0', age: 239 });
  await expectClocks(page, {
    'worker-0': 'Holdover GNSS signal: holdover',
    'worker-1': 'Unknown Below worker-0',
    'worker-7': 'Unknown Below worker-0',
    'controller-1': 'Unknown Below worker-0',
    'worker-5': 'Freerun Not locked',
  });
  await expect(heading(page)).toHaveText('No clock is verified');
  const drawer = await openClock(page, 'worker-0');
  await expect(drawer).toContainText('The oscillator carries the time. How long it may, nobody says.');
  // The last of its tiers.
  const tier = drawer.getByRole('link', { name: /100\.119 DPLL holdover/ });
  await expect(tier.getByRole('img', { name: 'critical' })).toBeVisible();
  await expect(chainLink(drawer, 'dpll-mgr')).toContainText('DPLL in holdover, tier 3');

  await cloud.control.advance(90_000);
  await expectClocks(page, { 'worker-0': 'Freerun GNSS signal: holdover-expired' });
  await expect(chainLink(drawer, 'dpll-mgr')).toContainText('worker-0 DPLL is not locked to a reference');
  await expect(page.getByText(/^2 clocks run free/)).toBeVisible();

  await cloud.control.endTiming({ host: 'worker-0', scenario: 'gnss-loss' });
  await cloud.control.advance(RECOVERY);
  await expectClocks(page, {
    'worker-0': QUIET,
    'worker-1': QUIET,
    'worker-7': QUIET,
    'controller-1': QUIET,
  });
  await expect(heading(page)).toHaveText(FIVE_QUIET);
});

test('1pps-loss with a PLL that holds over: the pulse is named, and the hosts list says so of what hangs below', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/clocks');
  await expectClocks(page, { 'worker-0': QUIET });
  await cloud.control.startTiming({ scenario: '1pps-loss', host: 'worker-0', age: 2 });
  await expectClocks(page, {
    'worker-0': 'Holdover 1PPS signal: invalid',
    'controller-0': 'Unknown Below worker-0',
  });
  await expect(receiverRow(page, 'worker-0')).toContainText('Receiver /dev/gnss0: no timing alarm');
  await page.goto('/clocks?open=worker-0&tab=history');
  await expect(history(page).getByRole('row').nth(1)).toContainText(/Holdover\. 1PPS signaltill now/);
  await page.goto('/hosts');
  await expectHost(page, 'worker-0', { Clock: 'Holdover, 1PPS signal: invalid' }, LONG);
  await expectHost(page, 'worker-1', { Clock: 'Unknown, Below worker-0' }, LONG);
  await cloud.control.endTiming({ host: 'worker-0', scenario: '1pps-loss' });
  await cloud.control.advance(RECOVERY);
  await expectHost(page, 'worker-0', { Clock: QUIET }, LONG);
  await expectHost(page, 'worker-1', { Clock: QUIET }, LONG);
});

test('grandmaster-loss of a boundary clock: its branch is unknown, the others stay, until its class falls', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const other = await anotherPerson();
  await cloud.signIn(other, 'reader', '/');
  await cloud.signIn(page, 'operator', '/clocks');
  await expectClocks(page, { 'worker-1': QUIET, 'worker-7': QUIET });
  const overview = other.getByRole('list', { name: 'Clocks to look at first' });
  await expect(overview).toContainText('worker-5');
  await expect(overview).not.toContainText('worker-1');

  await cloud.control.startTiming({ scenario: 'grandmaster-loss', host: 'worker-1', age: 239 });
  await expectClocks(page, {
    'worker-1': 'Freerun Not locked',
    'worker-7': 'Unknown Below worker-1',
    'worker-0': QUIET,
    'controller-0': QUIET,
  });
  await expect(page.getByText(/^2 clocks run free/)).toBeVisible();
  await expect(overview.getByRole('listitem').filter({ hasText: 'worker-1' })).toContainText(
    'Freerun, Not locked',
    { timeout: LONG },
  );
  const drawer = await openClock(page, 'worker-1');
  await expect(chainLink(drawer, 'ptp4l-bc')).toContainText(
    /worker-1 is not locked to remote PTP Grand Master.*first break/,
  );
  const below = drawer.locator('section').filter({ hasText: 'Hangs below it' });
  await expect(below.getByRole('img', { name: 'Unknown' })).not.toHaveCount(0);

  // Its holdover is over: what it gives is no class to follow, and worker-7 says so itself.
  await cloud.control.advance(90_000);
  await expectClocks(page, {
    'worker-1': 'Freerun Not locked',
    'worker-7': 'Degraded phc2sys source without PRC lock',
  });
  await cloud.control.endTiming({ host: 'worker-1', scenario: 'grandmaster-loss' });
  await cloud.control.advance(RECOVERY);
  await expectClocks(page, { 'worker-1': QUIET, 'worker-7': QUIET });
  await expect(drawer).toContainText('No timing alarm stands.');
  await expect(overview).not.toContainText('worker-1', { timeout: LONG });
});

test('grandmaster-failover: on the second source it is degraded; without that one too it runs free', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'operator', '/clocks');
  await expectClocks(page, { 'worker-7': QUIET });
  await cloud.control.startTiming({ scenario: 'grandmaster-failover', host: 'worker-7', age: 2 });
  await expectClocks(page, { 'worker-7': 'Degraded On another source: ptp4l-oc not locked' });
  await expect(page.getByText('worker-5 runs free (Not locked), 2 more need attention.')).toBeVisible();
  const drawer = await openClock(page, 'worker-7');
  await expect(drawer).toContainText('Degraded: On another source: ptp4l-oc not locked.');
  await expect(chainLink(drawer, 'ptp4l-oc')).toContainText(/Not locked.*first break/);
  await expect(chainLink(drawer, 'ptp4l-ip')).toContainText(QUIET);
  await expect(drawer.getByRole('link', { name: /100\.119 phc2sys on a lower source/ })).toBeVisible();
  await expect(drawer.getByRole('link', { name: /100\.119 phc2sys changed its source/ })).toBeVisible();
  await clockTab(page, 'History').click();
  await expect(history(page).getByRole('row').nth(1)).toContainText(/Degraded\. Not lockedtill now/);
  await clockTab(page, 'State').click();

  await cloud.control.startTiming({ scenario: 'grandmaster-loss', host: 'worker-7' });
  await cloud.control.advance(31_000);
  await expectClocks(page, { 'worker-7': 'Freerun Not locked' });
  await expect(chainLink(drawer, 'ptp4l-ip')).toContainText('Not locked');
  await expect(chainLink(drawer, 'phc2sys')).toContainText('worker-7 phc2sys HA has no source clock');
  await page.goto('/hosts/worker-7/clock');
  await expect(page.getByRole('main')).toContainText('Freerun: Not locked.');
  await expect(page.getByRole('region', { name: 'Why Roost says so', exact: true })).toContainText(
    'phc2sys without a source',
  );

  await cloud.control.endTiming({ host: 'worker-7', scenario: 'grandmaster-loss' });
  await cloud.control.advance(RECOVERY);
  await expect(page.getByRole('main')).toContainText('Degraded: On another source: ptp4l-oc not locked.', {
    timeout: LONG,
  });
  await cloud.control.endTiming({ host: 'worker-7', scenario: 'grandmaster-failover' });
  await cloud.control.advance(RECOVERY);
  await expect(page.getByRole('main')).toContainText('No timing alarm. No alarm about time stands.', {
    timeout: LONG,
  });
});

test('out-of-tolerance: over the minor limit, then over the major one, and back', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const other = await anotherPerson();
  await cloud.signIn(other, 'reader', '/alarms?q=controller-0');
  const drift = other.getByRole('row').filter({ hasText: 'controller-0 Precision Time Protocol' });
  await cloud.signIn(page, 'reader', '/clocks');
  await expectClocks(page, { 'controller-0': QUIET });
  const offset = clockRow(page, 'controller-0').getByRole('gridcell').nth(4);
  await expect(offset).toHaveText('No reading');

  await cloud.control.startTiming({ scenario: 'out-of-tolerance', host: 'controller-0', age: 1.5 });
  await cloud.control.advance(31_000);
  await expectClocks(page, { 'controller-0': 'Out of tolerance' });
  await expect(offset).toHaveText(/^\d\s\d{3}, over the platform’s minor limit, over the line of 1\.1 µs$/);
  await expect(drift.getByRole('img', { name: 'Minor' })).toBeVisible({ timeout: LONG });

  await cloud.control.advance(13 * 60_000);
  await expect(drift.getByRole('img', { name: 'Major' })).toBeVisible({ timeout: LONG });
  // Which of the last figures the alarm has kept depends on when its audits fell: all that is shown is held to it.
  const [text, millisecs = ''] =
    /out of tolerance by (1\.\d{3}) millisecs/.exec(await drift.innerText()) ?? [];
  await expect(offset).toHaveText(
    new RegExp(`^${millisecs.replace('.', '\\s')}\\s000, over the platform’s major limit$`),
    { timeout: LONG },
  );
  await expect(firstFact(page)).toContainText(
    `Worst offset${Number(Number(millisecs).toFixed(2))} ms, over the platform’s major limitcontroller-0`,
  );
  const drawer = await openClock(page, 'controller-0');
  await expect(chainLink(drawer, 'ptp4l-oc')).toContainText(String(text));

  await cloud.control.endTiming({ host: 'controller-0', scenario: 'out-of-tolerance' });
  await cloud.control.advance(RECOVERY);
  await expectClocks(page, { 'controller-0': QUIET });
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(offset).toHaveText('No reading');
  await expect(firstFact(page)).toContainText(/Worst offset1\.\d+ µs.*worker-2/);
  await expect(drift.getByRole('img', { name: 'Major' })).toHaveCount(0, { timeout: LONG });
});

test('ptp4l-crash: the service is named, each that follows has lost its source, and the log has both ends', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'operator', '/clocks');
  await expectClocks(page, { 'worker-1': QUIET, 'worker-7': QUIET });
  await cloud.control.startTiming({ scenario: 'ptp4l-crash', host: 'worker-1', age: 2 });
  await expectClocks(page, {
    'worker-1': 'Freerun Service not running',
    'worker-2': 'Freerun Not locked',
    'worker-7': 'Degraded On another source: ptp4l-oc not locked',
  });
  await expect(page.getByText(/^3 clocks run free/)).toBeVisible();
  const drawer = await openClock(page, 'worker-1');
  await expect(chainLink(drawer, 'ptp4l-bc')).toContainText(
    /worker-1 PTP service ptp4l@ptp4l-bc\.service enabled but not running.*first break/,
  );
  await cloud.control.endTiming({ host: 'worker-1', scenario: 'ptp4l-crash' });
  await cloud.control.advance(RECOVERY);
  await expectClocks(page, { 'worker-1': QUIET, 'worker-2': 'Out of tolerance', 'worker-7': QUIET });
  await page.goto('/events?q=ptp4l%40ptp4l-bc.service');
  const ends = page.getByRole('grid', { name: 'events' }).getByRole('row').filter({ hasText: 'worker-1' });
  await expect(ends).toHaveCount(2);
  await expect(ends.first()).toContainText(/Cleared.*stood \d m/);
  await expect(ends.last()).toContainText(/Raised.*cleared after \d m/);
});

test('with live sources, gnss-loss: from a verified lock to holdover to freerun, and the lock comes back', async ({
  page,
  cloud,
  live,
}) => {
  await openLiveClocks(page, live, await cloud.account('reader'));
  await expectClocks(page, { 'worker-0': 'Locked', 'worker-1': 'Locked' });
  const grandmaster = clockRow(page, 'worker-0');
  await expect(grandmaster).toContainText('6, Locked to a primary reference (T-GM)');

  await cloud.control.startTiming({ scenario: 'gnss-loss', host: 'worker-0', age: 239 });
  await expectClocks(page, { 'worker-0': 'Holdover GNSS signal: holdover' });
  // Class 7 is one to be locked to: who follows says so, and is believed.
  await expectClocks(page, { 'worker-1': 'Locked', 'controller-0': 'Locked' });
  await expect(grandmaster).toContainText(/7, Holdover/);
  await expect(heading(page)).toHaveText('4 of 10 clocks are verified locked');

  await cloud.control.advance(90_000);
  await expectClocks(page, { 'worker-0': 'Freerun GNSS signal: holdover-expired' });
  await expectClocks(page, { 'worker-1': /^Holdover/, 'controller-0': /^Holdover/ });
  await expect(grandmaster.getByRole('img', { name: 'Locked', exact: true })).toHaveCount(0);

  await cloud.control.endTiming({ host: 'worker-0', scenario: 'gnss-loss' });
  await cloud.control.advance(RECOVERY);
  await expectClocks(page, { 'worker-0': 'Locked', 'worker-1': 'Locked', 'controller-0': 'Locked' });
  await expect(grandmaster.getByRole('img', { name: 'Locked', exact: true }).first()).toBeVisible();
  await expect(grandmaster).toContainText('6, Locked to a primary reference (T-GM)');
  await expect(heading(page)).toHaveText('5 of 10 clocks are verified locked');
});
