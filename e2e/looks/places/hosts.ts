/** Hosts, one host, and its network. */
import { expect } from '@playwright/test';
import { heading, isNarrow, type Place } from './place';

export const HOSTS: readonly Place[] = [
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
    name: 'network of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-2/network?trace=if:mgmt0');
      const narrow = isNarrow(page);
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
    name: 'a host that does not exist',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/nowhere-7');
      await expect(page.getByText(/nowhere-7/).last()).toBeVisible();
    },
    provokes: /404/,
  },
];
