/** Changing the disks of a host: partitions, volume groups, OSDs, a wipe; what is refused, what waits for the unlock, who may not. */
import type { Locator, Page } from '@playwright/test';
import type { Fault } from '../../simulator/kernel/faults';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { confirmSheet, expectHost, expectOff, pressable, rowAction, sheet } from '../support/hosts';
import { BRIEF, LONG } from '../support/patience';
import { Platform } from '../support/platform';

/** Locked, and online. */
const LOCKED = 'worker-4';
const RUNNING = 'worker-0';
const SPARE = '/dev/nvme0n1';
const PART = '/dev/nvme0n1p1';
const MINUTE = 60_000;
const WORDS = 'The storage is being changed by somebody else.';
/** As sysinv words a refusal: JSON text inside JSON. */
const refusing = (method: string, path: string): Fault => ({
  service: 'sysinv',
  ...{ method, path, status: 400, times: 1 },
  body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: WORDS, debuginfo: null }) },
});

const drawer = (page: Page): Locator =>
  page.getByRole('complementary').filter({ has: page.getByRole('button', { name: 'Close', exact: true }) });
const does = (where: Page | Locator, name: string): Locator =>
  where.getByRole('button', { name, exact: true });
const field = (form: Locator, name: string | RegExp): Locator =>
  form.getByRole('textbox', { name, exact: typeof name === 'string' });
const choice = (form: Locator, name: string): Locator => form.getByRole('combobox', { name, exact: true });

async function open(page: Page, cloud: Cloud, host: string, thing = '', role: Role = 'configurator') {
  await cloud.signIn(page, role, `/hosts/${host}/storage${thing === '' ? '' : `?open=${thing}`}`);
  await expect(does(page, 'Create partition…').first()).toBeVisible({ timeout: LONG });
}

/** What changed something on the platform. */
async function writes(cloud: Cloud): Promise<number> {
  const lines = (await cloud.control.requests()).filter(
    ({ service, method }) => service === 'sysinv' && method !== 'GET',
  );
  return lines.reduce((sum, { count }) => sum + count, 0);
}

async function partition(cloud: Cloud, host: string, gib = 10): Promise<void> {
  const platform = await Platform.of(cloud);
  const disk = (await platform.rows(host, 'idisks')).find((one) => one.device_node === SPARE);
  await platform.post('/partitions', {
    ...{ ihost_uuid: disk?.ihost_uuid, idisk_uuid: disk?.uuid, size_mib: gib * 1024 },
    type_guid: 'ba5eba11-0000-1111-2222-000000000001',
  });
  await cloud.control.advance(MINUTE);
}

test('makes a partition by keyboard on a running host, judged as it is typed, and follows it until it is ready', async ({
  page,
  cloud,
}) => {
  await cloud.control.speed(1);
  await open(page, cloud, RUNNING);
  await does(page, 'Create partition…').focus();
  await page.keyboard.press('Enter');
  const form = sheet(page, 'Create partition');
  await expect(field(form, 'Size')).toBeFocused();
  await page.keyboard.type('99999');
  await choice(form, 'Disk').selectOption({ label: `${SPARE}, NVME, 1862.9 GiB free` });
  await expect(field(form, 'Size')).toHaveAccessibleDescription(/^At most 18\d\d, which is what/);
  await field(form, 'Size').focus();
  await field(form, 'Size').fill('10');
  await expect(form).toContainText(/system host-disk-partition-add worker-0 .* 10 -t lvm_phys_vol/s);
  await expect(form.getByRole('list', { name: 'When it takes effect' })).toContainText('At once');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await page.goto(`/hosts/${RUNNING}/storage?open=partition:${PART}`);
  await expect(drawer(page)).toContainText('Creating');
  await expectOff(does(drawer(page), 'Grow…'), /creating/);
  await cloud.control.advance(MINUTE);
  await expect(drawer(page)).toContainText('Ready', { timeout: LONG });
  await expect(does(drawer(page), 'Grow…')).not.toHaveAttribute('aria-disabled', 'true');
});

