/** The storage of the cloud: what fills up, backends, Ceph, volume groups, and what is changed there. */
import type { Page } from '@playwright/test';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, sheet } from '../support/hosts';
import { LONG } from '../support/patience';
import { asked, expectCommand, listed, panel, send } from '../support/storage';

const CLOUD_PATHS = [
  ...['/v1/storage_backend', '/v1/storage_ceph', '/v1/storage_tiers', '/v1/clusters', '/v1/ceph_mon'],
  ...['/v1/controller_fs', '/v1/istors', '/v1/ilvgs', '/v1/host_fs'],
];

async function open(page: Page, cloud: Cloud, role: Role, path = '/storage'): Promise<void> {
  await cloud.signIn(page, role, path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('region', { name: 'Backends', exact: true })).toBeVisible();
}

test.describe('with Ceph on hosts of its own', () => {
  test.use({ world: 'ceph' });

  test('says what there is, in nine requests', { tag: '@light' }, async ({ page, cloud }) => {
    await open(page, cloud, 'reader');
    await expect(page).toHaveTitle(/Storage/);
    await expect(page.getByRole('main')).toContainText('No storage alarm is active.');
    await expect(page.getByRole('main')).toContainText('12 OSDs are configured');
    const backends = listed(page, 'Backends').getByRole('listitem');
    await expect(backends.filter({ hasText: 'ceph-store' })).toContainText('Replication 2, at least 1');
    await expect(backends.filter({ hasText: 'gold-store' })).toContainText('Tier gold');
    await expect(listed(page, 'Tiers').getByRole('listitem')).toHaveCount(2);
    await expect(listed(page, 'Monitors')).toContainText('storage-0');
    await expect(listed(page, 'OSDs by host')).toContainText('3 configured');
    await expect(panel(page, 'Ceph')).toContainText('No alarm of Ceph is active.');
    await expect(panel(page, 'Filling up')).toContainText('What grows fastest is not known');
    const { reads } = await asked(cloud);
    expect(CLOUD_PATHS.map((path) => [path, reads[path]])).toEqual(CLOUD_PATHS.map((path) => [path, 1]));
  });

  test('a disk of a storage host is lost: alarm, overview, storage, host', async ({ page, cloud }) => {
    await cloud.control.startStorage({ scenario: 'disk-fault', host: 'storage-1' });
    await cloud.control.advance(60_000);
    await cloud.signIn(page, 'operator', '/');
    const tile = panel(page, 'Storage');
    await expect(tile).toContainText(/\d alarms? of Ceph/, { timeout: LONG });
    await tile.getByRole('link', { name: 'Storage', exact: true }).click();
    await expect(page).toHaveURL(/\/storage$/);
    const alarms = listed(page, 'Alarms of Ceph');
    await expect(alarms).toContainText('800.001');
    await expect(alarms).toContainText('800.011');
    await expect(alarms).toContainText('group-0');
    await expect(panel(page, 'Storage alarms')).toContainText('800.011');
    await listed(page, 'OSDs by host').getByRole('link', { name: 'storage-1', exact: true }).click();
    await expect(page).toHaveURL(/\/hosts\/storage-1\/storage/);
    await page.goBack();
    await alarms.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/alarms\?open=/);
    const detail = page.getByRole('complementary');
    // And from the alarm of the cluster back to its storage.
    await detail
      .getByRole('link', { name: /^[0-9a-f-]{8,}$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/storage$/);
  });

  test('makes a tier, renames it and deletes it', async ({ page, cloud }) => {
    await open(page, cloud, 'configurator');
    await page.getByRole('button', { name: 'Create tier…' }).click();
    const form = sheet(page, 'Create tier');
    const name = form.getByRole('textbox', { name: 'Name' });
    await name.fill('gold');
    await expect(name).toHaveAccessibleDescription(/There is a tier gold already/);
    await name.fill('bronze');
    await expectCommand(form, 'bronze');
    await send(form, 'Create tier');
    const tiers = listed(page, 'Tiers');
    await expect(tiers).toContainText('bronze');
    await page.getByRole('button', { name: 'Rename tier bronze…' }).click();
    await sheet(page, 'Rename tier bronze').getByRole('textbox', { name: 'Name' }).fill('iron');
    await send(sheet(page, 'Rename tier bronze'), 'Save 1 change');
    await expect(tiers).toContainText('iron');
    await page.getByRole('button', { name: 'Delete tier iron…' }).click();
    await send(sheet(page, 'Delete tier iron'), 'Delete tier iron');
    await expect(tiers).not.toContainText('iron');
    await expectOff(page.getByRole('button', { name: 'Delete tier storage…' }), /cannot be deleted/);
    await expectOff(page.getByRole('button', { name: 'Rename tier gold…' }), /in use/);
  });

  test('a refusal is the platform’s own sentence, once, and what was typed stays', async ({
    page,
    cloud,
  }) => {
    await open(page, cloud, 'admin');
    await page.getByRole('button', { name: 'Create tier…' }).click();
    const form = sheet(page, 'Create tier');
    await form.getByRole('textbox', { name: 'Name' }).fill('bronze');
    const words = 'Failed to update the crushmap for tier: bronze';
    await cloud.control.fault({
      ...{ service: 'sysinv', method: 'POST', path: '/v1/storage_tiers', status: 400, times: 1 },
      body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: words, debuginfo: null }) },
    });
    await form.getByRole('button', { name: 'Create tier', exact: true }).click();
    await expect(form.getByText(words)).toHaveCount(1);
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('bronze');
    expect((await asked(cloud)).writes).toBe(1);
  });

  test('sets quotas of pools and gives a monitor more room', async ({ page, cloud }) => {
    await open(page, cloud, 'configurator');
    await page.getByRole('button', { name: 'Quotas of ceph-store…' }).click();
    const quotas = sheet(page, 'Quotas of ceph-store');
    await quotas.getByRole('textbox', { name: 'cinder' }).fill('200');
    await quotas.getByRole('textbox', { name: 'kube' }).fill('100');
    await expect(quotas).toContainText('300 GiB in quotas');
    await expectCommand(quotas, 'cinder_pool_gib=200 kube_pool_gib=100');
    await send(quotas, 'Save 2 changes');
    const backend = listed(page, 'Backends').getByRole('listitem').filter({ hasText: 'ceph-store' });
    await expect(backend).toContainText('cinder 200 GiB, kube 100 GiB');
    await page.getByRole('button', { name: 'Resize the monitor of controller-0…' }).click();
    const size = sheet(page, 'Resize the monitor of controller-0');
    await size.getByRole('textbox', { name: 'Size' }).fill('41');
    await expect(size.getByRole('textbox', { name: 'Size' })).toHaveAccessibleDescription(
      /Between 21 and 40 GiB/,
    );
    await size.getByRole('textbox', { name: 'Size' }).fill('25');
    await send(size, 'Save 1 change');
    await expect(listed(page, 'Monitors')).toContainText('25 GiB');
    await expectOff(
      page.getByRole('button', { name: 'Delete the monitor of controller-0…' }),
      /configuration failed/,
    );
    await expectOff(page.getByRole('button', { name: 'Add monitor…' }), /already, on storage-0/);
  });

  test('a second Ceph wants a tier first, and is added once it has one', async ({ page, cloud }) => {
    await open(page, cloud, 'admin');
    await page.getByRole('button', { name: 'Add backend…' }).click();
    const form = sheet(page, 'Add backend');
    await expect(form).toContainText('A second one needs a tier that has no backend. Create a tier first.');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Create tier…' }).click();
    await sheet(page, 'Create tier').getByRole('textbox', { name: 'Name' }).fill('bronze');
    await send(sheet(page, 'Create tier'), 'Create tier');
    await page.getByRole('button', { name: 'Add backend…' }).click();
    await form.getByRole('radio', { name: 'Ceph, bare metal' }).check();
    await form.getByRole('textbox', { name: 'Name' }).fill('bronze-store');
    await form.getByRole('checkbox', { name: 'rbd-provisioner' }).check();
    await expectOff(form.getByRole('button', { name: 'Add backend', exact: true }), /.*/);
    await form.getByRole('checkbox', { name: 'I know that this cannot be undone' }).check();
    await send(form, 'Add backend');
    await expect(listed(page, 'Backends')).toContainText('bronze-store');
  });

  test('a reader sees everything and changes nothing', async ({ page, cloud }) => {
    await open(page, cloud, 'reader');
    for (const name of [
      'Add backend…',
      'Create tier…',
      'Change ceph-store…',
      'Resize the monitor of storage-0…',
    ])
      await expectOff(page.getByRole('button', { name, exact: true }), /Your role is reader/);
    await expectOff(
      panel(page, 'Filesystems of the controllers').getByRole('button', { name: 'Resize…' }),
      /reader/,
    );
  });

  test('what could not be read is unknown, and the rest stands', async ({ page, cloud }) => {
    await cloud.control.fault({ service: 'sysinv', path: '/v1/storage_tiers', status: 500 });
    await cloud.control.fault({ service: 'sysinv', path: '/v1/istors', status: 500 });
    await cloud.control.fault({ service: 'fm', status: 503 });
    await open(page, cloud, 'admin');
    const ceph = panel(page, 'Ceph');
    await expect(ceph.getByRole('region', { name: 'Tiers' })).toContainText('Unknown.');
    await expect(ceph.getByRole('region', { name: 'OSDs by host' })).toContainText('Unknown.');
    await expect(ceph).toContainText('Health unknown.');
    await expect(ceph).not.toContainText('None.');
    await expect(panel(page, 'Filling up')).toContainText('Unknown: alarms could not be read');
    await expect(page.getByRole('main')).toContainText('OSDs are unknown');
    await expectOff(page.getByRole('button', { name: 'Create tier…' }), /could not be read/);
    await expect(listed(page, 'Monitors')).toContainText('controller-0');
  });

  test('without the platform it says so, and shows what it knew', async ({ page, cloud }) => {
    await open(page, cloud, 'admin');
    await cloud.control.fault({ service: 'sysinv', status: 503 });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByRole('main')).toContainText('The storage could not be read again.', {
      timeout: LONG,
    });
    await expect(listed(page, 'Backends')).toContainText('ceph-store');
    await cloud.control.mend();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByRole('main')).not.toContainText('could not be read', { timeout: LONG });
  });

  test('is reached and used with the keyboard alone', async ({ page, cloud }) => {
    await open(page, cloud, 'admin', '/storage');
    const add = page.getByRole('button', { name: 'Create tier…' });
    await add.focus();
    await page.keyboard.press('Enter');
    const form = sheet(page, 'Create tier');
    await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.type('bronze');
    await page.keyboard.press('Enter');
    await expect(form).toBeHidden({ timeout: LONG });
    await expect(listed(page, 'Tiers')).toContainText('bronze');
    await expect(add).toBeFocused();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await expect(page).toHaveURL(/\/$/);
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await expect(page).toHaveURL(/\/storage$/);
  });

  test('on a phone everything is within reach @phone-only @phone', async ({ page, cloud }) => {
    await open(page, cloud, 'configurator');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Create tier…' }).click();
    await sheet(page, 'Create tier').getByRole('textbox', { name: 'Name' }).fill('bronze');
    await send(sheet(page, 'Create tier'), 'Create tier');
    await expect(listed(page, 'Tiers')).toContainText('bronze');
    await page.getByRole('link', { name: 'OSDs', exact: true }).click();
    await expect(page.getByRole('link', { name: /storage-0/ }).first()).toBeVisible();
  });

  test('OSDs are a list that leads to their host', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/storage/osds');
    const grid = page.getByRole('grid', { name: 'OSDs and journals' });
    await expect(grid.getByRole('row').filter({ hasText: 'osd.0' }).first()).toContainText('Configured');
    await grid.getByRole('row').filter({ hasText: 'osd.4' }).getByRole('link').click();
    await expect(page).toHaveURL(/\/hosts\/storage-\d\/storage\?open=osd:/);
  });
});

