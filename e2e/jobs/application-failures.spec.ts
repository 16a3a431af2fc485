/** Applications that fail: how far they were, what the platform says, what it takes back by itself, and the ways on. */
import type { Locator, Page } from '@playwright/test';
import { act, applicationRow, openApplication } from '../support/applications';
import { expect, test } from '../support/fixtures';
import { pressable, sheet } from '../support/hosts';
import { LONG } from '../support/patience';

const SECOND = 1_000;
/** Slower than anybody waits: time passes by `advance` alone. */
const STILL = 0.001;
/** An apply of three charts is at its last one from here on, for so long. */
const [LAST_CHART, CHART] = [66 * SECOND, 20 * SECOND];
const INGRESS = 'nginx-ingress-controller';
const shelved = (version: string) => `/usr/local/share/applications/helm/${INGRESS}-${version}.tgz`;

const before = (where: Locator): Locator => where.getByRole('region', { name: 'Before it failed' });

/** Fills in where the new version lies, and sends it. */
async function update(page: Page, drawer: Locator, where: { path: string } | { url: string }): Promise<void> {
  await drawer.getByRole('button', { name: 'Update…' }).click();
  const form = sheet(page, `Update ${INGRESS}`);
  if ('path' in where) await form.getByLabel('Path on the active controller').fill(where.path);
  else {
    await form.getByRole('radio', { name: 'Address' }).check({ force: true });
    await form.getByRole('textbox', { name: 'Address' }).fill(where.url);
  }
  await (await pressable(form, `Update ${INGRESS}`)).click();
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(applicationRow(page, INGRESS)).toContainText(/Updat/, { timeout: LONG });
}

test('an apply that fails: where it was stays beside what the platform says, its alarm leads there, and it is applied again', {
  tag: '@phone',
}, async ({ page, cloud, anotherPerson }) => {
  const name = 'oidc-auth-apps';
  await cloud.control.speed(STILL);
  await cloud.control.failApp({ app: name, operation: 'apply', kind: 'fail', chart: 3, times: 1 });
  await cloud.signIn(page, 'admin', `/applications?open=${name}`);
  const drawer = page.getByRole('complementary', { name });
  await act(page, drawer, 'Apply', name);
  await expect(drawer).toContainText('Taken by the platform', { timeout: LONG });
  await cloud.control.advance(LAST_CHART);
  await expect(drawer.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '67', { timeout: LONG });
  await expect(before(drawer)).toHaveCount(0);

  await cloud.control.advance(CHART);
  await expect(drawer).toContainText('Apply failed. The platform says:', { timeout: LONG });
  await expect(drawer).toContainText('The Helm release "secret-observer" could not be applied.');
  await expect(before(drawer)).toContainText('Chart dex applied. Overall completion: 67%');
  await expect(before(drawer)).toContainText(/at \d\d:\d\d:\d\d/);
  const steps = before(drawer).getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps).toHaveText([
    'Work out the overrides',
    'Fetch the images',
    /^Apply the charts\s*failed here$/,
  ]);

  // Who opens the page now is told as much; nobody else's reading knows how far it was.
  await page.goto(`/applications/${name}`);
  await expect(before(page.getByRole('main'))).toContainText('Overall completion: 67%');
  const other = await anotherPerson();
  await cloud.signIn(other, 'reader', `/alarms?q=${name}`);
  await other
    .getByText(/could not be applied|750\.002/)
    .first()
    .click();
  const alarm = other.getByRole('complementary').filter({ hasText: '750.002' });
  await alarm.getByRole('link', { name, exact: true }).first().click();
  await expect(other).toHaveURL(`/applications?open=${name}`);
  const theirs = other.getByRole('complementary', { name });
  await expect(theirs).toContainText('The Helm release "secret-observer" could not be applied.');
  await expect(before(theirs)).toHaveCount(0);

  await page.goto(`/applications?open=${name}`);
  await act(page, drawer, 'Apply', name);
  await expect(before(drawer)).toHaveCount(0, { timeout: LONG });
  await cloud.control.advance(600 * SECOND);
  await expect(drawer.getByText('Applied', { exact: true })).toBeVisible({ timeout: LONG });
});

