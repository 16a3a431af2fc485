/** Applications: the list, one of them, and the sheet of applying it. */
import { expect } from '@playwright/test';
import { heading, isNarrow, type Place } from './place';

export const APPLICATIONS: readonly Place[] = [
  {
    name: 'applications',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/applications');
      await heading(page, 'Applications');
      await expect(page.getByText('cert-manager').filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    name: 'an application',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/applications');
      await page
        .getByRole(isNarrow(page) ? 'button' : 'row', { name: /cert-manager/ })
        .first()
        .click();
      await expect(page.getByRole('complementary', { name: 'cert-manager' })).toContainText('chart');
    },
  },
];
