/** Cores, kernel and memory of a host. */
import { expect } from '@playwright/test';
import type { Place } from './place';

/** A worker that is locked in the standard world. */
const LOCKED = '/hosts/worker-4';

export const CAPACITY: readonly Place[] = [
  {
    name: 'processors of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/worker-2/processor');
      await expect(
        page.getByRole('region', { name: 'Kernel' }).getByText('Low latency').first(),
      ).toBeVisible();
      await expect(page.getByText('0-1,32-33')).toBeVisible();
    },
  },
  {
    name: 'cores of a host being assigned',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', `${LOCKED}/processor`);
      await page.getByRole('button', { name: 'Assign cores…' }).click();
      const form = page.getByRole('dialog', { name: 'Assign cores of worker-4' });
      await form.getByRole('textbox', { name: 'Platform' }).first().fill('3');
      await form.getByRole('textbox', { name: 'Shared' }).first().fill('2');
      await form.getByRole('radio', { name: 'These cores' }).check();
      await form.getByRole('button', { name: 'Core 9, processors 25 and 57' }).click();
      await expect(form.getByText('At most 1 per NUMA node')).toBeVisible();
    },
  },
  {
    name: 'kernel of a host being changed',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', `${LOCKED}/processor`);
      await page.getByRole('region', { name: 'Kernel' }).getByRole('button', { name: 'Change…' }).click();
      const form = page.getByRole('dialog', { name: 'Kernel of worker-4' });
      await form.getByRole('radio', { name: 'Standard' }).check();
      await expect(form.getByText('system host-kernel-modify worker-4 standard')).toBeAttached();
    },
  },
  {
    name: 'memory of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/worker-2/memory');
      await expect(page.getByRole('region', { name: 'NUMA node 1' })).toBeVisible();
      await expect(page.getByText(/of 32 in use/).first()).toBeVisible();
    },
  },
  {
    name: 'memory of a host being changed',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', `${LOCKED}/memory`);
      await page.getByRole('button', { name: 'Change memory…' }).click();
      const form = page.getByRole('dialog', { name: 'Memory of worker-4' });
      await form.getByRole('textbox', { name: 'Reserved for the platform' }).first().fill('500');
      await form.getByRole('textbox', { name: 'Pages of 1 GiB' }).nth(1).fill('200');
      await expect(form.getByText(/more than the node seems to have/)).toBeVisible();
    },
  },
];
