/** A host on its way into service is followed on a phone: how far it is, what went wrong, and the way out of it. */
import type { Locator, Page } from '@playwright/test';
import type { Cloud } from '../support/cloud';
import { told as desktop, listen } from '../support/ears';
import { expect, test } from '../support/fixtures';
import { add, toReview } from '../support/guide';
import { confirmSheet, expectOff, hostCell, pressable, sheet, underWay } from '../support/hosts';
import { cutWrite, NO_LINK } from '../support/lost-link';
import { LONG } from '../support/patience';
import { Platform } from '../support/platform';

test.use({ world: 'ceph', viewport: { width: 390, height: 844 } });

/** The trail of a console is one for all clouds of these tests, and outlives them: each has a host of a name of its own. */
const nameIn = ({ tag }: Cloud): string => `worker-${tag.replace(/^.*\./, '')}`;
const MAC = '3c:fd:fe:aa:00:20';
const MINUTE = 60_000;
/** What the test does not move stands still; an unlock takes its seconds to answer. */
const STILL = 0.001;
/** Simulated time from adding a host until its sixth package of twenty is being installed. */
const SIXTH = 375_000;

const here = (page: Page): Locator => page.getByRole('region', { name: 'Where it stands' });
const step = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('list', { name: 'Steps' }).getByRole('listitem').filter({ hasText: name });
const told = (page: Page, text: string | RegExp) => expect(here(page)).toContainText(text, { timeout: LONG });

async function addHost(cloud: Cloud, hostname: string): Promise<void> {
  const platform = await Platform.of(cloud);
  await cloud.control.speed(STILL);
  await platform.post('/ihosts', {
    ...{ hostname, personality: 'worker', mgmt_mac: MAC },
    ...{ bm_type: 'ipmi', bm_ip: '10.10.20.99', bm_username: 'root', bm_password: 'secret' },
  });
}

/** A host that was added 40 minutes ago, in a state of the test's choice. */
async function oldHost(cloud: Cloud, hostname: string, state: Record<string, unknown>): Promise<void> {
  const { uuid } = await cloud.control.discoverHost({ mac: MAC });
  await cloud.control.speed(STILL);
  await cloud.control.patchHost(uuid, {
    ...{
      hostname,
      personality: 'worker',
      subfunctions: 'worker',
      bm_type: 'ipmi',
      bm_ip: '10.10.20.99',
    },
    created_at: new Date(Date.now() - 40 * MINUTE).toISOString().replace('Z', '+00:00'),
    ...state,
  });
}

/** Through the runner: the sheet says what will happen, and is asked once. */
async function act(page: Page, label: string, title: string): Promise<void> {
  await here(page)
    .getByRole('button', { name: `${label}…`, exact: true })
    .click();
  await confirmSheet(page, title);
  await expect(sheet(page, title)).toHaveCount(0, { timeout: LONG });
}

const readiness = (page: Page) => page.getByRole('region', { name: 'Readiness to unlock' });

/** What a browser does to a tab that another one covers. */
const hide = (page: Page, hidden: boolean) =>
  page.evaluate((is) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => is });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

/** At the thumb, below what was looked at. */
async function unlock(page: Page, name: string): Promise<void> {
  await (await pressable(readiness(page), `Unlock ${name}`)).click();
  await confirmSheet(page, `Unlock ${name}`);
  await expect(sheet(page, `Unlock ${name}`)).toHaveCount(0, { timeout: LONG });
}

