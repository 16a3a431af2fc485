/** Hosts, one host, its network and its storage. */
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
    name: 'a new interface of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-4/network');
      await page.getByRole('button', { name: 'Create interface…' }).click();
      const form = page.getByRole('dialog', { name: 'Create interface' });
      await form.getByRole('textbox', { name: 'Name', exact: true }).fill('storage0');
      await form.getByRole('combobox', { name: 'Over' }).selectOption('pxeboot0');
      await form.getByRole('textbox', { name: 'VLAN ID' }).fill('4095');
      await expect(form.getByText('Between 1 and 4094')).toBeVisible();
    },
  },
  {
    name: 'an interface of a host being edited',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-4/network?open=if:data0');
      await page.getByRole('button', { name: 'Edit…' }).click();
      const form = page.getByRole('dialog', { name: 'Edit data0' });
      await form.getByRole('combobox', { name: 'IPv4 mode' }).selectOption('disabled');
      await expect(form.getByText('Change IPv4 mode of data0')).toBeVisible();
    },
  },
  {
    name: 'storage of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/storage-0/storage');
      await expect(page.getByRole('button', { name: /^OSD osd\.1, Tier storage/ }).first()).toBeVisible();
    },
  },
  {
    name: 'a new partition of a host',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-4/storage?open=disk:/dev/nvme0n1');
      const drawer = page.getByRole('complementary', { name: '/dev/nvme0n1 Disk' });
      await drawer.getByRole('button', { name: 'Create partition…' }).click();
      const form = page.getByRole('dialog', { name: 'Create partition' });
      await form.getByRole('textbox', { name: 'Size' }).fill('10');
      await form.getByRole('combobox', { name: 'Add it to' }).selectOption('nova-local');
      await expect(form.getByText('When worker-4 is unlocked')).toBeVisible();
    },
  },
  {
    name: 'a disk of a host to be wiped',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/hosts/worker-4/storage?open=disk:/dev/nvme0n1');
      const drawer = page.getByRole('complementary', { name: '/dev/nvme0n1 Disk' });
      await drawer.getByRole('button', { name: 'Wipe…' }).click();
      await expect(page.getByRole('dialog', { name: 'Wipe /dev/nvme0n1' })).toContainText(
        'Nothing takes this back.',
      );
    },
  },
  {
    name: 'a filesystem of a host that is too full',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/controller-1/storage?open=fs:/var/log');
      const drawer = page.getByRole('complementary', { name: 'log Filesystem' });
      await expect(drawer).toContainText('An active alarm is about this.');
    },
  },
  {
    name: 'odd storage of a host',
    open: async (page, cloud) => {
      await cloud.control.oddStorage('worker-4');
      await cloud.signIn(page, 'reader', '/hosts/worker-4/storage?table=partitions');
      await expect(page.getByText('Unknown state 99').filter({ visible: true }).first()).toBeVisible();
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
