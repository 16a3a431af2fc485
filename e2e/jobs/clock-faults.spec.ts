/** Every fault that a clock can have, from its beginning to its end, as whoever watches the clocks sees it. */
import type { Page } from '@playwright/test';
import { FAULT_KINDS, type FaultKind } from '../../simulator/timing/faults';
import { clockDrawer, clockRow, heading } from '../support/clocks';
import type { Cloud } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectHost } from '../support/hosts';
import { panel } from '../support/wall';

const LONG = 60_000;
const MINUTE = 60_000;
test.describe.configure({ timeout: 150_000 });

const HEALTHY = 'No clock is verified; no timing alarm stands on 5 of 10';
/** worker-7 follows by two ports, and its phc2sys takes the better one. */
const HA = 'worker-7';

type Story = {
  host: string;
  /** In its row, a minute after it began. */
  state: string;
  why: string | RegExp;
  /** The platform's own sentence, in the drawer. */
  alarm: string | RegExp;
  /** The link at which the chain is broken or weak. */
  link: string | RegExp;
  /** What hangs below it is not vouched for, or is as it was. */
  below?: { host: string; state: string; why?: string };
};

/** Faults of one stage: they begin, are seen, and end. */
const STORIES: Partial<Record<FaultKind, Story>> = {
  '1pps-loss': {
    host: 'worker-0',
    state: 'Holdover',
    why: /Holdover: holdover/,
    alarm: 'worker-0 1PPS signal loss state: invalid',
    link: /dpll-mgr.*Holdover: holdover/s,
    below: { host: 'worker-1', state: 'Unknown', why: 'Below worker-0' },
  },
  'satellite-count': {
    host: 'worker-0',
    state: 'Degraded',
    why: 'GNSS satellite count',
    alarm: 'worker-0 GNSS satellite count below threshold state: 2 (threshold 5)',
    link: /GNSS receiver.*GNSS satellite count/s,
    below: { host: 'worker-1', state: 'No timing alarm' },
  },
  'signal-quality': {
    host: 'worker-0',
    state: 'Degraded',
    why: 'GNSS signal quality',
    alarm: /worker-0 GNSS signal quality db below threshold state: min 21\.0 avg 27\.4 \(threshold 30\)/,
    link: /GNSS receiver.*GNSS signal quality/s,
    below: { host: 'worker-1', state: 'No timing alarm' },
  },
  'grandmaster-loss': {
    host: 'worker-1',
    state: 'Freerun',
    why: 'Not locked',
    alarm: 'worker-1 is not locked to remote PTP Grand Master',
    link: /ptp4l.*Not locked/s,
    below: { host: HA, state: 'Unknown', why: 'Below worker-1' },
  },
  'grandmaster-failover': {
    host: HA,
    state: 'Degraded',
    why: /\w/,
    alarm: 'worker-7 is not locked to remote PTP Grand Master',
    link: /ptp4l-oc.*Not locked/s,
  },
  'ptp4l-crash': {
    host: 'controller-0',
    state: 'Freerun',
    why: 'Service not running',
    alarm: 'controller-0 PTP service ptp4l@ptp4l-oc.service enabled but not running',
    link: /ptp4l.*Service not running/s,
  },
  'unsupported-timestamping': {
    host: 'controller-0',
    state: 'Degraded',
    why: 'Timestamping',
    alarm: "controller-0 'enp24s0f0' does not support Precision Time Protocol (PTP) Hardware timestamping",
    link: /ptp4l.*Timestamping/s,
  },
  'forced-source': {
    host: HA,
    state: 'Degraded',
    why: 'phc2sys source forced',
    alarm: 'worker-7 phc2sys HA does not choose its source any more',
    link: /phc2sys.*phc2sys source forced/s,
  },
  'tspll-mismatch': {
    host: 'controller-0',
    state: 'Degraded',
    why: 'TSPLL configuration',
    alarm: 'controller-0 TSPLL of enp24s0f0 is set otherwise than configured',
    link: /ts2phc.*TSPLL configuration/s,
  },
};