test('a discovered node goes through the guide and into service, though the link breaks on the way', async ({
  page,
  cloud,
  watch,
}) => {
  const name = nameIn(cloud);
  watch.expect(/ERR_INTERNET_DISCONNECTED/, NO_LINK);
  await cloud.control.discoverHost({ mac: MAC });
  await cloud.control.speed(STILL);
  await cloud.signIn(page, 'configurator', '/hosts/add');
  await page.getByRole('radio', { name: MAC }).check();
  await toReview(page, name);
  // The platform takes it, and the link is gone before it can say so.
  const { cut } = await cutWrite(page, 'mgmt_mac', 'after');
  await add(page).click();
  await cut;
  await expect(page.getByText(`It is not known whether ${name} was added.`)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page).toHaveURL(`/hosts/${name}/provision`, { timeout: LONG });
  // It leaves what it was running, to boot from the network anew.
  await cloud.control.advance(MINUTE / 2);
  await page.goto(`/hosts/${name}`);
  // The overview says where it is, and leads there.
  await page.getByRole('link', { name: 'Follow' }).click();
  await expect(page).toHaveURL(`/hosts/${name}/provision`);
  await expect(page.getByRole('link', { name: 'Provisioning' })).toHaveAttribute('aria-current', 'page');
  await told(page, 'Power on and network boot');
  await expect(step(page, 'Named, with a personality')).toContainText(/\d\d:\d\d:\d\d/);

  // It was on already: nobody has to press its button.
  await cloud.control.advance(SIXTH - 2 * MINUTE);
  await told(page, 'Installing, 6 of 20');
  await expect(here(page).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '30');
  await expect(step(page, 'Installing, 6 of 20')).toHaveAttribute('aria-current', 'step');
  await expect(step(page, 'Installing, 6 of 20')).toContainText('seen here');

  await page.context().setOffline(true);
  await expect(page.getByText('Last known.', { exact: true })).toBeVisible({ timeout: LONG });
  await cloud.control.advance(7 * MINUTE);
  await told(page, 'Installing, 6 of 20');
  await page.context().setOffline(false);
  await told(page, 'Boots from its disk');
  await expect(page.getByText('Last known.', { exact: true })).toHaveCount(0);

  await cloud.control.advance(4 * MINUTE);
  await told(page, 'Ready to unlock');
  await expect(step(page, 'Online')).toContainText(/\d\d:\d\d:\d\d/);
  await expect(readiness(page)).toContainText(/\d+ pass/);
  await expect(page.getByRole('region', { name: 'Check the cables' })).toContainText(
    /\d of \d ports hear a neighbour/,
  );
  await expect(page.getByRole('region', { name: 'Its disks' })).toContainText('The root disk');

  await cloud.control.speed(1);
  await unlock(page, name);
  await told(page, 'Reboots');
  await expect(step(page, 'Unlocked')).toContainText(/\d\d:\d\d:\d\d/);
  await cloud.control.advance(6 * MINUTE);
  await told(page, 'Enabling');
  await cloud.control.advance(6 * MINUTE);
  await told(page, `${name} is in service.`);
  await expect(step(page, 'Rebooted')).toContainText(/took \d+ m/);
  await expect(here(page).getByRole('link', { name: 'Next host' })).toBeVisible();
});

test('an installation that fails, hangs or does not boot says so, and is begun anew', async ({
  page,
  cloud,
}) => {
  const name = nameIn(cloud);
  await cloud.control.failInstall({ kind: 'hang', host: name, at: 6, times: 1 });
  await addHost(cloud, name);
  await cloud.signIn(page, 'admin', `/hosts/${name}/provision`);
  await cloud.control.advance(SIXTH + 6 * MINUTE);
  await told(page, 'Last heard 6 m ago, at package 6 of 20.');
  await cloud.control.advance(9 * MINUTE);
  await told(
    page,
    'The installation failed at package 6 of 20: the platform heard nothing for 15 m and gave up.',
  );

  await cloud.control.failInstall({ kind: 'fail', host: name, at: 3, times: 1 });
  await act(page, 'Reset', `Reset ${name}`);
  await cloud.control.advance(4 * MINUTE);
  await told(page, 'The installation failed at package 3 of 20.');

  await cloud.control.failInstall({ kind: 'boot', host: name, times: 1 });
  await act(page, 'Reset', `Reset ${name}`);
  await cloud.control.advance(14 * MINUTE + 30_000);
  await told(page, /Last heard \d+ m ago, while it boots/);
  // The platform would wait 40 minutes, longer than the token of this test lives.
  await cloud.control.patchHost(name, { install_state: 'failed' });
  await told(page, 'It was installed and did not boot.');

  await act(page, 'Reset', `Reset ${name}`);
  await cloud.control.advance(14 * MINUTE);
  await told(page, 'Ready to unlock');
});

test('a host that does not boot, or says nothing of itself, is told with its way out', async ({
  page,
  cloud,
}) => {
  const name = nameIn(cloud);
  await oldHost(cloud, name, { availability: 'offline', uptime: null });
  await cloud.signIn(page, 'admin', `/hosts/${name}/provision`);
  await told(page, 'It has not booted from the network.');
  await act(page, 'Power on', `Power on ${name}`);
  await cloud.control.advance(SIXTH);
  await told(page, /Installing, \d+ of 20/);

  await cloud.control.patchHost(name, {
    ...{ install_state: 'completed', install_state_info: null, availability: 'online', inv_state: null },
    uptime: 60,
  });
  await told(page, 'Inventory');
  await cloud.control.past({
    ...{ alarm_id: '200.022', entity_instance_id: `host=${name}.status=online` },
    ...{ reason_text: `${name} is now online`, age: 40, log: true },
  });
  await told(page, 'has not said what hardware it has');
  await act(page, 'Reboot', `Reboot ${name}`);
  await cloud.control.advance(6 * MINUTE);
  await told(page, 'Ready to unlock');
});

