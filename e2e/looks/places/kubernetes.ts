/** Kubernetes: at rest, an upgrade under way, one that failed, and the sheet of a step. */
import { expect } from '@playwright/test';
import { heading, type Place } from './place';

export const KUBERNETES: readonly Place[] = [
  {
    name: 'kubernetes at rest',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/applications/kubernetes');
      await heading(page, 'Kubernetes');
      await expect(page.getByText(/v1\.32\.2 is active on every host/)).toBeVisible();
    },
  },
  {
    name: 'kubernetes being upgraded',
    open: async (page, cloud) => {
      await cloud.control.readyKube();
      await cloud.control.setKube({
        state: 'upgrading-kubelets',
        hosts: { 'worker-0': { status: 'upgrading-kubelet' } },
      });
      await cloud.signIn(page, 'admin', '/applications/kubernetes');
      await expect(page.getByRole('list', { name: 'Stages of the upgrade' })).toContainText('worker-0');
    },
  },
  {
    name: 'an upgrade of kubernetes that failed',
    open: async (page, cloud) => {
      await cloud.control.setKube({ state: 'upgrading-first-master-failed' });
      await cloud.signIn(page, 'reader', '/applications/kubernetes');
      await expect(page.getByText(/failed: first control plane/)).toBeVisible();
    },
  },
  {
    name: 'an upgrade of kubernetes being started',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/applications/kubernetes');
      await page.getByRole('button', { name: 'Start an upgrade…' }).click();
      await expect(page.getByRole('dialog')).toContainText(/\d+ of \d+ checks fail/);
    },
  },
];
