/** From a node on the rack to a host that is installed, beside the rack: on a phone, with gloves and a poor link. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { add, field, next, question, typeToReview } from '../support/guide';
import { confirmSheet, expectOff, openRowMenu, rowAction, sheet, underWay } from '../support/hosts';
import { pressKey, tabTo, typeInto } from '../support/keyboard';
import { labelPhoto } from '../support/labels';
import { cutWrite, NO_LINK } from '../support/lost-link';
import { LONG } from '../support/patience';

const MAC = '3c:fd:fe:ab:cd:01';
const SECRET = 'Bmc-secret-77';
/** The page of the installation comes with its own tests: here it only has to be led to. */
const NOT_FOUND = /404/;

const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
const writes = async (cloud: { control: { count: (s: string, m: string, p?: string) => Promise<number> } }) =>
  (await cloud.control.count('sysinv', 'POST', '/v1/ihosts')) +
  (await cloud.control.count('sysinv', 'PATCH'));

test.use({ world: 'ceph' });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a discovered node becomes a host through a link that breaks twice, and is sent once', async ({
    page,
    cloud,
    watch,
  }) => {
    watch.expect(NO_LINK, NOT_FOUND);
    await cloud.control.discoverHost({ mac: MAC });
    await cloud.signIn(page, 'configurator');
    await page.getByRole('link', { name: 'Add host' }).tap();
    await question(page, 'Which node is in front of you?');
    // What goes on is at the thumb, and nothing is cut off at the side.
    const button = await next(page).boundingBox();
    expect(button?.y).toBeGreaterThan(700);
    expect(button?.height).toBeGreaterThanOrEqual(44);
    await next(page).tap();
    await expect(page.getByText('Choose a node, or type the address on its label')).toBeVisible();
    await page.getByRole('radio', { name: MAC }).check();
    await next(page).tap();
    await expect(page).toHaveURL(/step=role/);
    await expect(page.getByRole('radio', { name: /^Controller/ })).toBeDisabled();
    await page.getByRole('radio', { name: /^Worker/ }).check();
    await expect(field(page, 'Hostname')).toHaveValue(/^worker-\d+$/);
    await field(page, 'Hostname').fill('worker-77');
    await next(page).tap();
    await page.getByRole('radio', { name: /^Redfish/ }).check();
    await field(page, 'Board management address').fill('10.10.10.77');
    await field(page, 'User').fill('roost');
    await page.getByLabel('Password', { exact: false }).first().fill(SECRET);
    expect(await kept(page)).not.toContain(SECRET);

    // Left and come back to: all is there but the password.
    await page.reload();
    await expect(page.getByText('You began to add worker-77.')).toBeVisible();
    await expect(field(page, 'Board management address')).toHaveValue('10.10.10.77');
    await expect(page.getByText('It was typed before and not kept. Type it again')).toBeVisible();
    await page.goto('/hosts/add');
    await page.getByRole('button', { name: 'Go on from step 3' }).tap();
    await question(page, 'How is its board reached?');

    // The link is gone: the guide goes on, and the last button waits.
    await page.context().setOffline(true);
    await expect(page.getByText('This device has no link. Nothing is sent until it is back.')).toBeVisible();
    await next(page).tap();
    await question(page, 'Choose the root disk');
    await next(page).tap();
    await expect(page).toHaveURL(/step=review/);
    await expectOff(add(page), /There is no link to the console/);
    await page.context().setOffline(false);
    await expectOff(add(page), /was not kept. Type it again/);
    await page.getByRole('button', { name: 'Change: Board management' }).tap();
    await page.getByLabel('Password', { exact: false }).first().fill(SECRET);
    await next(page).tap();
    await next(page).tap();
    await expect(page.getByText("bm_password='<password>'")).toBeVisible();
    expect(await page.content()).not.toContain(SECRET);

    // The platform takes it, and the link is lost before the answer.
    await cloud.control.resetRequests();
    const { cut } = await cutWrite(page, 'mgmt_mac', 'after');
    await add(page).tap();
    await cut;
    await expect(page.getByText('It is not known whether worker-77 was added.')).toBeVisible();
    await expectOff(add(page), /Waits until it is known/);
    expect(await kept(page)).not.toContain(SECRET);
    await page.context().setOffline(false);
    await expect(page).toHaveURL(/\/hosts\/worker-77\/provision$/, { timeout: LONG });
    expect(await writes(cloud)).toBe(1);
    expect(await kept(page)).not.toContain('worker-77');
    // The node kept its uuid: there is one host of this address.
    await page.goto('/hosts/worker-77');
    await question(page, 'worker-77');
  });

  test('a page that is left while it is sent finds out what became of it', async ({ page, cloud, watch }) => {
    watch.expect(NO_LINK, NOT_FOUND);
    await cloud.signIn(page, 'admin', '/hosts/add');
    await typeToReview(page, MAC, 'worker-78');
    await cloud.control.resetRequests();
    const { cut } = await cutWrite(page, 'mgmt_mac', 'hang');
    await add(page).tap();
    await expect(page.getByText('The platform has not answered yet.')).toBeVisible();
    await cut;
    await page.reload();
    await expect(page).toHaveURL(/\/hosts\/worker-78\/provision$/, { timeout: LONG });
    expect(await writes(cloud)).toBe(1);
  });
});

