/** The network of one host: who is at the other end of a cable, what runs over it, the same by keys, in words and on a phone. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { LONG } from '../support/patience';

const main = (page: Page): Locator => page.getByRole('main');
const lanes = (page: Page): Locator => page.getByRole('region', { name: 'Lanes', exact: true });
/** A box by what a reader hears of it. */
const box = (page: Page, name: string | RegExp): Locator => lanes(page).getByRole('button', { name });
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'interfaces' });
const row = (page: Page, name: string): Locator =>
  grid(page).getByRole('row', { name: new RegExp(`^${name} `) });
const drawer = (page: Page): Locator =>
  page.getByRole('complementary').filter({ has: page.getByRole('button', { name: 'Close', exact: true }) });
const part = (page: Page, name: string): Locator => drawer(page).getByRole('region', { name, exact: true });
const PORT = /^Port enp24s0f1, link up, 10G/;

test('leads from the switch to the network, in words too', { tag: '@light' }, async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-2');
  await main(page).getByRole('link', { name: 'Network', exact: true }).click();
  await expect(page).toHaveURL('/hosts/worker-2/network');
  await expect(box(page, 'LLDP neighbour leaf-2, Ethernet1/8')).toBeVisible();
  await expect(box(page, /^Interface pxeboot0, ae 2 of 2, 802.3ad, layer2/)).toBeVisible();
  await expect(box(page, 'Platform network mgmt, 192.168.204.0/24')).toBeVisible();
  // Another host at the other end, and what is wrong with the clock that uses the cable.
  await expect(box(page, 'LLDP neighbour worker-1, enp94s0f1, direct')).toBeVisible();
  await expect(box(page, /^PTP instance ptp4l-oc, .*minor alarm: worker-2/)).toBeVisible();
  const ways = page.getByRole('list', { name: 'Ways through the lanes' }).getByRole('listitem');
  await expect(
    ways.filter({ hasText: /LLDP neighbour leaf-2.*Port enp24s0f1.*pxeboot0.*mgmt0.*Platform network mgmt/ }),
  ).toHaveCount(1);
  await expect(main(page)).toContainText('Lock the host to change platform interfaces');
});

test('traces by keys, pins, opens details, and lets go', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-2/network');
  await box(page, PORT).focus();
  await page.keyboard.press('ArrowRight');
  await expect(box(page, /^Interface pxeboot0/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(box(page, /^Interface mgmt0/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(box(page, /^Interface cluster0/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(box(page, /^Port enp24s0f0/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(box(page, PORT)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/trace=port:enp24s0f1/);
  await expect(box(page, PORT)).toHaveAttribute('aria-pressed', 'true');
  await expect(main(page).getByText('Tracing enp24s0f1: pxeboot0')).toBeVisible();
  // The table has the same selection.
  await expect(row(page, 'mgmt0').locator('[data-traced]')).toHaveCount(1);
  await expect(row(page, 'data0').locator('[data-traced]')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('heading', { level: 2, name: /enp24s0f1/ })).toBeVisible();
  await box(page, PORT).focus();
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/trace=/);
  await expect(box(page, PORT)).toHaveAttribute('aria-pressed', 'false');
});

test('says everything of a port: itself, its neighbour, what it sends', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-2/network?open=port:enp94s0f0');
  await expect(part(page, 'Port')).toContainText(/25\s000 Mbit\/s/);
  await expect(part(page, 'Hardware')).toContainText(/ice.*NUMA node.*1.*0000:5e:00\.0.*DPDK.*Supported/s);
  await expect(part(page, 'SR-IOV')).toContainText(/8 of 128.*iavf.*0000:5e:01\.7/s);
  await expect(part(page, 'LLDP neighbour')).toContainText(/leaf-1.*bridge, router.*802\.1 VLAN names/s);
  await expect(part(page, 'LLDP neighbour')).toContainText('Not sent: 802.1 VID usage digest');
  await expect(part(page, 'What this port sends')).toContainText(/rx=enabled,tx=enabled.*worker-2:/s);
  await page.goto('/hosts/worker-2/network?open=if:data0');
  await expect(part(page, 'Addresses')).toContainText('10.20.30.52/24');
  await expect(part(page, 'Routes')).toContainText('10.40.0.0/16 via 10.20.30.1, metric 1');
  await expect(part(page, 'Assigned to')).toContainText('physnet1');
});

test('says that nothing is heard on a port, and that a port is not used', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-9/network');
  const unused = box(page, 'Port enp94s0f1, no speed, Not used');
  await unused.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveAccessibleName('LLDP neighbour No neighbour heard');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toContainText('Nothing was heard by LLDP on this port');
  await expect(row(page, 'enp94s0f1')).toContainText('Not used');
});

test('shows markup in LLDP text as text', { tag: '@phone' }, async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-9/network?open=lldp:enp59s0f1');
  const name = '<img src=x onerror=alert(1)>';
  await expect(drawer(page).getByRole('heading', { level: 2 })).toContainText(name);
  await expect(part(page, 'What it says')).toContainText('<b>Ethernet2/6</b>');
  await drawer(page).getByRole('button', { name: 'Close' }).click();
  const found = page.getByRole('button', { name: `LLDP neighbour ${name}, <b>Ethernet2/6</b>` });
  await expect(found).toBeVisible();
  await expect(main(page).locator('img, b:has-text("Ethernet2/6")')).toHaveCount(0);
});

test('points out a bond on one switch, and a cable unlike the next host’s', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-7/network');
  const said = main(page).getByRole('list', { name: 'Observations about cabling' }).getByRole('listitem');
  await expect(said.filter({ hasText: 'Both members of data0 hear leaf-1.' })).toContainText(
    'enp59s0f0 and enp59s0f1 are cabled to one device',
  );
  const other = said.filter({ hasText: 'enp59s0f1 hears leaf-1.' });
  await expect(other).toContainText('On worker-6, enp59s0f1 hears leaf-2.');
  await other.getByRole('button', { name: /^Show/ }).click();
  await expect(page).toHaveURL(/trace=port:enp59s0f1/);
  await page.goto('/hosts/worker-5/network');
  await expect(box(page, /^Interface pxeboot0/)).toBeVisible();
  await expect(said.filter({ hasText: 'pxeboot0' })).toHaveCount(0);
});

test('searches with / for a MAC in any notation, and narrows the table with it', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-2/network');
  await expect(box(page, PORT)).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('3CFD.FE00.0701');
  await expect(main(page).getByText('1 found')).toBeVisible();
  await expect(row(page, 'mgmt0')).toBeVisible();
  await expect(row(page, 'data0')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(row(page, 'data0')).toBeVisible();
  await page.keyboard.type('nobody is called so');
  await expect(main(page).getByText('Nothing here has that')).toBeVisible();
});

test('is a table alone when asked, by the address, with a file', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-2/network');
  await main(page).getByText('Table', { exact: true }).click();
  await expect(page).toHaveURL(/show=table/);
  await expect(lanes(page)).toHaveCount(0);
  await expect(row(page, 'sriov0')).toContainText('8 VFs, 4 assigned');
  await row(page, 'mgmt0').click();
  await expect(part(page, 'Interface')).toContainText(/vlan.*VLAN ID.*100/s);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/mgmt0,vlan,platform,100,pxeboot0,mgmt/);
});

