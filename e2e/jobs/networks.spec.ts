/** The networks of the cloud: what there is and who uses it, data networks, address pools of both families, dual stack. */
import type { Locator, Page } from '@playwright/test';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, keysAct, pressable, sheet } from '../support/hosts';
import { pressKey } from '../support/keyboard';
import { LONG } from '../support/patience';
import { asNewPress, nextAction, repeatAction } from '../support/server-actions';

type List = { path: string; noun: string };
const NETWORKS: List = { path: '/networks', noun: 'networks' };
const POOLS: List = { path: '/networks/pools', noun: 'address pools' };
const DATA: List = { path: '/networks/data', noun: 'data networks' };

const row = (page: Page, { noun }: List, name: string): Locator =>
  page
    .getByRole('grid', { name: noun, exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name, exact: true }) });

async function open(page: Page, cloud: Cloud, role: Role, list: List): Promise<void> {
  await cloud.signIn(page, role, list.path);
  await expect(page.getByRole('grid', { name: list.noun, exact: true })).toBeVisible();
  await keysAct(page, list.noun);
}

async function openDetail(page: Page, list: List, name: string): Promise<Locator> {
  // A network is often called as its type is.
  await row(page, list, name).getByRole('gridcell', { name, exact: true }).first().click();
  const drawer = page.getByRole('complementary', { name });
  await expect(drawer).toBeVisible();
  return drawer;
}

/** Presses the button of a sheet and waits until it is gone. */
async function send(form: Locator, button: string): Promise<void> {
  await (await pressable(form, button)).click();
  await expect(form).toBeHidden({ timeout: LONG });
}

/** Commands of a sheet, each in one line. */
const expectCommand = (form: Locator, command: string) =>
  expect.poll(async () => ((await form.textContent()) ?? '').replaceAll(/ \\\s+/g, ' ')).toContain(command);

/** Requests that changed something on the platform. */
async function writes(cloud: Cloud): Promise<number> {
  const lines = (await cloud.control.requests()).filter(
    ({ service, method }) => service === 'sysinv' && method !== 'GET',
  );
  return lines.reduce((sum, { count }) => sum + count, 0);
}

test('platform networks, with their pools, who is on them, and where the cloud is reached', async ({
  page,
  cloud,
}) => {
  await open(page, cloud, 'reader', NETWORKS);
  await expect(page).toHaveTitle(/Networks/);
  await expect(row(page, NETWORKS, 'mgmt')).toContainText('192.168.204.0/24');
  await expect(row(page, NETWORKS, 'oam')).toContainText('IPv4');
  const oam = page.getByRole('region', { name: 'OAM', exact: true });
  await expect(oam).toContainText('Floating address10.10.10.10');
  await expect(oam).toContainText('Gateway10.10.10.1');
  await expect(page.getByRole('region', { name: 'Management', exact: true })).toContainText('192.168.204.2');

  const detail = await openDetail(page, NETWORKS, 'cluster-host');
  await expect(page).toHaveURL(/\/networks\?open=/);
  await expect(detail).toContainText('cluster-host-subnet');
  const places = detail.getByRole('list', { name: 'Interfaces with cluster-host' });
  await places.getByRole('link', { name: /^controller-0 / }).click();
  await expect(page).toHaveURL('/hosts/controller-0/network');
});

test('address pools are put in order by their networks as numbers', async ({ page, cloud }) => {
  await open(page, cloud, 'reader', { ...POOLS, path: `${POOLS.path}?sort=subnet` });
  const rows = page.getByRole('grid', { name: POOLS.noun, exact: true }).getByRole('row');
  const subnets = async () =>
    (await rows.allTextContents()).flatMap((text) => /\d+\.\d+\.\d+\.\d+\/\d+/.exec(text)?.[0] ?? []);
  await expect
    .poll(subnets)
    .toEqual([
      ...['10.10.10.0/24', '10.96.0.0/12', '169.254.202.0/24', '172.16.0.0/16'],
      ...['192.168.204.0/24', '192.168.206.0/24', '192.168.208.0/24', '239.1.1.0/28'],
    ]);
});

