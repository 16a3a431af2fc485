/** Configuring PTP and NTP by keyboard alone: every job from its button to the platform's answer, without a pointer. */
import type { Locator, Page } from '@playwright/test';
import type { Fault } from '../../simulator/kernel/faults';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, sheet } from '../support/hosts';
import { choose, pressKey, tabTo, toggle, typeInto } from '../support/keyboard';
import { BRIEF, LONG } from '../support/patience';

const row = (page: Page, name: string): Locator =>
  page
    .getByRole('grid', { name: 'instances' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name, exact: true }) });
const drawer = (page: Page, name: string): Locator => page.getByRole('complementary', { name });
const button = (within: Locator | Page, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

/** As the platform words it: JSON text inside JSON (recording err-231). */
const refusing = (method: string, path: string, words: string): Fault => ({
  service: 'sysinv',
  ...{ method, path, status: 400, times: 1 },
  body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: words, debuginfo: null }) },
});

async function open(page: Page, cloud: Cloud, role: Role, path = '/clocks/instances'): Promise<void> {
  await cloud.signIn(page, role, path);
  const search = page.getByRole('searchbox');
  await expect(search).toBeVisible({ timeout: LONG });
  // The page's code is there once its keys act.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(search).toBeFocused({ timeout: BRIEF });
  }).toPass();
  await page.keyboard.press('Escape');
}

/** Finds an instance by its name and opens its detail. */
async function openDetail(page: Page, name: string): Promise<Locator> {
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox');
  await typeInto(page, search, name);
  await expect(page.getByRole('grid', { name: 'instances' }).getByRole('row')).not.toHaveCount(0);
  await tabTo(page, row(page, name));
  await page.keyboard.press('Enter');
  await expect(drawer(page, name)).toBeVisible();
  return drawer(page, name);
}

/** Commands of a sheet, each in one line. */
async function expectCommand(open: Locator, command: string | RegExp): Promise<void> {
  const text = async () => ((await open.textContent()) ?? '').replaceAll(/ \\\s+/g, ' ');
  if (typeof command === 'string') await expect.poll(text).toContain(command);
  else await expect.poll(text).toMatch(command);
}

/** Sends a sheet by its button, and waits until it is gone. */
async function send(page: Page, open: Locator, name: string): Promise<void> {
  await pressKey(page, button(open, name));
  await expect(open).toBeHidden({ timeout: LONG });
}

