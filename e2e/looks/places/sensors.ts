/** The sensors of a host, and its board management. */
import { expect } from '@playwright/test';
import type { Place } from './place';

export const SENSORS: readonly Place[] = [
  {
    name: 'sensors of a host',
    open: async (page, cloud) => {
      await cloud.control.setSensor('worker-2', 'Fan_2', 'critical');
      await cloud.signIn(page, 'admin', '/hosts/worker-2/sensors');
      await expect(page.getByRole('region', { name: 'Board management' })).toContainText('Redfish');
      await expect(page.getByText('Fan_2').first()).toBeVisible();
    },
  },
  {
    name: 'a sensor of a host in full',
    open: async (page, cloud) => {
      await cloud.control.setSensor('worker-2', 'Fan_2', 'critical');
      await cloud.signIn(page, 'reader', '/hosts/worker-2/sensors?open=sensor:Fan_2');
      await expect(page.getByRole('complementary', { name: 'Fan_2 Sensor' })).toContainText(
        'above 20000 rpm',
      );
    },
  },
  {
    name: 'a sensor group being edited',
    open: async (page, cloud) => {
      await cloud.control.setSensor('worker-2', 'Fan_2', 'major');
      await cloud.signIn(page, 'admin', '/hosts/worker-2/sensors?open=group:server fans');
      const drawer = page.getByRole('complementary', { name: 'server fans' });
      await drawer.getByRole('button', { name: 'Edit…' }).click();
      const form = page.getByRole('dialog', { name: 'Edit server fans of worker-2' });
      await form.getByRole('textbox', { name: 'Read every' }).fill('300');
      await form.getByRole('combobox', { name: 'When a sensor is critical' }).selectOption('reset');
      await form.getByRole('combobox', { name: 'When a sensor is major' }).selectOption('alarm');
      await expect(form.getByText('A critical sensor takes the host out of service.')).toBeVisible();
    },
  },
  {
    name: 'board management of a host being changed',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-2/sensors');
      await page
        .getByRole('region', { name: 'Board management' })
        .getByRole('button', { name: 'Edit…' })
        .click();
      const form = page.getByRole('dialog', { name: 'Board management of worker-2' });
      await form.getByRole('combobox', { name: 'Board management' }).selectOption('none');
      await expect(form.getByText('worker-2 loses its board management.')).toBeVisible();
    },
  },
];
