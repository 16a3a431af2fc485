/** What stands between a host and its unlock: each line broken, shown with its way out, fixed and gone. */
import type { Locator, Page } from '@playwright/test';
import { rowUuid } from '../../simulator/sysinv/rows';
import type { CloudControl } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectHost, expectOff, hostRow, pressable, rowAction, sheet } from '../support/hosts';
import { pressKey, tabTo } from '../support/keyboard';
import { BRIEF, LONG } from '../support/patience';

const HOST = 'worker-1';
const TIER = rowUuid('storage_tiers', 0, 0);
const LOCKED = { administrative: 'locked', operational: 'disabled', availability: 'online' };

const NOT_TODAY = {
  error_message: JSON.stringify({ faultcode: 'Client', faultstring: 'Not today.', debuginfo: null }),
};

/** Sets rows of this host, or of the cloud. */
type Set = (patch: Record<string, unknown>) => (control: CloudControl, host: string) => Promise<void>;
const row =
  (segment: string, where: Record<string, unknown>): Set =>
  (patch) =>
  (control, hostname) =>
    control.patchRows(segment, { hostname, where }, patch);
const cloudRow =
  (segment: string, where: Record<string, unknown>): Set =>
  (patch) =>
  (control) =>
    control.patchRows(segment, { where }, patch);
const own: Set = (patch) => (control, host) => control.patchHost(host, patch);
const vswitch = (type: string) => cloudRow('isystems', {})({ capabilities: { vswitch_type: type } });

type Line = {
  says: string | RegExp;
  broken: (control: CloudControl, host: string) => Promise<void>;
  fixed: (control: CloudControl, host: string) => Promise<void>;
  /** Address of the link to the fix, or the words of what there is to do. */
  way: { link: string } | { button: string } | { words: string } | null;
};

const page = (tab: string, host = HOST): Line['way'] => ({ link: `/hosts/${host}/${tab}` });
const line = (
  says: Line['says'],
  set: Set,
  patch: Record<string, unknown>,
  fix: Record<string, unknown>,
  way: Line['way'],
): Line => ({
  ...{ says, broken: set(patch), fixed: set(fix), way },
});

const WORKER: readonly Line[] = [
  line(
    /^The installation of worker-1 failed/,
    own,
    { install_state: 'failed' },
    { install_state: 'completed' },
    { button: 'Reinstall worker-1' },
  ),
  line(
    'worker-1 is offline, not online',
    own,
    { availability: 'offline' },
    { availability: 'online' },
    { words: 'Wait for online' },
  ),
  line(
    'worker-1 is not provisioned',
    own,
    { subfunctions: null, personality: 'worker' },
    { subfunctions: 'worker' },
    { button: 'Edit host' },
  ),
  line(
    'worker-1 has not been inventoried yet',
    own,
    { inv_state: null },
    { inv_state: 'inventoried' },
    { words: 'Wait for the inventory' },
  ),
  line(
    'worker-1 is not configured yet',
    own,
    { invprovision: null },
    { invprovision: 'provisioned' },
    { button: 'Edit host' },
  ),
  {
    says: 'Application cert-manager is applying',
    broken: (control) => control.setApp('cert-manager', 'applying'),
    fixed: (control) => control.setApp('cert-manager', 'applied'),
    way: { link: '/applications' },
  },
  ...['cgts-vg', 'nova-local'].map((group) => ({
    says: `Volume group ${group} has no physical volume`,
    broken: row('ipvs', { lvm_vg_name: group })({ lvm_vg_name: 'other' }),
    fixed: row('ipvs', { lvm_vg_name: 'other' })({ lvm_vg_name: group }),
    way: page('storage'),
  })),
  line(
    /^mgmt0 is set to static IPv6/,
    row('iinterfaces', { ifname: 'mgmt0' }),
    { ipv6_mode: 'static' },
    { ipv6_mode: null },
    page('network'),
  ),
  line(
    /^sriov0 is to have 9 virtual functions/,
    row('iinterfaces', { ifname: 'sriov0' }),
    { sriov_numvfs: 9 },
    { sriov_numvfs: 8 },
    page('network'),
  ),
  line(
    /share fronthaul0/,
    row('interface_datanetworks', { ifname: 'sriov0-dpdk' }),
    { datanetwork_name: 'fronthaul0' },
    { datanetwork_name: 'midhaul0' },
    page('network'),
  ),
  line(
    /^0000:b4:00.0 is to have 16 virtual functions/,
    row('pci_devices', { pdevice_id: '0d5c' }),
    { sriov_numvfs: 2 },
    { sriov_numvfs: 16 },
    page('devices'),
  ),
  line(
    'Cores are assigned to a virtual switch, and there is none',
    row('icpus', { cpu: 5 }),
    { allocated_function: 'Vswitch' },
    { allocated_function: 'Application' },
    page('processor'),
  ),
  {
    says: 'OVS-DPDK has no core on this host',
    broken: vswitch('ovs-dpdk'),
    fixed: vswitch('none'),
    way: page('processor'),
  },
  {
    says: 'Hugepages of both sizes are pending',
    broken: row('imemorys', { numa_node: 0 })({
      vm_hugepages_nr_2M_pending: 1,
      vm_hugepages_nr_1G_pending: 1,
    }),
    fixed: row('imemorys', { numa_node: 0 })({
      vm_hugepages_nr_2M_pending: null,
      vm_hugepages_nr_1G_pending: null,
    }),
    way: page('memory'),
  },
  line(
    'Hugepages do not fit on node 0',
    row('imemorys', { numa_node: 0 }),
    { vm_hugepages_nr_1G_pending: 200 },
    { vm_hugepages_nr_1G_pending: null },
    page('memory'),
  ),
  {
    says: /^Platform memory is 0 MiB, 6000 MiB are needed/,
    broken: async (control, host) => {
      await row('imemorys', { numa_node: 0 })({ numa_node: 2, platform_reserved_mib: 500 })(control, host);
    },
    fixed: row('imemorys', { numa_node: 2 })({ numa_node: 0, platform_reserved_mib: 8000 }),
    way: page('memory'),
  },
  line(
    'No interface carries the mgmt network',
    row('interface_networks', { ifname: 'mgmt0' }),
    { network_type: 'storage' },
    { network_type: 'mgmt' },
    page('network'),
  ),
  {
    says: /^Partition .* is being deleted/,
    broken: row('partitions', { status: 1 })({ status: 4 }),
    fixed: row('partitions', { status: 4 })({ status: 1 }),
    way: { words: 'Wait for the partition' },
  },
];

