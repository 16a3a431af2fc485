/** Kubernetes: an upgrade from start to end with a failure on the way, an abort, an update of the root CA, and a reader. */
import type { Locator, Page } from '@playwright/test';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, pressable, sheet } from '../support/hosts';
import { LONG } from '../support/patience';

const SECOND = 1_000;
const PATH = '/applications/kubernetes';

const stages = (page: Page): Locator => page.getByRole('list', { name: /^Stages of the (upgrade|update)$/ });
const stage = (page: Page, title: string): Locator =>
  stages(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(title, { exact: true }) });

async function open(page: Page, cloud: Cloud, role: Role): Promise<void> {
  await cloud.control.speed(1);
  await cloud.control.readyKube();
  await cloud.signIn(page, role, PATH);
  await expect(page.getByRole('heading', { level: 1, name: 'Kubernetes' })).toBeVisible();
}

/** Presses what a place of the page offers, and then the button of the sheet that comes. */
async function take(
  page: Page,
  place: Locator,
  offer: string,
  button: string,
  title = button,
): Promise<void> {
  await place.getByRole('button', { name: offer }).click();
  const form = sheet(page, title);
  await (await pressable(form, button)).click();
  await expect(form).toBeHidden({ timeout: LONG });
}

/** The same of a stage, and waits until the platform says that it is over. */
async function step(page: Page, cloud: Cloud, title: string, deed: string, until: string): Promise<void> {
  await take(page, stage(page, title), `${deed}…`, deed);
  await cloud.control.advance(250 * SECOND);
  await expect(stage(page, title)).toContainText(`State now: ${until}`, { timeout: LONG });
}

test('applies the configuration of kubelets: who takes it up later is said before', async ({
  page,
  cloud,
}) => {
  await open(page, cloud, 'admin');
  await cloud.control.patchHost('worker-4', {
    administrative: 'locked',
    operational: 'disabled',
    availability: 'online',
  });
  const cluster = page.getByRole('region', { name: 'Cluster' });
  await cluster.getByRole('button', { name: 'Apply the kubelet configuration…' }).click();
  const form = sheet(page, 'Apply the kubelet configuration');
  await expect(form).toContainText('system kube-config-kubelet');
  await expect(form.getByText('No upgrade of Kubernetes is in progress')).toBeVisible();
  await expect(form.getByText('worker-4 takes it up later')).toBeVisible({ timeout: LONG });
  await (await pressable(form, 'Apply the kubelet configuration')).click();
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(page.getByText('Apply the kubelet configuration: under way')).toBeVisible();
  expect(await cloud.control.count('sysinv', 'POST', '/v1/kube_config_kubelet/apply')).toBe(1);
});

test.describe('on a simplex', () => {
  test.use({ world: 'simplex' });

  test('upgrades from start to end, with a step that fails and is tried again', async ({ page, cloud }) => {
    await open(page, cloud, 'admin');
    await expect(page.getByText('v1.32.2 is active on every host.')).toBeVisible();
    await page.getByRole('button', { name: 'Start an upgrade…' }).click();
    const form = sheet(page, 'Start an upgrade of Kubernetes');
    await expect(form.getByText(/All \d+ checks pass/)).toBeVisible({ timeout: LONG });
    await expect(form).toContainText('system kube-upgrade-start v1.33.0');
    await (await pressable(form, 'Start the upgrade to v1.33.0')).click();
    await expect(stage(page, 'Start')).toContainText('State now: upgrade-started', { timeout: LONG });

    await cloud.control.failKube({ state: 'downloading-images', times: 1 });
    await step(page, cloud, 'Download images', 'Download images', 'downloading-images-failed');
    await expect(page.getByText('The upgrade to v1.33.0 failed: download images.')).toBeVisible();
    await step(page, cloud, 'Download images', 'Download images', 'downloaded-images');

    const before = 'Update applications before';
    await step(page, cloud, before, `${before} the upgrade`, 'pre-updated-apps');
    await step(page, cloud, 'Upgrade networking', 'Upgrade networking', 'upgraded-networking');
    await step(page, cloud, 'Upgrade storage', 'Upgrade storage', 'upgraded-storage');
    await step(page, cloud, 'Cordon', 'Cordon controller-0', 'cordon-complete');
    const plane = 'Upgrade the control plane of controller-0';
    await step(page, cloud, 'First control plane', plane, 'upgraded-first-master');
    await take(
      page,
      stage(page, 'Kubelets'),
      'Upgrade the kubelet of controller-0…',
      'Upgrade the kubelet of controller-0',
    );
    await cloud.control.advance(250 * SECOND);
    await step(page, cloud, 'Uncordon', 'Uncordon controller-0', 'uncordon-complete');
    await step(page, cloud, 'Complete', 'Complete the upgrade', 'upgrade-complete');
    await expectOff(page.getByRole('button', { name: 'Abort…' }), /upgrade-complete/);
    const afterwards = 'Update applications after';
    await step(page, cloud, afterwards, `${afterwards} the upgrade`, 'post-updated-apps');
    await take(page, page.getByRole('main'), 'Delete…', 'Delete the upgrade');
    await expect(page.getByText('v1.33.0 is active on every host.')).toBeVisible({ timeout: LONG });
  });

  test('aborts once the control plane has failed, and shows a refusal in the platform’s words', async ({
    page,
    cloud,
  }) => {
    await open(page, cloud, 'admin');
    await cloud.control.setKube({ state: 'upgrading-first-master-failed' });
    await expect(stage(page, 'First control plane')).toContainText('upgrading-first-master-failed', {
      timeout: LONG,
    });
    const refusal = 'The control plane cannot be upgraded while the moon is full.';
    await cloud.control.fault({
      ...{ service: 'sysinv', method: 'POST', path: '/v1/ihosts/', status: 400, times: 1 },
      body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: refusal, debuginfo: null }) },
    });
    const title = 'Upgrade the control plane of controller-0';
    await stage(page, 'First control plane')
      .getByRole('button', { name: `${title}…` })
      .click();
    await (await pressable(sheet(page, title), title)).click();
    await expect(sheet(page, title).getByText(refusal)).toBeVisible({ timeout: LONG });
    await page.keyboard.press('Escape');
    await take(page, page.getByRole('main'), 'Abort…', 'Abort the upgrade');
    await cloud.control.advance(250 * SECOND);
    await expect(stage(page, 'Abort')).toContainText('State now: upgrade-aborted', { timeout: LONG });
    await take(page, page.getByRole('main'), 'Delete…', 'Delete the upgrade');
    await expect(page.getByText('v1.32.2 is active on every host.')).toBeVisible({ timeout: LONG });
  });
});

