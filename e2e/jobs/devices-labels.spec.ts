/** Labels and devices of a host: assigned, refused, removed; named, labelled, given images that are written. */
import type { Locator, Page } from '@playwright/test';
import type { Fault } from '../../simulator/kernel/faults';
import { expect, test } from '../support/fixtures';
import { expectOff, pressable, sheet } from '../support/hosts';
import { pressKey, tabTo } from '../support/keyboard';
import { LONG } from '../support/patience';

/** Locked, and online. */
const LOCKED = 'worker-4';
const RUNNING = 'worker-0';
const WORDS = 'Labels are being changed by somebody else.';
/** As sysinv words a refusal: JSON text inside JSON. */
const refusing = (method: string, path: string): Fault => ({
  service: 'sysinv',
  ...{ method, path, status: 400, times: 1 },
  body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: WORDS, debuginfo: null }) },
});

const does = (where: Page | Locator, name: string): Locator =>
  where.getByRole('button', { name, exact: true });
const field = (form: Locator, name: string): Locator => form.getByRole('textbox', { name, exact: true });
/** An optional field says so in its name. */
const value = (form: Locator, number: number): Locator =>
  form.getByRole('textbox', { name: `Value ${number}` });
const choice = (form: Locator, name: string): Locator => form.getByRole('combobox', { name, exact: true });
/** A command as it is printed: long ones are broken. */
const command = (words: string): RegExp =>
  new RegExp(words.replaceAll(/[.*+?^$()[\]{}|]/g, '\\$&').replaceAll(' ', '[\\s\\\\]+'));
const drawer = (page: Page): Locator =>
  page.getByRole('complementary').filter({ has: page.getByRole('button', { name: 'Close', exact: true }) });
const labels = (page: Page): Locator => page.getByRole('grid', { name: 'labels' });
const labelRow = (page: Page, key: string): Locator => labels(page).getByRole('row').filter({ hasText: key });

test('labels are typed, chosen and pasted, judged as they are, sent in one request, and removed together', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'configurator', `/hosts/${RUNNING}/labels`);
  await expect(labelRow(page, 'sriovdp')).toContainText('While locked', { timeout: LONG });
  await does(page, 'Assign labels…').click();
  const form = sheet(page, `Assign labels to ${RUNNING}`);
  await field(form, 'Key 1').fill('bad key!');
  await expect(field(form, 'Key 1')).toHaveAccessibleDescription(/^Letters, digits/);
  await expectOff(does(form, 'Assign label'), 'Something is wrong with a label');
  await field(form, 'Key 1').fill('sriovdp');
  await expect(field(form, 'Key 1')).toHaveAccessibleDescription(/^Lock worker-0 first: sriovdp needs/);
  await field(form, 'Key 1').fill('rack');
  await value(form, 1).fill('r4');
  await choice(form, 'Add one that the platform knows').selectOption('power-management');
  await expect(choice(form, 'Value 2')).toHaveValue('enabled');
  await form.getByText('Paste several').click();
  await field(form, 'Labels').fill('# of the site\nsite=oslo\nrow: "b"');
  await does(form, 'Take 2 labels').click();
  await expect(field(form, 'Key 3')).toHaveValue('site');
  await expect(value(form, 4)).toHaveValue('b');
  await expect(form).toContainText(
    command('system host-label-assign worker-0 rack=r4 power-management=enabled site=oslo row=b'),
  );
  await cloud.control.fault(refusing('POST', '/\\/v1\\/labels/'));
  await (await pressable(form, 'Assign 4 labels')).click();
  await expect(form.getByText(WORDS)).toHaveCount(1);
  await expect(value(form, 1)).toHaveValue('r4');
  await cloud.control.resetRequests();
  await (await pressable(form, 'Assign 4 labels')).click();
  await expect(form).toBeHidden();
  await expect(labelRow(page, 'site')).toContainText('oslo', { timeout: LONG });
  const writes = (await cloud.control.requests()).filter(
    ({ service, method }) => service === 'sysinv' && method === 'POST',
  );
  expect(writes.map(({ count }) => count)).toEqual([1]);

  await labelRow(page, 'site').getByRole('checkbox').check();
  await labelRow(page, 'rack').getByRole('checkbox').check();
  await does(page, 'Remove 2 labels…').click();
  const removing = sheet(page, `Remove 2 labels of ${RUNNING}`);
  await expect(removing.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(2);
  await (await pressable(removing, 'Remove 2 labels')).click();
  await expect(removing).toBeHidden();
  await expect(labelRow(page, 'site')).toHaveCount(0, { timeout: LONG });
  await labelRow(page, 'sriovdp').getByRole('checkbox').check();
  await expectOff(does(page, 'Remove 1 label…'), /Lock worker-0 first/);
});

