/** One host: what it is, how it stands, what can be done with it, what it is made of, what happened to it. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { expectOff, hostRow, menuItem, sheet } from '../support/hosts';
import { LONG } from '../support/patience';

const panel = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name, exact: true });
const main = (page: Page): Locator => page.getByRole('main');

/** A fact of the head by its term, for instance Availability. */
const fact = (page: Page, term: string): Locator =>
  main(page)
    .locator('div')
    .filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${term}$`) }) })
    .last()
    .getByRole('definition');

test('tells how a host stands', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader');
  await hostRow(page, 'worker-3').getByRole('link', { name: 'worker-3' }).click();
  await expect(page).toHaveURL('/hosts/worker-3');
  await expect(page).toHaveTitle(/worker-3/);
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('worker-3');
  await expect(main(page).getByRole('heading', { level: 1 })).toContainText('Worker');
  await expect(fact(page, 'Admin')).toHaveText('Unlocked');
  await expect(fact(page, 'Operational')).toHaveText('Disabled');
  await expect(fact(page, 'Availability')).toHaveText('Failed');
  await expect(fact(page, 'Task')).toHaveText('Rebooting');
  await expect(fact(page, 'Address')).toHaveText('192.168.204.53');
  await expect(main(page)).toContainText('worker-3 experienced a service-affecting failure.');
  await cloud.control.patchHost('worker-3', {
    availability: 'available',
    operational: 'enabled',
    task: '',
    uptime: 7_200,
  });
  await expect(fact(page, 'Availability')).toHaveText('Available');
  await expect(fact(page, 'Uptime')).toHaveText('2 h');
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Hosts' }).click();
  await expect(page).toHaveURL('/hosts');
});

test('offers every action, and says of each that is off why', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin', '/hosts/controller-0');
  await expectOff(main(page).getByRole('button', { name: 'Lock…' }), /controller-0 is the active controller/);
  await main(page).getByRole('button', { name: 'More actions' }).click();
  const menu = page.getByRole('menu', { name: 'Actions for controller-0' });
  await expect(menuItem(menu, 'Edit…')).not.toHaveAttribute('aria-disabled', 'true');
  for (const name of ['Reboot…', 'Reset…', 'Power off…', 'Reinstall…', 'Delete…'])
    await expectOff(menuItem(menu, name), /controller-0 is unlocked/);
  await page.keyboard.press('Escape');

  await page.goto('/hosts/worker-4');
  await expect(main(page).getByRole('button', { name: 'Unlock…' })).toBeEnabled();
  await main(page).getByRole('button', { name: 'More actions' }).click();
  const other = page.getByRole('menu', { name: 'Actions for worker-4' });
  await expectOff(menuItem(other, 'Lock…'), /worker-4 is already locked/);
  await menuItem(other, 'Reboot…').click();
  await expect(sheet(page, 'Reboot worker-4')).toBeVisible();
});

test('shows what the host is made of and what it carries', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-0');
  const identity = panel(page, 'Identity');
  await expect(identity).toContainText('3c:fd:fe:00:05:00');
  await expect(identity).toContainText('SGH7000005');
  await expect(identity).toContainText('rack-1/u6');
  await expect(identity).toContainText('10.10.12.5');
  const processor = panel(page, 'Processor');
  await expect(processor).toContainText(/\d+ x .*, \d+ threads/);
  await expect(processor.getByRole('img', { name: /^Core 0: 0 Platform/ }).first()).toBeVisible();
  const memory = panel(page, 'Memory');
  await expect(memory).toContainText('NUMA node 0');
  await expect(memory).toContainText(/[\d.]+ GiB platform/);
  await expect(panel(page, 'Sensors')).toContainText(/\d+ of \d+ sensors ok/);
  await expect(panel(page, 'Filesystems').getByRole('listitem').filter({ hasText: 'docker' })).toContainText(
    /\d+ GiB/,
  );
  const carries = panel(page, 'What this host carries');
  await expect(carries).not.toContainText('Unknown');
  await expect(carries).toContainText('physnet0');
  await expect(panel(page, 'Recent')).toBeVisible();
  await expect(main(page)).not.toContainText('NaN');
  await expect(main(page)).not.toContainText('undefined');
});

test('a part that cannot be read costs only itself', async ({ page, cloud }) => {
  await cloud.control.fault({ service: 'sysinv', path: '/\\/imemorys/', status: 500 });
  await cloud.signIn(page, 'reader', '/hosts/worker-0');
  await expect(panel(page, 'Memory')).toContainText('Unknown.', { timeout: LONG });
  await expect(panel(page, 'Memory')).not.toContainText('None inventoried yet.');
  await expect(panel(page, 'Processor')).toContainText(/\d+ threads/);
  await expect(panel(page, 'Identity')).toContainText('SGH7000005');
  await expect(fact(page, 'Availability')).toHaveText('Available');
  await cloud.control.mend();
  await expect(panel(page, 'Memory')).toContainText(/[\d.]+ GiB platform/, { timeout: LONG });
});

test('tells what happened, over the time one asks for', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-6');
  await page.getByRole('navigation', { name: 'Host' }).getByRole('link', { name: 'Events' }).click();
  await expect(page).toHaveURL('/hosts/worker-6/events');
  const events = page.getByRole('grid', { name: 'events' });
  const row = (text: string) => events.getByRole('row').filter({ hasText: text });
  await expect(row("worker-6 was 'unlocked' by an operator")).toContainText('200.021');
  const raised = row('worker-6 was administratively locked');
  await expect(raised).toHaveCount(2);
  await expect(raised.filter({ hasText: 'Raised' })).toContainText('Warning');
  await expect(raised.filter({ hasText: 'Cleared' })).toHaveCount(1);
  await expect(events).not.toContainText('worker-3');

  await page.getByRole('button', { name: /^State/, expanded: false }).click();
  await page.getByRole('dialog', { name: 'State' }).getByRole('checkbox', { name: /^Log/ }).check();
  await page.keyboard.press('Escape');
  await expect(raised).toHaveCount(0);
  await expect(row("worker-6 is now 'online'")).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search events' }).fill('200.021');
  await expect(row("worker-6 is now 'online'")).toHaveCount(0);
  await expect(row("worker-6 was 'unlocked' by an operator")).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await page.getByRole('radio', { name: '24 h' }).check({ force: true });
  await expect(row("worker-6 was 'unlocked' by an operator")).toBeVisible();
});

test('takes hostile events as text', async ({ page, cloud }) => {
  await cloud.control.raise({
    alarm_id: '200.004',
    entity_instance_id: 'host=worker-0',
    severity: 'critical',
    reason_text: '<img src=x onerror=alert(1)> worker-0 failed',
  });
  await cloud.signIn(page, 'reader', '/hosts/worker-0');
  await expect(main(page).getByText('<img src=x onerror=alert(1)> worker-0 failed').first()).toBeVisible();
  await expect(main(page).locator('img[src="x"]')).toHaveCount(0);
});

test('says that there is no such host, and leads back', async ({ page, cloud, watch }) => {
  watch.expect(/status of 404/);
  await cloud.signIn(page, 'reader', '/hosts/worker-99');
  await expect(main(page).getByRole('heading', { name: 'No such host' })).toBeVisible();
  await expect(main(page)).toContainText('System inventory knows no host worker-99.');
  await main(page).getByRole('link', { name: 'Open hosts' }).click();
  await expect(page).toHaveURL('/hosts');
});

test('stays readable when its host is deleted under it', async ({ page, cloud, anotherPerson }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-4');
  await expect(fact(page, 'Admin')).toHaveText('Locked');
  const other = await anotherPerson();
  await cloud.signIn(other, 'admin', '/hosts/worker-4');
  await other.getByRole('button', { name: 'More actions' }).click();
  await other.getByRole('menuitem', { name: 'Delete…' }).click();
  const open = sheet(other, 'Delete worker-4');
  await open.getByRole('textbox', { name: 'Type worker-4 to confirm' }).fill('worker-4');
  await open.getByRole('button', { name: 'Delete worker-4' }).click();
  await expect(main(page).getByRole('heading', { name: 'No such host' })).toBeVisible();
});
