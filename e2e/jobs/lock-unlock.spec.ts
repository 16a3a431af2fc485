/** Taking hosts out of service and bringing them back, to the end, as the platform tells it. */
import { expect, test } from '../support/fixtures';
import {
  confirmSheet,
  expectHost,
  expectOff,
  hostRow,
  menuItem,
  openRowMenu,
  pressable,
  rowAction,
  STANDSTILL,
  sheet,
  underWay,
} from '../support/hosts';
import { EXPECT_MS } from '../support/patience';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const ACTIVE = 'controller-0 : Rejected: Can not lock an active controller.';
test('locks a worker and unlocks it, and tells all the way how it goes', async ({ page, cloud }) => {
  await cloud.control.speed(1);
  await cloud.signIn(page, 'admin');
  await expectHost(page, 'worker-0', { Admin: 'Unlocked', Availability: 'Available', Task: '' });

  await rowAction(page, 'worker-0', 'Lock…');
  const lock = sheet(page, 'Lock worker-0');
  await expect(lock).toContainText('Takes the host out of service. Pods leave and services stop.');
  await expect(lock.getByRole('list', { name: 'What happens next' })).toContainText('Disabling Services');
  await expect(lock).toContainText('worker-1, controller-0 and controller-1 take their time');
  await expect(lock).toContainText('system host-lock worker-0');
  await confirmSheet(page, 'Lock worker-0');
  await expect(lock).toBeHidden();
  await expect(underWay(page)).toContainText('Locking worker-0');
  await expect(underWay(page)).toContainText(/Accepted \d\d:\d\d:\d\d\. Locking/);
  await expectHost(page, 'worker-0', { Admin: 'Unlocked', Task: 'Locking' });
  await cloud.control.advance(45 * SECOND);
  await expectHost(page, 'worker-0', {
    Admin: 'Locked',
    Operational: 'Disabled',
    Availability: 'Online',
    Task: '',
  });
  await expect(underWay(page)).toContainText(/worker-0 is locked\s*Lock took \d/);

  await rowAction(page, 'worker-0', 'Unlock…');
  await expect(sheet(page, 'Unlock worker-0')).toContainText('Reboots the host');
  await confirmSheet(page, 'Unlock worker-0');
  await expect(underWay(page)).toContainText('Unlocking worker-0');
  await expectHost(page, 'worker-0', { Admin: 'Locked', Task: 'Unlocking' });
  await cloud.control.advance(8 * SECOND);
  await expectHost(page, 'worker-0', { Admin: 'Unlocked', Availability: 'Offline' });
  await cloud.control.advance(20 * SECOND);
  await expectHost(page, 'worker-0', { Task: 'Booting' });
  await expect(underWay(page)).toContainText(/Accepted \d\d:\d\d:\d\d\. Booting/);
  await cloud.control.advance(5 * MINUTE + 30 * SECOND);
  await expectHost(page, 'worker-0', { Availability: 'In test', Task: 'Enabling' });
  await cloud.control.advance(MINUTE);
  await expectHost(page, 'worker-0', { Operational: 'Disabled', Task: 'Enabling Worker Service' });
  await cloud.control.advance(2 * MINUTE);
  await expectHost(page, 'worker-0', { Operational: 'Enabled', Availability: 'Available', Task: '' });
  await expect(underWay(page)).toContainText(/worker-0 is available\s*Unlock took \d/);
});

test('follows the host on its own page, and from wherever one has gone', async ({ page, cloud }) => {
  await cloud.control.speed(1);
  await cloud.signIn(page, 'admin', '/hosts/worker-0');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Lock…' }).click();
  await confirmSheet(page, 'Lock worker-0');
  await expect(main.getByRole('definition').filter({ hasText: /^Locking$/ })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).first().click();
  await expect(page).toHaveURL('/');
  await expect(underWay(page)).toContainText('Locking worker-0');
  await cloud.control.advance(45 * SECOND);
  await expect(underWay(page)).toContainText('worker-0 is locked');
});