test.describe('on a duplex', () => {
  test.use({ world: 'duplex' });

  test('updates the root CA, host by host and in the pods, with a host that fails and is tried again', async ({
    page,
    cloud,
  }) => {
    await open(page, cloud, 'admin');
    const panel = page.getByRole('region', { name: 'Root CA' });
    await take(page, panel, 'Update…', 'Start the update', 'Update the root CA of Kubernetes');
    await expect(stage(page, 'Start')).toContainText('State now: update-started', { timeout: LONG });
    await stage(page, 'New certificate').getByRole('button', { name: 'Generate…' }).click();
    const form = sheet(page, 'Generate a root CA');
    await form.getByRole('textbox', { name: 'Subject' }).fill('O=Example');
    await expect(form.getByText('CN is needed').first()).toBeVisible();
    await form.getByRole('textbox', { name: 'Subject' }).fill('O=Example CN=kubernetes');
    await (await pressable(form, 'Generate a root CA')).click();
    await expect(stage(page, 'New certificate')).toContainText('update-new-rootca-cert-generated');

    await cloud.control.failKube({ state: 'updating-host-update-certs', host: 'controller-1', times: 1 });
    const hosts = async (title: string, deed: string, done: string) => {
      await take(page, stage(page, title), `${deed} controller-0…`, `${deed} controller-0`);
      await cloud.control.advance(100 * SECOND);
      await expect(stage(page, title)).toContainText('1 of 2 hosts are through.', { timeout: LONG });
      await step(page, cloud, title, `${deed} controller-1`, done);
    };
    await hosts('Hosts trust both', 'Trust both root CAs on', 'updated-host-trust-both-cas');
    const pods = 'Trust both root CAs in pods';
    await step(page, cloud, 'Pods trust both', pods, 'updated-pods-trust-both-cas');
    const certificates = 'Hosts get new certificates';
    const update = 'Update the certificates of';
    await hosts(certificates, update, 'updating-host-update-certs-failed');
    await expect(stage(page, certificates)).toContainText('Failed: controller-1.');
    await step(page, cloud, certificates, `${update} controller-1`, 'updated-host-update-certs');
    const only = 'Trust the new root CA only';
    await hosts('Hosts trust the new one only', `${only} on`, 'updated-host-trust-new-ca');
    await step(page, cloud, 'Pods trust the new one only', `${only} in pods`, 'updated-pods-trust-new-ca');
    await take(page, page.getByRole('main'), 'Complete…', 'Complete the update of the root CA');
    await expect(panel).toContainText('No update is in progress.', { timeout: LONG });
  });
});

test('a reader sees how far it is, and why nothing can be done; no credential of the cluster reaches the browser', async ({
  page,
  cloud,
}) => {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => bodies.push(response.text().catch(() => '')));
  await cloud.control.setKube({ state: 'upgraded-second-master' });
  await cloud.signIn(page, 'reader', PATH);
  await expect(page.getByRole('region', { name: 'Cluster' })).toContainText('kubernetes');
  await expectOff(page.getByRole('button', { name: 'Abort…' }), /needs configurator or admin/);
  await expect(page.getByRole('grid', { name: 'hosts' }).getByRole('row').nth(1)).toContainText('v1.3');
  const told = [await page.content(), ...(await Promise.all(bodies))].join('\n');
  expect(told).toContain('cluster');
  expect(told).not.toMatch(/PRIVATE KEY|admin_token|admin_client|BEGIN CERTIFICATE/);
});
