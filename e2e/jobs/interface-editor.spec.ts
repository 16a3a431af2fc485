/** Changing the network of a host: interfaces made, edited and deleted, what is refused, what is undone, addresses and routes. */
import type { Locator, Page } from '@playwright/test';
import type { Fault } from '../../simulator/kernel/faults';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, pressable, sheet } from '../support/hosts';
import { LONG } from '../support/patience';

/** Locked, and online. */
const HOST = 'worker-4';
const WORDS = 'The network is being changed by somebody else.';
/** As sysinv words a refusal: JSON text inside JSON. */
const refusing = (method: string, path: string): Fault => ({
  service: 'sysinv',
  ...{ method, path, status: 400, times: 1 },
  body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: WORDS, debuginfo: null }) },
});

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'interfaces' });
const row = (page: Page, name: string): Locator =>
  grid(page).getByRole('row', { name: new RegExp(`^${name} `) });
const drawer = (page: Page, name: string): Locator =>
  page.getByRole('complementary', { name: new RegExp(`^${name} `) });
const create = (page: Page): Locator => page.getByRole('button', { name: 'Create interface…' });

async function openNetwork(page: Page, cloud: Cloud, role: Role, query = '', host = HOST): Promise<void> {
  await cloud.signIn(page, role, `/hosts/${host}/network${query}`);
  await expect(row(page, 'mgmt0')).toBeVisible();
}

/** The details of an interface, opened by their address. */
async function openDetails(page: Page, cloud: Cloud, name: string, role: Role = 'admin', host = HOST) {
  await openNetwork(page, cloud, role, `?open=if:${name}`, host);
  const open = drawer(page, name);
  await expect(open.getByRole('button', { name: 'Edit…' })).toBeVisible();
  return open;
}

const field = (form: Locator, name: string): Locator => form.getByRole('textbox', { name, exact: true });

/** Requests that changed something on the platform. */
async function writes(cloud: Cloud): Promise<number> {
  const lines = (await cloud.control.requests()).filter(
    ({ service, method }) => service === 'sysinv' && method !== 'GET',
  );
  return lines.reduce((sum, { count }) => sum + count, 0);
}

test('makes a VLAN by keyboard, judged as it is typed, previewed, with its network', async ({
  page,
  cloud,
}) => {
  await openNetwork(page, cloud, 'configurator');
  await create(page).focus();
  await page.keyboard.press('Enter');
  const form = sheet(page, 'Create interface');
  await expect(field(form, 'Name')).toBeFocused();
  await page.keyboard.type('Storage0');
  await expect(field(form, 'Name')).toHaveAccessibleDescription(/all in lower case/);
  await field(form, 'Name').fill('storage0');
  await form.getByRole('combobox', { name: 'Over' }).selectOption('pxeboot0');
  await field(form, 'VLAN ID').fill('100');
  await expect(field(form, 'VLAN ID')).toHaveAccessibleDescription('mgmt0 has it over pxeboot0');
  await field(form, 'VLAN ID').fill('300');
  await field(form, 'MTU').fill('9100');
  await expect(field(form, 'MTU')).toHaveAccessibleDescription('At most 9000, as pxeboot0 below has');
  await field(form, 'MTU').fill('9000');
  await expectOff(form.getByRole('checkbox', { name: /^mgmt/ }), 'On mgmt0');
  await form.getByRole('checkbox', { name: 'storage' }).focus();
  await page.keyboard.press('Space');
  await expect(form).toContainText('system interface-network-assign worker-4 storage0 storage');
  const steps = form.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toHaveText([
    /Create vlan interface storage0/,
    /Put platform network storage on storage0/,
  ]);
  expect(await writes(cloud), 'nothing is sent before it is confirmed').toBe(0);
  await field(form, 'VLAN ID').focus();
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  expect(await writes(cloud)).toBe(2);
  await expect(row(page, 'storage0')).toContainText(/vlan.*platform.*pxeboot0.*storage.*9000/s);
});

test('makes a bond and virtual functions with their data networks', async ({ page, cloud }) => {
  await openNetwork(page, cloud, 'admin');
  await create(page).click();
  const form = sheet(page, 'Create interface');
  await form.getByRole('radio', { name: /^Bond/ }).check();
  await field(form, 'Name').fill('data1');
  await form.getByRole('combobox', { name: 'Class' }).selectOption('data');
  await form.getByRole('checkbox', { name: /^enp94s0f1/ }).check();
  await form.getByRole('combobox', { name: 'Mode', exact: true }).selectOption('802.3ad');
  await expect(form.getByRole('combobox', { name: 'Transmit hash policy' })).toHaveValue('layer2');
  await expectOff(form.getByRole('checkbox', { name: /^midhaul0/ }), 'Needs an MTU of 9000 or more');
  await field(form, 'MTU').fill('9000');
  await form.getByRole('checkbox', { name: /^midhaul0/ }).check();
  await form.getByRole('combobox', { name: 'IPv6 mode' }).selectOption('static');
  await (await pressable(form, 'Create interface')).click();
  await expect(form).toBeHidden();
  await expect(row(page, 'data1')).toContainText(/ae.*data.*enp94s0f1.*midhaul0.*9000/s);

  await create(page).click();
  await form.getByRole('radio', { name: /^Virtual functions/ }).check();
  await field(form, 'Name').fill('vf1');
  await form.getByRole('combobox', { name: 'Over' }).selectOption('sriov0');
  await field(form, 'Virtual functions').fill('4');
  await expect(field(form, 'Virtual functions')).toHaveAccessibleDescription('sriov0 has 3 free');
  await field(form, 'Virtual functions').fill('3');
  await form.getByRole('combobox', { name: 'VF driver' }).selectOption('vfio');
  await field(form, 'MTU').fill('9000');
  await form.getByRole('checkbox', { name: /^fronthaul0/ }).check();
  await (await pressable(form, 'Create interface')).click();
  await expect(form).toBeHidden();
  await expect(row(page, 'vf1')).toContainText(/vf.*pci-sriov.*sriov0.*fronthaul0/s);
});