test('a policy is changed on a locked host by keyboard alone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'configurator', `/hosts/${LOCKED}/labels?open=kube-topology-mgr-policy`);
  await expect(drawer(page)).toContainText('single-numa-node', { timeout: LONG });
  await pressKey(page, does(drawer(page), 'Change value…'));
  const form = sheet(page, `Change kube-topology-mgr-policy of ${LOCKED}`);
  await expect(form.getByRole('checkbox', { name: /^Overwrite labels/ })).toBeChecked();
  await expectOff(does(form, 'Assign label'), 'Nothing would change');
  await tabTo(page, choice(form, 'Value 1'));
  await page.keyboard.type('single');
  await expect(choice(form, 'Value 1')).toHaveValue('single-numa-node');
  await expect(form).toContainText(command('kube-topology-mgr-policy=single-numa-node --overwrite'));
  await pressKey(page, does(form, 'Assign label'));
  await expect(form).toBeHidden();
  await expect(labelRow(page, 'kube-topology-mgr-policy')).toContainText('single-numa-node', {
    timeout: LONG,
  });
});

test('a device is named on a locked host only, and its VFs are left alone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'configurator', `/hosts/${RUNNING}/devices?open=0000:b4:00.0`);
  await expect(drawer(page)).toContainText('16 of 16', { timeout: LONG });
  await expect(drawer(page)).toContainText('changes neither driver nor VFs');
  await expectOff(does(drawer(page), 'Change…'), /Lock worker-0 first/);
  await page.goto(`/hosts/${LOCKED}/devices?open=0000:b4:00.0`);
  await does(drawer(page), 'Change…').click();
  const form = sheet(page, 'Change pci_0000_b4_00_0');
  await field(form, 'Name').fill('');
  await expect(field(form, 'Name')).toHaveAccessibleDescription(/^A name is needed/);
  await field(form, 'Name').fill('acc100');
  await form.getByRole('checkbox', { name: 'Enabled' }).uncheck();
  await expect(form).toContainText(
    command('system host-device-modify worker-4 0000:b4:00.0 --name acc100 --enabled False'),
  );
  await cloud.control.fault(refusing('PATCH', '/\\/v1\\/pci_devices/'));
  await (await pressable(form, 'Save 2 changes')).click();
  await expect(form.getByText(WORDS)).toHaveCount(1);
  await (await pressable(form, 'Save 2 changes')).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('region', { name: 'Accelerators' })).toContainText('acc100', { timeout: LONG });
  await expect(page.getByRole('region', { name: 'Accelerators' })).toContainText('Not enabled');
});

test('an FPGA gets a label, an image by it, and the image is written, aborted and tried again', async ({
  page,
  cloud,
}) => {
  test.slow();
  await cloud.control.speed(1);
  await cloud.signIn(page, 'configurator', '/hosts/worker-1/devices?open=0000:b2:00.0');
  await does(drawer(page), 'Label…').click();
  const label = sheet(page, 'Label pci_0000_b2_00_0');
  await field(label, 'Key').fill('site');
  await field(label, 'Value').fill('oslo');
  await (await pressable(label, 'Add label')).click();
  await expect(label).toBeHidden();
  await expect(drawer(page).getByRole('list', { name: 'Labels of the device' })).toContainText('site=oslo');
  await does(drawer(page), 'Close').click();
  for (const image of ['n3000-root-key', 'n3000-key-revocation']) {
    await does(page, `Apply ${image}…`).click();
    const form = sheet(page, `Apply ${image}`);
    await expectOff(does(form, 'Apply image'), 'Choose what to apply it to');
    await form.getByRole('radio', { name: 'site=oslo' }).check();
    await (await pressable(form, 'Apply image')).click();
    await expect(form).toBeHidden();
  }
  await expect(page.getByText('2 device images wait to be written.')).toBeVisible({ timeout: LONG });
  await cloud.control.failDeviceImages();
  await does(page, 'Write images…').click();
  const write = sheet(page, 'Write device images on worker-1');
  await expect(write).toContainText(command('system host-device-image-update worker-1'));
  await (await pressable(write, 'Write images')).click();
  await expect(write).toBeHidden();
  await expect(page.getByText('Device images are being written.')).toBeVisible({ timeout: LONG });
  await does(page, 'Abort…').click();
  const abort = sheet(page, 'Abort writing on worker-1');
  await (await pressable(abort, 'Abort')).click();
  await expect(abort).toBeHidden();
  await cloud.control.advance(40_000);
  await expect(page.getByText('1 device image could not be written.')).toBeVisible({ timeout: LONG });
  await does(page, 'Write images…').click();
  await (await pressable(write, 'Write images')).click();
  await expect(write).toBeHidden();
  await cloud.control.advance(60_000);
  const row = page.getByRole('list', { name: 'Device images' }).getByRole('listitem');
  await expect(row.filter({ hasText: 'n3000-root-key' })).toContainText('written to 1 device', {
    timeout: LONG,
  });
  await expectOff(does(page, 'Delete n3000-root-key…'), /written to a device/);
});

