/** Applications: what there is and in which state, how far the platform is, and applying, aborting, removing, deleting. */
import type { Page } from '@playwright/test';
import { act, applicationGrid, applicationRow, openApplication } from '../support/applications';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, keysAct, pressable, sheet } from '../support/hosts';
import { pressKey } from '../support/keyboard';
import { LONG } from '../support/patience';

const SECOND = 1_000;

async function open(page: Page, cloud: Cloud, role: Role): Promise<void> {
  await cloud.signIn(page, role, '/applications');
  await expect(applicationGrid(page)).toBeVisible();
  await keysAct(page, 'applications');
}

test('every application with its version, its state and what the platform said last', async ({
  page,
  cloud,
}) => {
  await open(page, cloud, 'reader');
  await expect(page).toHaveTitle(/Applications/);
  await expect(applicationRow(page, 'cert-manager')).toContainText('Applied');
  await expect(page.getByText(/\d+ of \d+ applied/)).toBeVisible();
  // What the list itself does not tell: how many charts, and since when.
  await expect(
    applicationRow(page, 'cert-manager').getByRole('gridcell', { name: '2', exact: true }),
  ).toBeVisible();
  await expect(applicationRow(page, 'cert-manager')).toContainText(/\d\d [A-Z][a-z]{2}|\d\d:\d\d/);
  const drawer = await openApplication(page, 'cert-manager');
  await expect(drawer).toContainText('cert-manager-fluxcd-manifests');
  await expect(drawer).toContainText('2 charts');
  await expect(drawer).toContainText(/State since/);
  await drawer.getByRole('group').filter({ hasText: 'cert-manager' }).first().click();
  await expect(drawer.getByRole('region', { name: 'user values of cert-manager' })).toContainText(
    'replicaCount: 2',
  );
});

test('applies what is uploaded, and tells how far the platform is', async ({ page, cloud }) => {
  await cloud.control.speed(1);
  await open(page, cloud, 'admin');
  const drawer = await openApplication(page, 'oidc-auth-apps');
  await expect(drawer).toContainText('Uploaded');
  await expectOff(drawer.getByRole('button', { name: 'Abort…' }), /under way can be aborted/);
  await drawer.getByRole('button', { name: 'Apply…' }).click();
  const form = sheet(page, 'Apply oidc-auth-apps');
  await expect(form.getByRole('region', { name: 'What it affects' }).getByRole('listitem')).toHaveCount(3);
  await (await pressable(form, 'Apply oidc-auth-apps')).click();
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(applicationRow(page, 'oidc-auth-apps')).toContainText('Applying', { timeout: LONG });
  await expect(drawer.getByRole('progressbar')).toBeVisible({ timeout: LONG });
  await cloud.control.advance(600 * SECOND);
  await expect(applicationRow(page, 'oidc-auth-apps')).toContainText('Applied', { timeout: LONG });
});

test('aborts an apply, and keeps what the platform said', async ({ page, cloud }) => {
  await cloud.control.speed(1);
  await open(page, cloud, 'admin');
  const drawer = await openApplication(page, 'oidc-auth-apps');
  await act(page, drawer, 'Apply', 'oidc-auth-apps');
  await expect(applicationRow(page, 'oidc-auth-apps')).toContainText('Applying', { timeout: LONG });
  await act(page, drawer, 'Abort', 'oidc-auth-apps');
  await cloud.control.advance(60 * SECOND);
  await expect(drawer).toContainText('operation aborted by user', { timeout: LONG });
  await expect(applicationRow(page, 'oidc-auth-apps')).toContainText('Apply failed');
});

test('removes an application and then deletes it', async ({ page, cloud }) => {
  await cloud.control.speed(1);
  await open(page, cloud, 'admin');
  const drawer = await openApplication(page, 'node-feature-discovery');
  await expectOff(drawer.getByRole('button', { name: 'Delete…' }), /can be deleted\. It is: applied\./);
  await act(page, drawer, 'Remove', 'node-feature-discovery');
  await expect(applicationRow(page, 'node-feature-discovery')).toContainText('Removing', { timeout: LONG });
  await cloud.control.advance(300 * SECOND);
  await expect(applicationRow(page, 'node-feature-discovery')).toContainText('Uploaded', { timeout: LONG });
  await act(page, drawer, 'Delete', 'node-feature-discovery');
  await expect(applicationRow(page, 'node-feature-discovery')).toHaveCount(0, { timeout: LONG });
  await expect(page.getByRole('complementary', { name: 'node-feature-discovery' })).toContainText(
    'not in the list',
  );
});

test('shows the refusal of an apply in the words of the platform', async ({ page, cloud }) => {
  await open(page, cloud, 'admin');
  const refusal =
    'Application-apply rejected: operation is not allowed while the current status is uploading.';
  await cloud.control.fault({
    ...{ service: 'sysinv', method: 'PATCH', path: '/v1/apps/', status: 400 },
    body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: refusal, debuginfo: null }) },
  });
  const drawer = await openApplication(page, 'oidc-auth-apps');
  await drawer.getByRole('button', { name: 'Apply…' }).click();
  const form = sheet(page, 'Apply oidc-auth-apps');
  await (await pressable(form, 'Apply oidc-auth-apps')).click();
  await expect(form.getByText(refusal)).toBeVisible({ timeout: LONG });
  await expect(form).toBeVisible();
});

test('a reader sees everything, and why nothing can be done', async ({ page, cloud }) => {
  await open(page, cloud, 'reader');
  const drawer = await openApplication(page, 'oidc-auth-apps');
  await expectOff(drawer.getByRole('button', { name: 'Apply…' }), /needs configurator or admin/);
});

test('by keyboard alone, from the list to the sheet and back', async ({ page, cloud }) => {
  await open(page, cloud, 'admin');
  await page.goto('/applications?q=oidc');
  await expect(applicationRow(page, 'cert-manager')).toHaveCount(0);
  await keysAct(page, 'applications');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: 'oidc-auth-apps' });
  await pressKey(page, drawer.getByRole('button', { name: 'Apply…' }));
  await expect(sheet(page, 'Apply oidc-auth-apps')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet(page, 'Apply oidc-auth-apps')).toBeHidden();
});

test('says so when the applications cannot be read', async ({ page, cloud }) => {
  await cloud.control.fault({ service: 'sysinv', path: '/v1/apps', status: 503 });
  await cloud.signIn(page, 'reader', '/applications');
  await expect(page.getByText('The applications could not be read')).toBeVisible();
});