test('address pools say how many addresses are taken, and by whom', async ({ page, cloud }) => {
  await open(page, cloud, 'reader', POOLS);
  await expect(row(page, POOLS, 'management')).toContainText(/\d+ of 253/);
  await expect(row(page, POOLS, 'management')).toContainText('mgmt primary');
  const detail = await openDetail(page, POOLS, 'management');
  const taken = detail.getByRole('list', { name: 'Addresses taken' });
  // In the order of the numbers that they are.
  const addresses = taken.getByRole('listitem');
  await expect(addresses.first()).toContainText('192.168.204.2');
  await expect(addresses.first()).toContainText('Floating address');
  await expect(taken).toContainText('controller-0');
  await expect(detail).toContainText('192.168.204.2 to 192.168.204.254');
});

test('data networks say who uses them, and stay while somebody does', async ({ page, cloud }) => {
  await open(page, cloud, 'admin', DATA);
  await expect(row(page, DATA, 'physnet0')).toContainText(/\d+ interfaces? on \d+ hosts?/);
  const detail = await openDetail(page, DATA, 'physnet0');
  await expect(detail.getByRole('list', { name: 'Interfaces with physnet0' })).toContainText('worker-');
  await expectOff(detail.getByRole('button', { name: 'Delete…', exact: true }), /Take it off there first/);
});

test('makes a data network of each type, changes one and deletes it', async ({ page, cloud }) => {
  await open(page, cloud, 'configurator', DATA);
  const create = page.getByRole('button', { name: 'Create data network…' });
  const form = sheet(page, 'Create data network');
  const name = form.getByRole('textbox', { name: 'Name', exact: true });
  for (const type of ['flat', 'vlan']) {
    await create.click();
    await name.fill(`new-${type}`);
    await form.getByRole('radio', { name: type, exact: true }).check();
    await expectCommand(form, `system datanetwork-add -m 1500 new-${type} ${type}`);
    await send(form, 'Create data network');
    await expect(row(page, DATA, `new-${type}`)).toContainText(type);
  }
  await create.click();
  await name.fill('physnet0');
  await expect(name).toHaveAccessibleDescription('There is a data network physnet0 already.');
  await name.fill('new-vxlan');
  await form.getByRole('radio', { name: 'vxlan', exact: true }).check();
  const group = form.getByRole('textbox', { name: 'Multicast group' });
  await group.fill('fd00::1');
  await expect(group).toHaveAccessibleDescription('fd00::1 is not a multicast address.');
  await expectOff(form.getByRole('button', { name: 'Create data network' }), /not a multicast address/);
  await group.fill('FF05::1');
  await expectCommand(
    form,
    'system datanetwork-add -m 1500 -M dynamic -g ff05::1 -p 4789 -t 1 new-vxlan vxlan',
  );
  await send(form, 'Create data network');
  await expect(row(page, DATA, 'new-vxlan')).toContainText('dynamic, ff05::1, port 4789, TTL 1');
  await create.click();
  await name.fill('new-static');
  await form.getByRole('radio', { name: 'vxlan', exact: true }).check();
  await form.getByRole('combobox', { name: 'Mode' }).selectOption('static');
  await expect(group).toBeHidden();
  await send(form, 'Create data network');
  await expect(row(page, DATA, 'new-static')).toContainText('static, port 4789');

  const detail = await openDetail(page, DATA, 'new-vlan');
  await detail.getByRole('button', { name: 'Change…', exact: true }).click();
  const change = sheet(page, 'Change new-vlan');
  await change.getByRole('textbox', { name: 'MTU' }).fill('9000');
  await change.getByRole('textbox', { name: 'Description' }).fill('midhaul');
  await expectCommand(change, 'system datanetwork-modify -m 9000 -d midhaul new-vlan');
  await send(change, 'Save 2 changes');
  await expect(detail).toContainText('midhaul');
  await detail.getByRole('button', { name: 'Delete…', exact: true }).click();
  await send(sheet(page, 'Delete data network new-vlan'), 'Delete data network new-vlan');
  await expect(row(page, DATA, 'new-vlan')).toHaveCount(0);
  expect(await writes(cloud)).toBe(6);
});

