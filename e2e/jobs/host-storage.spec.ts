/** The storage of one host: what is on its disks down to the last volume, the same by keys, in words, as tables and on a phone. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { BRIEF, LONG } from '../support/patience';
import { Platform } from '../support/platform';

const main = (page: Page): Locator => page.getByRole('main');
const drawing = (page: Page): Locator =>
  page.getByRole('region', { name: 'How it is laid out', exact: true });
/** A box by what a reader hears of it. */
const box = (page: Page, name: string | RegExp): Locator => drawing(page).getByRole('button', { name });
const table = (page: Page, name: string): Locator => page.getByRole('grid', { name, exact: true });
const row = (page: Page, of: string, name: string | RegExp): Locator =>
  table(page, of).getByRole('row', { name });
const show = (page: Page, name: RegExp): Promise<void> =>
  main(page).getByRole('group', { name: 'Which table' }).getByText(name).click();
const drawer = (page: Page): Locator =>
  page.getByRole('complementary').filter({ has: page.getByRole('button', { name: 'Close', exact: true }) });
const part = (page: Page, name: string): Locator => drawer(page).getByRole('region', { name, exact: true });
const SDB = /^Disk \/dev\/sdb, HDD/;

test('leads from the disk to the volume, in words too', { tag: '@light' }, async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/storage-0');
  await main(page).getByRole('navigation', { name: 'Host' }).getByRole('link', { name: 'Storage' }).click();
  await expect(page).toHaveURL('/hosts/storage-0/storage');
  await expect(box(page, /^Disk \/dev\/sda, SSD, root disk, 447 GiB, .*, 175 GiB free/)).toBeVisible();
  await expect(box(page, /^Partition \/dev\/sda5, Physical volume, 240 GiB/)).toBeVisible();
  await expect(box(page, /^Taken Not listed, Taken, in no listed partition, 32\.2 GiB/)).toBeVisible();
  await expect(
    box(page, /^Volume group cgts-vg, 7 volumes, 240 GiB, 144 GiB used, 96 GiB free/),
  ).toBeVisible();
  await expect(box(page, 'Filesystem docker, 50 GiB')).toBeVisible();
  await expect(box(page, /^Journals 2 journals, Of osd\.0, osd\.1, 2 GiB/)).toBeVisible();
  await expect(box(page, /^OSD osd\.0, Tier storage, 1\.8 TiB/)).toBeVisible();
  await expect(box(page, /^Tier Ceph, tier storage, 2 OSDs on this host/)).toBeVisible();
  const ways = page.getByRole('list', { name: 'Ways from disk to volume' }).getByRole('listitem');
  await expect(
    ways.filter({ hasText: /\/dev\/sda, .*\/dev\/sda5.*Volume group cgts-vg.*Filesystem docker/ }),
  ).toHaveCount(1);
  await expect(drawing(page).getByRole('list', { name: 'Legend' })).toContainText(
    /Allocated.*Free.*Journal of/s,
  );
  await expect(row(page, 'disks', /nvme0n1/)).toContainText('Journals of osd.0, osd.1');
  await expect(row(page, 'disks', /sda/)).toContainText('Root disk, cgts-vg');
});

