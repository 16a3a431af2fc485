/** Hosts added in bulk: pasted, typed, from the platform's own file; faults before anything is sent, results host by host; labels. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { expect, test } from '../support/fixtures';
import { expectOff, pressable, sheet } from '../support/hosts';
import { cutWrite, holdWrite, NO_LINK } from '../support/lost-link';
import { LONG } from '../support/patience';
import { Platform } from '../support/platform';

const PATH = '/hosts/add/bulk';
const BULK_ADD = '/v1/ihosts/bulk_add';
const PASSWORD = 'board-secret-7';

const mac = (n: number): string => `3c:fd:fe:bb:00:${String(n).padStart(2, '0')}`;
/** As a label on the box has it. */
const printed = (n: number): string => mac(n).replaceAll(':', '-').toUpperCase();

const table = (page: Page): Locator => page.getByRole('table', { name: 'Hosts to add' });
const cell = (page: Page, column: string, row: number): Locator =>
  table(page).getByLabel(`${column}, row ${row}`, { exact: true });
const faults = (page: Page): Locator => page.getByRole('list', { name: 'Faults' }).getByRole('listitem');
const results = (page: Page): Locator => page.getByRole('list', { name: 'What came of it' });

async function paste(page: Page, text: string): Promise<void> {
  await page.getByText('Paste', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Rows', exact: true }).fill(text);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
}

async function review(page: Page, hosts: string): Promise<Locator> {
  await page.getByRole('button', { name: `Review ${hosts}…` }).click();
  const open = sheet(page, `Add ${hosts}`);
  await expect(open).toBeVisible();
  return open;
}

test('twenty from a spreadsheet: three bad rows are found first, one is refused, and only that one is sent again', async ({
  page,
  cloud,
}) => {
  const line = (n: number) => [
    `worker-${n}`,
    printed(n),
    `rack-9/u${n}`,
    'Redfish',
    `10.10.44.${n}`,
    'root',
    'yes',
  ];
  const lines = Array.from({ length: 20 }, (_, at) => line(50 + at));
  lines[4] = ['worker-54', '3C-FD-FE', 'rack-9/u54', 'Redfish', '10.10.44.54', 'root', 'yes'];
  lines[8] = ['worker-0', printed(58), 'rack-9/u58', 'Redfish', '10.10.44.58', 'root', 'yes'];
  lines[12] = ['worker-62', printed(62), 'rack-9/u62', 'Redfish', '10.10.44', 'root', 'yes'];
  const head = ['Node name', 'PXE MAC', 'Rack', 'BMC type', 'iLO IP', 'BMC user', 'Power on'];
  await cloud.signIn(page, 'configurator', PATH);
  await paste(page, [head, ...lines].map((cells) => cells.join('\t')).join('\n'));
  const columns = page.getByRole('region', { name: 'What the columns are' });
  await expect(columns.getByLabel('Column PXE MAC')).toHaveValue('mgmtMac');
  await expect(columns.getByLabel('Column iLO IP')).toHaveValue('bmAddress');
  await columns.getByRole('button', { name: 'Take 20 rows' }).click();

  await test.step('faults are found before anything is sent, each with a way to its cell', async () => {
    await expect(faults(page)).toHaveText([
      'Row 5, worker-54, MAC address: A MAC address, such as 3c:fd:fe:00:04:00',
      'Row 9, worker-0, Hostname: A host has this name',
      'Row 13, worker-62, Board address: An IPv4 or IPv6 address',
    ]);
    await expectOff(page.getByRole('button', { name: 'Review 20 hosts…' }), /3 rows have faults/);
    await page.getByRole('button', { name: 'Row 5, worker-54, MAC address' }).click();
    await expect(cell(page, 'MAC address', 5)).toBeFocused();
    await expect(cell(page, 'MAC address', 5)).toHaveAccessibleDescription(/A MAC address, such as/);
    await page.keyboard.type(printed(54));
    await expect(faults(page)).toHaveCount(2);
    await page.getByRole('button', { name: 'Leave these 2 out' }).click();
    await expect(faults(page)).toHaveCount(0);
  });

  await test.step('a password for all is filled in, and shown nowhere', async () => {
    await page.getByRole('button', { name: 'Fill cells…' }).click();
    const fill = page.getByRole('dialog', { name: 'Fill empty cells' });
    await fill.getByLabel('Value', { exact: true }).fill(PASSWORD);
    await fill.getByRole('button', { name: /^Fill \d+ empty cells$/ }).click();
    await expect(cell(page, 'Board password', 1)).toHaveValue(PASSWORD);
  });

  // Somebody else is faster: by then the file is on its way, and nobody on this page heard of it.
  const platform = await Platform.of(cloud);
  const overtaken = await holdWrite(page, printed(60), () =>
    platform.post('/ihosts', { hostname: 'somebody-else', personality: 'worker', mgmt_mac: mac(60) }),
  );

  await test.step('what will be sent is shown, then sent once', async () => {
    const open = await review(page, '18 hosts');
    await expect(open).toContainText('2 rows left out.');
    await expect(open.getByRole('list', { name: 'What happens' })).toContainText(
      'Powered on through their boards, and installed at once',
    );
    await expect(open).toContainText('system host-bulk-add hosts.xml');
    await open.getByText('The file that is sent, its passwords hidden').click();
    await expect(open.getByRole('region', { name: 'The file that is sent' })).toContainText(mac(54));
    await expect(open).toContainText('<bm_password>••••••</bm_password>');
    await expect(open).not.toContainText(PASSWORD);
    expect(await cloud.control.count('sysinv', 'POST', BULK_ADD)).toBe(0);
    await open.getByRole('button', { name: 'Add 18 hosts' }).click();
    await overtaken.happened;
    await expect(open).toBeHidden({ timeout: LONG });
  });

  await test.step('what came of each is told; what was refused stays to be mended', async () => {
    await expect(page.getByRole('region', { name: 'What came of it' })).toContainText(
      '17 hosts added, 1 refused',
    );
    await expect(results(page).getByRole('listitem').filter({ hasText: 'worker-60' })).toContainText(
      `Host-add Rejected: Host with mgmt_mac ${mac(60)} already exists`,
    );
    await expect(results(page).getByRole('link', { name: 'Follow worker-50' })).toHaveAttribute(
      'href',
      '/hosts/worker-50/provision',
    );
    await expect(cell(page, 'Hostname', 2)).toHaveValue('worker-60');
    await expect(table(page).getByRole('row')).toHaveCount(4);
    await cell(page, 'MAC address', 2).fill(printed(99));
    const open = await review(page, '1 host');
    await open.getByRole('button', { name: 'Add 1 host' }).click();
    await expect(page.getByRole('region', { name: 'What came of it' })).toContainText('1 host added', {
      timeout: LONG,
    });
    await expect(results(page).getByRole('listitem')).toHaveText(/worker-60/);
    expect(await cloud.control.count('sysinv', 'POST', BULK_ADD)).toBe(2);
    await expect(table(page).getByRole('row')).toHaveCount(3);
  });
  await page.goto('/hosts?q=worker-5');
  await expect(
    page.getByRole('grid', { name: 'hosts' }).getByRole('link', { name: 'worker-54' }),
  ).toBeVisible();
});

test('while the file is looked over somebody adds one of its hosts: it is not sent, and the row is named', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'configurator', PATH);
  await cell(page, 'Hostname', 1).fill('worker-55');
  await cell(page, 'MAC address', 1).fill(printed(55));
  const open = await review(page, '1 host');
  const add = open.getByRole('button', { name: 'Add 1 host' });
  await expect(add).not.toHaveAttribute('aria-disabled', 'true');
  const platform = await Platform.of(cloud);
  await platform.post('/ihosts', { hostname: 'worker-55', personality: 'worker', mgmt_mac: mac(56) });
  await expect(
    open.getByRole('status').filter({ hasText: 'This can no longer be sent as it is.' }),
  ).toHaveText(/Row 1, worker-55, Hostname: A host has this name/, { timeout: LONG });
  await expectOff(add, /1 row has faults/);
  await open.getByRole('button', { name: 'Cancel' }).click();
  await cell(page, 'Hostname', 1).fill('worker-57');
  await (await review(page, '1 host')).getByRole('button', { name: 'Add 1 host' }).click();
  await expect(results(page)).toContainText('worker-57', { timeout: LONG });
  expect(await cloud.control.count('sysinv', 'POST', BULK_ADD)).toBe(1);
});

