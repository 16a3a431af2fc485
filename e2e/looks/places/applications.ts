/** Applications: the list, one of them, and the sheet of applying it. */
import { expect, type Page } from '@playwright/test';
import { tarballFolder } from '../../support/tarballs';
import { heading, isNarrow, type Place } from './place';

const folder = tarballFolder();

/** A phone scrolls to what is typed into, and its top bar then covers half of a button. */
const toTheTop = (page: Page) => page.evaluate(() => window.scrollTo(0, 0));

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
  {
    name: 'an application that failed while one looked',
    open: async (page, cloud) => {
      const app = 'oidc-auth-apps';
      const work = 'Applying app oidc-auth-apps. Chart dex applied. Overall completion: 67%';
      await cloud.control.setApp(app, 'applying', work);
      await cloud.signIn(page, 'admin', `/applications/${app}`);
      await expect(page.getByRole('main')).toContainText(work);
      await cloud.control.setApp(app, 'apply-failed', 'The Helm release "secret-observer" is not ready.');
      await expect(page.getByRole('region', { name: 'Before it failed' })).toContainText('failed here');
    },
  },
  {
    name: 'an image of the registry',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/applications/registry');
      await heading(page, 'Registry');
      await page
        .getByRole(isNarrow(page) ? 'button' : 'row', { name: /kube-apiserver/ })
        .first()
        .click();
      await expect(page.getByRole('list', { name: /^Tags of/ }).getByRole('listitem')).toHaveCount(2);
    },
  },
  {
    name: 'a tag being deleted',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/applications/registry?open=registry.k8s.io%2Fkube-apiserver');
      await page.getByRole('button', { name: 'Delete v1.31.5…' }).click();
      await expect(page.getByRole('dialog')).toContainText('Type v1.31.5 to confirm');
    },
  },
  {
    name: 'garbage being collected',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'operator', '/applications/registry');
      await page.getByRole('button', { name: 'Collect garbage…' }).click();
      await expect(page.getByRole('dialog')).toContainText('can only be read');
    },
  },
  {
    name: 'an upload of an application',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/applications/upload');
      const tarball = await folder.write({
        ...{ name: 'cert-manager', version: '26.09-9', charts: ['cert-manager', 'cm-psp-rolebinding'] },
        metadata: 'supported_k8s_version:\n  minimum: v1.34.0\n',
      });
      await page.getByLabel('Tarball', { exact: true }).setInputFiles(tarball);
      await expect(page.getByRole('region', { name: 'What is in it' })).toContainText(
        'cert-manager 26.09-3 is in this cloud already',
      );
    },
  },
  {
    name: 'an update of an application',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/applications?open=cert-manager');
      await page
        .getByRole('complementary', { name: 'cert-manager' })
        .getByRole('button', { name: 'Update…' })
        .click();
      const form = page.getByRole('dialog', { name: 'Update cert-manager' });
      await form.getByLabel('Path on the active controller').fill('/scratch/cert-manager-26.09-4.tgz');
      const copy = await folder.write({
        name: 'cert-manager',
        version: '26.09-4',
        charts: ['cert-manager', 'acme'],
      });
      await form.getByLabel('A copy of it on this computer').setInputFiles(copy);
      await expect(form).toContainText('From version 26.09-3 to 26.09-4');
    },
  },
  {
    name: 'overrides of an application, edited',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/applications/cert-manager?tab=overrides');
      await heading(page, 'cert-manager');
      const editor = page.getByRole('textbox', { name: 'User overrides, YAML' });
      await editor.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText('replicaCount: 3\nwebhook:\n  replicaCount: 3\n');
      await expect(page.getByText('Parses, 2 changes')).toBeVisible();
      await toTheTop(page);
    },
  },
  {
    name: 'overrides that do not parse',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'admin', '/applications/cert-manager?tab=overrides');
      const editor = page.getByRole('textbox', { name: 'User overrides, YAML' });
      await editor.click();
      await page.keyboard.insertText('replicaCount: 3\n');
      await expect(page.getByRole('list', { name: 'Faults' })).toContainText('stands twice');
      await toTheTop(page);
    },
  },
  {
    name: 'charts of an application',
    open: async (page, cloud) => {
      await cloud.signIn(page, 'reader', '/applications/cert-manager');
      await heading(page, 'cert-manager');
      await page.getByRole('button', { name: 'cert-manager cert-manager' }).click();
      await expect(page.getByRole('region', { name: 'user values of cert-manager' })).toBeVisible();
    },
  },
];
