/** Configuring PTP and NTP: making, filling, assigning and applying, what is shared, what is refused, and presets. */
import type { Locator, Page } from '@playwright/test';
import type { Fault } from '../../simulator/kernel/faults';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, keysAct, pressable, sheet } from '../support/hosts';
import { LONG } from '../support/patience';
import { asNewPress, nextAction, repeatAction } from '../support/server-actions';

const PATH = '/clocks/instances';
const WORDS = 'The PTP interface could not be made just now.';
/** As sysinv words a refusal: JSON text inside JSON. */
const refusing = (method: string, path: string): Fault => ({
  service: 'sysinv',
  ...{ method, path, status: 400, times: 1 },
  body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: WORDS, debuginfo: null }) },
});

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'instances' });
const row = (page: Page, name: string): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name, exact: true }) });
const drawer = (page: Page, name: string): Locator => page.getByRole('complementary', { name });

async function openInstances(page: Page, cloud: Cloud, role: Role): Promise<void> {
  await cloud.signIn(page, role, PATH);
  await expect(row(page, 'ptp4l-bc')).toBeVisible();
  await keysAct(page, 'instances');
}

/** Requests that changed something on the platform. */
async function writes(cloud: Cloud): Promise<number> {
  const lines = (await cloud.control.requests()).filter(
    ({ service, method }) => service === 'sysinv' && method !== 'GET',
  );
  return lines.reduce((sum, { count }) => sum + count, 0);
}

/** Opens the detail of an instance from the list. */
async function openDetail(page: Page, name: string): Promise<Locator> {
  await row(page, name).getByRole('gridcell', { name, exact: true }).click();
  const open = drawer(page, name);
  await expect(open).toBeVisible();
  return open;
}

