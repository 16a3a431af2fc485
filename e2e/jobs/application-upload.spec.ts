/** A tarball from this computer: looked into, uploaded, applied, updated from the controller; a wrong one, and one that is cancelled. */
import type { Locator, Page } from '@playwright/test';
import { act, applicationRow } from '../support/applications';
import { expect, test } from '../support/fixtures';
import { expectOff, pressable, sheet } from '../support/hosts';
import { LONG } from '../support/patience';
import { tarballFolder } from '../support/tarballs';

const SECOND = 1_000;
const folder = tarballFolder();
test.afterAll(() => folder.drop());

/** The command that a sheet or a page shows, however it is wrapped. */
const shown = async (where: Page | Locator): Promise<string> =>
  (await where.locator('.cli pre').innerText()).replace(/\s*\\\n\s*/g, ' ');

test('a tarball is looked into, uploaded, applied and updated', async ({ page, cloud }) => {
  await cloud.control.speed(1);
  // The name and the version of one that lies on the simulated controller in a newer version.
  const tarball = await folder.write({
    ...{ name: 'hello-kitty', version: '1.0-1', charts: ['hello'], sizeBytes: 30_000_000 },
    metadata: 'supported_k8s_version:\n  minimum: v1.29.0\nmaintain_user_overrides: true\n',
  });
  await cloud.signIn(page, 'admin', '/applications');
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Upload an application');
  const button = page.getByRole('main').getByRole('button', { name: 'Upload', exact: true });
  const field = page.getByLabel('Tarball', { exact: true });

  await test.step('a wrong file says at once why', async () => {
    await field.setInputFiles({
      name: 'notes.tgz',
      mimeType: 'application/gzip',
      buffer: Buffer.from('no tarball'),
    });
    await expect(page.getByText('It is neither a gzip file nor a tar archive.').first()).toBeVisible();
    await expectOff(button, /neither a gzip file nor a tar/);
  });

  await test.step('a whole one says what it is, before anything is sent', async () => {
    await field.setInputFiles(tarball);
    const told = page.getByRole('region', { name: 'What is in it' });
    await expect(told).toContainText('hello-kitty');
    await expect(told).toContainText('1.0-1');
    await expect(told).toContainText('v1.29.0 or newer');
    await expect(told).toContainText('This cloud has no hello-kitty yet');
    expect(await shown(page)).toContain('system application-upload ./hello-kitty-1.0-1.tgz');
    expect(
      (await cloud.control.requests())
        .filter(({ method }) => method === 'POST')
        .filter(({ path }) => path.includes('/apps')),
    ).toEqual([]);
  });

  await test.step('cancelled in the middle, nothing is uploaded', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2_000_000 };
    await session.send('Network.emulateNetworkConditions', slow);
    await button.click();
    const progress = page.getByRole('region', { name: 'Upload of hello-kitty-1.0-1.tgz' });
    await expect(progress).toContainText(/of 28\.\d MiB, .* a second/, { timeout: LONG });
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText(/nothing was uploaded/)).toBeVisible();
    await session.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
    await session.detach();
  });

  await test.step('the list follows it', async () => {
    await (await pressable(page.locator('main'), 'Upload')).click();
    await expect(page).toHaveURL(/\/applications\?open=hello-kitty/, { timeout: LONG });
    await expect(applicationRow(page, 'hello-kitty')).toContainText('Uploading', { timeout: LONG });
    await cloud.control.advance(60 * SECOND);
    await expect(applicationRow(page, 'hello-kitty')).toContainText('Uploaded', { timeout: LONG });
  });

  const drawer = page.getByRole('complementary', { name: 'hello-kitty' });
  await test.step('it is applied', async () => {
    await expectOff(drawer.getByRole('button', { name: 'Update…' }), /Only what is applied can be updated/);
    await act(page, drawer, 'Apply', 'hello-kitty');
    await cloud.control.advance(600 * SECOND);
    await expect(applicationRow(page, 'hello-kitty')).toContainText('Applied', { timeout: LONG });
  });

  await test.step('an update that is aborted takes the version before back', async () => {
    await drawer.getByRole('button', { name: 'Update…' }).click();
    const form = sheet(page, 'Update hello-kitty');
    await form.getByLabel('Path on the active controller').fill('/scratch/hello-kitty-1.1-0.tgz');
    await (await pressable(form, 'Update hello-kitty')).click();
    await expect(applicationRow(page, 'hello-kitty')).toContainText('Updating', { timeout: LONG });
    await act(page, drawer, 'Abort', 'hello-kitty');
    await cloud.control.advance(600 * SECOND);
    await expect(applicationRow(page, 'hello-kitty')).toContainText('1.0-1', { timeout: LONG });
    await expect(applicationRow(page, 'hello-kitty')).toContainText('Applied', { timeout: LONG });
  });

  await test.step('it is updated by a path, after a look into a copy', async () => {
    const copy = await folder.write({ name: 'hello-kitty', version: '1.1-0', charts: ['hello', 'purr'] });
    await drawer.getByRole('button', { name: 'Update…' }).click();
    const form = sheet(page, 'Update hello-kitty');
    await expect(form).toContainText('A file of this computer cannot be used.');
    await form.getByLabel('Path on the active controller').fill('/scratch/hello-kitty-1.1-0.tgz');
    await form.getByLabel('A copy of it on this computer').setInputFiles(tarball);
    await expect(form).toContainText('Version 1.0-1 is applied already');
    await form.getByLabel('A copy of it on this computer').setInputFiles(copy);
    await expect(form).toContainText('From version 1.0-1 to 1.1-0');
    await expect(form).toContainText('purr');
    await form.getByLabel('User overrides').selectOption('keep');
    expect(await shown(form)).toContain('--reuse-user-overrides true /scratch/hello-kitty-1.1-0.tgz');
    await (await pressable(form, 'Update hello-kitty')).click();
    await expect(form).toBeHidden({ timeout: LONG });
    await cloud.control.advance(600 * SECOND);
    await expect(applicationRow(page, 'hello-kitty')).toContainText('1.1-0', { timeout: LONG });
    await expect(applicationRow(page, 'hello-kitty')).toContainText('Applied', { timeout: LONG });
  });
});

test('what the platform refuses is told in its words, and the form stays; a reader sees why not', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'admin', '/applications/upload?from=path');
  const path = page.getByLabel('Path on the active controller');
  await path.fill('/scratch/nothing-1.0-1.tgz');
  await (await pressable(page.locator('main'), 'Upload')).click();
  await expect(page.getByText(/^Application-upload rejected: failed to extract tar file/)).toBeVisible({
    timeout: LONG,
  });
  await expect(path).toHaveValue('/scratch/nothing-1.0-1.tgz');
  await cloud.signIn(page, 'reader', '/applications');
  await expectOff(page.getByRole('button', { name: 'Upload', exact: true }), /needs configurator or admin/);
});