async function begin(page: Page, cloud: Cloud, scenario: FaultKind, host: string, age = 0): Promise<void> {
  await cloud.signIn(page, 'operator', '/clocks');
  await expect(heading(page)).toHaveText(HEALTHY);
  await expect(clockRow(page, host)).toContainText('No timing alarm');
  await cloud.control.startTiming({ scenario, host, age });
  // Audits of the platform come every half minute.
  await cloud.control.advance(61_000);
}

async function end(page: Page, cloud: Cloud, host: string): Promise<void> {
  await cloud.control.endTiming({ host });
  await cloud.control.advance(3 * MINUTE);
  await expect(clockRow(page, host)).toContainText('No timing alarm', { timeout: LONG });
  await expect(clockDrawer(page)).toContainText('No timing alarm stands.', { timeout: LONG });
  await expect(heading(page)).toHaveText(HEALTHY, { timeout: LONG });
}

for (const [kind, story] of Object.entries(STORIES)) {
  const { host, state, why, alarm, link, below } = story;
  test(`${kind}: seen, told by the platform’s own words, and over`, async ({ page, cloud }) => {
    await begin(page, cloud, kind as FaultKind, host);
    await expect(clockRow(page, host)).toContainText(state, { timeout: LONG });
    await expect(clockRow(page, host)).toContainText(why);
    await expect(heading(page)).not.toHaveText(HEALTHY);
    if (below) {
      await expect(clockRow(page, below.host)).toContainText(below.state);
      if (below.why) await expect(clockRow(page, below.host)).toContainText(below.why);
    }

    await page.goto(`/clocks?open=${host}`);
    await expect(clockDrawer(page)).toContainText(new RegExp(`^.*${state}`, 's'));
    await expect(clockDrawer(page)).toContainText(alarm);
    await expect(clockDrawer(page).getByRole('listitem').filter({ hasText: 'first break' })).toContainText(
      link,
    );
    await end(page, cloud, host);
    if (below) await expect(clockRow(page, below.host)).toContainText('No timing alarm');
    // The log keeps what it was, and when. It is read once a minute.
    await page.goto(`/clocks?open=${host}&tab=history`);
    await expect(clockDrawer(page).getByRole('table')).toContainText(state, { timeout: LONG });
  });
}

test('gnss-loss: holdover runs out, what follows is not vouched for, the wall shows it, and the sky comes back', async ({
  page,
  cloud,
  context,
}) => {
  // It began so long ago that its four hours are over in three minutes.
  await begin(page, cloud, 'gnss-loss', 'worker-0', 236);
  await expect(clockRow(page, 'worker-0')).toContainText('Holdover', { timeout: LONG });
  await expect(clockRow(page, 'worker-0')).toContainText('Holdover: holdover');
  await expect(clockRow(page, 'worker-1')).toContainText('Below worker-0');
  const wall = await context.newPage();
  await wall.goto('/wallboard');
  const first = panel(wall, /^Clocks, \d+/).getByRole('list', { name: 'Clocks to go to' });
  await expect(first.getByRole('listitem').filter({ hasText: 'worker-0' })).toBeVisible({ timeout: LONG });

  await cloud.control.advance(5 * MINUTE);
  await expect(clockRow(page, 'worker-0')).toContainText('Freerun', { timeout: LONG });
  await expect(clockRow(page, 'worker-0')).toContainText('holdover-expired');
  await expect(page.getByText('2 clocks run free')).toBeVisible();
  await expect(
    first
      .getByRole('listitem')
      .first()
      .getByRole('img', { name: /freerun/i }),
  ).toBeVisible({
    timeout: LONG,
  });

  await page.goto('/clocks?open=worker-0');
  await end(page, cloud, 'worker-0');
  await expect(clockRow(page, 'worker-1')).toContainText('No timing alarm');
  await expect(first.getByRole('listitem').filter({ hasText: 'worker-0' })).toHaveCount(0, { timeout: LONG });
});