test('makes an instance by keyboard, assigns it, and applies it to its end', async ({ page, cloud }) => {
  await openInstances(page, cloud, 'configurator');
  await page.getByRole('button', { name: 'Create instance…' }).focus();
  await page.keyboard.press('Enter');
  const create = sheet(page, 'Create PTP instance');
  await expect(create.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('ptp4l-new');
  await create.getByRole('button', { name: 'Add parameter', exact: true }).focus();
  await page.keyboard.press('Enter');
  await create.getByRole('combobox', { name: 'Section' }).fill('monitoring');
  await create.getByRole('combobox', { name: 'Parameter' }).fill('holdover_seconds');
  await expect(create).toContainText('How long the clock is trusted once its source is lost');
  await create.getByRole('textbox', { name: 'Value' }).fill('7200');
  await expect(create).toContainText('system ptp-instance-add ptp4l-new ptp4l');
  await expect(create).toContainText('holdover_seconds=7200');
  expect(await writes(cloud), 'nothing is sent before it is confirmed').toBe(0);
  await page.keyboard.press('Enter');
  await expect(create).toBeHidden();
  expect(await writes(cloud)).toBe(2);
  await expect(row(page, 'ptp4l-new')).toContainText('Not assigned');
  await expect(page.getByText('Changes are not in effect yet.')).toBeVisible();

  const detail = await openDetail(page, 'ptp4l-new');
  await expect(detail).toContainText('holdover_seconds');
  await detail.getByRole('button', { name: 'Change hosts…' }).click();
  const assign = sheet(page, 'Hosts of ptp4l-new');
  await assign.getByRole('checkbox', { name: /worker-8/ }).check();
  await expect(assign).toContainText('system host-ptp-instance-assign worker-8 ptp4l-new');
  await (await pressable(assign, 'Save 1 change')).click();
  await expect(assign).toBeHidden();
  await expect(row(page, 'ptp4l-new')).toContainText('worker-8');

  await detail.getByRole('button', { name: 'Apply…' }).click();
  const apply = sheet(page, 'Apply PTP configuration');
  await expect(apply).toContainText('system ptp-instance-apply');
  await (await pressable(apply, 'Apply')).click();
  await expect(apply).toBeHidden();
  const progress = page.getByRole('list', { name: 'Hosts and the apply' });
  const late = progress.getByRole('listitem').filter({ hasText: 'Out of date, takes it up' });
  await expect(late.first()).toBeVisible({ timeout: LONG });
  await expect(row(page, 'ptp4l-bc')).toContainText('Out of date', { timeout: LONG });
  await cloud.control.advance(90_000);
  await expect(page.getByRole('heading', { name: /^Applied on \d+ hosts/ })).toBeVisible({ timeout: LONG });
  await expect(row(page, 'ptp4l-bc')).toContainText('Up to date');
});

test('says who shares a parameter before it changes, and changes it here or for all', async ({
  page,
  cloud,
}) => {
  await openInstances(page, cloud, 'admin');
  const detail = await openDetail(page, 'ptp4l-bc');
  await detail.getByRole('button', { name: 'Change parameters…', exact: true }).click();
  const form = sheet(page, 'Parameters of ptp4l-bc');
  await form.getByRole('textbox', { name: 'domainNumber' }).fill('31');
  const warning = form.getByRole('status').filter({ hasText: 'domainNumber is shared with 4 others.' });
  await expect(warning).toContainText('ptp4l-oc');
  await expect(form).toContainText('system ptp-instance-parameter-delete ptp4l-bc');
  await form.getByRole('checkbox', { name: /Change domainNumber for all/ }).check();
  await expect(form).toContainText('system ptp-parameter-modify');
  await (await pressable(form, 'Save 1 change')).click();
  await expect(form).toBeHidden();
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
  const other = await openDetail(page, 'ptp4l-oc');
  await expect(other.locator('dl > div').filter({ hasText: 'domainNumber' }).locator('dd')).toContainText(
    /^31/,
  );
});

test('shows a refusal in the words of the platform beside what was typed, which stays', async ({
  page,
  cloud,
}) => {
  await openInstances(page, cloud, 'admin');
  const detail = await openDetail(page, 'ptp4l-bc');
  await detail.getByRole('button', { name: 'Change parameters…', exact: true }).click();
  const form = sheet(page, 'Parameters of ptp4l-bc');
  await form.getByRole('textbox', { name: 'holdover_seconds' }).fill('99');
  await form.getByRole('button', { name: 'Add parameter', exact: true }).click();
  await form.getByRole('combobox', { name: 'Parameter' }).fill('my_own');
  await expect(form).toContainText('Not a name that Roost knows. It is passed on as it is.');
  const field = form.getByRole('textbox', { name: 'Value' });
  await field.fill('1');
  // One change by itself: what was typed elsewhere waits.
  await form.getByRole('textbox', { name: 'holdover_seconds' }).fill('14400');
  await cloud.control.fault(refusing('PATCH', '/v1/ptp_instances/'));
  await (await pressable(form, 'Save 1 change')).click();
  await expect(form.getByRole('alert')).toContainText(WORDS);
  await expect(form.getByRole('alert')).toContainText('Nothing was changed');
  await expect(field).toHaveValue('1');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(WORDS);

  // Asked again it is taken.
  await (await pressable(form, 'Save 1 change')).click();
  await expect(form).toBeHidden();
  await expect(detail).toContainText('my_own');
});

test('a preset is reviewed first, undone when a step fails, and made when it is asked for again', async ({
  page,
  cloud,
}) => {
  await openInstances(page, cloud, 'admin');
  await page.getByRole('button', { name: 'From a preset…' }).click();
  const preset = sheet(page, 'Set up from a preset');
  await preset.getByRole('radio', { name: /T-TSC for G.8275.1/ }).check();
  await expectOff(preset.getByRole('button', { name: 'Run these steps' }), 'Choose a host.');
  await preset.getByRole('combobox', { name: 'Add a host' }).selectOption('worker-8');
  await preset.getByRole('button', { name: 'Add host' }).click();
  const port = preset.getByRole('combobox', { name: 'Port that takes time, worker-8' });
  await expect(port.getByRole('option', { name: /^sriov0:/ })).toBeAttached();
  await port.selectOption('sriov0');
  const steps = preset.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  await expect(steps.first()).toContainText('Create instance ttsc-ptp4l (ptp4l)');
  await expect(steps.last()).toContainText('Let worker-8 follow PTP');
  await expect(steps.last()).toContainText('So already, nothing will be sent');
  expect(await writes(cloud), 'nothing is sent while it is reviewed').toBe(0);

  await cloud.control.fault(refusing('POST', '/v1/ptp_interfaces'));
  await (await pressable(preset, 'Run these steps')).click();
  await expect(preset.getByRole('alert')).toContainText(WORDS, { timeout: LONG });
  await expect(preset.getByRole('alert')).toContainText('What was done before has been undone');
  await expect(steps.first()).toContainText('Undone');
  await expect(steps.last()).toContainText('Not sent');
  await expect(preset.getByRole('textbox', { name: 'Names start with' })).toHaveValue('ttsc');

  await (await pressable(preset, 'Run these steps')).click();
  await expect(preset).toBeHidden({ timeout: LONG });
  await expect(row(page, 'ttsc-ptp4l')).toContainText('worker-8');
  await expect(row(page, 'ttsc-phc2sys')).toContainText('worker-8');
});

test('deletes what no host keeps, and says why not where one does', async ({ page, cloud }) => {
  await openInstances(page, cloud, 'admin');
  const kept = await openDetail(page, 'ptp4l-gm');
  await expectOff(
    kept.getByRole('button', { name: 'Delete…', exact: true }),
    /It is assigned to 1 host \(worker-0\)/,
  );
  const free = await openDetail(page, 'ptp4l-ip6');
  await free.getByRole('button', { name: 'Delete…', exact: true }).click();
  const gone = sheet(page, 'Delete instance ptp4l-ip6');
  await expect(gone).toContainText('Others keep');
  await (await pressable(gone, 'Delete instance ptp4l-ip6')).click();
  await expect(gone).toBeHidden();
  await expect(row(page, 'ptp4l-ip6')).toHaveCount(0);
});

test('puts a PTP interface on an interface of a host', async ({ page, cloud }) => {
  await openInstances(page, cloud, 'admin');
  const detail = await openDetail(page, 'clock0');
  await detail.getByRole('button', { name: 'Change places of clock-if…' }).click();
  const places = sheet(page, 'Places of clock-if');
  await places.getByRole('button', { name: 'Remove sriov0 of worker-1' }).click();
  await places.getByRole('combobox', { name: 'Host' }).selectOption('worker-8');
  const face = places.getByRole('combobox', { name: 'Interface' });
  await expect(face.getByRole('option', { name: /^sriov0:/ })).toBeAttached();
  await face.selectOption('sriov0');
  await places.getByRole('button', { name: 'Add to the list' }).click();
  await expect(places).toContainText('system host-if-ptp-assign worker-8 sriov0 clock-if');
  await (await pressable(places, 'Save 2 changes')).click();
  await expect(places).toBeHidden();
  await expect(detail).toContainText('worker-8 sriov0');
  await expect(detail).not.toContainText('worker-1 sriov0');
});

test('changes the NTP servers and what a host follows', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin', '/clocks/ntp');
  const hosts = page.getByRole('grid', { name: 'hosts' });
  await expect(hosts.getByRole('row', { name: /storage-0/ })).toContainText('NTP');
  await keysAct(page, 'hosts');
  await expectOff(
    page.getByRole('button', { name: 'Change…', exact: true }),
    /does not take changes here any more/,
  );
  await page.getByRole('button', { name: 'Change servers…' }).click();
  const ntp = sheet(page, 'NTP servers');
  const first = ntp.getByRole('textbox', { name: 'Server 1' });
  const before = await first.inputValue();
  await first.fill('not a host');
  await expect(first).toHaveAccessibleDescription(/not a host is neither an IP address nor a host name/);
  await first.fill('10.9.8.7');
  await expect(first).toHaveAccessibleDescription(new RegExp(`was ${before.replaceAll('.', '\\.')}`));
  await (await pressable(ntp, 'Save')).click();
  await expect(ntp).toBeHidden();
  await expect(
    page
      .getByRole('list', { name: /^NTP servers/ })
      .getByRole('listitem')
      .first(),
  ).toContainText('10.9.8.7');

  await page.getByRole('button', { name: 'Change what storage-0 follows…' }).click();
  const follow = sheet(page, 'What storage-0 follows');
  await follow.getByRole('radio', { name: /^PTP/ }).check();
  await expect(follow).toContainText('once locked, this host cannot be unlocked');
  await expect(follow).toContainText('system host-update storage-0 clock_synchronization=ptp');
  await (await pressable(follow, 'Save')).click();
  await expect(follow).toBeHidden();
  await expect(hosts.getByRole('row', { name: /storage-0/ })).toContainText('PTP');
});

