/** The networks of the cloud: three lists, a detail, and a sheet; and what is plugged into what. */
import { expect } from '@playwright/test';
import { dressSource, SOURCE } from '../../support/layouts';
import { LONG } from '../../support/patience';
import { heading, isNarrow, type Place } from './place';

export const NETWORKS: readonly Place[] = [
  {
    name: 'platform networks',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/networks');
      await heading(page, 'Networks');
      await expect(page.getByText('cluster-host').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'a platform network',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/networks?q=oam');
      await page
        .getByRole(isNarrow(page) ? 'button' : 'row', { name: /^oam/ })
        .first()
        .click();
      await expect(page.getByRole('complementary', { name: 'oam' })).toContainText('Address pools');
    },
  },
  {
    name: 'address pools',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/networks/pools');
      await heading(page, 'Address pools');
      await expect(page.getByText('management').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'an address pool being made',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/networks/pools');
      await page.getByRole('button', { name: 'Create address pool…' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: 'Network' }).fill('fd00:20::5/64');
      await expect(form.getByText('host bits are zero in a network')).toBeVisible();
    },
  },
  {
    name: 'data networks',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/networks/data');
      await heading(page, 'Data networks');
      await expect(page.getByText('physnet0').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'topology',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/networks/topology');
      await expect(
        page.getByText('worker-3', { exact: true }).filter({ visible: true }).first(),
      ).toBeVisible();
    },
  },
  {
    name: 'the links of a switch',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/networks/topology');
      if (isNarrow(page)) return;
      const leaf = page.getByRole('button', { name: /^LLDP neighbour leaf-1,/ });
      await leaf.click();
      await expect(leaf).toHaveAttribute('aria-pressed', 'true');
      await leaf.click();
      await expect(page.getByRole('list', { name: 'Links of leaf-1' })).toContainText('worker-2');
    },
  },
  {
    name: 'topology as a table',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/networks/topology?show=table');
      await expect(page.getByText('controller-0').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'a layout being copied',
    open: async (page, cloud) => {
      await dressSource(cloud, 'worker-0', 'worker-1');
      await cloud.signIn(page, 'reader', `/networks/copy?from=${SOURCE}&to=worker-0,worker-5`);
      await expect(page.getByText(/^Create data1/).first()).toBeVisible();
      await page
        .getByText(/^Ports: /)
        .first()
        .click();
      await expect(page.getByRole('combobox', { name: 'enp94s0f1 on worker-0' })).toBeVisible();
    },
  },
  {
    name: 'hosts being chosen for a copy',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', `/networks/copy?from=${SOURCE}`);
      await page.getByRole('button', { name: 'Choose hosts…' }).click();
      await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible();
    },
  },
  {
    name: 'a copy that one host refused',
    open: async (page, cloud) => {
      await dressSource(cloud, 'worker-0', 'worker-1');
      await cloud.signIn(page, 'admin', `/networks/copy?from=${SOURCE}&to=worker-0,worker-1`);
      await expect(page.getByText(/^Create data1/).first()).toBeVisible();
      await cloud.control.fault({
        ...{ service: 'sysinv', method: 'POST', path: '/v1/interface_networks', status: 400, times: 1 },
        body: {
          error_message: JSON.stringify({ faultcode: 'Client', faultstring: 'Not now', debuginfo: null }),
        },
      });
      await page.getByRole('button', { name: 'Copy to 2 hosts' }).click();
      await expect(page.getByText('1 of 2 hosts done, 1 refused')).toBeVisible({ timeout: LONG });
    },
  },
];
