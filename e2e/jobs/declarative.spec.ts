/** Configuration as resources of the Deployment Manager: as a file of a host and of the system, and compared with a host or a file. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { parseAllDocuments } from 'yaml';
import { expect, test } from '../support/fixtures';
import { choose, pressKey, tabTo } from '../support/keyboard';
import { LONG } from '../support/patience';
import { Platform } from '../support/platform';

const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

type Resource = { kind: string; metadata: { name: string }; spec: Record<string, unknown> };

/** Presses Save file, and reads what the browser was given. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: LONG }), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const resources = (text: string): Resource[] =>
  parseAllDocuments(text).map((one) => {
    expect(one.errors).toEqual([]);
    return one.toJS() as Resource;
  });

const save = (page: Page) => page.getByRole('button', { name: 'Save file' });

test('a host and the whole system as files: every host, no secret, and a reader may', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/hosts/worker-1');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Configuration as YAML' }).click();
  const shown = panel(page, 'YAML of worker-1');
  await expect(shown).toContainText('kind: HostProfile');
  await expect(shown).toContainText('secret: bmc-secret');
  const one = await saved(page, () => save(page).click());
  expect(one.name).toBe('worker-1.yaml');
  expect(resources(one.text).map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'HostProfile worker-1-profile',
    'Host worker-1',
  ]);

  await page.getByLabel('Configuration of').selectOption({ label: 'The whole system' });
  await page.getByRole('button', { name: 'Read the whole system' }).click();
  await expect(panel(page, 'YAML of The whole system')).toContainText('kind: System', { timeout: LONG });
  const whole = await saved(page, () => save(page).click());
  await expect(page.getByText(`Saved ${whole.name}.`)).toBeVisible();
  const documents = resources(whole.text);
  const named = (kind: string) =>
    documents.filter((own) => own.kind === kind).map(({ metadata }) => metadata.name);
  const hosts = await (await Platform.of(cloud)).list('/ihosts', 'ihosts');
  const names = hosts.flatMap(({ hostname, personality }) =>
    hostname && personality ? [String(hostname)] : [],
  );
  expect(named('Host').toSorted()).toEqual(names.toSorted());
  expect(named('HostProfile')).toHaveLength(names.length);
  for (const kind of [
    'System',
    'AddressPool',
    'PlatformNetwork',
    'DataNetwork',
    'PtpInstance',
    'PtpInterface',
  ])
    expect(named(kind).length, kind).toBeGreaterThan(0);
  expect(whole.text).toContain(one.text.slice(one.text.indexOf('---\n')));
  // The one thing of the simulated cloud that is a secret and that a reader's lists hold.
  expect(whole.text).not.toMatch(/passwd|rounds=5000|PRIVATE KEY|bm_password/i);
});

test('two hosts: what differs by section, what is expected to apart, as text, and the ways to change it', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'operator', '/hosts/compare?left=worker-1');
  await page.getByLabel('Other host').selectOption('worker-2');
  await expect(page).toHaveURL(/left=worker-1&right=worker-2/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare worker-1 with worker-2');
  const memory = panel(page, 'Memory');
  await expect(memory).toContainText('Application, pages of 1GB');
  await expect(memory.getByRole('link', { name: 'Memory of worker-2' })).toHaveAttribute(
    'href',
    '/hosts/worker-2/memory',
  );
  await expect(panel(page, 'Interfaces').getByRole('link', { name: 'Copy to worker-2…' })).toHaveAttribute(
    'href',
    '/networks/copy?from=worker-1&to=worker-2',
  );
  const general = panel(page, 'General');
  await expect(general.getByText('Boot MAC', { exact: true })).toBeHidden();
  await general.getByText(/expected to differ$/).click();
  await expect(general.getByText('Boot MAC', { exact: true })).toBeVisible();
  await expect(general.getByText('Expected to differ: A MAC address is of one host.')).toBeVisible();
  await expect(general.getByText('Personality', { exact: true })).toHaveCount(0);
  await page.getByText('Everything', { exact: true }).click();
  await expect(general.getByText('Personality', { exact: true })).toBeVisible();
  await page.getByText('As text', { exact: true }).click();
  await expect(panel(page, 'As text').getByText('unchanged').first()).toBeVisible();
  await expect(page).toHaveURL(/view=text/);
  await page.reload();
  await expect(panel(page, 'As text').getByText('unchanged').first()).toBeVisible();
});

test('a host with a changed file: found at its line; a faulty one: its lines, and nothing lost', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/hosts/export?host=worker-1');
  await expect(panel(page, 'YAML of worker-1')).toContainText('kind: HostProfile');
  const { text } = await saved(page, () => save(page).click());
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByText('File', { exact: true }).first().click();
  const pick = (body: string) =>
    page.getByLabel('Choose a file').setInputFiles({
      ...{ name: 'site.yaml', mimeType: 'application/yaml', buffer: Buffer.from(body) },
    });
  await pick(text);
  await expect(page.getByText('Nothing differs that is not expected to.')).toBeVisible();

  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim() === 'count: 2');
  expect(at).toBeGreaterThan(0);
  const changed = lines.with(at, lines[at]?.replace('2', '6') ?? '').join('\n');
  await pick(changed);
  const processors = panel(page, 'Processors');
  await expect(processors).toContainText('Platform (cores)');
  await expect(processors).toContainText(`line ${at + 1}`);
  await expect(page.getByText('1 difference.', { exact: true })).toBeVisible();

  // A colon too few: the words stay, its line is told, and led to.
  const box = page.getByRole('textbox', { name: 'Or paste it' });
  const broken = changed.replace('personality: worker', 'personality worker');
  await box.fill(broken);
  const faults = panel(page, 'Faults in the file');
  const line = broken.split('\n').findIndex((own) => own.includes('personality worker')) + 1;
  await faults.getByRole('button', { name: `Line ${line}`, exact: true }).click();
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(broken);
  expect(
    await box.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    ),
  ).toContain('personality worker');
  await box.fill('kind: Namespace\n');
  await expect(faults).toContainText('The file has no Host and no HostProfile');
});

test('with the keyboard alone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'operator', '/hosts/compare');
  await expect(page.getByText('No host chosen yet')).toBeVisible();
  await choose(page, page.getByLabel('Host', { exact: true }).and(page.locator('select')), 'worker-1');
  await choose(page, page.getByLabel('Other host'), 'worker-3');
  await expect(panel(page, 'General')).toBeVisible();
  await tabTo(page, panel(page, 'General').locator('summary'));
  await page.keyboard.press('Enter');
  await expect(panel(page, 'General').getByText('Boot MAC', { exact: true })).toBeVisible();
  await pressKey(page, page.getByRole('button', { name: 'Swap' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare worker-3 with worker-1');
});

test('on a phone, no wider than it @phone', async ({ page, cloud }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await cloud.signIn(page, 'reader', '/hosts/compare?left=worker-1&right=worker-2');
  await expect(panel(page, 'Memory')).toContainText('difference');
  await panel(page, 'General')
    .getByText(/expected to differ$/)
    .click();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