test('edits an interface: only what differs is sent, and it can be deleted', async ({ page, cloud }) => {
  const details = await openDetails(page, cloud, 'cluster0');
  await details.getByRole('button', { name: 'Edit…' }).click();
  const form = sheet(page, 'Edit cluster0');
  await expectOff(form.getByRole('button', { name: 'Save' }), 'Nothing has been changed');
  await field(form, 'MTU').fill('1400');
  await expect(field(form, 'MTU')).toHaveAccessibleDescription(/was 1500/);
  await form.getByRole('checkbox', { name: 'storage' }).check();
  await (await pressable(form, 'Save')).click();
  await expect(form).toBeHidden();
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
  expect(await writes(cloud)).toBe(2);
  await expect(row(page, 'cluster0')).toContainText(/cluster-host, storage.*1400/s);

  await details.getByRole('button', { name: 'Delete…', exact: true }).click();
  const gone = sheet(page, 'Delete cluster0');
  await expect(gone).toContainText(/Platform networks are taken off.*cluster-host, storage/s);
  await (await pressable(gone, 'Delete cluster0')).click();
  await expect(gone).toBeHidden();
  await expect(row(page, 'cluster0')).toHaveCount(0);
});

test('a refusal in the middle undoes what was done, and loses nothing of what was typed', async ({
  page,
  cloud,
}) => {
  await openNetwork(page, cloud, 'admin');
  await create(page).click();
  const form = sheet(page, 'Create interface');
  await field(form, 'Name').fill('storage0');
  await form.getByRole('combobox', { name: 'Over' }).selectOption('pxeboot0');
  await field(form, 'VLAN ID').fill('300');
  await form.getByRole('checkbox', { name: 'storage' }).check();
  await cloud.control.fault(refusing('POST', '/v1/interface_networks'));
  await (await pressable(form, 'Create interface')).click();
  await expect(form.getByRole('alert')).toContainText(WORDS, { timeout: LONG });
  await expect(form.getByRole('alert')).toContainText('What was done before has been undone');
  await expect(form.getByRole('group', { name: 'Platform networks' })).toHaveAccessibleDescription(
    'Refused, see below',
  );
  const steps = form.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toContainText(['Undone', 'Refused']);
  await expect(field(form, 'Name')).toHaveValue('storage0');
  await expect(field(form, 'VLAN ID')).toHaveValue('300');
  await expect(row(page, 'storage0')).toHaveCount(0);

  // Asked again it is taken.
  await (await pressable(form, 'Create interface')).click();
  await expect(form).toBeHidden();
  await expect(row(page, 'storage0')).toContainText('storage');
});

test('an edit that is refused halfway gives networks, addresses and routes back', async ({ page, cloud }) => {
  const details = await openDetails(page, cloud, 'data0');
  await details.getByRole('button', { name: 'Edit…' }).click();
  const form = sheet(page, 'Edit data0');
  await form.getByRole('combobox', { name: 'IPv4 mode' }).selectOption('disabled');
  await form.getByRole('checkbox', { name: /^midhaul0/ }).check();
  await form.getByRole('checkbox', { name: /^physnet1/ }).uncheck();
  const steps = form.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toHaveText([
    /^.*Delete route to 10\.40\.0\.0\/16/,
    /Delete address 10\.20\.30\./,
    /Change IPv4 mode of data0/,
    /Put data network midhaul0 on data0/,
    /Take data network physnet1 off data0/,
  ]);
  await cloud.control.fault(refusing('DELETE', '/v1/interface_datanetworks'));
  await (await pressable(form, 'Save')).click();
  await expect(form.getByRole('alert')).toContainText(WORDS, { timeout: LONG });
  await expect(steps).toContainText(['Undone', 'Undone', 'Undone', 'Undone', 'Refused']);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.getByRole('button', { name: 'Discard what I typed' }).click();
  await expect(details.getByRole('region', { name: 'Addresses' })).toContainText(/10\.20\.30\.\d+\/24/);
  await expect(details.getByRole('region', { name: 'Routes' })).toContainText('10.40.0.0/16');
  await expect(row(page, 'data0')).toContainText('physnet0, physnet1');
});

