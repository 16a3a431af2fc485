/** Finding hosts in the list: search, filters, views, order, columns, selection, keys, and a link that says it all. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { expectHosts, hostGrid, hostRow, keysAct, selectHosts, sheet, shownHosts } from '../support/hosts';

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search hosts' });
const foot = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /\d hosts?/ });
const views = (page: Page) => page.getByRole('navigation', { name: 'Views' });
const head = (page: Page, name: string) => hostGrid(page).getByRole('columnheader', { name, exact: true });

/** The filter's button, not the head of the column of the same name. */
const facetButton = (page: Page, facet: string) =>
  page.getByRole('button', { name: new RegExp(`^${facet}`), expanded: false });

async function pickFacet(page: Page, facet: string, ...values: string[]): Promise<void> {
  await facetButton(page, facet).click();
  const list = page.getByRole('dialog', { name: facet });
  for (const value of values) await list.getByRole('checkbox', { name: new RegExp(`^${value}`) }).check();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
}

test('finds a host by name, address, serial, and a MAC in any notation', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader');
  await expect(foot(page)).toHaveText('16 hosts');
  const cases: [string, string[]][] = [
    ['worker-3', ['worker-3']],
    ['192.168.204.21', ['storage-0']],
    ['3c:fd:fe:00:06:00', ['worker-1']],
    ['3C-FD-FE-00-06-00', ['worker-1']],
    ['3cfd.fe00.0600', ['worker-1']],
    ['3cfdfe000600', ['worker-1']],
    ['storage 204.22', ['storage-1']],
    ['<script>', ['worker-1']],
    ['no-such-host', []],
  ];
  for (const [typed, names] of cases) {
    await search(page).fill(typed);
    await expectHosts(page, names);
    await expect(foot(page)).toHaveText(`${names.length} of 16 hosts shown`);
  }
  await expect(page.getByText('No host matches the filter')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(foot(page)).toHaveText('16 hosts');
});

test('filters by state, in any combination, with true counts', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader');
  await facetButton(page, 'Availability').click();
  const list = page.getByRole('dialog', { name: 'Availability' });
  await expect(list.getByText(/^Available/)).toBeVisible();
  await expect(list.getByRole('checkbox', { name: /^Failed\s*1$/ })).toBeVisible();
  await list.getByRole('checkbox', { name: /^Failed/ }).check();
  await list.getByRole('checkbox', { name: /^Degraded/ }).check();
  await page.keyboard.press('Escape');
  await expectHosts(page, ['controller-1', 'worker-3']);
  await expect(facetButton(page, 'Availability\\s*Failed, Degraded')).toBeVisible();
  await pickFacet(page, 'Personality', 'Worker');
  await expectHosts(page, ['worker-3']);
  await expect(page).toHaveURL(/availability=/);
  await page.goBack();
  await expectHosts(page, ['controller-1', 'worker-3']);
});

test('counts its views, and keeps a view of one’s own', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader');
  await expect(views(page).getByRole('link', { name: /^All hosts\s*16$/ })).toHaveAttribute(
    'aria-current',
    'page',
  );
  for (const name of ['Needs attention', 'Task in progress', 'Locked']) {
    const link = views(page).getByRole('link', { name: new RegExp(`^${name}`) });
    const count = Number(/\d+$/.exec(await link.innerText())?.[0]);
    expect(count, name).toBeGreaterThan(0);
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(foot(page)).toHaveText(`${count} of 16 hosts shown`);
  }
  const locked = await shownHosts(page);
  expect(locked).toEqual(expect.arrayContaining(['worker-4', 'worker-8', 'worker-9']));
  expect(locked).not.toContain('worker-0');

  await views(page)
    .getByRole('link', { name: /^All hosts/ })
    .click();
  await search(page).fill('storage');
  await expectHosts(page, ['storage-0', 'storage-1']);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Disks');
  await page.getByRole('dialog', { name: 'Save view' }).getByRole('button', { name: 'Save view' }).click();
  const mine = views(page).getByRole('link', { name: 'Disks' });
  await expect(mine).toHaveAttribute('aria-current', 'page');
  await page.goto('/hosts');
  await mine.click();
  await expectHosts(page, ['storage-0', 'storage-1']);
  await page.getByRole('button', { name: 'Edit view' }).click();
  await page.getByRole('button', { name: 'Delete view' }).click();
  await expect(mine).toHaveCount(0);
});

test('sorts as people count, either way, through all groups', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader');
  await expect(hostGrid(page).getByRole('rowheader', { name: 'Workers 10' })).toBeVisible();
  await expect(head(page, 'Host')).toHaveAttribute('aria-sort', 'ascending');
  await head(page, 'Host').getByRole('button').click();
  await expect(head(page, 'Host')).toHaveAttribute('aria-sort', 'descending');
  const names = await shownHosts(page);
  expect(names.indexOf('worker-9')).toBeLessThan(names.indexOf('worker-0'));
  await head(page, 'Availability').getByRole('button').click();
  await expect(head(page, 'Availability')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await shownHosts(page))[0]).toBe('worker-3');
  await expect(hostGrid(page).getByRole('rowheader')).toHaveCount(0);
  await expect(page).toHaveURL(/sort=availability/);
});

