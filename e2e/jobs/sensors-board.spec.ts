/** Sensors of a host: looked at, suppressed, watched otherwise and learnt anew; and the board management that they come through. */
import type { Locator, Page } from '@playwright/test';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, pressable, sheet } from '../support/hosts';
import { choose, pressKey, typeInto } from '../support/keyboard';
import { BRIEF, LONG } from '../support/patience';
import { asked, expectCommand, panel, send } from '../support/storage';

const HOST = 'worker-0';

async function openSensors(page: Page, cloud: Cloud, role: Role, query = ''): Promise<void> {
  await cloud.signIn(page, role, `/hosts/${HOST}/sensors${query}`);
  await expect(panel(page, 'Sensors')).toContainText('13 in all', { timeout: LONG });
}

const figures = (page: Page): Locator => page.getByLabel('Sensors by what they say');
const drawer = (page: Page, name: string): Locator => page.getByRole('complementary', { name });
const row = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: 'sensors' }).getByRole('row').filter({ hasText: name });
const refusal = (words: string, method: 'PATCH' | 'POST' = 'PATCH') => ({
  ...({ service: 'sysinv', status: 400, times: 1 } as const),
  method,
  body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: words, debuginfo: null }) },
});

test('a sensor in trouble is found from its alarm, suppressed, and watched again', async ({
  page,
  cloud,
}) => {
  await cloud.control.setSensor(HOST, 'Fan_2', 'critical');
  await cloud.signIn(page, 'configurator', '/alarms?q=Fan_2');
  await page
    .getByText(/sensor Fan_2 reads out of its limits/)
    .first()
    .click();
  await page.getByRole('link', { name: 'Sensors of this host' }).click();
  const fan = drawer(page, 'Fan_2 Sensor');
  await expect(fan).toContainText('An active alarm is about this.');
  await expect(fan).toContainText('The platform does not give it');
  await expect(fan).toContainText('above 20000 rpm');
  await expect(figures(page)).toContainText('Critical1');

  await fan.getByRole('button', { name: 'Suppress…' }).click();
  const form = sheet(page, `Suppress Fan_2 of ${HOST}`);
  await expect(form).toContainText('Alarms that are cleared, though the cause stays');
  await expectCommand(form, 'suppress=True');
  const words =
    'HWMON has returned with a status of fail, reason: Specified sensor or group was not found, recommended action: retry';
  await cloud.control.fault(refusal(words));
  await (await pressable(form, 'Suppress')).click();
  await expect(form.getByText(words)).toHaveCount(1);
  await expect(figures(page)).toContainText('Critical1');
  await cloud.control.resetRequests();
  await send(form, 'Suppress');
  expect((await asked(cloud)).writes).toBe(1);
  await expect(figures(page)).toContainText('Suppressed1', { timeout: LONG });
  await expect(fan).not.toContainText('An active alarm is about this.');

  await fan.getByRole('button', { name: 'Unsuppress…' }).click();
  const again = sheet(page, `Unsuppress Fan_2 of ${HOST}`);
  await expect(again).toContainText('Alarms that are raised at once');
  await send(again, 'Unsuppress');
  await expect(fan).toContainText('An active alarm is about this.', { timeout: LONG });
});

test('a group is changed by keyboard alone, refused in the words of the platform, and its sensors follow', async ({
  page,
  cloud,
}) => {
  await openSensors(page, cloud, 'admin', '?open=group:server fans');
  const group = drawer(page, 'server fans Sensor group');
  await pressKey(page, group.getByRole('button', { name: 'Edit…' }));
  const form = sheet(page, `Edit server fans of ${HOST}`);
  const interval = form.getByRole('textbox', { name: 'Read every' });
  await typeInto(page, interval, '9');
  await expect(interval).toHaveAccessibleDescription(/A whole number of seconds, at least 10/);
  await expect(form.getByRole('button', { name: 'Save 1 change' })).toHaveAttribute('aria-disabled', 'true');
  await typeInto(page, interval, '300');
  await expect(interval).toHaveAccessibleDescription(/was 120/);
  await expect(form).toContainText(`It changes the interval of every group of ${HOST}`, { ignoreCase: true });
  const critical = form.getByRole('combobox', { name: 'When a sensor is critical' });
  // Not typed: the browser adds what is typed shortly after it.
  await critical.selectOption('reset');
  await expect(form).toContainText('A critical sensor takes the host out of service.');
  await choose(page, critical, 'log');
  await expectCommand(form, 'audit_interval_group=300 actions_critical_group=log');

  const words = 'HWMON has returned with a status of fail, reason: no response, recommended action: retry';
  await cloud.control.fault(refusal(words));
  await pressKey(page, form.getByRole('button', { name: 'Save 2 changes' }));
  await expect(form.getByText(words)).toHaveCount(1);
  await expect(interval).toHaveValue('300');

  await pressKey(page, form.getByRole('button', { name: 'Save 2 changes' }));
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(group).toContainText('300 s', { timeout: LONG });
  await cloud.control.advance(10_000);
  await page.goto(`/hosts/${HOST}/sensors?open=sensor:PSU_1`);
  // Sensors are read now and then: nobody has to wait for it.
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect(drawer(page, 'PSU_1 Sensor')).toContainText('300 s', { timeout: BRIEF });
  }).toPass();
});