test('a partition grows, never shrinks, and is deleted while it is the last one', async ({ page, cloud }) => {
  await partition(cloud, RUNNING);
  await partition(cloud, RUNNING, 20);
  await open(page, cloud, RUNNING, `partition:${PART}`);
  await expectOff(does(drawer(page), 'Grow…'), /Another partition lies behind it/);
  await expectOff(does(drawer(page), 'Delete…'), /only the last one of a disk/);
  await page.goto(`/hosts/${RUNNING}/storage?open=partition:/dev/nvme0n1p2`);
  await does(drawer(page), 'Grow…').click();
  const grow = sheet(page, 'Grow /dev/nvme0n1p2');
  await field(grow, 'New size').fill('20');
  await expect(field(grow, 'New size')).toHaveAccessibleDescription('More than 20: partitions only grow');
  await cloud.control.speed(1);
  await field(grow, 'New size').fill('30');
  await (await pressable(grow, 'Grow partition')).click();
  await expect(grow).toBeHidden();
  await expect(drawer(page)).toContainText('Modifying');
  await cloud.control.advance(MINUTE);
  await expect(drawer(page)).toContainText('30 GiB', { timeout: LONG });
  await expect(drawer(page)).toContainText('Ready', { timeout: LONG });
  await does(drawer(page), 'Delete…').click();
  await (await pressable(sheet(page, 'Delete /dev/nvme0n1p2'), 'Delete partition')).click();
  await cloud.control.advance(MINUTE);
  await expect(drawer(page)).toContainText('This is not among what was read.', { timeout: LONG });
});

test('a partition goes to nova-local in one go, waits for the unlock, and is settled by it', async ({
  page,
  cloud,
}) => {
  test.slow();
  await open(page, cloud, LOCKED, `disk:${SPARE}`);
  await does(drawer(page), 'Create partition…').click();
  const form = sheet(page, 'Create partition');
  await field(form, 'Size').fill('10');
  await choice(form, 'Add it to').selectOption('nova-local');
  await expect(form.getByRole('list', { name: 'Steps' })).toContainText(
    /Create a partition of 10 GiB on \/dev\/nvme0n1.*Add the new partition to nova-local/s,
  );
  await expect(form.getByRole('list', { name: 'When it takes effect' })).toContainText(
    `When ${LOCKED} is unlocked`,
  );
  await (await pressable(form, 'Create partition')).click();
  await expect(form).toBeHidden();
  await page.goto(`/hosts/${LOCKED}/storage?open=pv:${PART}`);
  await expect(drawer(page)).toContainText('Adding (on unlock)');
  await cloud.control.advance(MINUTE);
  await page.goto('/hosts');
  await rowAction(page, LOCKED, 'Unlock…');
  await confirmSheet(page, `Unlock ${LOCKED}`);
  for (let minute = 0; minute < 20; minute += 1) await cloud.control.advance(MINUTE);
  await expectHost(page, LOCKED, { Admin: 'Unlocked', Availability: /Available|Degraded/ }, LONG);
  await page.goto(`/hosts/${LOCKED}/storage?open=pv:${PART}`);
  await expect(drawer(page)).toContainText('Provisioned', { timeout: LONG });
  await expectOff(does(drawer(page), 'Remove…'), /Lock worker-4 first/);
});

test('cgts-vg takes a partition once it is ready: the next sheet waits for that', async ({ page, cloud }) => {
  await open(page, cloud, 'controller-0');
  await does(page, 'Create partition…').click();
  const form = sheet(page, 'Create partition');
  await choice(form, 'Disk').selectOption({ label: (await enabledDisk(form)) ?? '' });
  await field(form, 'Size').fill('10');
  await choice(form, 'Add it to').selectOption('cgts-vg');
  await expect(form).toContainText('cgts-vg takes a partition only once it is ready.');
  await (await pressable(form, 'Create partition')).click();
  const next = sheet(page, 'Add physical volume');
  await expect(next).toContainText('The partition is not ready yet.');
  await expect(next).toContainText('Nothing leaves cgts-vg again.');
  await expectOff(does(next, 'Add to cgts-vg'), /once it is ready/);
  await cloud.control.advance(MINUTE);
  await (await pressable(next, 'Add to cgts-vg')).click({ timeout: LONG });
  await expect(next).toBeHidden();
});