test('shows the columns one chooses, and the height one likes', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader');
  await expect(head(page, 'Serial')).toHaveCount(0);
  await page.getByRole('button', { name: /^\d+ of \d+ columns$/ }).click();
  const chooser = page.getByRole('dialog', { name: 'Columns' });
  await expect(chooser.getByRole('checkbox', { name: 'Host', exact: true })).toBeDisabled();
  await chooser.getByRole('checkbox', { name: 'Serial' }).check();
  await chooser.getByRole('checkbox', { name: 'Uptime' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(head(page, 'Serial')).toBeVisible();
  await expect(head(page, 'Uptime')).toHaveCount(0);
  await expect(hostRow(page, 'worker-0')).toContainText('SGH7000005');

  const tall = await hostRow(page, 'worker-0').boundingBox();
  await page.getByRole('button', { name: 'Row height: compact' }).click();
  await expect(page.getByRole('button', { name: 'Row height: comfortable' })).toBeVisible();
  const taller = await hostRow(page, 'worker-0').boundingBox();
  expect(taller?.height).toBeGreaterThan(tall?.height ?? Number.POSITIVE_INFINITY);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Row height: comfortable' })).toBeVisible();
  await expect(head(page, 'Serial')).toBeVisible();
});

test('tells the storage of every host in a line, once somebody asks for it', async ({ page, cloud }) => {
  const asked = async () =>
    (await cloud.control.requests()).filter(({ path }) => /\/v1\/(ilvgs|istors)$/.test(path)).length;
  await cloud.signIn(page, 'reader');
  await expect(hostRow(page, 'worker-0')).toBeVisible();
  expect(await asked()).toBe(0);
  await page.getByRole('button', { name: /^\d+ of \d+ columns$/ }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'Storage' }).check();
  await page.keyboard.press('Escape');
  await expect(hostRow(page, 'storage-0')).toContainText(/cgts-vg \d+ %, 2 OSDs/);
  await expect(hostRow(page, 'worker-0')).toContainText(/nova-local \d+ %/);
  expect(await asked()).toBe(2);
});

test('saves what is shown as a file that no spreadsheet runs', async ({ page, cloud }) => {
  await cloud.control.patchHost('worker-2', { location: { locn: '=HYPERLINK("http://127.0.0.1/")' } });
  await cloud.signIn(page, 'reader', '/hosts?q=worker&sort=-host');
  await expect(foot(page)).toHaveText('10 of 16 hosts shown');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^hosts-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [header = [], ...rows] = parseCsv(text.slice(1));
  expect(header).toEqual(
    expect.arrayContaining(['Host', 'Admin', 'Availability', 'Mgmt MAC', 'Serial', 'UUID']),
  );
  expect(header.length).toBeGreaterThan(15);
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '');
  expect(column('Host')).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => `worker-${n}`));
  expect(column('Serial')).toContain('\'=HYPERLINK("http://127.0.0.1/","SGH7000007")');
  expect(column('Location')).toContain('\'=HYPERLINK("http://127.0.0.1/")');
  expect(column('Location')).toContain('<script>alert(1)</script>');
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s\uFEFF]*[=+@]/);
});

test('selects with the mouse and the shift key', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  const bar = page.getByRole('region', { name: 'Selected rows' });
  const box = (name: string) => hostRow(page, name).getByRole('checkbox', { name: `Select ${name}` });
  await selectHosts(page, 'worker-2');
  await box('worker-5').click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('4 selected');
  await expect(hostRow(page, 'worker-4')).toHaveAttribute('aria-selected', 'true');
  await bar.getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bar).toHaveCount(0);

  await hostGrid(page).getByRole('checkbox', { name: 'Select all rows shown' }).check();
  await expect(bar).toContainText('16 selected');
  await hostGrid(page).getByRole('checkbox', { name: 'Select all rows shown' }).uncheck();
  await expect(bar).toHaveCount(0);
});

test('selects with the keyboard alone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  await keysAct(page);
  const bar = page.getByRole('region', { name: 'Selected rows' });
  await page.keyboard.press('j');
  await expect(hostRow(page, 'controller-0')).toBeFocused();
  await page.keyboard.press('j');
  await expect(hostRow(page, 'controller-1')).toBeFocused();
  await page.keyboard.press('x');
  await expect(bar).toContainText('1 selected');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(bar).toContainText('controller-1, storage-0, storage-1');
  await page.keyboard.press('k');
  await expect(hostRow(page, 'storage-0')).toBeFocused();
  await page.keyboard.press('x');
  await expect(bar).toContainText('2 selected');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});