/** The line of a check in an open list. */
const lineOf = (list: Locator, says: string | RegExp): Locator =>
  list
    .getByRole('listitem')
    .filter({ has: list.page().getByText(says, { exact: typeof says === 'string' }) });

async function expectWay(shown: Locator, way: Line['way']): Promise<void> {
  if (way === null) return;
  if ('link' in way) await expect(shown.getByRole('link')).toHaveAttribute('href', way.link);
  else if ('button' in way) await expect(shown.getByRole('button', { name: way.button })).toBeVisible();
  else await expect(shown.getByText(way.words)).toBeVisible();
}

async function openUnlock(at: Page, host: string): Promise<Locator> {
  await rowAction(at, host, 'Unlock…');
  const open = sheet(at, `Unlock ${host}`);
  await pressable(open, `Unlock ${host}`);
  return open;
}

/** Breaks and mends each line in turn, before an open list. */
async function breakAll(
  open: Locator,
  control: CloudControl,
  lines: readonly Line[],
  host: string,
): Promise<void> {
  const again = open.getByRole('button', { name: 'Read again' });
  for (const { says, broken, fixed, way } of lines) {
    await broken(control, host);
    const shown = lineOf(open, says);
    // A press while the list is being read joins that reading, which may have begun before the line was broken.
    await expect(async () => {
      await again.click();
      await expect(shown, String(says)).toBeVisible({ timeout: BRIEF });
    }).toPass();
    await expect(shown.getByRole('img', { name: 'Blocks' })).toBeVisible();
    await expectWay(shown, way);
    await expectOff(
      open.getByRole('button', { name: `Unlock ${host}`, exact: true }),
      /^Blocked by \d checks? above/,
    );
    await fixed(control, host);
  }
  await expect(async () => {
    await again.click();
    const unlock = open.getByRole('button', { name: `Unlock ${host}`, exact: true });
    await expect(unlock).not.toHaveAttribute('aria-disabled', 'true', { timeout: BRIEF });
  }).toPass();
  for (const { says } of lines)
    await expect(lineOf(open, says).getByRole('img', { name: 'Blocks' })).toHaveCount(0);
}