test('asks the platform eight times for it, and again only for details', async ({ page, cloud }) => {
  // A page that asks nothing about the network.
  await cloud.signIn(page, 'reader', '/hosts/worker-2/events');
  await expect(main(page).getByRole('link', { name: 'Network', exact: true })).toBeVisible();
  await cloud.control.resetRequests();
  // Of one host: what counts for all of them is polled while this goes on.
  const asked = async () =>
    (await cloud.control.requests())
      .filter(({ path }) => /:host.(lldp|ethernet_ports|interface|iinterface|addresses|routes)/.test(path))
      .map(({ path, count }) => `${count} ${path}`)
      .sort();
  await page.goto('/hosts/worker-2/network');
  await expect(box(page, PORT)).toBeVisible();
  const first = [
    '1 /v1/ihosts/:host/addresses',
    '1 /v1/ihosts/:host/ethernet_ports',
    '1 /v1/ihosts/:host/iinterfaces',
    '1 /v1/ihosts/:host/interface_datanetworks',
    '1 /v1/ihosts/:host/interface_networks',
    // Its own, and those of the host that it is compared with.
    '2 /v1/ihosts/:host/lldp_neighbours',
  ];
  expect(await asked()).toEqual(first);
  expect(await cloud.control.count('sysinv', 'GET', '/v1/ptp_interfaces')).toBeGreaterThan(0);
  await box(page, PORT).click();
  await box(page, PORT).click();
  await expect(part(page, 'What this port sends')).toContainText('worker-2:');
  expect(await asked()).toEqual(
    [...first, '1 /v1/ihosts/:host/lldp_agents', '1 /v1/ihosts/:host/routes'].sort(),
  );
});

test.describe('when the platform does not answer', () => {
  test('a part of it is named, and the rest stands', async ({ page, cloud }) => {
    await cloud.control.fault({ service: 'sysinv', method: 'GET', path: '/.*addresses$/', status: 503 });
    await cloud.signIn(page, 'reader', '/hosts/worker-2/network');
    await expect(main(page)).toContainText('Addresses could not be read.');
    await expect(box(page, PORT)).toBeVisible();
    await expect(row(page, 'mgmt0')).toContainText('Unknown');
  });

  test('silence of LLDP is not claimed when LLDP could not be read', async ({ page, cloud }) => {
    await cloud.control.fault({
      service: 'sysinv',
      method: 'GET',
      path: '/.*lldp_neighbours$/',
      status: 503,
    });
    await cloud.signIn(page, 'reader', '/hosts/worker-2/network');
    await expect(box(page, 'LLDP neighbour Unknown').first()).toBeVisible();
    await expect(main(page)).not.toContainText('No neighbour heard');
  });

  test('what was read stays, with its time', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/hosts/worker-2/network');
    await expect(box(page, PORT)).toBeVisible();
    await cloud.control.fault({ service: 'sysinv', method: 'GET', path: '/.*ethernet_ports$/', status: 503 });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(main(page)).toContainText('The network of this host could not be read.', { timeout: LONG });
    await expect(main(page)).toContainText('You see what was read at');
    await expect(box(page, PORT)).toBeVisible();
  });
});

test('is a list per port on a phone', { tag: ['@phone', '@phone-only'] }, async ({ page, cloud }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await cloud.signIn(page, 'reader', '/hosts/worker-2/network');
  const ports = main(page).getByRole('list', { name: 'Ports' }).getByRole('listitem');
  const first = ports.filter({ hasText: 'enp24s0f0' });
  await expect(first).toContainText(/leaf-1.*enp24s0f0.*pxeboot0.*mgmt0.*192\.168\.204\.0\/24/s);
  await expect(ports.filter({ hasText: 'enp24s0f1' })).toContainText(/pxeboot0.*As above/s);
  await first.getByRole('button', { name: /^Interface mgmt0/ }).click();
  await expect(part(page, 'Addresses')).toContainText('192.168.204.52/24');
  await drawer(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('searchbox').fill('leaf-2');
  await expect(ports).toHaveCount(2);
});
