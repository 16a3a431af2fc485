/** What is plugged into what, and assigned to what. */
import { expect } from '@playwright/test';
import { isNarrow, type Place } from './place';

export const NETWORKS: readonly Place[] = [
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
];