test.describe('with two controllers', () => {
  test.use({ world: 'duplex' });

  test('keeps the lock of the active controller off, with the reason and the way out', async ({
    page,
    cloud,
  }) => {
    await cloud.signIn(page, 'admin');
    const menu = await openRowMenu(page, 'controller-0');
    await expectOff(menuItem(menu, 'Lock…'), /controller-0 is the active controller/);
    await page.keyboard.press('Escape');

    await hostRow(page, 'controller-0').focus();
    await page.keyboard.press('l');
    const open = sheet(page, 'Lock controller-0');
    await expect(open).toContainText('Right now the platform would refuse, for 1 reason.');
    await expect(open).toContainText('controller-0 is the active controller');
    await expectOff(open.getByRole('button', { name: 'Lock controller-0' }), 'Blocked by 1 check above');
    await open.getByRole('button', { name: 'Swact controller-0' }).click();
    await expect(sheet(page, 'Swact controller-0')).toBeVisible();
    expect(await cloud.control.count('sysinv', 'PATCH')).toBe(0);
  });

  test('shows the refusal of a lock in the words of the platform, once', async ({ page, cloud }) => {
    const standby = { capabilities: { stor_function: 'monitor', Personality: 'Controller-Standby' } };
    const active = { capabilities: { stor_function: 'monitor', Personality: 'Controller-Active' } };
    await cloud.control.patchHost('controller-0', standby);
    await cloud.control.patchHost('controller-1', active);
    await cloud.signIn(page, 'admin');
    await rowAction(page, 'controller-0', 'Lock…');
    const open = sheet(page, 'Lock controller-0');
    await pressable(open, 'Lock controller-0');

    // Somebody swacts between the look and the press, and no reading has told of it yet.
    await cloud.control.fault(STANDSTILL);
    await cloud.control.patchHost('controller-0', active);
    await cloud.control.patchHost('controller-1', standby);
    await open.getByRole('button', { name: 'Lock controller-0' }).click();
    const refusal = open.getByRole('alert');
    await expect(refusal).toContainText('controller-0 was not locked');
    await expect(refusal).toContainText(ACTIVE);
    await expect(refusal).toContainText('sysinv, HTTP 400');
    await expect(refusal).toContainText(/req-[0-9a-f-]{12,}/);
    await expect(page.getByText(ACTIVE)).toHaveCount(1);
    await expect(underWay(page)).toHaveText('');
    expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);

    // The next reading knows, and the sheet then knows as well as the platform.
    await cloud.control.mend();
    await expectOff(
      open.getByRole('button', { name: 'Lock controller-0' }),
      'Blocked by 1 check above',
      30_000,
    );
  });

  test('swacts to the other controller', async ({ page, cloud }) => {
    await cloud.control.speed(1);
    await cloud.signIn(page, 'admin');
    await expect(hostRow(page, 'controller-0')).toContainText('Active');
    await rowAction(page, 'controller-0', 'Swact…');
    await expect(sheet(page, 'Swact controller-0')).toContainText(
      'Moves the active services from controller-0 to the other controller.',
    );
    await confirmSheet(page, 'Swact controller-0');
    await expectHost(page, 'controller-0', { Task: 'Swacting' });
    await cloud.control.advance(3 * SECOND);
    await expectHost(page, 'controller-0', { Task: 'Swact: Request' });
    await cloud.control.advance(55 * SECOND);
    await expect(hostRow(page, 'controller-0')).toContainText('Standby');
    await expect(hostRow(page, 'controller-1')).toContainText('Active');
    await expect(underWay(page)).toContainText(/controller-0 is the standby controller\s*Swact took \d/);
  });
});

test('forces a lock only with the name typed, under a true warning', async ({ page, cloud }) => {
  await cloud.control.speed(1);
  await cloud.signIn(page, 'admin');
  await rowAction(page, 'worker-0', 'Lock…');
  await sheet(page, 'Lock worker-0').getByRole('button', { name: 'Force lock…' }).click();
  const open = sheet(page, 'Force lock worker-0');
  await expect(open).toContainText('Every application that runs on worker-0 has an outage');
  await expect(open).toContainText('It is logged and cannot be undone.');
  await expect(open).toContainText('system host-lock -f worker-0');
  const button = open.getByRole('button', { name: 'Force lock worker-0' });
  await expectOff(button, 'Type worker-0 above');
  const field = open.getByRole('textbox', { name: 'Type worker-0 to confirm' });
  await field.fill('worker-1');
  await expectOff(button, 'Type worker-0 above');
  await field.press('Enter');
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(0);
  await field.fill('worker-0');
  await field.press('Enter');
  await expectHost(page, 'worker-0', { Task: /^(Force )?Locking$/ });
  await cloud.control.advance(20 * SECOND);
  await expectHost(page, 'worker-0', { Admin: 'Locked' });
  await expect(underWay(page)).toContainText('worker-0 is locked');
});

