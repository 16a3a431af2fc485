/** Devices and labels of a host, one of each, and their sheets. */
import { expect } from '@playwright/test';
import type { Place } from './place';

export const DEVICES: readonly Place[] = [
  {
    name: 'devices of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-0/devices');
      await expect(page.getByRole('region', { name: 'Accelerators' })).toContainText('FPGA N3000');
      await expect(page.getByRole('region', { name: 'Device images' })).toContainText('n3000-functional');
    },
  },
  {
    name: 'a device of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/worker-0/devices?open=0000:b2:00.0');
      await expect(page.getByRole('list', { name: 'Labels of the device' })).toContainText('fpga-type=n3000');
    },
  },
  {
    name: 'a device image being applied',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-0/devices');
      await page.getByRole('button', { name: 'Apply n3000-root-key…' }).click();
      await expect(page.getByRole('dialog')).toContainText('A root key stays.');
    },
  },
  {
    name: 'a device image being added',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-0/devices');
      await page.getByRole('button', { name: 'Add an image…' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('radio', { name: 'Functional' }).check();
      await form.getByRole('radio', { name: 'Another device' }).check();
      await form.getByRole('textbox', { name: 'PCI vendor' }).fill('80ee');
      await form.getByRole('textbox', { name: 'PCI device' }).fill('beef');
      await expect(form).toContainText('8086:0b30 alone');
    },
  },
  {
    name: 'labels of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-4/labels');
      await expect(page.getByText('kube-cpu-mgr-policy').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'labels being assigned',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-0/labels');
      await page.getByRole('button', { name: 'Assign labels…' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: 'Key 1' }).fill('bad key!');
      await form
        .getByRole('combobox', { name: 'Add one that the platform knows' })
        .selectOption('power-management');
      await expect(form.getByRole('combobox', { name: 'Value 2' })).toHaveValue('enabled');
    },
  },
];