test.describe('with Ceph by Rook', () => {
  test.use({ world: 'rook' });

  test('says what the platform tells of it, and what it does not', async ({ page, cloud }) => {
    await open(page, cloud, 'admin');
    const backend = listed(page, 'Backends').getByRole('listitem');
    await expect(backend).toContainText('Ceph by Rook');
    await expect(backend).toContainText('Deployment model controller');
    await expect(backend).toContainText('Application rook-ceph applied');
    await expect(panel(page, 'Ceph')).toContainText('The health of Ceph by Rook is in Kubernetes');
    await expectOff(page.getByRole('button', { name: 'Add monitor…' }), /no bare-metal Ceph/);
    await page.getByRole('button', { name: 'Change ceph-rook-store…' }).click();
    const form = sheet(page, 'Change ceph-rook-store');
    await expect(form.getByRole('checkbox', { name: 'block', exact: true })).toBeChecked();
    await expectOff(form.getByRole('checkbox', { name: 'block', exact: true }), /cannot be removed/);
    await form.getByRole('checkbox', { name: 'object' }).check();
    await send(form, 'Save 1 change');
    await expect(backend).toContainText('object');
    await expect(backend).toContainText('Configuring-with-app');
  });

  test('a backend that is in use is not deleted: the platform says why', async ({ page, cloud }) => {
    await open(page, cloud, 'admin');
    await page.getByRole('button', { name: 'Delete ceph-rook-store…' }).click();
    const form = sheet(page, 'Delete ceph-rook-store');
    await expect(form).toContainText('The application rook-ceph has to be removed first.');
    await form.getByRole('button', { name: 'Delete ceph-rook-store', exact: true }).click();
    await expect(form.getByRole('alert')).toContainText('Nothing was changed');
    await expect(form.getByRole('alert')).toContainText('rook-ceph');
  });
});