test('what the platform refuses is shown in its words, once', async ({ page, cloud }) => {
  // Who uses data networks cannot be read: then only the platform knows.
  await cloud.control.fault({
    ...{ service: 'sysinv', method: 'GET', path: '/v1/interface_datanetworks', status: 503 },
  });
  await open(page, cloud, 'admin', DATA);
  await expect(page.getByRole('status')).toContainText([
    'Which interfaces carry a data network could not be read.',
  ]);
  await expect(row(page, DATA, 'physnet0')).toContainText('Unknown');
  const detail = await openDetail(page, DATA, 'physnet0');
  await detail.getByRole('button', { name: 'Delete…', exact: true }).click();
  const gone = sheet(page, 'Delete data network physnet0');
  await (await pressable(gone, 'Delete data network physnet0')).click();
  await expect(gone.getByRole('alert')).toContainText(
    /DataNetwork '[0-9a-f-]{36}' is still assigned to interfaces\. Check interface-datanetwork\./,
  );
  await expect(gone.getByRole('alert')).toContainText('Nothing was changed');
  await gone.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(gone).toBeHidden();
  await expect(row(page, DATA, 'physnet0')).toHaveCount(1);
});

test('makes a pool of IPv6 by keyboard, with faults beside their fields', async ({ page, cloud }) => {
  await open(page, cloud, 'configurator', POOLS);
  await pressKey(page, page.getByRole('button', { name: 'Create address pool…' }));
  const form = sheet(page, 'Create address pool');
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('fronthaul6');
  const network = form.getByRole('textbox', { name: 'Network' });
  await network.fill('fd00:20::5/64');
  await expect(network).toHaveAccessibleDescription(/fd00:20::5 is an address within fd00:20::\/64/);
  await network.fill('[FD00:20::]/64');
  await expect(form).toContainText('the platform takes fd00:20::1 to fd00:20::ffff:ffff:ffff:fffe');
  await pressKey(page, form.getByRole('button', { name: 'Add range' }));
  const first = form.getByRole('textbox', { name: 'First address of range 1' });
  await first.fill('fd00:21::1');
  await form.getByRole('textbox', { name: 'Last address of range 1' }).fill('fd00:20::ff');
  await expect(first).toHaveAccessibleDescription('fd00:21::1 is not in fd00:20::/64.');
  await first.fill('fd00:20::10');
  const gateway = form.getByRole('textbox', { name: /^Gateway/ });
  await gateway.fill('10.0.0.1');
  await expect(gateway).toHaveAccessibleDescription('10.0.0.1 is not in fd00:20::/64.');
  await gateway.fill('fd00:20::1');
  await expectCommand(
    form,
    'system addrpool-add --ranges fd00:20::10-fd00:20::ff --order random --gateway-address fd00:20::1 fronthaul6 fd00:20:: 64',
  );
  expect(await writes(cloud), 'nothing is sent before it is confirmed').toBe(0);
  await pressKey(page, form.getByRole('button', { name: 'Create address pool', exact: true }));
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(row(page, POOLS, 'fronthaul6')).toContainText('fd00:20::/64');
  await expect(row(page, POOLS, 'fronthaul6')).toContainText('1 of 240');
  expect(await writes(cloud)).toBe(1);
});

