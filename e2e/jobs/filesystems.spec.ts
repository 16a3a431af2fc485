/** Filesystems of hosts and of the controllers: several grown in one save, what that triggers, and one that fills up. */
import type { Locator, Page } from '@playwright/test';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, sheet } from '../support/hosts';
import { LONG } from '../support/patience';
import { asked, expectCommand, listed, panel, send } from '../support/storage';

async function openHost(page: Page, cloud: Cloud, role: Role, host: string): Promise<void> {
  await cloud.signIn(page, role, `/hosts/${host}/storage`);
  await expect(page.getByRole('button', { name: 'Resize filesystems…' })).toBeVisible({ timeout: LONG });
}

async function openSizes(page: Page, host: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Resize filesystems…' }).click();
  const form = sheet(page, `Resize filesystems of ${host}`);
  await expect(form.getByRole('textbox', { name: 'scratch' })).toBeVisible();
  return form;
}

const sized = (form: Locator, name: string) => form.getByRole('textbox', { name, exact: true });

test('several filesystems of a host grow in one request', { tag: '@light' }, async ({ page, cloud }) => {
  await openHost(page, cloud, 'configurator', 'controller-0');
  const form = await openSizes(page, 'controller-0');
  await sized(form, 'scratch').fill('40');
  await sized(form, 'docker').fill('50');
  await expect(form).toContainText(/\d+ GiB more/);
  await expectCommand(form, 'system host-fs-modify controller-0 ');
  await expect(sized(form, 'scratch')).toHaveAccessibleDescription(/was \d+/);
  await send(form, 'Save 2 changes');
  expect((await asked(cloud)).writes).toBe(1);
  await expect(page.getByRole('main').getByText('Modifying').first()).toBeVisible({ timeout: LONG });
  await cloud.control.advance(600_000);
  await expect(page.getByRole('main').getByText('Modifying')).toHaveCount(0, { timeout: LONG });
});

test('what is smaller or too big is not sent, and says why', async ({ page, cloud }) => {
  await openHost(page, cloud, 'admin', 'controller-0');
  const form = await openSizes(page, 'controller-0');
  await sized(form, 'scratch').fill('5');
  await expect(sized(form, 'scratch')).toHaveAccessibleDescription(
    /More than \d+ GiB: a filesystem only ever grows/,
  );
  await expect(form.getByRole('button', { name: 'Save 1 change' })).toHaveAttribute('aria-disabled', 'true');
  await sized(form, 'scratch').fill('half');
  await expect(sized(form, 'scratch')).toHaveAccessibleDescription(/A whole number of GiB/);
  await sized(form, 'scratch').fill('99999');
  await expect(form).toContainText(/\d+ GiB more are asked for, and \d+ GiB of cgts-vg are free/);
  expect((await asked(cloud)).writes).toBe(0);
});

test('a refusal stands beside the filesystem that it names', async ({ page, cloud }) => {
  await openHost(page, cloud, 'admin', 'controller-0');
  const form = await openSizes(page, 'controller-0');
  await sized(form, 'scratch').fill('40');
  const words = "HostFs update failed: size for filesystem 'scratch' should be bigger than 60.";
  await cloud.control.fault({
    ...{ service: 'sysinv', method: 'PUT', status: 400, times: 1 },
    body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: words, debuginfo: null }) },
  });
  await form.getByRole('button', { name: 'Save 1 change' }).click();
  await expect(sized(form, 'scratch')).toHaveAccessibleDescription(new RegExp(words));
  await expect(form.getByText(words)).toHaveCount(1);
  await expect(form.getByRole('alert')).toContainText('Nothing was changed.');
  await expect(sized(form, 'scratch')).toHaveValue('40');
});

test('a filesystem is added to a host and deleted again', async ({ page, cloud }) => {
  await openHost(page, cloud, 'configurator', 'controller-0');
  await page.getByRole('button', { name: 'Filesystem…', exact: true }).click();
  const form = sheet(page, 'Add a filesystem to controller-0');
  await expect(form).toContainText('It needs Ceph by Rook as a backend, and there is none.');
  await form.getByRole('radio', { name: 'image-conversion' }).check();
  await form.getByRole('textbox', { name: 'Size' }).fill('10');
  await expectCommand(form, 'system host-fs-add controller-0 image-conversion=10');
  await send(form, 'Add filesystem');
  await cloud.control.advance(600_000);
  await page.goto('/hosts/controller-0/storage?open=fs:image-conversion');
  const drawer = page.getByRole('complementary').filter({ hasText: 'image-conversion' });
  await expect(drawer).toContainText('Ready', { timeout: LONG });
  await drawer.getByRole('button', { name: 'Delete…' }).click();
  await send(sheet(page, 'Delete image-conversion of controller-0'), 'Delete image-conversion');
  expect((await asked(cloud)).writes).toBe(2);
});

