/** Hosts added in bulk: the empty table, faults, what came of it; labels to print. */
import { expect, type Page } from '@playwright/test';
import { LONG } from '../../support/patience';
import { heading, type Place } from './place';

const CSV = [
  'Name,MAC,BMC type,BMC IP,BMC user',
  'worker-40,3C-FD-FE-BB-00-01,redfish,10.10.44.1,root',
  'worker-41,not a mac,redfish,10.10.44.1,root',
].join('\n');

async function paste(page: Page, text: string): Promise<void> {
  await page.getByText('Paste', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Rows', exact: true }).fill(text);
  await page.getByRole('button', { name: 'Read', exact: true }).click();
}

export const BULK: readonly Place[] = [
  {
    name: 'hosts in bulk',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/add/bulk');
      await heading(page, 'Add hosts in bulk');
      await expect(page.getByRole('button', { name: 'Add a row' })).toBeVisible();
    },
  },
  {
    name: 'hosts in bulk, columns being told',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/add/bulk');
      await paste(page, CSV);
      await expect(page.getByRole('region', { name: 'What the columns are' })).toBeVisible();
    },
  },
  {
    name: 'hosts in bulk with faults',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/add/bulk');
      await paste(page, CSV);
      await page.getByRole('button', { name: 'Take 2 rows' }).click();
      await expect(page.getByRole('list', { name: 'Faults' })).toContainText('A MAC address, such as');
    },
  },
  {
    name: 'hosts in bulk, looked over',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/add/bulk');
      await paste(page, CSV.split('\n').slice(0, 2).join('\n'));
      await page.getByRole('button', { name: 'Take 1 row' }).click();
      await page.getByRole('button', { name: 'Review 1 host…' }).click();
      await expect(page.getByRole('dialog', { name: 'Add 1 host' })).toContainText('What happens');
    },
  },
  {
    name: 'hosts in bulk, with what came of it',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/add/bulk');
      await paste(page, CSV.split('\n').slice(0, 2).join('\n'));
      await page.getByRole('button', { name: 'Take 1 row' }).click();
      await page.getByRole('button', { name: 'Review 1 host…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Add 1 host' }).click();
      await expect(page.getByRole('list', { name: 'What came of it' })).toContainText('worker-40', {
        timeout: LONG,
      });
    },
  },
  {
    name: 'labels to print',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/add/labels');
      await heading(page, 'Labels for hosts');
      await expect(page.getByRole('img', { name: /QR code of .*worker-0$/ })).toBeVisible();
    },
  },
  {
    name: 'labels to be filled in',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/add/labels?blank=8&sheet=8');
      await expect(page.getByRole('img', { name: /QR code of/ })).toHaveCount(8);
    },
  },
];