for (const left of [false, true]) {
  test(`the link breaks while the file is on its way${left ? ', and the page is left' : ''}: what came of each host is found out, nothing is sent again`, async ({
    page,
    context,
    cloud,
    watch,
  }) => {
    watch.expect(NO_LINK);
    await cloud.signIn(page, 'configurator', PATH);
    await paste(page, `hostname\tmac\nworker-40\t${printed(40)}\nworker-41\t${mac(41)}`);
    await page.getByRole('button', { name: 'Take 2 rows' }).click();
    const open = await review(page, '2 hosts');
    const platform = await Platform.of(cloud);
    const overtaken = () =>
      platform.post('/ihosts', { hostname: 'somebody-else', personality: 'worker', mgmt_mac: mac(41) });
    const { cut } = await cutWrite(page, printed(40), 'after', overtaken);
    await open.getByRole('button', { name: 'Add 2 hosts' }).click();
    await cut;
    await expect(page.getByText('It is not known whether these hosts were added.')).toBeVisible();
    await expectOff(page.getByRole('button', { name: /^Review/ }), /Waits until it is known/);
    await context.setOffline(false);
    if (left) await page.goto(PATH);
    await expect(page.getByRole('region', { name: 'What came of it' })).toContainText(
      '1 host added, 1 refused',
      { timeout: LONG },
    );
    await expect(results(page)).toContainText(`Host with mgmt_mac ${mac(41)} already exists`);
    await expect(cell(page, 'Hostname', 1)).toHaveValue('worker-41');
    expect(await cloud.control.count('sysinv', 'POST', BULK_ADD)).toBe(1);
  });
}

