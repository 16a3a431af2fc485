/** What a host has to give: its cores, its memory and its kernel, looked at and changed. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { confirmSheet, expectOff, sheet } from '../support/hosts';
import { pressKey, tabTo, typeInto } from '../support/keyboard';
import { LONG } from '../support/patience';
import { asked, expectCommand, send } from '../support/storage';

/** A worker that is locked in this world. */
const HOST = 'worker-4';
const field = (form: Locator, node: number, name: string) =>
  form.getByRole('group', { name: `NUMA node ${node}` }).getByRole('textbox', { name });
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function openForm(page: Page, button: string, title: string): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name: button }).click();
  const form = sheet(page, title);
  await expect(form).toBeVisible();
  return form;
}

test('cores are assigned: what comes of it is told first, what cannot be is not sent', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'configurator', `/hosts/${HOST}/processor`);
  const form = await openForm(page, 'Assign cores…', `Assign cores of ${HOST}`);
  const save = form.getByRole('button', { name: /^(Save|Change \d+ threads?)$/ });
  await field(form, 0, 'Platform').fill('0');
  await expectOff(save, /The platform needs at least one core/);
  await field(form, 0, 'Shared').fill('2');
  await expect(field(form, 0, 'Shared')).toHaveAccessibleDescription(/At most 1 per NUMA node/);
  await field(form, 0, 'Platform').fill('17');
  await expectOff(save, /NUMA node 0 has 16 cores, 19 are asked for/);
  await field(form, 0, 'Platform').fill('many');
  await expect(field(form, 0, 'Platform')).toHaveAccessibleDescription(/A whole number of cores/);
  await field(form, 0, 'Platform').fill('3');
  await field(form, 0, 'Shared').fill('1');
  const node = form.getByRole('group', { name: 'NUMA node 0' });
  await expect(node.getByText('Applications: 12 of 16 cores')).toBeVisible();
  await expect(form.getByRole('img', { name: 'Core 2: 2 Platform, 34 Platform, changes' })).toBeVisible();
  await expectCommand(form, `system host-cpu-modify -f platform -p0 3 -p1 0 ${HOST}`);
  await send(form, 'Change 4 threads');
  await expect(page.getByText('0-2,32-34')).toBeVisible({ timeout: LONG });
  await expect(page.getByText('3,35', { exact: true })).toBeVisible();
  expect((await asked(cloud)).writes).toBe(1);
});

test('the platform has the last word about cores, once; the form stays', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin', `/hosts/${HOST}/processor`);
  const form = await openForm(page, 'Assign cores…', `Assign cores of ${HOST}`);
  // As when somebody unlocks it meanwhile (recorded: err-248), or the platform has a check that the console lacks.
  const words = 'Host must be locked.';
  await cloud.control.fault({
    ...{ service: 'sysinv', method: 'PUT', status: 400, times: 1 },
    body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: words, debuginfo: null }) },
  });
  await field(form, 0, 'Platform').fill('4');
  await form.getByRole('button', { name: /^Change \d+ threads$/ }).click();
  await expect(form.getByText(words)).toHaveCount(1);
  await expect(field(form, 0, 'Platform')).toHaveValue('4');
});

test('isolated cores are picked one by one, with the keyboard alone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'configurator', `/hosts/${HOST}/processor`);
  await pressKey(page, page.getByRole('button', { name: 'Assign cores…' }));
  const form = sheet(page, `Assign cores of ${HOST}`);
  await typeInto(page, field(form, 1, 'Platform'), '1');
  // Four are isolated already, the last of the node: they are told as a list.
  await expect(form.getByRole('radio', { name: 'These cores' })).toBeChecked();
  const core = form.getByRole('button', { name: 'Core 9, processors 25 and 57' });
  await tabTo(page, core);
  await page.keyboard.press('Space');
  await expect(core).toHaveAttribute('aria-pressed', 'true');
  await expectCommand(form, `system host-cpu-modify -f application-isolated -c 25,28-31,57,60-63 ${HOST}`);
  await pressKey(page, form.getByRole('button', { name: /^Change \d+ threads$/ }));
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(page.getByText('25,28-31,57,60-63', { exact: true })).toBeVisible({ timeout: LONG });
});

test('memory is changed node by node, taken back when one is refused, and there after the unlock', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'admin', `/hosts/${HOST}/memory`);
  const title = `Memory of ${HOST}`;
  const form = await openForm(page, 'Change memory…', title);
  const reserved = field(form, 0, 'Reserved for the platform');
  await reserved.fill('500');
  await expect(reserved).toHaveAccessibleDescription(/At least 1000 MiB/);
  await expectOff(form.getByRole('button', { name: 'Save 1 change' }), /NUMA node 0: At least 1000 MiB/);
  await reserved.fill('9000');
  await field(form, 1, 'Pages of 1 GiB').fill('500');
  await expect(form.getByText(/MiB more than the node seems to have/)).toBeVisible();
  await form.getByRole('button', { name: 'Save 2 changes' }).click();
  await expect(
    form.getByText(/^Processor 1: For a requested vSwitch hugepage allocation of 0 MiB/),
  ).toHaveCount(1);
  await expect(form.getByRole('list', { name: 'Steps' })).toContainText('Undone');
  await field(form, 1, 'Pages of 1 GiB').fill('20');
  await expectCommand(form, `system host-memory-modify -m 9000 ${HOST} 0`);
  await expectCommand(form, `-1G 20 ${HOST} 1`);
  await send(form, 'Save 2 changes');
  const node = page.getByRole('region', { name: 'NUMA node 1' });
  await expect(node).toContainText('20 after the next unlock', { timeout: LONG });

  await page.goto(`/hosts/${HOST}/processor`);
  const kernel = panel(page, 'Kernel');
  await kernel.getByRole('button', { name: 'Change…' }).click();
  const choice = sheet(page, `Kernel of ${HOST}`);
  await choice.getByRole('radio', { name: 'Standard' }).check();
  await send(choice, 'Change kernel');
  await expect(kernel).toContainText('Waits for the next unlock', { timeout: LONG });
  await cloud.control.advance(60_000);
  await page.getByRole('button', { name: 'Unlock…' }).click();
  await confirmSheet(page, `Unlock ${HOST}`);
  await cloud.control.advance(1_200_000);
  await expect(kernel).not.toContainText('Waits for', { timeout: LONG });
  await page.goto(`/hosts/${HOST}/memory`);
  await expect(node).toContainText('of 20 in use', { timeout: LONG });
  await expect(node).not.toContainText('after the next unlock');
});

test('a reader sees everything and why nothing can be done, on a phone too', async ({ page, cloud }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await cloud.signIn(page, 'reader', `/hosts/${HOST}/processor`);
  await expectOff(page.getByRole('button', { name: 'Assign cores…' }), /reader/, LONG);
  await expect(page.getByRole('list', { name: 'Cores of NUMA node 1' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'assignments' })).toContainText('0-1,32-33');
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  expect(await fits()).toBe(true);
  await page.goto(`/hosts/${HOST}/memory`);
  await expectOff(page.getByRole('button', { name: 'Change memory…' }), /reader/, LONG);
  await expect(page.getByRole('list', { name: 'NUMA nodes' })).toContainText('Minimum MiB');
  expect(await fits()).toBe(true);
});