test('opens, locks and explains by keys, and leaves letters to fields', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  await keysAct(page);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('jlx?worker-0');
  await expect(search(page)).toHaveValue('jlx?worker-0');
  await search(page).fill('worker-0');
  await expectHosts(page, ['worker-0']);
  // By Tab, as people without a mouse come into a list.
  while (!(await hostRow(page, 'worker-0').evaluate((row) => row === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('l');
  await expect(sheet(page, 'Lock worker-0')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hostRow(page, 'worker-0')).toBeFocused();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  for (const label of ['Move', 'Select', 'Select a range', 'Open', 'Lock', 'Unlock'])
    await expect(keys.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/hosts/worker-0');
});

test('keeps everything in its address: a new tab shows the same', async ({ page, cloud, context }) => {
  await cloud.signIn(page, 'reader');
  await views(page)
    .getByRole('link', { name: /^Locked/ })
    .click();
  await search(page).fill('worker');
  await pickFacet(page, 'Availability', 'Online', 'Power-off');
  await head(page, 'Uptime').getByRole('button').click();
  await page.getByRole('button', { name: /^\d+ of \d+ columns$/ }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'Mgmt MAC' }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/cols=/);
  await expectHosts(page, ['worker-4', 'worker-9']);
  const heads = await hostGrid(page).getByRole('columnheader').allInnerTexts();

  const other = await context.newPage();
  await other.goto(page.url());
  await expectHosts(other, await shownHosts(page));
  expect(await hostGrid(other).getByRole('columnheader').allInnerTexts()).toEqual(heads);
  await expect(search(other)).toHaveValue('worker');
  await expect(head(other, 'Uptime')).toHaveAttribute('aria-sort', /./);
  await expect(views(other).getByRole('link', { name: /^Locked/ })).toHaveAttribute('aria-current', 'page');
  await expect(facetButton(other, 'Availability\\s*Online, Power-off')).toBeVisible();
});

test('shows odd rows as what they are, and hostile names as text', async ({ page, cloud }) => {
  await cloud.control.patchHost('worker-6', { hostname: '<script>alert(6)</script>' });
  await cloud.control.patchHost('worker-7', { hostname: '=1+1' });
  await cloud.signIn(page, 'reader');
  await expect(hostRow(page, '<script>alert(6)</script>')).toBeVisible();
  await expect(hostRow(page, '=1+1')).toBeVisible();
  await expect(hostGrid(page).getByRole('row').filter({ hasText: 'Not provisioned' })).not.toHaveCount(0);
  await expect(hostRow(page, 'spare-0')).toContainText('Offline');
  await expect(hostRow(page, 'worker-0')).toContainText('Available');
  await page.getByRole('button', { name: /^\d+ of \d+ columns$/ }).click();
  await page.getByRole('dialog', { name: 'Columns' }).getByRole('checkbox', { name: 'Location' }).check();
  await page.keyboard.press('Escape');
  await expect(hostRow(page, 'worker-1')).toContainText('<script>alert(1)</script>');
  await expect(page.locator('script', { hasText: /alert\(\d\)/ })).toHaveCount(0);
});

test.describe('a thousand hosts', () => {
  test.use({ world: 'fleet' });

  test('scroll and filter, with only some rows in the document', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader');
    await expect(foot(page)).toHaveText('1,000 hosts');
    const inDocument = () => hostGrid(page).getByRole('row').count();
    expect(await inDocument()).toBeLessThan(120);
    await expect(hostGrid(page)).toHaveAttribute('aria-rowcount', /^10\d\d$/);
    const list = page.getByRole('region', { name: 'List of hosts' });
    await list.hover();
    await list.focus();
    await page.keyboard.press('End');
    await expect(hostRow(page, 'worker-988')).toBeVisible();
    expect(await inDocument()).toBeLessThan(120);
    await page.keyboard.press('Home');
    await expect(hostRow(page, 'controller-0')).toBeVisible();

    await search(page).fill('worker-98');
    await expectHosts(page, ['worker-98', ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => `worker-98${n}`)]);
    await search(page).fill('');
    await pickFacet(page, 'Personality', 'Storage');
    await expectHosts(
      page,
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `storage-${n}`),
    );
  });
});

test('are cards on a phone, worst first @phone-only @phone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  const cards = page.getByRole('main').getByRole('list', { name: 'hosts' });
  await expect(cards.getByRole('listitem')).toHaveCount(16);
  await expect(hostGrid(page)).toBeHidden();
  await expect(cards.getByRole('listitem').first()).toContainText('worker-3');
  await expect(cards.getByRole('listitem').first()).toContainText('Failed');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide, 'nothing is wider than the screen').toBe(false);
  for (const card of await cards.getByRole('link').all())
    expect((await card.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await page.getByRole('button', { name: 'Filters' }).click();
  const filters = page.getByRole('dialog', { name: 'Filters' });
  await filters.getByRole('checkbox', { name: /^Storage/ }).check();
  await filters.getByRole('button', { name: 'Show 2 hosts' }).click();
  await expect(cards.getByRole('listitem')).toHaveCount(2);
  await cards.getByRole('link', { name: /storage-0/ }).click();
  await expect(page).toHaveURL('/hosts/storage-0');
});

/** RFC 4180, read by somebody else than who wrote it. */
function parseCsv(text: string): string[][] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
