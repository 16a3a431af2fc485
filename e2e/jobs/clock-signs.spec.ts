/**
 * Clocks that keep their time and have something wrong with them, from fault to recovery: the receiver, the card, the
 * configuration, the frequency, and servers of NTP. Each in words of its own.
 */
import type { ScenarioRequest } from '../../simulator/timing/scenarios';
import { besideTree, chainLink, expectClocks, heading, openClock } from '../support/clocks';
import { expect, test } from '../support/fixtures';
import { expectHost } from '../support/hosts';
import { LONG } from '../support/patience';
import { countTile, panel } from '../support/wall';

const RECOVERY = 3 * 60_000;
const FIVE_QUIET = 'No clock is verified; no timing alarm stands on 5 of 10';
const FOUR_QUIET = 'No clock is verified; no timing alarm stands on 4 of 10';
const QUIET = 'No timing alarm';
type Case = ScenarioRequest & {
  host: string;
  /** Why it is degraded. */
  why: string;
  /** Link of the chain that it is about, and what the platform says of it. */
  link: string;
  text: string;
  /** Looked at in the hosts list as well: they say it in the same way. */
  inHosts?: true;
};

const CASES: Case[] = [
  {
    ...{ scenario: 'satellite-count', host: 'worker-0', link: 'GNSS receiver' },
    inHosts: true,
    why: 'GNSS satellite count',
    text: 'worker-0 GNSS satellite count below threshold state: 2 (threshold 5)',
  },
  {
    ...{ scenario: 'signal-quality', host: 'worker-0', link: 'GNSS receiver' },
    why: 'GNSS signal quality',
    text: 'worker-0 GNSS signal quality db below threshold state: min 21.0 avg 27.4 (threshold 30)',
  },
  {
    ...{ scenario: 'unsupported-timestamping', host: 'controller-0', link: 'ptp4l-oc' },
    timestamping: 'hardware',
    inHosts: true,
    why: 'Hardware timestamping unsupported',
    text: "controller-0 'enp24s0f0' does not support Precision Time Protocol (PTP) Hardware timestamping",
  },
  {
    ...{ scenario: 'unsupported-timestamping', host: 'controller-0', link: 'ptp4l-oc' },
    timestamping: 'software',
    why: 'Software timestamping unsupported',
    text: "controller-0 'enp24s0f0' does not support Precision Time Protocol (PTP) Software timestamping",
  },
  {
    ...{ scenario: 'unsupported-timestamping', host: 'controller-0', link: 'ptp4l-oc' },
    timestamping: 'legacy',
    why: 'Legacy timestamping unsupported',
    text: "controller-0 'enp24s0f0' does not support Precision Time Protocol (PTP) Legacy timestamping",
  },
  {
    ...{ scenario: 'forced-source', host: 'worker-7', link: 'phc2sys' },
    inHosts: true,
    why: 'phc2sys source forced',
    text: 'worker-7 phc2sys HA does not choose its source any more',
  },
  {
    ...{ scenario: 'tspll-mismatch', host: 'worker-0', link: 'dpll-mgr' },
    why: 'TSPLL configuration',
    text: 'worker-0 TSPLL of enp94s0f0 is set otherwise than configured',
  },
];

for (const { why, link, text, host, inHosts, ...request } of CASES) {
  test(`${request.scenario}: ${why}${inHosts ? ', here and in the hosts list' : ''}`, async ({
    page,
    cloud,
  }) => {
    await cloud.signIn(page, 'reader', '/clocks');
    await expect(heading(page)).toHaveText(FIVE_QUIET);
    await expectClocks(page, { [host]: QUIET });
    await cloud.control.startTiming({ ...request, host, age: 2 });
    await expectClocks(page, { [host]: `Degraded ${why}` });
    await expect(heading(page)).toHaveText(FOUR_QUIET);
    await expect(page.getByText('worker-5 runs free (Not locked), 2 more need attention.')).toBeVisible();
    // Time comes through: nobody below is in doubt.
    if (host === 'worker-0') await expectClocks(page, { 'worker-1': QUIET, 'controller-1': QUIET });
    const drawer = await openClock(page, host);
    await expect(drawer).toContainText(`Degraded: ${why}. As far as anybody says, time is carried.`);
    await expect(chainLink(drawer, link)).toContainText(text);
    await expect(chainLink(drawer, link)).toContainText('first break');
    await expect(drawer.getByRole('link', { name: `100.119 ${why}` })).toBeVisible();
    if (inHosts) {
      await page.goto('/hosts');
      await expectHost(page, host, { Clock: `Degraded, ${why}` }, LONG);
    }
    await cloud.control.endTiming({ scenario: request.scenario, host });
    await cloud.control.advance(RECOVERY);
    if (inHosts) {
      await expectHost(page, host, { Clock: QUIET }, LONG);
      await page.goto(`/clocks?open=${host}`);
    }
    await expectClocks(page, { [host]: QUIET });
    await expect(heading(page)).toHaveText(FIVE_QUIET);
    await expect(drawer).toContainText('No timing alarm stands.');
  });
}

