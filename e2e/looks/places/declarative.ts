/** Configuration as YAML, and two of them compared. */
import { expect } from '@playwright/test';
import { heading, type Place } from './place';

export const DECLARATIVE: readonly Place[] = [
  {
    name: 'two hosts compared',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/compare?left=worker-1&right=worker-2');
      await heading(page, 'Compare worker-1 with worker-2');
      await expect(page.getByRole('region', { name: 'Memory', exact: true })).toContainText('difference');
      await page.getByText('expected to differ').first().click();
    },
  },
  {
    name: 'two hosts compared as text',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/compare?left=worker-1&right=worker-2&view=text');
      await expect(page.getByRole('region', { name: 'As text', exact: true })).toContainText('unchanged');
    },
  },
  {
    name: 'a host compared with a faulty file',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/compare?left=worker-1&with=file');
      await page.getByRole('textbox', { name: 'Or paste it' }).fill('kind: Host\n\tspec: 1\n');
      await expect(page.getByRole('region', { name: 'Faults in the file' })).toBeVisible();
    },
  },
  {
    name: 'the configuration of a host as yaml',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/export?host=worker-1');
      await expect(page.getByRole('region', { name: 'YAML of worker-1' })).toContainText('kind: HostProfile');
    },
  },
];