/** The label of the first disk that can be chosen. */
const enabledDisk = (form: Locator): Promise<string | null> =>
  choice(form, 'Disk').locator('option:not([disabled])[value]:not([value=""])').first().textContent();

test('keeps what was typed when the platform refuses, in its words, and sends nothing twice', async ({
  page,
  cloud,
}) => {
  await open(page, cloud, LOCKED, `disk:${SPARE}`);
  await does(drawer(page), 'Create partition…').click();
  const form = sheet(page, 'Create partition');
  await field(form, 'Size').fill('10');
  await cloud.control.resetRequests();
  await cloud.control.fault(refusing('POST', '/v1/partitions'));
  await (await pressable(form, 'Create partition')).click();
  await expect(form.getByRole('alert')).toContainText(WORDS);
  await expect(form.getByRole('alert')).toContainText('Nothing was changed');
  await expect(form.getByRole('alert')).toContainText(/sysinv.*400/s);
  await expect(field(form, 'Size')).toHaveValue('10');
  expect(await writes(cloud)).toBe(1);
});

test('says on every button why not: the root disk, what is in use, what the lock is needed for', async ({
  page,
  cloud,
}) => {
  await open(page, cloud, RUNNING, 'disk:/dev/sda');
  await expectOff(does(drawer(page), 'Wipe…'), 'It is the root disk.');
  await expectOff(does(drawer(page), 'Add to group…'), /It is the root disk/);
  await page.goto(`/hosts/${RUNNING}/storage?open=partition:/dev/sda5`);
  await expectOff(does(drawer(page), 'Delete…'), /physical volume of cgts-vg/);
  await page.goto(`/hosts/${RUNNING}/storage?open=vg:cgts-vg`);
  await expectOff(does(drawer(page), 'Remove…'), /platform's own and stays/);
  await expectOff(does(drawer(page), 'Add physical volume…'), /Lock worker-0 first/);
  await page.goto(`/hosts/${RUNNING}/storage?open=vg:nova-local`);
  await expectOff(does(drawer(page), 'Remove…'), /Lock worker-0 first/);
  await expectOff(does(drawer(page), 'Parameters…'), 'nova-local has no parameters.');
  await expectOff(does(page, 'Add OSD…').first(), 'In this cloud OSDs are on storage hosts.');
});

test('OSDs of a storage host wait for its lock; the platform says the same', async ({ page, cloud }) => {
  await open(page, cloud, 'storage-0', '', 'admin');
  await expectOff(does(page, 'Add OSD…').first(), /Lock storage-0 first/);
  await expectOff(does(page, 'Create partition…').first(), /not on hosts of personality storage/);
  await page
    .getByRole('row', { name: /nvme0n1/ })
    .first()
    .click();
  await expectOff(does(drawer(page), 'Wipe…'), /not those of hosts of personality storage/);
  const platform = await Platform.of(cloud);
  const [disk] = await platform.rows('storage-0', 'idisks');
  await expect(
    platform.post('/istors', { ihost_uuid: disk?.ihost_uuid, idisk_uuid: disk?.uuid, function: 'osd' }),
  ).rejects.toThrow('Host storage-0 must be locked.');
});

test.describe('with a free disk on a storage host', () => {
  test.use({ world: 'ceph' });

  test('an OSD is added, waits for the unlock, and is deleted after it was typed', async ({
    page,
    cloud,
  }) => {
    const HOST = 'storage-1';
    const FREE = '/dev/sde';
    await cloud.control.patchHost(HOST, {
      ...{ administrative: 'locked', operational: 'disabled', availability: 'online' },
    });
    await open(page, cloud, HOST, `disk:${FREE}`, 'admin');
    await does(drawer(page), 'Add OSD…').click();
    const form = sheet(page, 'Add OSD');
    await choice(form, 'Tier').selectOption({ label: 'gold, 4 OSDs' });
    await expect(form).toContainText(/system host-stor-add .*storage-1/s);
    await (await pressable(form, 'Add OSD')).click();
    await expect(form).toBeHidden({ timeout: LONG });
    await expect(drawer(page)).toContainText('osd.12', { timeout: LONG });
    await page.goto(`/hosts/${HOST}/storage?table=osds`);
    const own = page.getByRole('grid').getByRole('row').filter({ hasText: FREE }).first();
    await expect(own).toContainText(/on unlock/i);
    await own.click();
    await does(drawer(page), 'Delete…').click();
    const gone = page.getByRole('dialog', { name: /^Delete / });
    await field(gone, /^Type .* to confirm$/).fill(`${HOST}:${FREE}`);
    await (await pressable(gone, 'Delete OSD')).click();
    await expect(gone).toBeHidden({ timeout: LONG });
    await expect(page.getByRole('grid').getByRole('row').filter({ hasText: FREE })).toHaveCount(0, {
      timeout: LONG,
    });
  });
});

test('wipes a disk after its host and name were typed', async ({ page, cloud }) => {
  await partition(cloud, LOCKED);
  await open(page, cloud, LOCKED, `disk:${SPARE}`);
  await does(drawer(page), 'Wipe…').click();
  const form = sheet(page, `Wipe ${SPARE}`);
  await expect(form).toContainText('Nothing takes this back.');
  await expect(form).toContainText(PART);
  await expect(form).toContainText(`system host-disk-wipe --confirm ${LOCKED} ${SPARE}`);
  const typed = field(form, /^Type .* to confirm$/);

  await typed.fill(SPARE);
  await expectOff(does(form, `Wipe ${SPARE}`), `Type ${LOCKED}:${SPARE} above`);
  await typed.fill(`${LOCKED}:${SPARE}`);
  await (await pressable(form, `Wipe ${SPARE}`)).click();
  await expect(form).toBeHidden();
  await cloud.control.advance(MINUTE);
  await page.goto(`/hosts/${LOCKED}/storage?open=partition:${PART}`);
  // Disks are read now and then: nobody has to wait for it.
  await expect(async () => {
    await does(page, 'Refresh now').click();
    await expect(drawer(page)).toContainText('This is not among what was read.', { timeout: BRIEF });
  }).toPass();
});

test('a volume group for containers begins on a disk', async ({ page, cloud }) => {
  await open(page, cloud, LOCKED);
  await does(page, 'Add volume group…').click();
  const form = sheet(page, 'Add volume group');
  await form.getByRole('radio', { name: 'lvm-csi' }).check();
  await field(form, 'Name').fill('-fast');
  await expect(field(form, 'Name')).toHaveAccessibleDescription(/not beginning with -/);
  await field(form, 'Name').fill('fast');
  const first = form.getByRole('combobox', { name: /^First physical volume/ });
  await first.selectOption({ label: `Disk ${SPARE}, NVME, 1863 GiB` });
  await (await pressable(form, 'Add volume group')).click();
  await expect(form).toBeHidden();
  await page.goto(`/hosts/${LOCKED}/storage?open=vg:fast`);
  await expect(drawer(page)).toContainText('lvm-csi');
});

test('a reader sees why not, on the buttons', { tag: '@phone' }, async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', `/hosts/${LOCKED}/storage`);
  const why = 'Your role is reader. Changing storage needs configurator or admin.';
  await expectOff(does(page, 'Create partition…').first(), why);
  await expectOff(does(page, 'Add OSD…').first(), why);
});