test('makes an instance with an interface, places both, and applies them', async ({ page, cloud }) => {
  await open(page, cloud, 'configurator');
  await pressKey(page, button(page, 'Create instance…'));
  const create = sheet(page, 'Create PTP instance');
  await expect(create.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('ptp4l-k');
  await pressKey(page, button(create, 'Add parameter'));
  await typeInto(page, create.getByRole('combobox', { name: 'Section' }), 'monitoring');
  await typeInto(page, create.getByRole('combobox', { name: 'Parameter' }), 'holdover_seconds');
  await typeInto(page, create.getByRole('textbox', { name: 'Value' }), '7200');
  await expectCommand(create, 'system ptp-instance-add ptp4l-k ptp4l');
  await expectCommand(
    create,
    'system ptp-instance-parameter-add ptp4l-k --section monitoring holdover_seconds=7200',
  );
  await send(page, create, 'Create instance');
  await expect(page.getByText('Changes are not in effect yet.')).toBeVisible();

  const detail = await openDetail(page, 'ptp4l-k');
  await pressKey(page, button(detail, 'Create PTP interface…'));
  const face = sheet(page, 'Create PTP interface of ptp4l-k');
  await expect(face.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('k-if');
  await pressKey(page, button(face, 'Add parameter'));
  await typeInto(page, face.getByRole('combobox', { name: 'Parameter' }), 'masterOnly');
  await typeInto(page, face.getByRole('textbox', { name: 'Value' }), '1');
  await expectCommand(face, 'system ptp-interface-add k-if ptp4l-k');
  await expectCommand(face, 'system ptp-interface-parameter-add k-if masterOnly=1');
  await send(page, face, 'Create PTP interface');

  await pressKey(page, button(detail, 'Change hosts…'));
  const hosts = sheet(page, 'Hosts of ptp4l-k');
  await toggle(page, hosts.getByRole('checkbox', { name: /^worker-1/ }));
  await expectCommand(hosts, 'system host-ptp-instance-assign worker-1 ptp4l-k');
  await send(page, hosts, 'Save 1 change');

  await pressKey(page, button(detail, 'Change places of k-if…'));
  const places = sheet(page, 'Places of k-if');
  await choose(page, places.getByRole('combobox', { name: 'Host' }), 'worker-1');
  await choose(page, places.getByRole('combobox', { name: 'Interface' }), 'sriov0');
  await pressKey(page, button(places, 'Add to the list'));
  await expectCommand(places, 'system host-if-ptp-assign worker-1 sriov0 k-if');
  await send(page, places, 'Save 1 change');
  await expect(detail).toContainText('worker-1 sriov0');

  await pressKey(page, button(detail, 'Apply…'));
  const apply = sheet(page, 'Apply PTP configuration');
  const warning = apply.getByRole('status').filter({ hasText: 'Applying' });
  await expect(warning).toContainText(/Applying restarts the PTP services of \d+ hosts\./);
  await expect(warning).toContainText('Their clocks may go through holdover');
  await expect(warning).toContainText('worker-2 is out of tolerance already.', { timeout: LONG });
  await expect(apply.getByRole('list', { name: 'Hosts that follow PTP' })).toContainText('worker-5Freerun');
  await expectCommand(apply, 'system ptp-instance-apply');
  await send(page, apply, 'Apply');
  const progress = page.getByRole('list', { name: 'Hosts and the apply' });
  const late = progress.getByRole('listitem').filter({ hasText: 'Out of date, takes it up' });
  await expect(late.first()).toContainText('250.001 stands', { timeout: LONG });
  await cloud.control.advance(90_000);
  await expect(page.getByRole('heading', { name: /^Applied on \d+ hosts/ })).toBeVisible({ timeout: LONG });
});

test('changes, adds and removes parameters by section, and says first who shares one', async ({
  page,
  cloud,
}) => {
  await open(page, cloud, 'admin');
  const detail = await openDetail(page, 'ptp4l-bc');
  await expect(detail).toContainText('Looks like G.8275.1');
  await expect(detail).toContainText(
    'By its parameters: dataset_comparison is G.8275.x, network_transport is L2, domain 24 is one of 24 to 43.',
  );
  await pressKey(page, button(detail, 'Change parameters…'));
  const form = sheet(page, 'Parameters of ptp4l-bc');
  await typeInto(page, form.getByRole('textbox', { name: 'domainNumber' }), '31');
  const shared = form.getByRole('status').filter({ hasText: 'domainNumber is shared with 4 others.' });
  await expect(shared).toContainText('ptp4l-oc');
  await expectCommand(form, /system ptp-instance-parameter-delete ptp4l-bc .*domainNumber=24/);
  await toggle(page, form.getByRole('checkbox', { name: /Change domainNumber for all/ }));
  await expectCommand(form, /system ptp-parameter-modify .*31/);
  await pressKey(page, button(form, 'Remove clock_servo'));
  await expectCommand(form, /system ptp-instance-parameter-delete .*clock_servo=linreg/);
  await typeInto(page, form.getByRole('textbox', { name: 'holdover_seconds' }), '7200');
  await expectCommand(
    form,
    'system ptp-instance-parameter-add ptp4l-bc --section monitoring holdover_seconds=7200',
  );
  await send(page, form, 'Save 3 changes');
  await expect(detail).toContainText('7200');
  await expect(detail).not.toContainText('clock_servo');

  await pressKey(page, button(detail, 'Change parameters of ptp4l-bc-down…'));
  const ofFace = sheet(page, 'Parameters of ptp4l-bc-down');
  await typeInto(page, ofFace.getByRole('textbox', { name: 'serverOnly' }), '0');
  await expectCommand(ofFace, 'system ptp-interface-parameter-add ptp4l-bc-down serverOnly=0');
  await send(page, ofFace, 'Save 1 change');
});

test('takes an instance off its hosts and deletes it; what the platform refuses is read in its words', async ({
  page,
  cloud,
}) => {
  await open(page, cloud, 'admin');
  const detail = await openDetail(page, 'clock0');
  await tabTo(page, button(detail, 'Delete…'));
  await expectOff(button(detail, 'Delete…'), /It is assigned to 2 hosts \(worker-0, worker-1\)/);

  await pressKey(page, button(detail, 'Change places of clock-if…'));
  const places = sheet(page, 'Places of clock-if');
  await pressKey(page, button(places, 'Remove sriov0 of worker-1'));
  await expectCommand(places, 'system host-if-ptp-remove worker-1 sriov0 clock-if');
  await send(page, places, 'Save 1 change');

  await pressKey(page, button(detail, 'Change hosts…'));
  const hosts = sheet(page, 'Hosts of clock0');
  await toggle(page, hosts.getByRole('checkbox', { name: /^worker-0/ }));
  await toggle(page, hosts.getByRole('checkbox', { name: /^worker-1/ }));
  await expectCommand(hosts, 'system host-ptp-instance-remove worker-1 clock0');
  await send(page, hosts, 'Save 2 changes');

  await pressKey(page, button(detail, 'Delete clock-if…'));
  const face = sheet(page, 'Delete PTP interface clock-if');
  await expectCommand(face, 'system ptp-interface-delete clock-if');
  await send(page, face, 'Delete PTP interface clock-if');

  await pressKey(page, button(detail, 'Delete…'));
  const gone = sheet(page, 'Delete instance clock0');
  await expectCommand(gone, 'system ptp-instance-delete clock0');
  // Somebody assigned it meanwhile.
  const words = 'PTP instance 369a9138-50c9-42ea-bf13-b17a8efb490e is still associated with host(s)';
  await cloud.control.fault(refusing('DELETE', '/v1/ptp_instances/', words));
  await pressKey(page, button(gone, 'Delete instance clock0'));
  await expect(gone.getByRole('alert')).toContainText(words);
  await expect(gone.getByRole('alert')).toContainText('400');
  await send(page, gone, 'Delete instance clock0');
  await expect(row(page, 'clock0')).toHaveCount(0);
});

const PRESETS = [
  { label: /T-GM with GNSS/, first: 'Create instance tgm-ts2phc (ts2phc)', ports: 1 },
  { label: /T-BC for G.8275.1/, first: 'Create instance tbc-ptp4l (ptp4l)', ports: 2 },
  { label: /T-TSC for G.8275.1/, first: 'Create instance ttsc-ptp4l (ptp4l)', ports: 1 },
  { label: /Partial timing, G.8275.2/, first: 'Create instance tscp-ptp4l (ptp4l)', ports: 1 },
  // Its usual names are taken in this cloud.
  {
    label: /Redundant sources, HA phc2sys/,
    first: 'Create instance ha-2 (phc2sys)',
    ports: 2,
    prefix: 'ha-2',
  },
] as const;

test('reviews every preset; one that fails half way is undone, with what came of each step', async ({
  page,
  cloud,
}) => {
  await open(page, cloud, 'admin');
  await pressKey(page, button(page, 'From a preset…'));
  const preset = sheet(page, 'Set up from a preset');
  await choose(page, preset.getByRole('combobox', { name: 'Add a host' }), 'worker-8');
  await pressKey(page, button(preset, 'Add host'));
  const steps = preset.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  for (const [index, { label, first, ports, ...more }] of PRESETS.entries()) {
    const radio = preset.getByRole('radio', { name: label });
    if (index > 0) {
      await tabTo(page, preset.getByRole('radio', { checked: true }));
      await page.keyboard.press('ArrowDown');
    }
    await expect(radio).toBeChecked();
    const chosen = preset.getByRole('combobox', { name: /^Port .*worker-8$/ });
    await expect(chosen).toHaveCount(ports);
    for (const [at, name] of ['sriov0', 'data0'].slice(0, ports).entries())
      await choose(page, chosen.nth(at), name);
    const fields: Record<string, string> = {
      ...('prefix' in more ? { 'Names start with': more.prefix } : {}),
      Grandmaster: '10.9.0.1',
      'First instance': 'ptp4l-ip',
      'Second instance': 'ptp4l-oc',
    };
    for (const [name, text] of Object.entries(fields)) {
      const field = preset.getByRole('textbox', { name, exact: true });
      if ((await field.count()) > 0) await typeInto(page, field, text);
    }
    await expect(steps.first()).toContainText(first);
    await expect(steps.last()).toContainText('Let worker-8 follow PTP');
    await expect(preset).toContainText(/Same as \d+ commands/);
    await expect(button(preset, 'Run these steps')).not.toHaveAttribute('aria-disabled', 'true');
  }
  const apply = preset.getByRole('checkbox', { name: 'Apply when all of it is made' });
  await toggle(page, apply);
  await expect(preset.getByRole('status')).toContainText('Applying restarts the PTP services');
  await expect(steps.last()).toContainText('Apply the PTP configuration');
  await toggle(page, apply);
  expect(await cloud.control.count('sysinv', 'POST'), 'nothing is sent while it is reviewed').toBe(0);

  const words = 'The PTP interface could not be made just now.';
  await cloud.control.fault(refusing('POST', '/v1/ptp_interfaces', words));
  await pressKey(page, button(preset, 'Run these steps'));
  await expect(preset.getByRole('alert')).toContainText(words, { timeout: LONG });
  await expect(preset.getByRole('alert')).toContainText('What was done before has been undone');
  const said = (await steps.allTextContents()).map((text) =>
    ['Undone', 'Refused', 'Not sent', 'So already'].find((word) => text.includes(word)),
  );
  const refused = said.indexOf('Refused');
  expect(refused).toBeGreaterThan(1);
  expect(new Set(said.slice(0, refused))).toEqual(new Set(['Undone']));
  expect(new Set(said.slice(refused + 1))).toEqual(new Set(['Not sent']));
  expect(await cloud.control.count('sysinv', 'DELETE'), 'what was made is gone').toBe(1);
});

test('changes the NTP servers, and what a host in service follows', async ({ page, cloud }) => {
  await open(page, cloud, 'admin', '/clocks/ntp');
  await pressKey(page, button(page, 'Change servers…'));
  const ntp = sheet(page, 'NTP servers');
  await typeInto(page, ntp.getByRole('textbox', { name: 'Server 1' }), '10.9.8.7');
  await expectCommand(ntp, /system ntp-modify ntpservers=.*10\.9\.8\.7/);
  await send(page, ntp, 'Save');
  await expect(page.getByRole('list', { name: /^NTP servers/ })).toContainText('10.9.8.7');

  await pressKey(page, button(page, 'Change what storage-0 follows…'));
  const follow = sheet(page, 'What storage-0 follows');
  await tabTo(page, follow.getByRole('radio', { name: /^NTP/ }));
  await page.keyboard.press('ArrowDown');
  await expect(follow.getByRole('radio', { name: /^PTP/ })).toBeChecked();
  await expect(follow).toContainText('storage-0 is in service: it is out of date until it has been locked');
  await expectCommand(follow, 'system host-update storage-0 clock_synchronization=ptp');
  // The platform takes it of a host in service (recording err-157); should it not, its words are what is read.
  const words = 'Host storage-0 must be locked for this change.';
  await cloud.control.fault(refusing('PATCH', '/v1/ihosts/', words));
  await pressKey(page, button(follow, 'Save'));
  await expect(follow.getByRole('alert')).toContainText(words);
  await expect(follow.getByRole('radio', { name: /^PTP/ })).toBeChecked();
  await send(page, follow, 'Save');
  await expect(page.getByRole('row', { name: /storage-0/ })).toContainText('PTP');
});
