/** The topology of a cloud: what is plugged into what, which data networks are where, how hosts are, with few requests. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

const main = (page: Page) => page.getByRole('main');
const drawing = (page: Page) => main(page).getByRole('region', { name: 'Drawing', exact: true });
/** A box by what a reader hears of it. */
const box = (page: Page, name: string | RegExp) => drawing(page).getByRole('button', { name });
const hosts = (page: Page) => box(page, /^Host |^\d+ /);
const drawer = (page: Page) =>
  page.getByRole('complementary').filter({ has: page.getByRole('button', { name: 'Close', exact: true }) });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the topology' });
const grid = (page: Page) => page.getByRole('grid', { name: 'lines' });

test('shows switches, hosts with state and alarms, and data networks', { tag: '@light' }, async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/networks/topology');
  await expect(main(page).getByRole('heading', { level: 1, name: 'Topology' })).toBeVisible();
  await expect(hosts(page)).toHaveCount(16);
  await expect(box(page, /^LLDP neighbour leaf-1, 10\.10\.11\.201, \d+ hosts/)).toBeVisible();
  await expect(box(page, /^Host worker-3, worker, failed, 1 alarm, worst /)).toBeVisible();
  await expect(box(page, 'Host worker-0, worker, available')).toBeVisible();
  await expect(box(page, /^Data network physnet0, vlan, MTU 9000, \d+ hosts/)).toBeVisible();
});

test('follows a box by keys, pins it, opens its links, and lets go', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/networks/topology');
  await box(page, /^Host worker-2,/).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Data network /);
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^Host worker-/);
  await box(page, /^Host worker-2,/).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/trace=host/);
  await expect(box(page, /^Host worker-2,/)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText('enp94s0f1 to worker-1, enp94s0f1');
  await expect(drawer(page)).toContainText('data0 in physnet0');
  await box(page, /^Host worker-2,/).focus();
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/trace=/);
  await box(page, /^LLDP neighbour leaf-1,/).click();
  await box(page, /^LLDP neighbour leaf-1,/).click();
  await drawer(page).getByRole('link', { name: 'worker-2', exact: true }).click();
  await expect(page).toHaveURL('/hosts/worker-2/network');
});

test('searches and filters the drawing and the table alike, and keeps it in the address', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/networks/topology');
  await expect(hosts(page)).toHaveCount(16);
  await search(page).fill('storage');
  await expect(hosts(page)).toHaveCount(2);
  await search(page).fill('');
  await page.getByRole('combobox', { name: 'State' }).selectOption('Failed');
  await expect(hosts(page)).toHaveCount(1);
  await expect(page).toHaveURL(/state=failed/);
  await page.getByRole('radio', { name: 'Table', exact: true }).check({ force: true });
  const rows = grid(page).getByRole('row', { name: /^\S+-\d / });
  const first = grid(page)
    .getByRole('row', { name: /^worker-3 Worker Failed/ })
    .first();
  await expect(first).toBeVisible();
  await page.reload();
  await expect(first).toBeVisible();
  expect(await rows.filter({ hasNotText: 'worker-3' }).count()).toBe(0);
  await page.goBack();
  await page.getByRole('combobox', { name: 'State' }).selectOption('');
  await page.getByRole('button', { name: 'With alarms' }).click();
  await expect(box(page, /^Host worker-3,/)).toBeVisible();
  await expect(box(page, /^Host worker-0,/)).toHaveCount(0);
  await search(page).fill('no such thing');
  await expect(main(page).getByText('No host matches')).toBeVisible();
});

test('has the same facts as a table', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/networks/topology?show=table');
  const row = (name: RegExp) => grid(page).getByRole('row', { name });
  // Rows beyond the window are not in the document.
  await search(page).fill('worker-2');
  await expect(row(/^worker-2 .* enp24s0f0 Cable leaf-1 Ethernet/)).toBeVisible();
  await expect(row(/^worker-2 .* enp94s0f1 Cable worker-1 enp94s0f1/)).toBeVisible();
  await expect(row(/^worker-2 .* data0 Data network physnet0/)).toBeVisible();
  await search(page).fill('spare-0');
  await expect(row(/^spare-0 .* No neighbour heard/)).toBeVisible();
});

test('shows markup in names as text, cards on a phone', { tag: '@phone' }, async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/networks/topology');
  await expect(
    main(page)
      .getByText(/<img src=x onerror=alert\(1\)>/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await expect(main(page).locator('img, b:has-text("Ethernet2/6")')).toHaveCount(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide, 'nothing is wider than the screen').toBe(false);
});

test('names what could not be read, and shows the rest', async ({ page, cloud }) => {
  await cloud.control.fault({ service: 'sysinv', method: 'GET', path: '/v1/lldp_neighbours', status: 503 });
  await cloud.signIn(page, 'reader', '/networks/topology');
  await expect(main(page).getByText('LLDP neighbours could not be read.')).toBeVisible();
  await expect(main(page).getByText('16 hosts, neighbours unknown, 5 data networks.')).toBeVisible();
  await expect(box(page, /^Data network physnet0/)).toBeVisible();
});

test.describe('a thousand hosts', () => {
  test.use({ world: 'fleet' });

  test('are a few boxes for each rack, and no more requests than a handful', async ({ page, cloud }) => {
    await cloud.control.resetRequests();
    await cloud.signIn(page, 'reader', '/networks/topology');
    await expect(box(page, /^\d+ workers, worker-\d+, worker-\d+ and \d+ more, /).first()).toBeVisible();
    expect(await hosts(page).count()).toBeLessThan(320);
    expect(await cloud.control.count('sysinv', 'GET', '/v1/ihosts/:id')).toBe(0);
    // One request for every 2,000 rows, none for each host.
    expect(await cloud.control.count('sysinv', 'GET', '/v1/lldp_neighbours')).toBeLessThan(8);
    expect(await cloud.control.count('sysinv', 'GET', '/v1/interface_datanetworks')).toBeLessThan(8);
    expect(await cloud.control.count('sysinv', 'GET', '/v1/datanetworks')).toBe(1);
    await search(page).fill('worker-77');
    await expect(box(page, /worker-77/).first()).toBeVisible();
  });
});
