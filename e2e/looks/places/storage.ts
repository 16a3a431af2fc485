/** The storage of the cloud, two lists of it, and its sheets. */
import { expect } from '@playwright/test';
import { heading, type Place } from './place';

export const STORAGE: readonly Place[] = [
  {
    name: 'storage',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/storage');
      await heading(page, 'Storage');
      await expect(page.getByRole('list', { name: 'Over the limit' })).toContainText('/var/log');
    },
  },
  {
    name: 'volume groups',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/storage/groups');
      await heading(page, 'Volume groups');
      await expect(page.getByText('cgts-vg').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'osds',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/storage/osds');
      await heading(page, 'OSDs');
      await expect(page.getByText('osd.0').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'a backend being added',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/storage');
      await page.getByRole('button', { name: 'Add backend…' }).click();
      await expect(page.getByRole('dialog')).toContainText('Deployment model');
    },
  },
  {
    name: 'filesystems of the controllers being resized',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/storage');
      await page
        .getByRole('region', { name: 'Filesystems of the controllers', exact: true })
        .getByRole('button', { name: 'Resize…' })
        .click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: 'database' }).fill('11');
      await expect(form).toContainText('needs 26 GiB');
    },
  },
  {
    name: 'filesystems of a host being resized',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/controller-0/storage');
      await page.getByRole('button', { name: 'Resize filesystems…' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: 'scratch' }).fill('5');
      await expect(form).toContainText('only ever grows');
    },
  },
];