test('who asked to be told may leave, and is called when the host needs somebody, and when it is in service', async ({
  page,
  cloud,
  context,
}) => {
  await listen(context);
  const name = nameIn(cloud);
  await addHost(cloud, name);
  await cloud.control.advance(SIXTH);
  await cloud.signIn(page, 'admin', `/hosts/${name}/provision`);
  const tellMe = here(page).getByRole('button', { name: 'Tell me' });
  await expect(tellMe).toHaveAttribute('aria-pressed', 'false');
  await tellMe.click();
  await expect(tellMe).toHaveAttribute('aria-pressed', 'true');
  await told(page, `You can leave. Told when ${name} needs you or is in service`);

  // Another page, and another tab before it: the browser shows nothing of this one.
  await page.getByRole('link', { name: 'Alarms', exact: true }).last().click();
  await expect(page).toHaveURL(/\/alarms/);
  await hide(page, true);
  await cloud.control.advance(20 * MINUTE);
  await expect
    .poll(() => desktop(page), { timeout: LONG })
    .toEqual([{ title: `${name} is installed`, body: 'What it still needs before its unlock' }]);
  await hide(page, false);
  const called = underWay(page);
  await expect(called).toContainText(`${name} is installed`);
  await called.getByRole('link', { name: 'Open' }).click();
  await expect(page).toHaveURL(`/hosts/${name}/provision`);
  await told(page, 'Ready to unlock');

  await cloud.control.patchHost(name, {
    ...{ administrative: 'unlocked', operational: 'enabled', availability: 'available' },
    ...{ invprovision: 'provisioned', task: '' },
  });
  await expect(called).toContainText(`${name} is in service`, { timeout: LONG });
  expect((await desktop(page)).map(({ title }) => title)).toEqual([
    `${name} is installed`,
    `${name} is in service`,
  ]);
  await told(page, `${name} is in service.`);
  await expect(tellMe).toHaveCount(0);
});

test('an unlock in vain is told, and tried again', async ({ page, cloud }) => {
  const name = nameIn(cloud);
  await addHost(cloud, name);
  await cloud.control.failInstall({ kind: 'enable', host: name, times: 1 });
  await cloud.control.advance(20 * MINUTE);
  await cloud.signIn(page, 'admin', `/hosts/${name}/provision`);
  await told(page, 'Ready to unlock');
  await cloud.control.speed(1);
  await unlock(page, name);
  await cloud.control.advance(12 * MINUTE);
  await told(page, 'Configuration failure, threshold reached, Lock/Unlock to retry');
  await act(page, 'Lock', `Lock ${name}`);
  await cloud.control.advance(10 * MINUTE);
  await told(page, 'Ready to unlock');
  await cloud.control.speed(1);
  await unlock(page, name);
  await cloud.control.advance(12 * MINUTE);
  await told(page, `${name} is in service.`);
});

test('who may only look sees it all, and finds the hosts under way in the list', async ({ page, cloud }) => {
  const name = nameIn(cloud);
  await addHost(cloud, name);
  await cloud.control.discoverHost({ mac: '3c:fd:fe:aa:00:21' });
  await cloud.control.advance(SIXTH);
  await page.setViewportSize({ width: 1440, height: 900 });
  await cloud.signIn(page, 'reader', '/hosts?view=provisioning&cols=host,way,task');
  expect(await (await hostCell(page, name, 'Provisioning')).textContent()).toBe('Installing');
  await expect(
    page.getByRole('grid', { name: 'hosts' }).getByRole('row').filter({ hasText: '3c:fd:fe:aa:00:21' }),
  ).toContainText('Discovered');
  await page.goto(`/hosts/${name}/provision`);
  await told(page, 'Installing, 6 of 20');
  await cloud.control.advance(12 * MINUTE);
  await told(page, 'Ready to unlock');
  await expectOff(readiness(page).getByRole('button', { name: `Unlock ${name}` }), /Your role is reader/);
});
