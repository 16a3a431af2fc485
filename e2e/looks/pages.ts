/** Every page, and every state of it that a person meets, for what must hold on all of them. */
import { expect, type Page } from '@playwright/test';
import type { Cloud } from '../support/cloud';

export type Place = {
  name: string;
  /** Leads there, and waits until it shows what it is about. */
  open: (page: Page, cloud: Cloud) => Promise<void>;
  /** Lines in the browser's console that this place provokes on purpose. */
  provokes?: RegExp;
};

const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

export const PLACES: readonly Place[] = [
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
    name: 'hosts',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts');
      await expect(page.getByRole('link', { name: /worker-2/ }).first()).toBeVisible();
    },
  },
  {
    name: 'host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-2');
      await heading(page, /worker-2/);
      await expect(page.getByRole('heading', { name: 'Processor' })).toBeVisible();
      await expect(page.getByText('NUMA node 1').first()).toBeVisible();
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
    name: 'network of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-2/network?trace=if:mgmt0');
      const narrow = (page.viewportSize()?.width ?? 0) < 720;
      const box = page.getByRole('button', { name: 'Interface mgmt0, vlan, Platform, id 100', exact: true });
      await expect(box).toBeVisible();
      if (!narrow) await expect(box).toHaveAttribute('aria-pressed', 'true');
    },
  },
  {
    name: 'a port of a host in full',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/worker-7/network?open=port:enp59s0f1');
      const drawer = page.getByRole('complementary', { name: 'enp59s0f1 Port' });
      await expect(drawer.getByRole('region', { name: 'What this port sends' })).toContainText('worker-7:');
    },
  },
  {
    name: 'events of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-2/events');
      await expect(page.getByText(/out of tolerance/).first()).toBeVisible();
    },
  },
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
      const narrow = (page.viewportSize()?.width ?? 0) < 720;
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
      const narrow = (page.viewportSize()?.width ?? 0) < 720;
      await page.getByRole('button', { name: narrow ? /^100\.119/ : 'Suppress 100.119…' }).click();
      await expect(page.getByRole('list', { name: 'What it hides right now' })).toBeVisible();
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
      const narrow = (page.viewportSize()?.width ?? 0) < 720;
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
      const narrow = (page.viewportSize()?.width ?? 0) < 720;
      const option = page.getByRole('checkbox', { name: /^Operator/ });
      // A press counts once the page has come to life.
      await expect(async () => {
        await page.getByRole('button', { name: narrow ? /^Filters/ : /^What/ }).click();
        await expect(option).toBeVisible({ timeout: 2_000 });
      }).toPass();
      await expect(option).toHaveAccessibleDescription(/Seeing operator actions needs admin/);
    },
  },
  {
    name: 'an operator action in full',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/alarms?q=worker-5');
      const narrow = (page.viewportSize()?.width ?? 0) < 720;
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
    name: 'a host that does not exist',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/nowhere-7');
      await expect(page.getByText(/nowhere-7/).last()).toBeVisible();
    },
    provokes: /404/,
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
    name: 'no rights',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'tenant', '/hosts');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
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