test('traces by keys, pins, opens details, and lets go', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/storage-0/storage');
  await box(page, SDB).focus();
  await page.keyboard.press('ArrowRight');
  await expect(box(page, /^OSD osd\.0/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(box(page, /^OSD osd\.1/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(box(page, /^Tier Ceph/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/trace=osd:/);
  const followed = main(page)
    .getByRole('status')
    .filter({ hasText: /^Tracing osd\./ });
  await expect(followed).toContainText(/nvme0n1/);
  await expect(row(page, 'disks', /nvme0n1/).locator('[data-traced]')).toHaveCount(1);
  await expect(row(page, 'disks', /sda/).locator('[data-traced]')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(drawer(page).getByRole('heading', { level: 2, name: /osd\.\d OSD/ })).toBeVisible();
  await expect(part(page, 'Its journal')).toContainText(/1 GiB.*1,024 MiB/);
  await box(page, /^OSD osd\.0/).focus();
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/trace=/);
});

test('opens one thing by its name, wherever the link comes from', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-2/storage?open=fs:docker');
  await expect(part(page, 'Filesystem')).toContainText(/40 GiB.*cgts-vg.*\/var\/lib\/docker.*docker-lv/s);
  await expect(row(page, 'filesystems', /^docker/)).toBeVisible();
  await part(page, 'Filesystem').getByRole('button', { name: 'cgts-vg' }).click();
  await expect(part(page, 'Volume group')).toContainText(/Provisioned.*no limit/s);
  await part(page, 'Made of').getByRole('button', { name: '/dev/sda5' }).click();
  await expect(part(page, 'Physical volume')).toContainText(/On partition.*\/dev\/sda5/s);
  await page.goto('/hosts/worker-2/storage?open=disk:/dev/nvme0n1');
  await expect(part(page, 'Hardware')).toContainText(/NVME.*Serial.*WWN.*0x5002538e/s);
  await expect(part(page, 'Space')).toContainText(/Used for.*Not used/s);
  await page.goto('/hosts/worker-2/storage?open=disk:/dev/sdq');
  await expect(drawer(page)).toContainText('This is not among what was read.');
  await page.goto('/hosts/controller-0/storage?open=fs:/opt/platform');
  await expect(drawer(page)).toContainText('is filesystem platform of the controllers');
});

test('an alarm leads to its filesystem, which says how full it is', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/alarms?q=100.104');
  await page
    .getByRole('grid', { name: 'alarms' })
    .getByRole('row', { name: /^Select 100\.104/ })
    .click();
  await drawer(page).getByRole('link', { name: '/var/log' }).click();
  await expect(page).toHaveURL('/hosts/controller-1/storage?open=fs:/var/log');
  await expect(drawer(page)).toContainText('An active alarm is about this.');
  await expect(part(page, 'Filesystem')).toContainText('84% when its alarm was raised');
  await expect(box(page, /^Filesystem log, 8 GiB, major alarm: File System threshold/)).toBeVisible();
  await expect(row(page, 'filesystems', /^log/)).toContainText('84%');
  // No other says how full it is, for nobody knows.
  await expect(row(page, 'filesystems', /^docker/)).not.toContainText('%');
  await page.goto('/hosts/controller-1');
  await main(page).getByRole('link', { name: 'scratch', exact: true }).click();
  await expect(page).toHaveURL('/hosts/controller-1/storage?open=fs:scratch');
});

test('searches with / by serial, narrows the table, saves a file', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-2/storage');
  await expect(box(page, /^Disk \/dev\/sdb/)).toBeVisible();
  const search = main(page).getByRole('searchbox');
  // The key works once the page's code is there.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(search).toBeFocused({ timeout: BRIEF });
  }).toPass({ timeout: LONG });
  await search.fill('');
  await page.keyboard.type('nova-local');
  await expect(main(page).getByText('1 found')).toBeVisible();
  await expect(row(page, 'disks', /sdb/)).toBeVisible();
  await expect(row(page, 'disks', /sda/)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(row(page, 'disks', /sda/)).toBeVisible();
  await page.keyboard.type('nobody is called so');
  await expect(main(page).getByText('Nothing here has that')).toBeVisible();
  await page.keyboard.press('Escape');
  await main(page).getByRole('group', { name: 'Way to look' }).getByText('Table', { exact: true }).click();
  await expect(page).toHaveURL(/show=table/);
  await expect(drawing(page)).toHaveCount(0);
  await show(page, /^Volume groups 2$/);
  await expect(row(page, 'volume groups', /^nova-local/)).toContainText('50%');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/nova-local,provisioned|nova-local,Provisioned/);
});

test('shows what is to come as such', async ({ page, cloud }) => {
  const platform = await Platform.of(cloud);
  const [disks, groups] = await Promise.all([
    platform.rows('worker-4', 'idisks'),
    platform.rows('worker-4', 'ilvgs'),
  ]);
  const disk = disks.find((one) => one.device_node === '/dev/nvme0n1');
  await platform.post('/ipvs', {
    ihost_uuid: disk?.ihost_uuid,
    ilvg_uuid: groups.find((one) => one.lvm_vg_name === 'nova-local')?.uuid,
    pv_type: 'disk',
    disk_or_part_uuid: disk?.uuid,
  });
  await cloud.signIn(page, 'reader', '/hosts/worker-4/storage?open=pv:/dev/nvme0n1');
  await expect(part(page, 'Physical volume')).toContainText(/Adding \(on unlock\).*nova-local/s);
  await expect(row(page, 'physical volumes', /nvme0n1/)).toContainText('Adding (on unlock)');
  await expect(box(page, /^Disk \/dev\/nvme0n1, NVME, 1\.8 TiB/)).toBeVisible();
});

test('odd rows stand beside the others, and nothing unknown is a 0', async ({ page, cloud }) => {
  await cloud.control.oddStorage('worker-4');
  await cloud.signIn(page, 'reader', '/hosts/worker-4/storage');
  await expect(box(page, /^Disk \/dev\/sdz, Type unknown, size unknown/)).toBeVisible();
  await expect(box(page, /^Volume group old-vg, Volumes unknown, size unknown/)).toBeVisible();
  await expect(row(page, 'disks', /sdz/)).toContainText('<b>no serial</b>');
  await expect(row(page, 'disks', /sdz/)).toContainText('Unknown');
  await expect(row(page, 'disks', /sda/)).toContainText('932 GiB');
  await show(page, /^Partitions 4$/);
  await expect(row(page, 'partitions', /Unknown state 99/)).toBeVisible();
  await show(page, /^Filesystems 7$/);
  await expect(row(page, 'filesystems', /^old/)).toContainText('Reticulating');
});