test('adds and deletes addresses and routes, IPv6 too', async ({ page, cloud }) => {
  const details = await openDetails(page, cloud, 'data0');
  await details.getByRole('button', { name: 'Edit…' }).click();
  const edit = sheet(page, 'Edit data0');
  await edit.getByRole('combobox', { name: 'IPv6 mode' }).selectOption('static');
  await (await pressable(edit, 'Save')).click();
  await expect(edit).toBeHidden();

  const addresses = details.getByRole('region', { name: 'Addresses' });
  await addresses.getByRole('button', { name: 'Add address…' }).click();
  const address = sheet(page, 'Add address to data0');
  await field(address, 'Address').fill('fd00:30::999999');
  await expect(field(address, 'Address')).toHaveAccessibleDescription('Not an IPv4 or IPv6 address');
  await field(address, 'Address').fill('fd00:30::52/64');
  await expect(field(address, 'Prefix')).toHaveValue('64');
  await (await pressable(address, 'Add address')).click();
  await expect(address).toBeHidden();
  await expect(addresses).toContainText('fd00:30::52/64');

  const routes = details.getByRole('region', { name: 'Routes' });
  await routes.getByRole('button', { name: 'Add route…' }).click();
  const route = sheet(page, 'Add route to data0');
  await field(route, 'Network').fill('fd00:40::/64');
  await field(route, 'Gateway').fill('fd00:31::1');
  await expect(field(route, 'Gateway')).toHaveAccessibleDescription('No subnet of data0 has it');
  await field(route, 'Gateway').fill('fd00:30::1');
  await (await pressable(route, 'Add route')).click();
  await expect(route).toBeHidden();
  await expect(routes).toContainText('fd00:40::/64 via fd00:30::1');
  await expectOff(
    addresses.getByRole('button', { name: 'Delete address fd00:30::52…' }),
    /The route to fd00:40::\/64 via fd00:30::1 needs it/,
  );

  await routes.getByRole('button', { name: 'Delete route to fd00:40::…' }).click();
  await (await pressable(sheet(page, 'Delete route to fd00:40::/64'), 'Delete route')).click();
  await expect(routes).not.toContainText('fd00:40::');
  await addresses.getByRole('button', { name: 'Delete address fd00:30::52…' }).click();
  await (await pressable(sheet(page, 'Delete address fd00:30::52/64'), 'Delete address')).click();
  await expect(addresses).not.toContainText('fd00:30::52');
});

test('a reader sees everything, and why nothing can be changed', async ({ page, cloud }) => {
  const details = await openDetails(page, cloud, 'data0', 'reader');
  const why = 'Your role is reader. Changing interfaces needs configurator or admin.';
  await expectOff(create(page), why);
  for (const name of ['Edit…', 'Delete…', 'Add address…', 'Add route…']) {
    await expectOff(details.getByRole('button', { name, exact: true }), why);
  }
});

test('a running host says that it has to be locked first', async ({ page, cloud }) => {
  const details = await openDetails(page, cloud, 'data0', 'admin', 'worker-2');
  await expectOff(create(page), /^Lock worker-2 first/);
  await expectOff(details.getByRole('button', { name: 'Edit…' }), /^Lock worker-2 first/);
  await expectOff(details.getByRole('button', { name: 'Add address…' }), /^Lock worker-2 first/);
});

test.describe('an all-in-one simplex that runs', () => {
  test.use({ world: 'simplex' });

  test('makes virtual functions with a data network, deletes them, and makes nothing else', async ({
    page,
    cloud,
  }) => {
    await openNetwork(page, cloud, 'admin', '', 'controller-0');
    await create(page).click();
    const form = sheet(page, 'Create interface');
    await expect(form.getByRole('radio', { name: /^Virtual functions/ })).toBeChecked();
    await expect(form.getByRole('radio', { name: /^VLAN/ })).toHaveAccessibleDescription(
      /^Lock controller-0 first: only VF interfaces are made while it runs/,
    );
    await field(form, 'Name').fill('vf1');
    await form.getByRole('combobox', { name: 'Over' }).selectOption('sriov0');
    await field(form, 'Virtual functions').fill('2');
    await field(form, 'MTU').fill('9000');
    await form.getByRole('checkbox', { name: /^fronthaul0/ }).check();
    await (await pressable(form, 'Create interface')).click();
    await expect(form).toBeHidden();
    await row(page, 'vf1').getByRole('gridcell').first().click();
    const details = drawer(page, 'vf1');
    await details.getByRole('button', { name: 'Delete…', exact: true }).click();
    await (await pressable(sheet(page, 'Delete vf1'), 'Delete vf1')).click();
    await expect(row(page, 'vf1')).toHaveCount(0);

    // What needs the lock is said before anything is sent.
    await row(page, 'sriov0').getByRole('gridcell').first().click();
    await drawer(page, 'sriov0').getByRole('button', { name: 'Edit…' }).click();
    const edit = sheet(page, 'Edit sriov0');
    await field(edit, 'Virtual functions').fill('12');
    await expectOff(edit.getByRole('button', { name: 'Save' }), /^Lock controller-0 first/);
  });
});