async function lock(control: CloudControl, host: string): Promise<void> {
  await control.setApp('cert-manager', 'applied');
  await control.patchHost(host, { ...LOCKED, clock_synchronization: 'ntp' });
}

test('each line of a worker blocks with its way out, and is gone when it is fixed', async ({
  page: at,
  cloud,
}) => {
  test.slow();
  await lock(cloud.control, HOST);
  await cloud.signIn(at, 'admin');
  await expectHost(at, HOST, { Admin: 'Locked' });
  const open = await openUnlock(at, HOST);
  await expect(open).toContainText('FEC accelerators have their virtual functions');
  await breakAll(open, cloud.control, WORKER, HOST);
  // Nothing but readings so far; then the platform agrees.
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(0);
  await open.getByRole('button', { name: `Unlock ${HOST}`, exact: true }).click();
  await expect(open).toBeHidden();
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
});

test.describe('a controller of two', () => {
  test.use({ world: 'duplex' });

  test('its lines, those of storage among them', async ({ page: at, cloud }) => {
    const host = 'controller-1';
    await lock(cloud.control, host);
    await cloud.signIn(at, 'admin');
    await expectHost(at, host, { Admin: 'Locked' });
    const open = await openUnlock(at, host);
    const backend = cloudRow('storage_backend', { backend: 'ceph' });
    await breakAll(
      open,
      cloud.control,
      [
        line(
          'No interface carries the oam network',
          row('interface_networks', { ifname: 'oam0' }),
          { network_type: 'storage' },
          { network_type: 'oam' },
          page('network', host),
        ),
        line(
          'Storage backend ceph is configuration-failed',
          backend,
          { state: 'configuration-failed' },
          { state: 'configured' },
          page('storage', host),
        ),
        {
          says: 'Tier storage has no OSD of this host',
          broken: row('istors', { tier_uuid: TIER })({ tier_uuid: null }),
          fixed: row('istors', { tier_uuid: null })({ tier_uuid: TIER }),
          way: page('storage', host),
        },
      ],
      host,
    );
  });
});

test('a refusal stands on the line that it is about, in the words of the platform, until it is read again', async ({
  page: at,
  cloud,
}) => {
  await lock(cloud.control, HOST);
  await cloud.signIn(at, 'admin');
  await expectHost(at, HOST, { Admin: 'Locked' });
  const open = await openUnlock(at, HOST);
  const WORDS = `Can not unlock ${HOST} kernel configuration in progress.`;
  // Only the platform knows when a kernel was chosen.
  await cloud.control.unseen(HOST, { kernel: true });
  await open.getByRole('button', { name: `Unlock ${HOST}`, exact: true }).click();
  const shown = lineOf(open, 'The kernel is being changed');
  await expect(shown.getByRole('alert')).toContainText(`${HOST} was not unlocked`);
  await expect(shown.getByRole('alert')).toContainText(WORDS);
  await expect(shown.getByRole('alert')).toContainText('sysinv, HTTP 400');
  await expect(shown.getByText('Wait 2 minutes')).toBeVisible();
  await expect(at.getByText(WORDS)).toHaveCount(1);

  // Gone with the next look; what is in no row stands on top, as ever.
  await cloud.control.unseen(HOST, {});
  await open.getByRole('button', { name: 'Read again' }).click();
  await expect(at.getByText(WORDS)).toHaveCount(0);
  await cloud.control.fault({
    service: 'sysinv',
    method: 'PATCH',
    path: '/v1/ihosts/',
    status: 400,
    body: NOT_TODAY,
  });
  await open.getByRole('button', { name: `Unlock ${HOST}`, exact: true }).click();
  await expect(open.getByRole('alert')).toContainText('Not today.');
  await expect(lineOf(open, 'Not today.')).toHaveCount(0);

  // A line that blocks by itself keeps its words, with the platform's on it; by force as well.
  await cloud.control.mend();
  await open.getByRole('button', { name: 'Force unlock…' }).click();
  const forced = sheet(at, `Force unlock ${HOST}`);
  await forced.getByRole('textbox', { name: /^Type .* to confirm$/ }).fill(HOST);
  await pressable(forced, `Force unlock ${HOST}`);
  await row('interface_networks', { ifname: 'mgmt0' })({ network_type: 'storage' })(cloud.control, HOST);
  await forced.getByRole('button', { name: `Force unlock ${HOST}`, exact: true }).click();
  const mgmt = lineOf(forced, 'The mgmt network needs an interface');
  await expect(mgmt.getByRole('alert')).toContainText(
    `Cannot unlock host ${HOST} without configuring a management interface.`,
  );
  await expect(mgmt.getByRole('link', { name: 'Open network' })).toHaveAttribute(
    'href',
    `/hosts/${HOST}/network`,
  );
});

