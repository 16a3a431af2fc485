/** Adding a host, each step of it. */
import type { Page } from '@playwright/test';
import type { Cloud } from '../../support/cloud';
import { heading, type Place } from './place';

const next = (page: Page) => page.getByRole('button', { name: /^Next: / });

async function begin(page: Page, cloud: Cloud): Promise<void> {
  await cloud.control.discoverHost({ mac: '3c:fd:fe:ab:cd:01' });
  await cloud.signIn(page, 'admin', '/hosts/add');
  await heading(page, 'Which node is in front of you?');
  await page.getByRole('radio', { name: '3c:fd:fe:ab:cd:01' }).check();
}

async function toBoard(page: Page, cloud: Cloud): Promise<void> {
  await begin(page, cloud);
  await next(page).click();
  await page.getByRole('radio', { name: /^Worker/ }).check();
  await next(page).click();
  await page.getByRole('radio', { name: /^Redfish/ }).check();
  await page.getByRole('textbox', { name: 'Board management address' }).fill('10.10.10.77');
  await page.getByRole('textbox', { name: 'User' }).fill('roost');
}

async function toInstall(page: Page, cloud: Cloud): Promise<void> {
  await toBoard(page, cloud);
  await next(page).click();
  await heading(page, 'Choose the root disk');
}

export const ADD_HOST: readonly Place[] = [
  { name: 'a host being added, which node', open: begin },
  {
    name: 'a host being added, its role with what is missing',
    open: async (page, cloud) => {
      await begin(page, cloud);
      await next(page).click();
      await heading(page, 'Name it and say what it does');
      await page.getByRole('radio', { name: /^Worker/ }).check();
      await page.getByRole('textbox', { name: 'Hostname' }).fill('');
      await next(page).click();
    },
  },
  { name: 'a host being added, its board', open: toBoard },
  { name: 'a host being added, its disk', open: toInstall },
  {
    name: 'a host being added, the review',
    open: async (page, cloud) => {
      await toInstall(page, cloud);
      await next(page).click();
      await heading(page, 'Look it over, then add it');
    },
  },
];
