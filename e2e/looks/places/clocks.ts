/** Clocks, and how they are set. */
import { expect } from '@playwright/test';
import { heading, isNarrow, type Place } from './place';

export const CLOCKS: readonly Place[] = [
  {
    name: 'clocks',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/clocks');
      await heading(page, /^No clock is verified/);
      await expect(
        page.getByText('worker-5', { exact: true }).filter({ visible: true }).first(),
      ).toBeVisible();
    },
  },
  {
    name: 'thresholds of clocks',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/clocks');
      await page.getByRole('button', { name: 'Thresholds…' }).click();
      const sheet = page.getByRole('dialog', { name: 'Thresholds' });
      await sheet.getByRole('radio', { name: /PRTC-A/ }).check();
      await expect(sheet.getByRole('status')).toContainText('can be passed without an alarm');
    },
  },
  {
    name: 'an apply before it restarts clocks',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/clocks/instances');
      await page.getByRole('button', { name: 'Apply…', exact: true }).first().click();
      await expect(page.getByRole('dialog')).toContainText('worker-2 is out of tolerance already');
    },
  },
  {
    name: 'a clock in full',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'operator', '/clocks?open=worker-5');
      await expect(page.getByText('Why Roost says so')).toBeVisible();
    },
  },
  {
    name: 'clocks as a list',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/clocks?show=list');
      await expect(
        page.getByText('worker-5', { exact: true }).filter({ visible: true }).first(),
      ).toBeVisible();
    },
  },
  {
    name: 'clock of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-5/clock');
      await expect(page.getByRole('region', { name: 'Chain' })).toContainText('first break');
      await expect(page.getByRole('region', { name: 'Timing events' })).toContainText('100.119');
    },
  },
  {
    name: 'PTP instances',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/clocks/instances');
      await heading(page, 'PTP instances');
      await expect(page.getByText('ptp4l-bc').first()).toBeVisible();
    },
  },
  {
    name: 'parameters of a PTP instance',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/clocks/instances?q=ptp4l-bc');
      const narrow = isNarrow(page);
      await page
        .getByRole(narrow ? 'button' : 'row', { name: /^ptp4l-bc/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Change parameters…', exact: true }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: 'gmCapable' }).fill('1');
      await expect(form.getByText('gmCapable is shared with 1 other.')).toBeVisible();
    },
  },
  {
    name: 'a preset of PTP under review',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/clocks/instances');
      await page.getByRole('button', { name: 'From a preset…' }).click();
      await expect(page.getByRole('dialog').getByRole('radio', { name: /T-GM with GNSS/ })).toBeChecked();
    },
  },
  {
    name: 'NTP and sources',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/clocks/ntp');
      await expect(page.getByRole('list', { name: /^NTP servers/ })).toBeVisible();
    },
  },
];