test.describe('with a thousand hosts', () => {
  test.use({ world: 'fleet' });

  test('the worst are shown, the others counted, in as many requests as ever', async ({ page, cloud }) => {
    await open(page, cloud, 'reader');
    const groups = panel(page, 'Volume groups');
    await expect(listed(page, 'Volume groups to look at first').getByRole('listitem')).toHaveCount(8);
    const { reads } = await asked(cloud);
    // On a slow machine it was read a second time by now.
    const readings = reads['/v1/storage_backend'] ?? 0;
    expect(readings).toBeGreaterThan(0);
    // sysinv cuts a list at 2,000 rows: of filesystems there are some five thousand.
    expect(CLOUD_PATHS.map((path) => [path, reads[path]])).toEqual(
      CLOUD_PATHS.map((path) => [path, path === '/v1/host_fs' ? 3 * readings : readings]),
    );
    await groups.getByRole('link', { name: /more, none worse/ }).click();
    await expect(page).toHaveURL(/\/storage\/groups$/);
    const grid = page.getByRole('grid', { name: 'volume groups' });
    await expect(grid).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search volume groups' }).fill('worker-17');
    await expect(grid.getByRole('row').filter({ hasText: 'worker-17' }).first()).toBeVisible();
  });
});

test('a volume group with odd figures is unknown, never full or empty', async ({ page, cloud }) => {
  await cloud.control.oddStorage('worker-1');
  await cloud.signIn(page, 'reader', '/storage/groups?q=worker-1');
  const grid = page.getByRole('grid', { name: 'volume groups' });
  await expect(grid.getByRole('row').filter({ hasText: 'worker-1' }).first()).toBeVisible();
  await page.goto('/storage');
  await expect(panel(page, 'Volume groups')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('NaN');
});
