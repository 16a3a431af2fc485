/** The registry: its images, their tags, deleting one, and collecting the garbage. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { expectOff, keysAct, pressable, sheet } from '../support/hosts';
import { LONG } from '../support/patience';

const IMAGE = 'registry.k8s.io/kube-apiserver';
const OLD = 'v1.31.5';

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'images', exact: true });
const drawer = (page: Page): Locator => page.getByRole('complementary', { name: IMAGE });
const tags = (page: Page): Locator =>
  drawer(page)
    .getByRole('list', { name: `Tags of ${IMAGE}` })
    .getByRole('listitem');
const deletes = (page: Page, tag: string): Locator =>
  drawer(page).getByRole('button', { name: `Delete ${tag}…` });

test('from the list to the tags of an image, and one of them deleted', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin', '/applications');
  await page.getByRole('link', { name: 'Registry', exact: true }).click();
  await expect(page).toHaveTitle(/Registry/);
  await expect(grid(page).getByRole('row')).toHaveCount(5);
  await keysAct(page, 'images');
  await grid(page).getByRole('gridcell', { name: IMAGE, exact: true }).click();
  await expect(page).toHaveURL(/open=registry\.k8s\.io/);
  await expect(tags(page)).toHaveCount(2);
  await expect(drawer(page)).toContainText('No source reports it');

  await deletes(page, OLD).click();
  const form = sheet(page, `Delete ${IMAGE}:${OLD}`);
  await expect(form).toContainText('Whether one does is not known of v1.32.2');
  await expect(form).toContainText(/system registry-image-delete/);
  await expectOff(form.getByRole('button', { name: `Delete ${OLD}` }), `Type ${OLD} above`);
  await form.getByRole('textbox', { name: /to confirm/ }).fill(OLD);

  // The platform's own words first, and what was typed stays.
  const refusal = `No tag found for image: ${IMAGE}`;
  await cloud.control.fault({
    ...{ service: 'sysinv', method: 'DELETE', path: '/v1/registry_image', status: 400, times: 1 },
    body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: refusal, debuginfo: null }) },
  });
  await (await pressable(form, `Delete ${OLD}`)).click();
  await expect(form.getByText(refusal)).toBeVisible({ timeout: LONG });
  await (await pressable(form, `Delete ${OLD}`)).click();
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(tags(page)).toHaveText([/v1\.32\.2/], { timeout: LONG });
});

test('an operator collects the garbage, deletes nothing, and is told what it costs', async ({
  page,
  cloud,
}) => {
  await cloud.control.speed(1);
  await cloud.signIn(page, 'operator', `/applications/registry?open=${encodeURIComponent(IMAGE)}`);
  await expect(tags(page)).toHaveCount(2);
  await expectOff(deletes(page, OLD), /Deleting images needs configurator or admin/);
  await page.getByRole('button', { name: 'Collect garbage…' }).click();
  const form = sheet(page, 'Collect garbage of the registry');
  await expect(form).toContainText('can only be read');
  await expect(form).toContainText('system registry-garbage-collect');
  await (await pressable(form, 'Collect garbage')).click();
  await expect(form).toBeHidden({ timeout: LONG });
  await page.goto('/alarms?q=250.001');
  await expect(page.getByRole('grid', { name: 'alarms' })).toContainText('controller-0', { timeout: LONG });
});

test('a reader looks and acts on nothing; what cannot be read is told', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/applications/registry');
  await expectOff(
    page.getByRole('button', { name: 'Collect garbage…' }),
    /needs operator, configurator or admin/,
  );
  await expect(grid(page).getByRole('gridcell', { name: IMAGE, exact: true })).toBeVisible();
  await cloud.control.fault({ service: 'sysinv', path: '/v1/registry_image', status: 503 });
  await grid(page).getByRole('gridcell', { name: IMAGE, exact: true }).click();
  await expect(drawer(page)).toContainText('Unknown.');
  await expect(tags(page)).toHaveCount(0);
});