test('a reader sees everything and why nothing can be changed', async ({ page, cloud }) => {
  await openInstances(page, cloud, 'reader');
  const why = 'Your role is reader. Changing PTP and NTP needs configurator or admin.';
  for (const name of ['Create instance…', 'From a preset…']) {
    await expectOff(page.getByRole('button', { name }), why);
  }
  const detail = await openDetail(page, 'ptp4l-bc');
  await expectOff(detail.getByRole('button', { name: 'Change parameters…', exact: true }), why);
  await expectOff(detail.getByRole('button', { name: 'Apply…' }), why);
  await expect(detail).toContainText('shared with 4 others');
  await expect(detail).toContainText('Looks like G.8275.1');
  await expectOff(detail.getByRole('button', { name: 'Change hosts…' }), why);
  await expectOff(detail.getByRole('button', { name: 'Create PTP interface…' }), why);
  for (const name of [
    'Change parameters of ptp4l-bc-up…',
    'Change places of ptp4l-bc-up…',
    'Delete ptp4l-bc-up…',
  ])
    await expectOff(detail.getByRole('button', { name }), why);
  await expectOff(detail.getByRole('button', { name: 'Delete…', exact: true }), why);
  await page.getByRole('link', { name: 'NTP and sources' }).click();
  await expectOff(page.getByRole('button', { name: 'Change servers…' }), why);
  await expectOff(
    page.getByRole('button', { name: 'Change what storage-0 follows…' }),
    'Your role is reader. Changing what a host follows needs operator, configurator or admin.',
  );
});