test('out-of-tolerance: an offset grows from minor to major, beside the line of telecom, and is gone', async ({
  page,
  cloud,
}) => {
  const host = 'controller-0';
  await begin(page, cloud, 'out-of-tolerance', host);
  await expect(clockRow(page, host)).toContainText('Out of tolerance', { timeout: LONG });
  await expect(clockRow(page, host)).toContainText(
    'over the platform’s minor limit, over the line of 1.1 µs',
  );
  await cloud.control.advance(12 * MINUTE);
  await expect(clockRow(page, host)).toContainText('over the platform’s major limit', { timeout: LONG });
  await expect(clockRow(page, host)).toContainText('1 400 000');
  await page.goto('/events?last=1h');
  const raised = page.getByRole('main').getByText(/is out of tolerance by|out of tolerance by 1/);
  await expect(raised.first()).toBeVisible({ timeout: LONG });
  await page.goto(`/clocks?open=${host}`);
  await expect(clockDrawer(page)).toContainText(/clocking is out of tolerance by 1\.400 millisecs/);
  await end(page, cloud, host);
  await expect(clockRow(page, host)).toContainText('No reading');
});

test('grandmaster-failover: the list of hosts calls it degraded, and both sources lost is no time', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/hosts');
  await expectHost(page, HA, { Clock: /No timing alarm/ }, LONG);
  await cloud.control.startTiming({ scenario: 'grandmaster-failover', host: HA });
  await cloud.control.advance(61_000);
  await expectHost(page, HA, { Clock: /Degraded/ }, LONG);
  await cloud.control.startTiming({ scenario: 'grandmaster-loss', host: HA });
  await cloud.control.advance(61_000);
  await expectHost(page, HA, { Clock: /Freerun/ }, LONG);
  await cloud.control.endTiming({ host: HA });
  await cloud.control.advance(3 * MINUTE);
  await expectHost(page, HA, { Clock: /No timing alarm/ }, LONG);
});

for (const [scenario, word, alarm] of [
  ['synce-source-loss', 'SyncE freerun', /SyncE source, enp\w+/],
  ['synce4l-crash', 'SyncE degraded', /Service not running/],
] as const) {
  test(`${scenario}: frequency is told beside the time, which it is no part of`, async ({ page, cloud }) => {
    await begin(page, cloud, scenario, 'worker-1');
    await expect(clockRow(page, 'worker-1')).toContainText(word, { timeout: LONG });
    await expect(page.getByText('worker-1 has trouble with SyncE, which carries frequency.')).toBeVisible();
    await expect(heading(page)).toHaveText('No clock is verified; no timing alarm stands on 4 of 10');
    await page.goto('/clocks?open=worker-1');
    await expect(clockDrawer(page)).toContainText('Frequency only, no part of the state');
    await expect(clockDrawer(page)).toContainText(alarm);
    await end(page, cloud, 'worker-1');
    await expect(clockRow(page, 'worker-1')).not.toContainText('SyncE');
  });
}

test('ntp-loss: one server degrades, all of them are no time, and the host’s own tab says which', async ({
  page,
  cloud,
}) => {
  const host = 'storage-1';
  await cloud.signIn(page, 'reader', `/hosts/${host}/clock`);
  const main = page.getByRole('main');
  await expect(main).toContainText('Follows NTP. Alarm 100.114 says when a server is lost.');
  await cloud.control.startTiming({ scenario: 'ntp-loss', host });
  await cloud.control.advance(61_000);
  await expect(main).toContainText('Degraded: NTP server', { timeout: LONG });
  const servers = page.getByRole('region', { name: 'NTP servers', exact: true }).getByRole('listitem');
  await expect(servers.filter({ hasText: '100.114' }).filter({ hasNotText: 'No alarm' })).toHaveCount(1);
  await cloud.control.advance(12 * MINUTE);
  await expect(main).toContainText('Freerun: NTP without servers', { timeout: LONG });
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Clock sync' })).toContainText(
    '2 hosts have trouble with their NTP servers.',
    { timeout: LONG },
  );
  await page.goto(`/hosts/${host}/clock`);
  await cloud.control.endTiming({ host });
  // ntpd is looked at every ten minutes.
  await cloud.control.advance(12 * MINUTE);
  await expect(main).toContainText('Follows NTP. Alarm 100.114 says when a server is lost.', {
    timeout: LONG,
  });
  await expect(servers.filter({ hasNotText: 'No alarm' })).toHaveCount(0);
});

test('no fault of the simulator is without its story here', () => {
  const told = [
    ...Object.keys(STORIES),
    ...['gnss-loss', 'out-of-tolerance', 'synce-source-loss', 'synce4l-crash', 'ntp-loss'],
  ];
  expect(told.toSorted()).toEqual(FAULT_KINDS.toSorted());
});
