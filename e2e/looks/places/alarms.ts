/** Alarms, suppression and events. */
import { expect } from '@playwright/test';
import { heading, isNarrow, type Place } from './place';

export const ALARMS: readonly Place[] = [
  {
    name: 'alarms',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/alarms');
      await expect(page.getByText('worker-5 is not locked to remote PTP Grand Master').first()).toBeVisible();
      await expect(page.getByText(/^Cleared in the last 3 hours/).first()).toBeVisible();
    },
  },
  {
    name: 'an alarm in full',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'operator', '/alarms?q=worker-5');
      const narrow = isNarrow(page);
      const found = page.getByRole(narrow ? 'button' : 'row', { name: /worker-5 is not locked/ });
      await found.first().click();
      await expect(page.getByRole('figure', { name: /^Over 30 days/ })).toBeVisible();
      await page.getByRole('button', { name: 'Shelve', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Shelve alarm' })).toBeVisible();
    },
  },
  {
    name: 'alarms by host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/alarms?group=host');
      await expect(page.getByText('worker-5 is not locked to remote PTP Grand Master').first()).toBeVisible();
    },
  },
  {
    name: 'suppressed types',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/alarms/suppression');
      await expect(page.getByText('100.150').first()).toBeVisible();
    },
  },
  {
    name: 'preflight of a suppression',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/alarms/suppression?q=100.119');
      await expect(page.getByText('100.119').first()).toBeVisible();
      // A card on a phone, a button of the row elsewhere.
      const narrow = isNarrow(page);
      await page.getByRole('button', { name: narrow ? /^100\.119/ : 'Suppress 100.119…' }).click();
      await expect(page.getByRole('list', { name: 'What it hides right now' })).toBeVisible();
    },
  },
  {
    name: 'events',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/events');
      await heading(page, 'Events');
      await expect(page.getByText('Show as table')).toBeVisible();
      await expect(page.getByText(/Per 15 minutes/)).toBeVisible();
    },
  },
  {
    name: 'kinds of events, for somebody who may not see all of them',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/events?last=1h');
      const narrow = isNarrow(page);
      const option = page.getByRole('checkbox', { name: /^Operator/ });
      await page.getByRole('button', { name: narrow ? /^Filters/ : /^What/ }).click();
      await expect(option).toHaveAccessibleDescription(/Seeing operator actions needs admin/);
    },
  },
  {
    name: 'an operator action in full',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/alarms?q=worker-5');
      const narrow = isNarrow(page);
      const kind = narrow ? 'button' : 'row';
      await page
        .getByRole(kind, { name: /worker-5 is not locked/ })
        .first()
        .click();
      const seen = page.getByRole('button', { name: 'Mark as seen', exact: true });
      await expect(seen).not.toHaveAttribute('aria-disabled', 'true');
      await seen.click();
      await expect(seen).toHaveCount(0);
      const found = encodeURIComponent(`+${cloud.tag}`);
      await page.goto(`/events?last=1h&what=operator&text=${found}`);
      await page
        .getByRole(kind, { name: /marked alarm 100\.119/ })
        .first()
        .click();
      await expect(page.getByRole('link', { name: 'Open in the audit trail' })).toBeVisible();
    },
  },
  {
    name: 'more alarms than fault management gives',
    open: async (page, cloud) => {
      await cloud.control.flood({ alarms: 2_200, raiseMs: 0, changesPerMinute: 0 });
      await cloud.control.advance(250);
      await cloud.signIn(page, 'reader', '/alarms?q=nothing-is-called-so');
      await expect(page.getByText(/^At least 2,000 alarms are active/).first()).toBeVisible();
      await expect(page.getByText(/^No alarm matches/).first()).toBeVisible();
    },
  },
];
