/** A host on its way into service: being installed, failed, waiting for its unlock, in service. */

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Cloud } from '../../support/cloud';
import type { Place } from './place';

const shows = async (page: Page, text: string | RegExp) =>
  expect(page.getByRole('region', { name: 'Where it stands' })).toContainText(text);

const AWAY = { administrative: 'locked', operational: 'disabled', availability: 'offline', inv_state: null };

/** worker-4 as if it had never been in service. */
async function begin(page: Page, cloud: Cloud, state: Record<string, unknown>): Promise<void> {
  await cloud.signIn(page, 'admin', '/hosts/worker-4/provision');
  await cloud.control.patchHost('worker-4', { ...AWAY, invprovision: null, ...state });
}

export const PROVISION: readonly Place[] = [
  {
    name: 'provisioning: a host being installed',
    open: async (page, cloud) => {
      await begin(page, cloud, { install_state: 'installing', install_state_info: '14/20' });
      await shows(page, 'Installing, 14 of 20');
    },
  },
  {
    name: 'provisioning: a failed installation',
    open: async (page, cloud) => {
      await begin(page, cloud, { install_state: 'failed', install_state_info: '14/20' });
      await shows(page, 'The installation failed at package 14 of 20.');
    },
  },
  {
    name: 'provisioning: a host to unlock',
    open: async (page, cloud) => {
      await begin(page, cloud, {
        ...{ availability: 'online', inv_state: 'inventoried', invprovision: 'unprovisioned' },
      });
      await shows(page, /Ready to unlock|Configuration/);
      await expect(page.getByRole('region', { name: 'Check the cables' })).toContainText('hear a neighbour');
    },
  },
  {
    name: 'provisioning: a host in service',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/hosts/worker-0/provision');
      await shows(page, 'worker-0 is in service.');
    },
  },
];