test('a second pool makes a network dual stack, and can be taken away again', async ({ page, cloud }) => {
  await open(page, cloud, 'admin', POOLS);
  await page.getByRole('button', { name: 'Create address pool…' }).click();
  const form = sheet(page, 'Create address pool');
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('oam6');
  await form.getByRole('textbox', { name: 'Network' }).fill('fd00:10::/64');
  await form.getByRole('textbox', { name: /^Floating address/ }).fill('fd00:10::10');
  await form.getByRole('combobox', { name: /^Assign to network/ }).selectOption('oam');
  await expectCommand(form, 'system network-addrpool-assign oam oam6');
  await send(form, 'Create and assign');
  await expect(row(page, POOLS, 'oam6')).toContainText('oam secondary');

  await page.getByRole('link', { name: 'Platform networks' }).click();
  await expect(row(page, NETWORKS, 'oam')).toContainText('Dual stack');
  await expect(row(page, NETWORKS, 'oam')).toContainText('fd00:10::/64');
  const facts = page.getByRole('region', { name: 'OAM', exact: true });
  await expect(facts).toContainText('https://[fd00:10::10]');
  const detail = await openDetail(page, NETWORKS, 'oam');
  await expectOff(
    detail.getByRole('button', { name: 'Remove oam from oam…', exact: true }),
    'The primary pool of a network stays.',
  );
  await expectOff(detail.getByRole('button', { name: 'Assign a pool…' }), /It has two pools: oam and oam6/);
  await detail.getByRole('button', { name: 'Remove oam6 from oam…' }).click();
  await send(sheet(page, 'Remove oam6 from oam'), 'Remove oam6');
  await expect(row(page, NETWORKS, 'oam')).not.toContainText('Dual stack');
  // The pool itself is still there: it is assigned anew, now by itself.
  await detail.getByRole('button', { name: 'Assign a pool…' }).click();
  const assign = sheet(page, 'Assign a pool to oam');
  await assign.getByRole('radio', { name: 'oam6' }).check();
  await expect(assign).toContainText('oam becomes dual stack: oam stays its primary pool');
  await send(assign, 'Assign pool');
  await expect(row(page, NETWORKS, 'oam')).toContainText('Dual stack');
});

test('makes a platform network of a pool, and deletes it; most of them stay', async ({ page, cloud }) => {
  await open(page, cloud, 'admin', NETWORKS);
  const kept = await openDetail(page, NETWORKS, 'cluster-host');
  await expectOff(
    kept.getByRole('button', { name: 'Delete…', exact: true }),
    'Network cluster-host stays once the cloud is installed.',
  );
  await page.getByRole('button', { name: 'Create network…' }).click();
  const form = sheet(page, 'Create network');
  await form.getByRole('button', { name: 'Create address pool…' }).click();
  const pool = sheet(page, 'Create address pool');
  await pool.getByRole('textbox', { name: 'Name', exact: true }).fill('far');
  await pool.getByRole('textbox', { name: 'Network' }).fill('fd00:99::/64');
  await send(pool, 'Create address pool');
  await page.getByRole('button', { name: 'Create network…' }).click();
  await form.getByRole('combobox', { name: 'Type' }).selectOption('system-controller');
  await form.getByRole('radio', { name: 'far' }).check();
  await send(form, 'Create network');
  await expect(row(page, NETWORKS, 'system-controller')).toContainText('fd00:99::/64');
  const made = await openDetail(page, NETWORKS, 'system-controller');
  await made.getByRole('button', { name: 'Delete…', exact: true }).click();
  await send(sheet(page, 'Delete network system-controller'), 'Delete network system-controller');
  await expect(row(page, NETWORKS, 'system-controller')).toHaveCount(0);
});