test('synce-source-loss: frequency holds over, then runs free; of time nothing is said', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const wall = await anotherPerson();
  await cloud.signIn(wall, 'reader', '/wallboard');
  const majors = countTile(wall, 'Major');
  const criticals = countTile(wall, 'Critical');
  await expect(majors).toHaveText(/^4/);
  await expect(criticals).toHaveText(/^1/);
  await cloud.signIn(page, 'operator', '/clocks');
  await expectClocks(page, { 'worker-1': QUIET });

  await cloud.control.startTiming({ scenario: 'synce-source-loss', host: 'worker-1', age: 4 });
  await expectClocks(page, { 'worker-1': `${QUIET} SyncE source lost: holdover`, 'worker-7': QUIET });
  await expect(heading(page)).toHaveText(FOUR_QUIET);
  await expect(
    page.getByText('worker-1 has trouble with SyncE, which carries frequency.', { exact: false }),
  ).toBeVisible();
  const drawer = await openClock(page, 'worker-1');
  await expect(drawer).toContainText('SyncE source lost: holdover. SyncE carries frequency.');
  await expect(drawer).not.toContainText('No timing alarm stands.');
  await expect(majors).toHaveText(/^5/, { timeout: LONG });

  await cloud.control.advance(90_000);
  await expectClocks(page, { 'worker-1': `${QUIET} SyncE source lost: freerun` });
  await expect(
    drawer.getByRole('link', { name: /100\.119 SyncE source lost: freerun/ }).getByRole('img', {
      name: 'critical',
    }),
  ).toBeVisible();
  // A worse alarm, and the clocks of the board are what they were: they are about time.
  await expect(criticals).toHaveText(/^2/, { timeout: LONG });
  await expect(majors).toHaveText(/^4/);
  await expect(panel(wall, /^Clocks/)).toContainText('5 no timing alarm');

  await cloud.control.endTiming({ scenario: 'synce-source-loss', host: 'worker-1' });
  await cloud.control.advance(RECOVERY);
  await expectClocks(page, { 'worker-1': QUIET });
  await expect(drawer).toContainText('No timing alarm stands.');
  await expect(heading(page)).toHaveText(FIVE_QUIET);
  await expect(page.getByText(/trouble with SyncE/)).toHaveCount(0);
  await expect(criticals).toHaveText(/^1/, { timeout: LONG });
});

test('synce4l-crash: the service of SyncE, and not that of time, does not run', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/clocks');
  await expectClocks(page, { 'worker-1': QUIET });
  await cloud.control.startTiming({ scenario: 'synce4l-crash', host: 'worker-1', age: 2 });
  await expectClocks(page, { 'worker-1': `${QUIET} SyncE service not running`, 'worker-7': QUIET });
  const drawer = await openClock(page, 'worker-1');
  await expect(drawer).toContainText('SyncE service not running. SyncE carries frequency.');
  await expect(chainLink(drawer, 'ptp4l-bc')).toContainText(QUIET);
  await page.goto('/hosts');
  await expectHost(page, 'worker-1', { Clock: `${QUIET}, SyncE service not running` }, LONG);
  await cloud.control.endTiming({ scenario: 'synce4l-crash', host: 'worker-1' });
  await cloud.control.advance(RECOVERY);
  await expectHost(page, 'worker-1', { Clock: QUIET }, LONG);
});

test('ntp-loss: one server, then all of them, below the tree and on the page of the host', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const other = await anotherPerson();
  await cloud.signIn(other, 'reader', '/hosts/storage-1/clock');
  const servers = other.getByRole('region', { name: 'NTP servers', exact: true }).getByRole('listitem');
  const lost = servers.filter({ hasText: 'is not a valid or a reachable NTP server.' });
  await expect(servers).toHaveCount(3);
  await expect(lost).toHaveCount(0);
  await cloud.signIn(page, 'operator', '/clocks');
  const beside = besideTree(page);
  // One of three of storage-0 is lost from the start.
  await expect(beside).toContainText('storage-0, storage-1 follow NTP');
  await expect(beside).toContainText('storage-0 degraded: NTP server');
  await expect(page.getByText(/storage-0 has trouble with its NTP servers\.$/)).toBeVisible();

  await cloud.control.startTiming({ scenario: 'ntp-loss', host: 'storage-1', age: 6 });
  await expect(beside).toContainText('storage-0, storage-1 degraded: NTP server', { timeout: LONG });
  await expect(page.getByText(/2 hosts have trouble with their NTP servers\.$/)).toBeVisible();
  await expect(lost).toHaveText(/^10\.10\.20\.7/, { timeout: LONG });
  await expect(other.getByRole('main')).toContainText('Degraded: NTP server.');

  await cloud.control.advance(10 * 60_000);
  await expect(beside).toContainText('storage-1 freerun: NTP without servers', { timeout: LONG });
  await expect(
    page.getByText(/2 hosts have trouble with their NTP servers, storage-1 reaches none\.$/),
  ).toBeVisible();
  await expect(lost).toHaveCount(3, { timeout: LONG });
  await expect(other.getByRole('main')).toContainText('Freerun: NTP without servers.');

  await cloud.control.endTiming({ scenario: 'ntp-loss', host: 'storage-1' });
  await cloud.control.advance(5 * 60_000 + 1_000);
  await expect(beside).not.toContainText('freerun', { timeout: LONG });
  await expect(beside).toContainText('storage-0 degraded: NTP server');
  await expect(page.getByText(/storage-0 has trouble with its NTP servers\.$/)).toBeVisible();
  await expect(lost).toHaveCount(0, { timeout: LONG });
  await expect(other.getByRole('main')).toContainText('Follows NTP. Alarm 100.114');
});