test('what could not be read is asked for again, in one hand @phone-only @phone', async ({
  page: at,
  cloud,
}) => {
  await lock(cloud.control, HOST);
  await cloud.control.fault({ service: 'sysinv', method: 'GET', path: '/imemorys$/', status: 503 });
  await cloud.signIn(at, 'admin', `/hosts/${HOST}`);
  const open = sheet(at, `Unlock ${HOST}`);
  // What failed is said above the button, and moves it down.
  await expect(at.getByText('Details of this host could not be read yet')).toBeVisible({ timeout: LONG });
  await at.getByRole('main').getByRole('button', { name: 'Unlock…' }).click();
  await expect(open).toBeVisible();
  const untold = lineOf(open, 'Cannot tell: whether hugepages and platform memory fit');
  await expect(untold).toBeVisible({ timeout: LONG });
  // It does not hold up the unlock: the platform decides.
  await pressable(open, `Unlock ${HOST}`);
  await untold.getByRole('button', { name: 'Retry' }).click();
  await expect(untold.getByRole('button', { name: 'Retry' })).toBeVisible();
  await cloud.control.mend();
  await expect(untold).toHaveCount(0, { timeout: LONG });
  await row('imemorys', { numa_node: 0 })({ vm_hugepages_nr_1G_pending: 200 })(cloud.control, HOST);
  const blocks = lineOf(open, 'Hugepages do not fit on node 0');
  await expect(async () => {
    await open.getByRole('button', { name: 'Read again' }).click();
    await expect(blocks).toBeVisible({ timeout: BRIEF });
  }).toPass();
  const link = blocks.getByRole('link', { name: 'Open memory' });
  const box = await link.boundingBox();
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
  const width = await at.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(width).toBeLessThanOrEqual(0);
  await expectOff(
    open.getByRole('button', { name: `Unlock ${HOST}`, exact: true }),
    'Blocked by 1 check above',
  );
});

test('with the keyboard alone; and a reader sees every line', async ({ page: at, cloud, anotherPerson }) => {
  await lock(cloud.control, HOST);
  await row('interface_networks', { ifname: 'cluster0' })({ network_type: 'storage' })(cloud.control, HOST);
  await cloud.signIn(at, 'admin');
  await expectHost(at, HOST, { Admin: 'Locked' });
  const open = sheet(at, `Unlock ${HOST}`);
  await expect(async () => {
    await hostRow(at, HOST).focus();
    await at.keyboard.press('u');
    await expect(open).toBeVisible({ timeout: BRIEF });
  }).toPass();
  // The focus stands on what blocks, once it is known.
  const blocks = lineOf(open, 'No interface carries the cluster-host network');
  await tabTo(at, blocks.getByRole('link', { name: 'Open network' }));
  await row('interface_networks', { ifname: 'cluster0' })({ network_type: 'cluster-host' })(
    cloud.control,
    HOST,
  );
  await pressKey(at, open.getByRole('button', { name: 'Read again' }));
  await expect(blocks).toHaveCount(0);
  await pressKey(at, open.getByRole('button', { name: `Unlock ${HOST}`, exact: true }));
  await expect(open).toBeHidden();

  const reader = await anotherPerson();
  await lock(cloud.control, 'worker-2');
  await cloud.signIn(reader, 'reader');
  await expectHost(reader, 'worker-2', { Admin: 'Locked' });
  const seen = sheet(reader, 'Unlock worker-2');
  // Keys act once the page has come to life.
  await expect(async () => {
    await hostRow(reader, 'worker-2').focus();
    await reader.keyboard.press('u');
    await expect(seen).toBeVisible({ timeout: BRIEF });
  }).toPass();
  await expect(seen).toContainText('Your role is reader. Unlocking needs operator, configurator or admin');
  await expect(seen.getByText(/^\d+ checks pass$/)).toBeVisible();
  await expectOff(
    seen.getByRole('button', { name: 'Unlock worker-2', exact: true }),
    'Blocked by 1 check above',
  );
});