test('the server refuses a reader, an operator and a stranger who call a change directly', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  await cloud.signIn(page, 'admin', '/clocks/ntp');
  await page.getByRole('button', { name: 'Change servers…' }).click();
  const ntp = sheet(page, 'NTP servers');
  await ntp.getByRole('textbox', { name: 'Server 1' }).fill('10.9.8.7');
  const sent = nextAction(page, '"do":"ntp.change"');
  await (await pressable(ntp, 'Save')).click();
  const call = await sent;
  await expect(ntp).toBeHidden();
  const before = await writes(cloud);
  expect(before).toBe(1);
  // Each of them the same request, and an apply in its place.
  const apply = {
    ...call,
    body: call.body.replace(/\{"do":"ntp\.change","servers":\[[^\]]*\]\}/, '{"do":"apply"}'),
  };
  expect(apply.body).toContain('[{"do":"apply"}]');
  for (const role of ['reader', 'operator'] as const) {
    const person = await anotherPerson();
    await cloud.signIn(person, role);
    for (const one of [call, apply]) {
      const said = await (await repeatAction(person.request, asNewPress(one))).text();
      expect(said).toContain('"kind":"forbidden"');
      expect(said).toContain(`Your role is ${role}. Changing PTP and NTP needs configurator or admin.`);
    }
  }
  const stranger = await anotherPerson();
  expect(await (await repeatAction(stranger.request, asNewPress(apply))).text()).toContain(
    '"kind":"unauthenticated"',
  );
  expect(await writes(cloud)).toBe(before);
});

test('works on a phone @phone-only @phone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin', PATH);
  const card = page.getByRole('button', { name: /^ptp4l-bc/ });
  await card.click();
  const detail = drawer(page, 'ptp4l-bc');
  await detail.getByRole('button', { name: 'Change parameters…', exact: true }).click();
  const form = sheet(page, 'Parameters of ptp4l-bc');
  await form.getByRole('textbox', { name: 'holdover_seconds' }).fill('7200');
  await (await pressable(form, 'Save 1 change')).click();
  await expect(form).toBeHidden();
  await expect(detail).toContainText('7200');
});

test('shows rows that cannot be read, here and on the page of clocks, and says what is wrong', async ({
  page,
  cloud,
}) => {
  const bodies = {
    '/v1/ptp_instances': { ptp_instances: [{ uuid: 'odd-1', name: 'ptp-odd', hostnames: 'worker-1' }] },
    '/v1/ptp_interfaces': {
      ptp_interfaces: [{ uuid: 'odd-2', name: 'face-left', interface_names: [], ptp_instance_uuid: 'gone' }],
    },
    '/v1/ptp_parameters': { ptp_parameters: [{ uuid: 'odd-3', name: 'domainNumber', owners: 7 }] },
  };
  await cloud.control.fault(
    ...Object.entries(bodies).map(
      ([path, body]): Fault => ({ service: 'sysinv', method: 'GET', path, status: 200, body }),
    ),
  );
  await cloud.signIn(page, 'reader', PATH);
  await expect(grid(page)).toContainText('ptp-odd cannot be read');
  await expect(grid(page)).toContainText('hostnames');
  await expect(page.getByText('1 row of the PTP configuration cannot be read.')).toBeVisible();
  const incomplete = page.getByRole('status').filter({ hasText: 'is incomplete.' });
  await incomplete.getByText('Which one').click();
  await expect(incomplete).toContainText('PTP interface face-left');
  await expect(incomplete).toContainText('Its instance does not exist: gone');

  await page.goto('/clocks');
  const note = page.getByRole('status').filter({ hasText: '2 rows about PTP cannot be read.' });
  await note.getByText('Which ones').click();
  await expect(note).toContainText('PTP instance ptp-odd');
  await expect(note).toContainText('PTP parameter domainNumber');
  await expect(note).toContainText('owners');
  // Whose instance it was, nobody can say: no host is taken for one without any.
  await expect(page.getByText('no instance is assigned')).toHaveCount(0);
  await page.goto('/clocks?show=list&open=worker-1');
  await expect(drawer(page, 'worker-1 clock')).toContainText('A PTP instance that cannot be read may be its');
});
