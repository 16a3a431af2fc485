/** Changing a host: what is sent, what is kept, and what is never shown. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { expectOff, rowAction, STANDSTILL, sheet, underWay } from '../support/hosts';
import { LONG } from '../support/patience';

const LOCKED_FIRST = 'Host must be locked before updating installation parameters.';

async function openForm(page: Page, name: string): Promise<Locator> {
  await rowAction(page, name, 'Edit…');
  const form = sheet(page, `Edit ${name}`);
  await expect(form).toBeVisible();
  return form;
}

const field = (form: Locator, name: RegExp): Locator => form.getByRole('textbox', { name });
const location = (form: Locator) => field(form, /^Location/);
const save = (form: Locator) => form.getByRole('button', { name: /^Save/ });

test('sends what changed in one request, and nothing else', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  const form = await openForm(page, 'worker-4');
  await expectOff(save(form), 'Nothing has been changed');
  await expect(location(form)).toHaveValue('rack-1/u10');
  await location(form).fill('rack-7/u3');
  await expect(location(form)).toHaveAccessibleDescription(/was rack-1\/u10/);
  const console = field(form, /^Console/);
  await console.fill('ttyS1,57600');
  await expect(console).toHaveAccessibleDescription(/was ttyS0,115200n8/);
  await expect(field(form, /^Boot device/)).not.toHaveAccessibleDescription(/was /);
  await expect(form).toContainText('system host-update worker-4');

  // The platform changes another field while the form is open: told, not taken over, and not sent back.
  await cloud.control.patchHost('worker-4', { clock_synchronization: 'ntp' });
  await expect(form).toContainText('This host was changed meanwhile.');
  await expect(form).toContainText('Clock synchronization is now ntp.');
  await expect(form.getByRole('combobox', { name: 'Clock synchronization' })).toHaveValue('ptp');
  await expect(location(form)).toHaveValue('rack-7/u3');

  await cloud.control.resetRequests();
  await form.getByRole('button', { name: 'Save 2 changes' }).click();
  await expect(form).toBeHidden();
  await expect(underWay(page)).toContainText(/worker-4 was changed\s*2 fields/);
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);

  await page.getByRole('link', { name: 'worker-4', exact: true }).click();
  const identity = page.getByRole('region', { name: 'Identity' });
  await expect(identity).toContainText('rack-7/u3');
  await expect(identity).toContainText('ttyS1,57600');
  await expect(identity).toContainText('NTP');
});

test('shows a refusal in the words of the platform, and loses nothing typed', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  const form = await openForm(page, 'worker-4');
  await location(form).fill('rack-7/u3');
  await field(form, /^Root filesystem device/).fill('/dev/nvme0n1');
  // Somebody unlocks it meanwhile, and no reading has told of it yet.
  await cloud.control.fault(STANDSTILL);
  await cloud.control.patchHost('worker-4', { administrative: 'unlocked' });
  await save(form).click();
  const refusal = form.getByRole('alert').filter({ hasText: 'worker-4 was not changed' });
  await expect(refusal).toContainText(LOCKED_FIRST);
  await expect(refusal).toContainText('sysinv, HTTP 400');
  await expect(page.getByText(LOCKED_FIRST)).toHaveCount(1);
  await expect(location(form)).toHaveValue('rack-7/u3');
  await expect(field(form, /^Root filesystem device/)).toHaveValue('/dev/nvme0n1');
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);

  await cloud.control.patchHost('worker-4', { administrative: 'locked' });
  await cloud.control.mend();
  await save(form).click();
  await expect(form).toBeHidden();
  await expect(underWay(page)).toContainText('worker-4 was changed');
});

test('is not reset by polls, and keeps the cursor where it is', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin');
  const form = await openForm(page, 'worker-4');
  await location(form).fill('half ty');
  await location(form).focus();
  await cloud.control.resetRequests();
  await expect
    .poll(() => cloud.control.count('sysinv', 'GET', '/v1/ihosts'), { timeout: LONG })
    .toBeGreaterThan(9);
  await expect(location(form)).toBeFocused();
  await page.keyboard.type('ped');
  await expect(location(form)).toHaveValue('half typed');
});

test('never shows a password of board management, and asks before it forgets what was typed', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'admin');
  const form = await openForm(page, 'worker-4');
  const password = form.getByLabel('Board management password');
  await expect(password).toHaveAttribute('type', 'password');
  await expect(password).toHaveValue('');
  await expect(password).toHaveAccessibleDescription(/Never shown/);
  await password.fill('Bmc-secret-77');
  await expect(form).toContainText("bm_password='<password>'");
  await expect(form).not.toContainText('Bmc-secret-77');

  await page.keyboard.press('Escape');
  await expect(form.getByRole('alert')).toContainText('1 change is not saved.');
  await form.getByRole('button', { name: 'Keep editing' }).click();
  await expect(password).toHaveValue('Bmc-secret-77');
  await form.getByRole('button', { name: 'Save 1 change' }).click();
  await expect(form).toBeHidden();
  await expect(underWay(page)).toContainText('worker-4 was changed');
  await openForm(page, 'worker-4');
  await expect(form.getByLabel('Board management password')).toHaveValue('');
  expect(await page.content()).not.toContain('Bmc-secret-77');
});

test('says which fields are fixed, which need a lock, and what is wrong with a value', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'admin');
  const form = await openForm(page, 'worker-0');
  const name = field(form, /^Hostname/);
  await expect(name).toBeDisabled();
  await expect(name).toHaveAccessibleDescription(/Fixed: worker-0 has been configured/);
  await expect(field(form, /^Console/)).toBeDisabled();
  await expect(field(form, /^Console/)).toHaveAccessibleDescription(
    'Lock the host to change installation parameters.',
  );
  const address = field(form, /^Board management address/);
  await address.fill('10.10.12');
  await address.blur();
  await expect(address).toHaveAccessibleDescription(/An IPv4 or IPv6 address/);
  await save(form).click();
  await expect(form).toBeVisible();
  await expect(address).toBeFocused();
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(0);
});
