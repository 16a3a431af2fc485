/** Clouds whose networks are IPv6, alone or beside IPv4: addresses are found however they are typed, sorted, whole, and fit. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { expectHosts, hostCell, hostGrid, hostRow, shownHosts } from '../support/hosts';

const main = (page: Page) => page.getByRole('main');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search hosts' });
const drawer = (page: Page) =>
  page.getByRole('complementary').filter({ has: page.getByRole('button', { name: 'Close', exact: true }) });
/** worker-2 in every IPv6 subnet but one: the platform chose it from anywhere in the pool. */
const WORKER = '2001:db8:4a1c:204:fb98:8b6f:c9a:934e';
const BOARD = '2001:db8:4a1c:1200:3efd:feff:fe00:700';

/** On a phone, and at the narrowest that WCAG 1.4.10 asks for. */
async function expectNothingWider(page: Page): Promise<void> {
  const over = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(over, `pixels beyond ${width} at ${page.url()}`).toBeLessThanOrEqual(0);
  }
}

test.describe('IPv6 alone', () => {
  test.use({ world: 'sixonly' });

  test('finds a host by an address in any spelling, of its board too', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader');
    await expect(hostRow(page, 'worker-2')).toContainText(WORKER);
    const cases: [string, string[]][] = [
      [WORKER, ['worker-2']],
      [`[${WORKER.toUpperCase()}]`, ['worker-2']],
      ['2001:0DB8:4A1C:0204:0000:0000:0000:0003', ['controller-0']],
      ['fb98:8b6f', ['worker-2']],
      [BOARD, ['worker-2']],
      ['2001:db8::1', []],
    ];
    for (const [typed, names] of cases) {
      await search(page).fill(typed);
      await expectHosts(page, names);
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('2001:0db8:4a1c:204::3');
    await expect(page.getByRole('option', { name: /controller-0/ }).first()).toBeVisible();
  });

  test('sorts addresses as numbers, the unknown last', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/hosts?sort=address');
    await expect(hostRow(page, 'worker-2')).toBeVisible();
    const order = (await shownHosts(page)).filter((name) => /-\d$/.test(name));
    expect(order.slice(0, 4)).toEqual(['controller-0', 'controller-1', 'worker-9', 'worker-6']);
    await expect(hostGrid(page).getByRole('columnheader', { name: 'Mgmt address' })).toBeVisible();
    // Addresses of a site begin alike: in a narrow column their ends are what tells them apart.
    const cell = await hostCell(page, 'worker-2', 'Mgmt address');
    await expect(cell.getByText('a:934e', { exact: false }).last()).toBeInViewport({ ratio: 1 });
    await expect(cell.getByTitle(WORKER)).toBeVisible();
  });

  test('says addresses of a host and of its networks in full', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/hosts/worker-2');
    await expect(main(page)).toContainText(WORKER);
    await expect(main(page)).toContainText(BOARD);
    await page.goto('/hosts/worker-2/network?open=if:data0');
    const mgmt = page.getByRole('button', { name: 'Platform network mgmt, 2001:db8:4a1c:204::/64' });
    await expect(mgmt).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Platform network pxeboot, 169.254.202.0/24' }),
    ).toBeVisible();
    const part = (name: string) => drawer(page).getByRole('region', { name, exact: true });
    await expect(part('Addresses')).toContainText(/2001:db8:4a1c:2030:[\da-f:]+\/64/);
    await expect(part('Routes')).toContainText('2001:db8:4a1c:4000::/56 via 2001:db8:4a1c:2030::1, metric 1');
    await page.goto('/hosts/worker-2/network?open=lldp:enp24s0f0');
    await expect(part('What it says')).toContainText('2001:db8:4a1c:11::');
  });

  test('names an NTP server by its address, in the alarm too', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/hosts/storage-0/clock');
    await expect(main(page)).toContainText('2001:db8:4a1c:20::9');
  });

  test('has nothing out of reach to the side @phone-only @phone', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/hosts/worker-2/network?open=if:data0');
    await expect(drawer(page)).toContainText('2001:db8:4a1c:2030:');
    await expectNothingWider(page);
    for (const path of ['/', '/hosts', '/hosts/worker-2', '/hosts/worker-2/network', '/clocks', '/alarms']) {
      await page.goto(path);
      await expect(
        page
          .getByText(/worker-2/)
          .filter({ visible: true })
          .first(),
      ).toBeVisible();
      await expectNothingWider(page);
    }
    await page.goto('/hosts/storage-0/clock');
    await expect(
      page
        .getByText(/2001:db8:4a1c:20::9/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await expectNothingWider(page);
  });
});

test.describe('IPv4 and IPv6', () => {
  test.use({ world: 'dualstack' });

  test('shows both addresses of an interface, and both subnets of its network', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/hosts/worker-2/network');
    await expect(
      page.getByRole('button', {
        name: 'Platform network mgmt, 192.168.204.0/24, 2001:db8:4a1c:204::/64',
      }),
    ).toBeVisible();
    const row = page.getByRole('grid', { name: 'interfaces' }).getByRole('row', { name: /^mgmt0 / });
    await expect(row).toContainText('192.168.204.52/24, 2001:db8:4a1c:204:');
  });

  test('sorts boards of both families, IPv4 first', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/hosts?cols=host,bm&sort=bm');
    await expect(hostRow(page, 'worker-2')).toBeVisible();
    const order = (await shownHosts(page)).filter((name) => /-\d$/.test(name));
    expect(order.slice(0, 8)).toEqual([
      ...['controller-0', 'storage-0', 'worker-0', 'worker-2', 'worker-4', 'worker-6', 'worker-8'],
      'controller-1',
    ]);
  });

  test('has nothing out of reach to the side @phone-only @phone', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/hosts/worker-2/network');
    await expect(
      page
        .getByText(/2001:db8:4a1c:204:/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await expectNothingWider(page);
  });
});