test('what never arrived is said to be so, and can be sent again', async ({ page, cloud, watch }) => {
  watch.expect(NO_LINK, NOT_FOUND);
  await cloud.signIn(page, 'admin', '/hosts/add');
  await typeToReview(page, MAC, 'worker-79');
  await cloud.control.resetRequests();
  const { cut } = await cutWrite(page, 'mgmt_mac', 'before');
  await add(page).click();
  await cut;
  await expect(page.getByText('It is not known whether worker-79 was added.')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('It did not get through: the console has no record of it.')).toBeVisible({
    timeout: LONG,
  });
  await expect(page.getByText(/no host has this address/)).toBeVisible();
  expect(await writes(cloud)).toBe(0);
  await add(page).click();
  await expect(page).toHaveURL(/\/hosts\/worker-79\/provision$/);
  expect(await writes(cloud)).toBe(1);
});

test('a lock whose answer got lost is found out, and not asked for again', async ({ page, cloud, watch }) => {
  watch.expect(NO_LINK);
  await cloud.signIn(page, 'operator');
  await cloud.control.resetRequests();
  await rowAction(page, 'worker-0', 'Lock…');
  const { cut } = await cutWrite(page, '"action":"lock"', 'after');
  await confirmSheet(page, 'Lock worker-0');
  await cut;
  const open = sheet(page, 'Lock worker-0');
  await expect(open.getByRole('alert')).toContainText('It is not known whether worker-0 was locked.');
  await expectOff(open.getByRole('button', { name: 'Lock worker-0' }), /Waits until it is known/);
  await page.context().setOffline(false);
  await expect(open).toBeHidden({ timeout: LONG });
  await expect(underWay(page)).toContainText(/worker-0/);
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
});

test('an address in any notation, one that is taken, and a refusal in the words of the platform', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'admin', '/hosts/add');
  const mac = field(page, /^MAC address/);
  // A host has it, however it is written.
  await mac.fill('3CFD.FE00.0700');
  await expect(page.getByText(/has this address already\./)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Open / })).toHaveAttribute('href', /^\/hosts\/./);
  await next(page).click();
  await question(page, 'Which node is in front of you?');
  for (const text of ['3c-fd', 'nothing']) {
    await mac.fill(text);
    await next(page).click();
    await expect(mac).toHaveAccessibleDescription(/in any notation/);
    await expect(mac).toBeFocused();
  }

  // By keys alone from here.
  await typeInto(page, mac, '3C-FD-FE-AB-CD-01');
  await page.keyboard.press('Enter');
  await question(page, 'Name it and say what it does');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(page, page.getByRole('radio', { name: /^Worker/ }));
  await page.keyboard.press('Space');
  await typeInto(page, field(page, 'Hostname'), 'worker-0');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Hostname')).toHaveAccessibleDescription('Another host has this name');
  await typeInto(page, field(page, 'Hostname'), 'worker-80');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: /^None/ }));
  await page.keyboard.press('ArrowDown');
  await typeInto(page, field(page, 'Board management address'), 'fd00::9');
  await typeInto(page, field(page, 'User'), 'root');
  await pressKey(page, next(page));
  await pressKey(page, next(page));
  await expect(page.getByText(`--mgmt_mac ${MAC}`, { exact: false })).toBeVisible();
  await pressKey(page, add(page));
  const refusal = page.getByRole('alert').filter({ hasText: 'worker-80 was not added' });
  await expect(refusal).toContainText(
    'Rejected: Board management controller IP address must be the same version as OAM primary address.',
  );
  await expect(refusal).toContainText('sysinv, HTTP 400');
  await pressKey(page, page.getByRole('button', { name: 'Change it in board management' }));
  await expect(field(page, 'Board management address')).toHaveValue('fd00::9');
});

