/** Pages about the whole platform, and none. */
import { expect } from '@playwright/test';
import { heading, type Place } from './place';

export const PLATFORM: readonly Place[] = [
  {
    name: 'overview',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/');
      await heading(page, /Service is affected on 1 host/);
      await expect(page.getByText('Show as table')).toBeVisible();
    },
  },
  {
    name: 'wallboard',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/wallboard');
      await heading(page, 'nordic-central');
    },
  },
  {
    name: 'a page that does not exist',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/nowhere');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
    provokes: /404/,
  },
  {
    name: 'platform down',
    open: async (page, cloud) => {
      await cloud.control.fault({ service: 'sysinv', down: true }, { service: 'fm', down: true });
      await cloud.signIn(page, 'admin', '/hosts');
      await expect(page.getByText(/could not be read/).first()).toBeVisible();
    },
  },
];
