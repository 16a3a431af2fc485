/** Pages about who is signed in, and what they did. */
import { expect } from '@playwright/test';
import { heading, type Place } from './place';

export const ACCOUNT: readonly Place[] = [
  {
    name: 'log-in',
    open: async (page) => {
      await page.goto('/login');
      await expect(page.getByRole('button', { name: /sign in/i })).toBeVisible();
    },
  },
  {
    name: 'change of password',
    open: async (page) => {
      await page.goto('/password');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  {
    name: 'no rights',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'tenant', '/hosts');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  {
    name: 'audit trail',
    open: async (page, cloud) => {
      await cloud.signIn(
        page,
        'admin',
        `/system/audit?range=24h&find=${encodeURIComponent(`+${cloud.tag}`)}`,
      );
      await heading(page, 'Audit');
      // The filter knows the word too, in a list that is shut.
      const line = page.getByText('session.sign-in').filter({ visible: true });
      await expect(line.first()).toBeVisible();
    },
  },
  {
    name: 'audit trail, for somebody who may not read it',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/system/audit');
      await heading(page, 'Not permitted');
    },
  },
];