test('an update that fails is taken back by the platform; one that cannot be taken back stays failed, and can be applied again', async ({
  page,
  cloud,
}) => {
  await cloud.control.speed(STILL);
  await cloud.control.failApp({ app: INGRESS, operation: 'update', kind: 'fail', chart: 2 });
  await cloud.signIn(page, 'admin', '/applications');
  const drawer = await openApplication(page, INGRESS);
  const row = applicationRow(page, INGRESS);
  await update(page, drawer, { path: shelved('26.09-3') });
  await cloud.control.advance(600 * SECOND);
  const aborted = 'The update from version 26.09-2 to version 26.09-3 was aborted.';
  await expect(row).toContainText('26.09-2', { timeout: LONG });
  await expect(row).toContainText('Applied', { timeout: LONG });
  await expect(drawer).toContainText(`${aborted} Version 26.09-2 is back.`);

  await cloud.control.failApp({ app: INGRESS, operation: 'recover', kind: 'fail', times: 1 });
  await update(page, drawer, { path: shelved('26.09-3') });
  await cloud.control.advance(600 * SECOND);
  await expect(row).toContainText('Apply failed', { timeout: LONG });
  await expect(drawer).toContainText(`${aborted} Version 26.09-2 could not be brought back.`, {
    timeout: LONG,
  });
  await act(page, drawer, 'Apply', INGRESS);
  await cloud.control.advance(600 * SECOND);
  await expect(row).toContainText('Applied', { timeout: LONG });
  await expect(row).toContainText('26.09-2');
});

test('back to the version before: an update with its tarball, and the platform uses what it kept', async ({
  page,
  cloud,
}) => {
  await cloud.control.speed(STILL);
  await cloud.signIn(page, 'admin', '/applications');
  const drawer = await openApplication(page, INGRESS);
  const row = applicationRow(page, INGRESS);
  await update(page, drawer, { path: shelved('26.09-3') });
  await cloud.control.advance(600 * SECOND);
  await expect(row).toContainText('26.09-3', { timeout: LONG });
  await expect(row).toContainText('Applied', { timeout: LONG });
  await update(page, drawer, { url: `https://tarballs.example.com/${INGRESS}-26.09-2.tgz` });
  await cloud.control.advance(600 * SECOND);
  await expect(drawer).toContainText('The update from version 26.09-3 to version 26.09-2 is complete.', {
    timeout: LONG,
  });
  await expect(row).toContainText('Applied');
});

test('a removal that fails is gone on with by force', async ({ page, cloud }) => {
  const name = 'node-feature-discovery';
  await cloud.control.speed(STILL);
  await cloud.control.failApp({ app: name, operation: 'remove', kind: 'fail' });
  await cloud.signIn(page, 'admin', '/applications');
  const drawer = await openApplication(page, name);
  const row = applicationRow(page, name);
  await act(page, drawer, 'Remove', name);
  await expect(row).toContainText('Removing', { timeout: LONG });
  await cloud.control.advance(300 * SECOND);
  await expect(row).toContainText('Remove failed', { timeout: LONG });
  await expect(drawer).toContainText('operation aborted, check system inventory logs for details');

  await drawer.getByRole('button', { name: 'Remove…' }).click();
  const form = sheet(page, `Remove ${name}`);
  await form.getByRole('checkbox', { name: /^Go on where a check/ }).check();
  await expect(form).toContainText(`system application-remove --force ${name}`);
  await (await pressable(form, `Remove ${name}`)).click();
  await expect(form).toBeHidden({ timeout: LONG });
  await cloud.control.advance(300 * SECOND);
  await expect(row).toContainText('Uploaded', { timeout: LONG });
  await expect(drawer).toContainText("By force its status is 'uploaded'.");
});