test('by keyboard: cells, rows, a paste into a cell, and what was typed is there after a reload, but no password', async ({
  page,
  cloud,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await cloud.signIn(page, 'admin', PATH);
  await cell(page, 'Hostname', 1).focus();
  await page.keyboard.type('worker-70');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(cell(page, 'MAC address', 1)).toBeFocused();
  await page.keyboard.type(printed(70));
  await page.keyboard.press('Enter');
  await expect(cell(page, 'MAC address', 2)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'MAC address', 4)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, 'MAC address', 3)).toBeFocused();

  const cells = `${printed(71)}\track-1/u1\n${printed(72)}\track-1/u2\n${printed(73)}\track-1/u3`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), cells);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(cell(page, 'Location', 5)).toHaveValue('rack-1/u3');
  await expect(cell(page, 'MAC address', 3)).toHaveValue(printed(71));

  await cell(page, 'Board', 1).selectOption('ipmi');
  await cell(page, 'Board address', 1).fill('10.10.44.70');
  await cell(page, 'Board user', 1).fill('root');
  await cell(page, 'Board password', 1).fill(PASSWORD);
  await expect(faults(page)).toHaveText([
    'Row 3, 3C-FD-FE-BB-00-71, Hostname: A worker needs a name',
    'Row 4, 3C-FD-FE-BB-00-72, Hostname: A worker needs a name',
    'Row 5, 3C-FD-FE-BB-00-73, Hostname: A worker needs a name',
  ]);
  await page.getByRole('button', { name: 'Duplicate row 1' }).click();
  await expect(cell(page, 'Board user', 2)).toHaveValue('root');
  await expect(cell(page, 'Hostname', 2)).toHaveValue('');
  for (let row = 6; row > 1; row -= 1) await page.getByRole('button', { name: `Remove row ${row}` }).click();

  await page.reload();
  await expect(cell(page, 'Hostname', 1)).toHaveValue('worker-70');
  await expect(cell(page, 'Board password', 1)).toHaveValue('');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).toContain('worker-70');
  expect(kept).not.toContain(PASSWORD);
  await expect(faults(page)).toHaveText([/Type it again: passwords are not kept/]);
  await page.getByRole('button', { name: 'Send them without' }).click();
  const open = await review(page, '1 host');
  await page.keyboard.press('Enter');
  await expect(open).toBeHidden({ timeout: LONG });
  await expect(results(page)).toContainText('worker-70', { timeout: LONG });
});