test('pools of networks are read only, and say so; markup in a name is text', async ({ page, cloud }) => {
  await open(page, cloud, 'admin', POOLS);
  const kept = await openDetail(page, POOLS, 'cluster-pod-subnet');
  await expectOff(
    kept.getByRole('button', { name: 'Delete…', exact: true }),
    'It is the primary pool of network cluster-pod.',
  );
  const marked = '<img src=x onerror=alert(1)> & co';
  await page.getByRole('button', { name: 'Create address pool…' }).click();
  const form = sheet(page, 'Create address pool');
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(marked);
  await form.getByRole('textbox', { name: 'Network' }).fill('10.66.0.0/24');
  await send(form, 'Create address pool');
  await expect(row(page, POOLS, marked)).toHaveCount(1);
  const detail = await openDetail(page, POOLS, marked);
  await expect(detail.getByRole('heading', { level: 2 })).toHaveText(marked);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  await detail.getByRole('button', { name: 'Change…', exact: true }).click();
  const change = sheet(page, `Change ${marked}`);
  await change.getByRole('textbox', { name: 'Last address of range 1' }).fill('10.66.0.99');
  await change.getByRole('combobox', { name: 'Order' }).selectOption('sequential');
  await send(change, 'Save 2 changes');
  await expect(detail).toContainText('10.66.0.1 to 10.66.0.99');
  await detail.getByRole('button', { name: 'Delete…', exact: true }).click();
  await send(sheet(page, `Delete address pool ${marked}`), `Delete address pool ${marked}`);
  await expect(row(page, POOLS, marked)).toHaveCount(0);
});

test('a reader sees everything and why nothing can be changed', async ({ page, cloud }) => {
  const why = 'Your role is reader. Changing networks needs configurator or admin.';
  await open(page, cloud, 'reader', DATA);
  await expectOff(page.getByRole('button', { name: 'Create data network…' }), why);
  const detail = await openDetail(page, DATA, 'physnet0');
  await expectOff(detail.getByRole('button', { name: 'Change…', exact: true }), why);
  await page.getByRole('link', { name: 'Platform networks' }).click();
  await expectOff(page.getByRole('button', { name: 'Create network…' }), why);
  const network = await openDetail(page, NETWORKS, 'oam');
  await expectOff(network.getByRole('button', { name: 'Assign a pool…' }), why);
  await expectOff(network.getByRole('button', { name: 'Remove oam from oam…' }), why);
});

test('the server refuses a reader, an operator and a stranger who call a change directly', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  await open(page, cloud, 'admin', DATA);
  await page.getByRole('button', { name: 'Create data network…' }).click();
  const form = sheet(page, 'Create data network');
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('mine');
  const sent = nextAction(page, '"do":"data.create"');
  await send(form, 'Create data network');
  const call = await sent;
  const before = await writes(cloud);
  for (const role of ['reader', 'operator'] as const) {
    const person = await anotherPerson();
    await cloud.signIn(person, role);
    const said = await (await repeatAction(person.request, asNewPress(call))).text();
    expect(said).toContain(`Your role is ${role}. Changing networks needs configurator or admin.`);
  }
  const stranger = await anotherPerson();
  expect(await (await repeatAction(stranger.request, asNewPress(call))).text()).toContain(
    '"kind":"unauthenticated"',
  );
  expect(await writes(cloud)).toBe(before);
});

test('the lists are cards on a phone @phone-only @phone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'configurator', DATA.path);
  await page.getByRole('button', { name: /^vxlan-net/ }).click();
  const detail = page.getByRole('complementary', { name: 'vxlan-net' });
  await expect(detail).toContainText('239.1.2.3');
  await detail.getByRole('button', { name: 'Change…', exact: true }).click();
  const form = sheet(page, 'Change vxlan-net');
  await form.getByRole('textbox', { name: 'Description' }).fill('east');
  await send(form, 'Save 1 change');
  await expect(detail).toContainText('east');
});

test.describe('a subcloud', () => {
  test.use({ world: 'subcloud' });

  test('is reached over network admin: listed with its pool, and on mgmt0 of its controllers', async ({
    page,
    cloud,
  }) => {
    await open(page, cloud, 'reader', NETWORKS);
    await expect(row(page, NETWORKS, 'admin')).toContainText('admin-subnet');
    const drawer = await openDetail(page, NETWORKS, 'admin');
    await expect(drawer).toContainText(/controller-0.*mgmt0/s);
    await page.goto('/hosts/controller-0/network?show=table');
    await expect(page.getByRole('row', { name: /^mgmt0 / })).toContainText(/mgmt, admin|admin, mgmt/);
  });
});
