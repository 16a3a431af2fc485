/** Overrides of an application: edited, seen before they are saved, saved for what was seen, and applied. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { expectOff, pressable, sheet } from '../support/hosts';
import { pressKey, tabTo } from '../support/keyboard';
import { cutWrite, NO_LINK } from '../support/lost-link';
import { LONG } from '../support/patience';

const SECOND = 1_000;
const PAGE = '/applications/cert-manager?tab=overrides';

const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'User overrides, YAML' });
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
const mergedDiff = (page: Page): Locator =>
  page.getByRole('region', { name: 'Merged values, before and after' });

/** Types over all that is in the editor, as it stands: no indentation is added. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).click({ timeout: LONG });
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

const wouldAskBeforeItForgets = (page: Page): Promise<boolean> =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

// One after the other: what needs an apply is told from the console's trail, and all tests share one console.
test.describe.configure({ mode: 'default' });

test('edits overrides, mends what does not parse, sees what changes, saves, and applies', async ({
  page,
  cloud,
}) => {
  await cloud.control.speed(1);
  await cloud.signIn(page, 'admin', '/applications?open=cert-manager');
  await page
    .getByRole('complementary', { name: 'cert-manager' })
    .getByRole('link', { name: 'Open' })
    .click({ timeout: LONG });
  await expect(page.getByRole('heading', { level: 1, name: 'cert-manager' })).toBeVisible({ timeout: LONG });
  await button(page, 'Overrides of cert-manager').click({ timeout: LONG });
  await expect(page).toHaveURL(/tab=overrides/);

  await write(page, 'replicaCount: 3\nwebhook:\n\treplicaCount: 3\n');
  await expect(page.getByRole('list', { name: 'Faults' })).toContainText('Line 3: A tab indents this line.');
  await expectOff(button(page, 'Save'), /^Line 3: A tab/);
  await write(page, 'replicaCount: 3\nwebhook:\n  replicaCount: 3\n');
  await expect(page.getByRole('status').filter({ hasText: 'Parses, 2 changes' })).toBeVisible();
  await expect(mergedDiff(page)).toContainText(/New:\s+replicaCount: 3/);
  await expect(page.getByText(/^system helm-override-update cert-manager/)).toContainText('--values');
  expect(await wouldAskBeforeItForgets(page)).toBe(true);

  // Refused: the platform's words, and what was typed is still there, on another tab and back too.
  const refusal = 'Unable to update the helm chart attributes. Please check sysinv.log for details.';
  await cloud.control.fault({
    ...{ service: 'sysinv', method: 'PATCH', path: '/v1/helm_charts/', status: 400 },
    body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: refusal, debuginfo: null }) },
  });
  await button(page, 'Save').click();
  await expect(page.getByText(refusal)).toBeVisible({ timeout: LONG });
  await page.getByRole('link', { name: 'Order', exact: true }).click();
  await expect(page.getByText('2 of 3', { exact: true })).toBeVisible({ timeout: LONG });
  await page.getByRole('link', { name: 'Overrides', exact: true }).click();
  await expect(editor(page)).toContainText('replicaCount: 3');
  await cloud.control.mend();

  await button(page, 'Save and review apply…').click();
  const form = sheet(page, 'Apply cert-manager');
  await expect(form).toBeVisible({ timeout: LONG });
  // On the page and in the sheet over it.
  await expect(page.getByText('Needs apply')).toHaveCount(2, { timeout: LONG });
  expect(await wouldAskBeforeItForgets(page)).toBe(false);
  await (await pressable(form, 'Apply cert-manager')).click();
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(page.getByText('Needs apply')).toHaveCount(0, { timeout: LONG });
  await cloud.control.advance(600 * SECOND);
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(
    page.getByText(/changed the user overrides of cert-manager\/cert-manager/).first(),
  ).toBeVisible({
    timeout: LONG,
  });
});

test('two people edit the same overrides: the second is told whose they are, and chooses', async ({
  page,
  cloud,
  browser,
}) => {
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await cloud.signIn(page, 'admin', PAGE);
  await cloud.signIn(theirs, 'configurator', new URL(PAGE, page.url()).href);
  await write(page, 'mine: 1\n');
  await write(theirs, 'theirs: 1\n');
  await button(theirs, 'Save').click();
  await expect(theirs.getByText('Needs apply')).toBeVisible({ timeout: LONG });

  await button(page, 'Save').click();
  const warning = page.getByRole('alert').filter({ hasText: 'changed meanwhile' });
  await expect(warning).toContainText(/configurator\S* saved them here/, { timeout: LONG });
  const between = page.getByRole('region', { name: 'Their user overrides, and yours' });
  await expect(between).toContainText('theirs: 1');
  await button(page, 'Keep editing').click();
  await expect(warning).toBeHidden();
  await expect(editor(page)).toContainText('mine: 1');
  await button(page, 'Save').click();
  await expect(warning).toBeVisible({ timeout: LONG });
  await button(page, 'Overwrite theirs').click();
  await expect(page.getByText('User overrides of cert-manager were saved')).toBeVisible({ timeout: LONG });
  await expect(editor(page)).toHaveText(/mine: 1/);
  await context.close();
});

test('the choice of a chart stays whole within its panel @phone-only @phone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', PAGE);
  const choice = page.getByRole('combobox', { name: 'Chart' });
  await expect(choice).toBeVisible({ timeout: LONG });
  const panel = page.getByRole('region', { name: /^cert-manager/ });
  const [inner, outer] = [await choice.boundingBox(), await panel.boundingBox()];
  expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThan((outer?.x ?? 0) + (outer?.width ?? 0));
});

test('the link breaks while overrides are saved: it is found out that they were, and nothing is sent again', async ({
  page,
  context,
  cloud,
  watch,
}) => {
  watch.expect(NO_LINK);
  await cloud.signIn(page, 'admin', PAGE);
  await write(page, 'lost: 1\n');
  const { cut } = await cutWrite(page, 'lost: 1', 'after');
  await button(page, 'Save').click();
  await cut;
  await expect(
    page.getByText('It is not known whether the user overrides of cert-manager were saved.'),
  ).toBeVisible();
  await expectOff(button(page, 'Save'), /Waits until it is known/);
  await context.setOffline(false);
  await expect(page.getByText('User overrides of cert-manager were saved', { exact: true })).toBeVisible({
    timeout: LONG,
  });
  await expectOff(button(page, 'Save'), 'Nothing has been changed');
  await expect(editor(page)).toContainText('lost: 1');
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
});

test('a chart is disabled with its overrides kept, by keyboard alone; the editor lets go of Tab', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'admin', PAGE);
  await expect(editor(page)).toContainText('replicaCount: 2', { timeout: LONG });
  await tabTo(page, editor(page));
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('logLevel: debug');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();
  await pressKey(page, button(page, 'Save'));
  await expect(page.getByText('User overrides of cert-manager were saved')).toBeVisible({ timeout: LONG });

  await page.goto('/applications/cert-manager');
  const toggle = page.getByRole('switch', { name: 'Enabled cert-manager' });
  await tabTo(page, toggle);
  await page.keyboard.press('Space');
  const form = sheet(page, 'Disable cert-manager');
  await expect(form).toContainText('replicaCount: 2', { timeout: LONG });
  await pressKey(page, await pressable(form, 'Disable cert-manager'));
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(toggle).not.toBeChecked({ timeout: LONG });
  await page.goto(PAGE);
  await expect(editor(page)).toContainText('logLevel: debug', { timeout: LONG });
});

test('a reader reads all of it and changes nothing', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', PAGE);
  await expect(editor(page)).toHaveAttribute('aria-readonly', 'true', { timeout: LONG });
  await expectOff(button(page, 'Save'), /needs configurator or admin/);
  await expectOff(button(page, 'Delete all…'), /needs configurator or admin/);
  await page.getByRole('radio', { name: 'System' }).check({ force: true });
  await expect(page.getByRole('region', { name: 'System overrides' })).toContainText('cainjector');
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(page.getByText(/needs admin/)).toBeVisible({ timeout: LONG });
});