test('the platform’s own file goes out and comes in again; who may not add sees why', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  await cloud.signIn(page, 'admin', PATH);
  await page.getByRole('checkbox', { name: 'Leave the names of the boards’ users out' }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download hosts.xml' }).click(),
  ]);
  const exported = await readFile(await download.path(), 'utf8');
  expect(exported).toContain('<hosts version=');
  expect(exported).not.toContain('bmcadmin');

  await page.getByText('File', { exact: true }).click();
  const file = page.getByLabel('File of hosts');
  await file.setInputFiles({
    name: 'broken.xml',
    mimeType: 'text/xml',
    buffer: Buffer.from('<hosts><host>'),
  });
  await expect(page.getByText(/^Nothing was taken/)).toBeVisible();
  await file.setInputFiles({ name: 'hosts.xml', mimeType: 'text/xml', buffer: Buffer.from(exported) });
  await expect(page.getByText(/rows added to the table/)).toBeVisible();
  await expect(faults(page).filter({ hasText: 'worker-0 has this address' })).toBeVisible();
  await page.getByRole('button', { name: 'Empty the table…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Empty \d+ rows$/ })
    .click();

  // Another system has none of these; here the first worker gets another name and address.
  const hosts = exported.split('</host>').filter((text) => text.includes('<personality>worker'));
  const fresh = `<hosts>${(hosts[0] ?? '')
    .replace('worker-0', 'worker-80')
    .replace(/3c:fd:fe:[\w:]+/, mac(80))
    .replace(/<bm_type>\w+/, '<bm_type>none')
    .replace('<!--<power_on />-->', '<mgmt_ip>192.168.204.80</mgmt_ip>')}</host></hosts>`;
  await file.setInputFiles({ name: 'hosts.xml', mimeType: 'text/xml', buffer: Buffer.from(fresh) });
  await expect(page.getByText('Not taken, for the platform takes no such thing: mgmt_ip.')).toBeVisible();
  await expect(cell(page, 'Console', 1)).toHaveValue('ttyS0,115200n8');
  const open = await review(page, '1 host');
  await expect(open).toContainText('Wait until they boot from the management network');
  await open.getByRole('button', { name: 'Add 1 host' }).click();
  await expect(results(page)).toContainText('worker-80', { timeout: LONG });

  const reader = await anotherPerson();
  await cloud.signIn(reader, 'reader', PATH);
  await expect(reader.getByText(/Adding hosts needs/).first()).toBeVisible();
  await expectOff(reader.getByRole('button', { name: 'Review…' }), /Your role is reader/);
});

test.describe('on a simplex system', () => {
  test.use({ world: 'simplex' });
  test('nothing can be added, which is said before anything is typed', async ({ page, cloud }) => {
    await cloud.signIn(page, 'admin', PATH);
    await expect(page.getByText('A simplex system has one host: none can be added.').first()).toBeVisible();
    await expectOff(page.getByRole('button', { name: 'Review…' }), /simplex/);
  });
});

/** What a phone's camera makes of a code on the page. */
async function scanned(page: Page, code: Locator): Promise<string | undefined> {
  const shot = (await code.screenshot()).toString('base64');
  const { data, width, height } = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height);
    return { data: [...(pixels?.data ?? [])], width: image.width, height: image.height };
  }, shot);
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

test('labels: the code of each leads to the page of its host, on paper there is nothing else', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/hosts/add/labels?hosts=worker-0,worker-2');
  const label = (name: string) =>
    page
      .getByRole('listitem')
      .filter({ hasText: name })
      .filter({ has: page.getByRole('img') });
  await expect(page.getByRole('img', { name: /^QR code of/ })).toHaveCount(2);
  await expect(label('worker-0')).toContainText('3c:fd:fe:00:05:00');
  await expect(label('worker-0')).toContainText('rack-1/u6');
  const { origin } = new URL(page.url());
  expect(await scanned(page, label('worker-2').getByRole('img'))).toBe(`${origin}/hosts/worker-2`);

  await page.getByLabel('Paper').selectOption('8');
  await page.getByLabel('First label at').selectOption('3');
  await expect(page).toHaveURL(/sheet=8&start=3|start=3.*sheet=8/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(label('worker-0')).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  await page.emulateMedia({ media: null });

  await page.getByText('To fill in', { exact: true }).click();
  await expect(page.getByRole('img', { name: /^QR code of/ })).toHaveCount(8);
  await expect(page.getByRole('region', { name: 'What is printed' })).toContainText('8 labels on 2 sheets');
});

test('on a phone: a card for each row @phone-only @phone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'configurator', PATH);
  const card = page.getByRole('region', { name: 'Row 1', exact: true });
  await card.getByLabel('Hostname').fill('worker-90');
  await card.getByLabel('MAC address').fill('3cfdfe');
  await expect(faults(page)).toHaveText([/^Row 1, worker-90, MAC address/]);
  await card.getByLabel('MAC address').fill(printed(90));
  await (await pressable(page.getByRole('main'), 'Review 1 host…')).click();
  await sheet(page, 'Add 1 host').getByRole('button', { name: 'Add 1 host' }).click();
  await expect(results(page)).toContainText('worker-90', { timeout: LONG });
});