test('a part of every host stays, and a reader changes nothing', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin', '/hosts/controller-0/storage?open=fs:docker');
  const drawer = page.getByRole('complementary').filter({ hasText: 'docker' });
  await expectOff(drawer.getByRole('button', { name: 'Delete…' }), /part of every host/, LONG);
  await cloud.signIn(page, 'reader', '/hosts/controller-0/storage');
  await expectOff(page.getByRole('button', { name: 'Resize filesystems…' }), /Your role is reader/, LONG);
  await expectOff(page.getByRole('button', { name: 'Filesystem…', exact: true }), /Your role is reader/);
});

test.describe('of the controllers', () => {
  test.use({ world: 'ceph' });

  test('several grow in one request, and the backup has to hold them', async ({ page, cloud }) => {
    await cloud.signIn(page, 'configurator', '/storage');
    const own = panel(page, 'Filesystems of the controllers');
    await own.getByRole('button', { name: 'Resize…' }).click();
    const form = sheet(page, 'Resize filesystems of the controllers');
    await sized(form, 'database').fill('11');
    await expect(form).toContainText(
      'Filesystem backup of controller-0 has 25 GiB and needs 26 GiB. Resize it first.',
    );
    await expect(form).toContainText('2 GiB more');
    await sized(form, 'database').fill('10');
    await sized(form, 'platform').fill('5');
    await expect(sized(form, 'platform')).toHaveAccessibleDescription(/More than 10 GiB/);
    await sized(form, 'platform').fill('10');
    await sized(form, 'etcd').fill('7');
    await sized(form, 'extension').fill('3');
    await expectCommand(form, 'system controllerfs-modify extension=3 etcd=7');
    await send(form, 'Save 2 changes');
    expect((await asked(cloud)).writes).toBe(1);
    await expect(own).toContainText(/Drbd fs resizing in progress/i, { timeout: LONG });
    await cloud.control.advance(900_000);
    await expect(own).not.toContainText(/resizing/i, { timeout: LONG });
    await expect(own).toContainText('7 GiB');
  });

  test('one that fills up: overview, storage, host, and more room', async ({ page, cloud }) => {
    await cloud.control.startStorage({
      scenario: 'filesystem-full',
      host: 'controller-0',
      filesystem: 'log',
    });
    await cloud.control.advance(600_000);
    await cloud.signIn(page, 'admin', '/');
    await expect(listed(page, 'Filling up')).toContainText('controller-0 /var/log', { timeout: LONG });
    await page.goto('/storage');
    const fills = listed(page, 'Over the limit');
    await expect(fills).toContainText(/\d+(\.\d)? %/);
    await expect(page.getByRole('main')).toContainText('1 filesystem over the limit.');
    await fills.getByRole('link', { name: '/var/log' }).click();
    await expect(page).toHaveURL(/\/hosts\/controller-0\/storage\?open=fs:/);
    const drawer = page.getByRole('complementary').filter({ hasText: 'log' });
    await expect(drawer).toContainText('File System threshold exceeded', { timeout: LONG });
    await drawer.getByRole('button', { name: 'Resize…' }).click();
    const form = sheet(page, 'Resize filesystems of controller-0');
    await sized(form, 'log').fill('60');
    await send(form, 'Save 1 change');
    expect((await asked(cloud)).writes).toBe(1);
  });
});

test.describe('of Ceph by Rook', () => {
  test.use({ world: 'rook' });

  test('the function of a monitor is given and taken, as far as the platform lets it', async ({
    page,
    cloud,
  }) => {
    await cloud.signIn(page, 'admin', '/hosts/controller-0/storage?open=fs:ceph');
    const drawer = page.getByRole('complementary').filter({ hasText: 'ceph' });
    await drawer.getByRole('button', { name: 'Functions…' }).click();
    const form = sheet(page, 'Functions of Ceph on controller-0');
    await expectOff(form.getByRole('checkbox', { name: 'OSD' }), /first OSD/);
    await form.getByRole('checkbox', { name: 'Monitor' }).uncheck();
    await expectCommand(form, 'system host-fs-modify controller-0 ceph --functions=osd');
    await form.getByRole('button', { name: 'Save 1 change' }).click();
    await expect(form.getByRole('alert')).toContainText('floating monitor');
  });
});

test('sizes are changed with the keyboard alone, and on a phone @phone', async ({ page, cloud }) => {
  await openHost(page, cloud, 'admin', 'worker-1');
  await page.getByRole('button', { name: 'Resize filesystems…' }).focus();
  await page.keyboard.press('Enter');
  const form = sheet(page, 'Resize filesystems of worker-1');
  const first = form.getByRole('textbox').first();
  await expect(first).toBeFocused();
  const now = Number(await first.inputValue());
  await first.fill(String(now + 2));
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden({ timeout: LONG });
  expect((await asked(cloud)).writes).toBe(1);
});