test('asks the platform six times for it, and not again for details', async ({ page, cloud }) => {
  // A page that asks nothing about storage.
  await cloud.signIn(page, 'reader', '/hosts/worker-2/events');
  await expect(main(page).getByRole('link', { name: 'Storage', exact: true })).toBeVisible();
  await cloud.control.resetRequests();
  const asked = async () =>
    (await cloud.control.requests())
      .filter(({ path }) => /:host.(idisks|partitions|ipvs|ilvgs|istors|host_fs)/.test(path))
      .map(({ path, count }) => `${count} ${path}`)
      .sort();
  const six = ['host_fs', 'idisks', 'ilvgs', 'ipvs', 'istors', 'partitions'].map(
    (collection) => `1 /v1/ihosts/:host/${collection}`,
  );
  await page.goto('/hosts/worker-2/storage');
  await expect(box(page, /^Disk \/dev\/sdb/)).toBeVisible();
  expect(await asked()).toEqual(six);
  await box(page, /^Disk \/dev\/sdb/).click();
  await box(page, /^Disk \/dev\/sdb/).click();
  await expect(part(page, 'Hardware')).toBeVisible();
  expect(await asked()).toEqual(six);
});

test.describe('when the platform does not answer', () => {
  const away = (collection: string) => ({
    service: 'sysinv' as const,
    method: 'GET',
    path: `/.*${collection}$/`,
    status: 503,
  });

  test('a part of it is named, the rest stands, and no disk is called unused', async ({ page, cloud }) => {
    await cloud.control.fault(away('partitions'));
    await cloud.signIn(page, 'reader', '/hosts/worker-2/storage');
    await expect(main(page)).toContainText('Partitions could not be read.');
    await expect(box(page, /^Disk \/dev\/nvme0n1, NVME, use unknown/)).toBeVisible();
    await expect(box(page, /^Taken Unknown, Partitions could not be read/).first()).toBeVisible();
    await show(page, /^Partitions unknown$/);
    await expect(main(page)).not.toContainText('The platform lists no partitions');
  });

  test('what was read stays, with its time', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/hosts/worker-2/storage');
    await expect(box(page, /^Disk \/dev\/sdb/)).toBeVisible();
    await cloud.control.fault(away('idisks'));
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(main(page)).toContainText('The storage of this host could not be read.', { timeout: LONG });
    await expect(main(page)).toContainText('You see what was read at');
    await expect(box(page, /^Disk \/dev\/sdb/)).toBeVisible();
  });

  test('who may not read it is told so', async ({ page, cloud }) => {
    await cloud.control.fault({ ...away('idisks'), status: 403 });
    await cloud.signIn(page, 'reader', '/hosts/worker-2/storage');
    await expect(main(page)).toContainText('The storage of this host could not be read.');
    await expect(drawing(page)).toHaveCount(0);
  });
});

test('a host without disks says so', async ({ page, cloud }) => {
  for (const collection of ['idisks', 'partitions', 'ipvs', 'ilvgs', 'istors', 'host_fs']) {
    await cloud.control.fault({
      ...{ service: 'sysinv', method: 'GET', path: `/.*ihosts.*${collection}$/` },
      ...{ status: 200, body: { [collection]: [] } },
    });
  }
  await cloud.signIn(page, 'reader', '/hosts/worker-2/storage');
  await expect(main(page)).toContainText('The platform lists no disks of this host');
  await expect(drawing(page)).toHaveCount(0);
});

test('is a list per disk on a phone', { tag: ['@phone', '@phone-only'] }, async ({ page, cloud }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await cloud.signIn(page, 'reader', '/hosts/storage-0/storage');
  const disks = main(page).getByRole('list', { name: 'Disks and what is on them' }).getByRole('listitem');
  const first = disks.filter({ hasText: '/dev/sda' }).first();
  await expect(first).toContainText(/root disk.*\/dev\/sda5.*cgts-vg.*docker.*50 GiB/s);
  await expect(disks.filter({ hasText: 'nvme0n1' })).toContainText(/2 journals.*osd\.0.*osd\.1/s);
  await first.getByRole('button', { name: 'Filesystem docker, 50 GiB' }).click();
  await expect(part(page, 'Filesystem')).toContainText('docker-lv');
  await drawer(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('searchbox').fill('osd.1');
  await expect(disks).toHaveCount(2);
});