test('a reader sees the guide and why nothing can be sent; the list leads to it', async ({ page, cloud }) => {
  await cloud.control.discoverHost({ mac: MAC });
  await cloud.signIn(page, 'reader');
  const menu = await openRowMenu(page, MAC);
  await menu.getByRole('menuitem', { name: 'Provision…' }).click();
  await expect(page.getByRole('radio', { name: MAC })).toBeChecked();
  await expect(page.getByText(/Your role is reader. Adding hosts needs/)).toBeVisible();
  await next(page).click();
  await page.getByRole('radio', { name: /^Storage/ }).check();
  await expect(page.getByText(/^storage-\d+$/)).toBeVisible();
  await next(page).click();
  await next(page).click();
  await next(page).click();
  await expectOff(add(page), /Your role is reader/);
});

test.describe('a simplex', () => {
  test.use({ world: 'simplex' });
  test('says up front that no host can be added', async ({ page, cloud }) => {
    await cloud.signIn(page, 'admin', '/hosts/add?step=review');
    await question(page, 'No host can be added here');
    await expect(page.getByText('This cloud is a simplex')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Next/ })).toHaveCount(0);
  });
});

test.describe('the label of a box', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('is photographed: its address is taken, one of several is chosen, what is none is said', async ({
    page,
    cloud,
  }) => {
    await cloud.control.discoverHost({ mac: MAC });
    await cloud.signIn(page, 'configurator', '/hosts/add');
    const scan = page.getByRole('button', { name: 'Scan label' });
    await expect(scan).toBeVisible();
    const box = await scan.boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
    const photograph = async (label: Parameters<typeof labelPhoto>[1]) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), scan.tap()]);
      await chooser.setFiles(await labelPhoto(page, label));
    };
    const address = page.getByLabel('MAC address of the management port');

    // A serial number and an address in bars, as on most boxes.
    await photograph({ bars: ['1234ABCD', '3CFDFEABCD07'] });
    await expect(page.getByText('Read from the label: 3c:fd:fe:ab:cd:07')).toBeVisible({ timeout: LONG });
    await expect(address).toHaveValue('3c:fd:fe:ab:cd:07');

    // Held on its side; the node is one that waits.
    await photograph({ bars: [MAC.replaceAll(':', '').toUpperCase()], turned: true });
    await expect(page.getByRole('radio', { name: MAC })).toBeChecked({ timeout: LONG });

    await photograph({ bars: [], qr: 'SN=1234;MAC1=3C-FD-FE-AB-CD-08;MAC2=3C-FD-FE-AB-CD-09' });
    await expect(page.getByText('2 addresses on the label.')).toBeVisible({ timeout: LONG });
    await page.getByRole('button', { name: '3c:fd:fe:ab:cd:09' }).tap();
    await expect(address).toHaveValue('3c:fd:fe:ab:cd:09');

    await photograph({ bars: ['1234'] });
    await expect(page.getByText('1 code could be read, without a MAC address in it.')).toBeVisible({
      timeout: LONG,
    });
    await photograph({ bars: [] });
    await expect(page.getByText('No code could be read: closer, straight, and without glare.')).toBeVisible({
      timeout: LONG,
    });
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), scan.tap()]);
    await chooser.setFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
    await expect(page.getByText('That is no picture.')).toBeVisible();
    // What stood there stays.
    await expect(address).toHaveValue('3c:fd:fe:ab:cd:09');
  });
});