test('installs a host anew and counts the packages with the platform', async ({ page, cloud }) => {
  await cloud.control.speed(1);
  await cloud.signIn(page, 'admin');
  await rowAction(page, 'worker-4', 'Reinstall…');
  await expect(sheet(page, 'Reinstall worker-4')).toContainText('Erases the root disk');
  await confirmSheet(page, 'Reinstall worker-4');
  await expectHost(page, 'worker-4', { Task: 'Reinstalling' });
  await cloud.control.advance(75 * SECOND);
  await expectHost(page, 'worker-4', { Availability: 'Offline', Task: 'Pre-install' });
  await cloud.control.advance(90 * SECOND + 4 * 20 * SECOND);
  await expectHost(page, 'worker-4', { Task: /^Installing packages\s*5 of 20$/ });
  const progress = hostRow(page, 'worker-4').getByRole('progressbar', { name: 'Installing packages' });
  await expect(progress).toHaveAttribute('aria-valuenow', '25');
  await cloud.control.advance(10 * 20 * SECOND);
  await expectHost(page, 'worker-4', { Task: /^Installing packages\s*15 of 20$/ });
  await cloud.control.advance(30 * MINUTE);
  await expectHost(page, 'worker-4', { Admin: 'Locked', Availability: 'Online', Task: '' });
  await expect(underWay(page)).toContainText('worker-4 was reinstalled');
});

test('deletes a locked host only with its name typed', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  const menu = await openRowMenu(page, 'worker-0');
  await expectOff(menuItem(menu, 'Delete…'), /worker-0 is unlocked/);
  await page.keyboard.press('Escape');

  await rowAction(page, 'worker-4', 'Delete…');
  const open = sheet(page, 'Delete worker-4');
  await expectOff(open.getByRole('button', { name: 'Delete worker-4' }), 'Type worker-4 above');
  await confirmSheet(page, 'Delete worker-4', 'worker-4');
  await expect(hostRow(page, 'worker-4')).toHaveCount(0);
  await expect(hostRow(page, 'worker-5')).toBeVisible();
  await expect(underWay(page)).toContainText('worker-4 was deleted');
  expect(await cloud.control.count('sysinv', 'DELETE')).toBe(1);
});

test.describe('with one controller', () => {
  test.use({ world: 'simplex' });

  test('waits while the console is away, and comes back by itself', async ({ page, cloud, watch }) => {
    watch.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/, /status of 503/);
    await cloud.signIn(page, 'admin');
    await rowAction(page, 'controller-0', 'Lock…');
    await expect(sheet(page, 'Lock controller-0')).toContainText(
      'All containers of this cloud stop; the platform and this console stay up.',
    );
    await confirmSheet(page, 'Lock controller-0');
    await expectHost(page, 'controller-0', { Admin: 'Locked', Availability: 'Online', Task: '' });

    await cloud.control.speed(1);
    await rowAction(page, 'controller-0', 'Unlock…');
    await expect(sheet(page, 'Unlock controller-0')).toContainText(
      'This console goes away while controller-0 reboots. The page waits.',
    );
    await confirmSheet(page, 'Unlock controller-0');
    const waiting = page.getByRole('dialog', { name: 'Waiting for controller-0' });
    await expect(waiting).toContainText('This console goes away while controller-0 reboots');
    // The machine reboots: console and platform are gone.
    await cloud.control.fault({ service: 'sysinv', down: true }, { service: 'fm', down: true });
    await page.context().setOffline(true);
    await expect(waiting).toContainText('The console does not answer.', { timeout: EXPECT_MS });
    await cloud.control.advance(15 * MINUTE);
    await cloud.control.mend();
    await page.context().setOffline(false);
    await expect(waiting).toBeHidden({ timeout: EXPECT_MS });
    await expectHost(page, 'controller-0', { Admin: 'Unlocked', Availability: 'Available' }, 40_000);
    await expect(page).toHaveURL('/hosts');
  });
});