test('an image is uploaded: judged first, refused in the words of the platform, cancelled, then listed', async ({
  page,
  cloud,
  watch,
}) => {
  // The browser's own line about the refusal.
  watch.expect(/status of 409/);
  await cloud.signIn(page, 'configurator', '/hosts/worker-1/devices');
  await does(page, 'Add an image…').click();
  const form = sheet(page, 'Add a device image');
  await expectOff(does(form, 'Upload image'), 'Pick a file');
  await form.getByLabel('File', { exact: true }).setInputFiles({
    name: 'fec.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(4_000_000),
  });
  await form.getByRole('radio', { name: 'Functional' }).check();
  await field(form, 'Bitstream ID').fill('xyz');
  await expect(field(form, 'Bitstream ID')).toHaveAccessibleDescription(/^Hexadecimal digits/);
  await expectOff(does(form, 'Upload image'), /^Bitstream ID/);
  await field(form, 'Bitstream ID').fill('0x1f');
  await form.getByRole('textbox', { name: /^Name/ }).fill('fec-new');
  await form.getByRole('radio', { name: 'Another device' }).check();
  await field(form, 'PCI vendor').fill('80ee');
  await field(form, 'PCI device').fill('beef');
  await expect(form).toContainText(
    command('system device-image-upload ./fec.bin functional 80ee beef --bitstream-id 0x1f --name fec-new'),
  );
  await (await pressable(form, 'Upload image')).click();
  await expect(form.getByText(/^Invalid PCI vendor\/device ID: 80ee beef/)).toHaveCount(1, { timeout: LONG });
  await expect(field(form, 'PCI device')).toHaveValue('beef');

  await form.getByRole('radio', { name: '8086:0b30' }).check();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 400_000 };
  await session.send('Network.emulateNetworkConditions', slow);
  await (await pressable(form, 'Upload image')).click();
  const progress = form.getByRole('region', { name: 'Upload of fec.bin' });
  await expect(progress).toContainText('a second', { timeout: LONG });
  await does(progress, 'Cancel').click();
  await expect(form.getByText(/nothing was uploaded/)).toBeVisible();
  await session.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
  await session.detach();
  await (await pressable(form, 'Upload image')).click();
  await expect(form).toBeHidden({ timeout: LONG });
  const row = page.getByRole('list', { name: 'Device images' }).getByRole('listitem');
  await expect(row.filter({ hasText: 'fec-new' })).toContainText('Applied to nothing', { timeout: LONG });
});

test('a reader sees all of it on a phone, and why nothing can be done @phone', async ({ page, cloud }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await cloud.signIn(page, 'reader', `/hosts/${RUNNING}/devices`);
  await page
    .getByRole('region', { name: 'Accelerators' })
    .getByRole('button', { name: /FPGA N3000/ })
    .click();
  await expect(page.getByText('fpga-type=n3000').filter({ visible: true }).first()).toBeVisible();
  await expectOff(does(page, 'Label…'), /reader/i);
  await does(page, 'Close').click();
  await expectOff(does(page, 'Add an image…'), /reader/i);
  await page.goto(`/hosts/${RUNNING}/labels`);
  await expectOff(does(page, 'Assign labels…'), /reader/i);
  await page
    .getByRole('button', { name: /^sriovdp/ })
    .first()
    .click();
  await expect(
    page.getByText('Runs the SR-IOV device plugin').filter({ visible: true }).first(),
  ).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});