test('several sensors are suppressed at once, and a model that is learnt anew has forgotten it', async ({
  page,
  cloud,
}) => {
  await openSensors(page, cloud, 'configurator');
  for (const name of ['Fan_1', 'Fan_2', 'PSU_1'])
    await row(page, name)
      .getByRole('checkbox', { name: `Select ${name}` })
      .check();
  await page.getByRole('button', { name: 'Suppress 3…' }).click();
  const form = sheet(page, `Suppress 3 sensors of ${HOST}`);
  await expect(form.getByRole('list', { name: 'Steps' })).toContainText('Suppress PSU_1');
  await send(form, 'Suppress 3 sensors');
  await expect(figures(page)).toContainText('Suppressed3', { timeout: LONG });

  await page.getByRole('button', { name: 'Relearn…' }).click();
  const relearn = sheet(page, `Relearn the sensors of ${HOST}`);
  await expect(relearn).toContainText('13 sensors in 4 groups');
  await expect(relearn).toContainText('Suppression of 3 sensors');
  await expectCommand(relearn, `system host-sensorgroup-relearn ${HOST}`);
  await cloud.control.fault(refusal('_get_host_uuid lookup failed', 'POST'));
  await (await pressable(relearn, 'Relearn')).click();
  await expect(relearn.getByText('_get_host_uuid lookup failed')).toHaveCount(1);
  await send(relearn, 'Relearn');
  await expect(page.getByText('The sensors are being learnt anew.')).toBeVisible({ timeout: LONG });
  await cloud.control.advance(130_000);
  await expect(figures(page)).toContainText('In order13', { timeout: LONG });
  await expect(page.getByText('The sensors are being learnt anew.')).toBeHidden();
});

test('board management is changed, taken away and set up again', { tag: '@phone' }, async ({
  page,
  cloud,
}) => {
  await openSensors(page, cloud, 'admin');
  const board = panel(page, 'Board management');
  await expect(board).toContainText('The platform does not tell whether there is one');
  await expect(board.getByRole('button', { name: 'Power off…' })).toHaveAccessibleDescription(/lock/i);
  await board.getByRole('button', { name: 'Edit…' }).click();
  const form = sheet(page, `Board management of ${HOST}`);
  const [type, address, user] = [
    form.getByRole('combobox', { name: 'Board management' }),
    form.getByRole('textbox', { name: /^Board management address/ }),
    form.getByRole('textbox', { name: /^Board management user/ }),
  ];
  await expect(form.getByRole('textbox', { name: /^Hostname/ })).toHaveCount(0);
  const others = await address.inputValue();
  await address.fill(others.replace(/\d+$/, (last) => String(Number(last) + 1)));
  await expect(form).toContainText(/has this address\. The platform does not refuse it here/);
  await address.fill('fd00::9');
  await form.getByRole('button', { name: /^Save/ }).click();
  const words =
    'Rejected: Board management controller IP address must be the same version as OAM primary address.';
  await expect(form.getByText(words)).toHaveCount(1);
  await expect(address).toHaveValue('fd00::9');

  await type.selectOption('none');
  await expect(form).toContainText(`${HOST} loses its board management.`);
  await expect(address).toBeDisabled();
  await (await pressable(form, 'Save 1 change')).click();
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(board).toContainText('None', { timeout: LONG });
  await expect(page.getByText('This host has no board management')).toBeVisible({ timeout: LONG });
  await expectOff(page.getByRole('button', { name: 'Relearn…' }), /has no board management/);

  await board.getByRole('button', { name: 'Set up…' }).click();
  await type.selectOption('redfish');
  await form.getByRole('button', { name: /^Save/ }).click();
  await expect(address).toHaveAccessibleDescription(/Board management needs an address/);
  await address.fill('10.10.12.222');
  await user.fill('root');
  await form.getByLabel('Board management password').fill('Bmc-secret-77');
  await expect(form).not.toContainText('Bmc-secret-77');
  await form.getByRole('button', { name: 'Save 4 changes' }).click();
  await expect(form).toBeHidden({ timeout: LONG });
  await expect(board).toContainText('10.10.12.222', { timeout: LONG });
  await cloud.control.advance(130_000);
  await expect(panel(page, 'Sensors')).toContainText('13 in all', { timeout: LONG });
  expect(await page.content()).not.toContain('Bmc-secret-77');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('a reader sees everything, and why nothing can be done', { tag: '@phone' }, async ({ page, cloud }) => {
  await cloud.control.raise({ alarm_id: '200.014', entity_instance_id: `host=${HOST}`, severity: 'minor' });
  await openSensors(page, cloud, 'reader', '?open=sensor:Fan_2');
  const needs = 'Your role is reader. Changing sensors needs configurator or admin.';
  await expectOff(drawer(page, 'Fan_2 Sensor').getByRole('button', { name: 'Suppress…' }), needs);
  await drawer(page, 'Fan_2 Sensor').getByRole('button', { name: 'server fans' }).click();
  await expectOff(drawer(page, 'server fans Sensor group').getByRole('button', { name: 'Edit…' }), needs);
  await page.goto(`/hosts/${HOST}/sensors`);
  await expect(page.getByText('An active alarm is about the sensors of this host.')).toBeVisible({
    timeout: LONG,
  });
  await expectOff(page.getByRole('button', { name: 'Relearn…' }), needs);
  await expectOff(
    panel(page, 'Board management').getByRole('button', { name: 'Edit…' }),
    /Your role is reader/,
  );
});
