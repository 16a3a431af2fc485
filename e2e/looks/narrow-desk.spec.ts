/** On a laptop (1280 px) a table gives up columns and a port its last letters, but what a row is about keeps its whole name. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

test.use({ viewport: { width: 1280, height: 800 } });

/** Names of hosts and lanes that do not have the room they need. */
const cutNames = (page: Page, names: RegExp): Promise<string[]> =>
  page.getByRole('main').evaluate((main, source) => {
    const wanted = new RegExp(source);
    return [...main.querySelectorAll<HTMLElement>('.mono, .mono *')]
      .filter(({ textContent }) => wanted.test(textContent))
      .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
      .map(({ textContent }) => textContent);
  }, names.source);

for (const { name, path, first, names } of [
  { name: 'hosts', path: '/hosts', first: 'controller-1', names: /^(controller|worker|storage)-\d+$/ },
  { name: 'clocks', path: '/clocks', first: 'worker-7', names: /^(controller|worker|storage)-\d+$/ },
  {
    name: 'lanes of a host',
    path: '/hosts/worker-0/network',
    first: 'cluster-host',
    names: /^(cluster-host|mgmt|pxeboot)$/,
  },
]) {
  test(`${name}: every name is whole`, async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', path);
    await expect(page.getByRole('main').getByText(first, { exact: true }).first()).toBeVisible();
    expect(await cutNames(page, names)).toEqual([]);
    const beyond = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await beyond()).toBeLessThanOrEqual(0);
  });
}

test('hosts: neither address nor uptime, as everything else fits then', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/hosts');
  const grid = page.getByRole('grid', { name: 'hosts' });
  await expect(grid.getByRole('columnheader', { name: 'Clock' })).toBeVisible();
  await expect(grid.getByRole('columnheader', { name: 'Mgmt address' })).toBeHidden();
  const beyond = () =>
    grid.evaluate((table) => {
      const region = table.closest<HTMLElement>('[class*="overflow"]');
      return region ? region.scrollWidth - region.clientWidth : Number.NaN;
    });
  await expect.poll(beyond).toBeLessThanOrEqual(0);
});
