/** Copying the network layout of a host to others: proposed, edited, run host by host, one refused, run again for the rest. */
import type { Locator, Page } from '@playwright/test';
import type { Fault } from '../../simulator/kernel/faults';
import type { Cloud } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, sheet } from '../support/hosts';
import { pressKey, tabTo, toggle } from '../support/keyboard';
import { dressSource, SOURCE } from '../support/layouts';
import { LONG } from '../support/patience';

const WORDS = 'The network is being changed by somebody else.';
/** As sysinv words a refusal: JSON text inside JSON. */
const refusing = (method: string, path: string): Fault => ({
  service: 'sysinv',
  ...{ method, path, status: 400, times: 1 },
  body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: WORDS, debuginfo: null }) },
});

const COPY = `/networks/copy?from=${SOURCE}&to=worker-0,worker-1`;
const card = (page: Page, name: string): Locator =>
  page
    .getByRole('list', { name: 'Hosts that get it' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
const differences = (page: Page, name: string): Locator =>
  card(page, name).getByRole('region', { name: `Differences of ${name}` });
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Copy', exact: true });
const button = (page: Page, name: string): Locator => bar(page).getByRole('button', { name, exact: true });
const steps = (page: Page, name: string): Locator =>
  card(page, name).getByRole('region', { name: 'What came of it' }).getByRole('list', { name: 'Steps' });

async function writes(cloud: Cloud): Promise<number> {
  const lines = (await cloud.control.requests()).filter(
    ({ service, method }) => service === 'sysinv' && method !== 'GET',
  );
  return lines.reduce((sum, { count }) => sum + count, 0);
}

test('two hosts, one refused in the middle: undone there, done on the other, and again only the rest', async ({
  page,
  cloud,
}) => {
  await dressSource(cloud, 'worker-0', 'worker-1');
  await cloud.signIn(page, 'configurator', COPY);
  for (const name of ['worker-0', 'worker-1']) {
    await expect(differences(page, name)).toContainText(
      /Create data1: Bond, 802\.3ad, layer2 over enp94s0f1, data, MTU 9000.*Put on: Data network midhaul0.*Create vf1: 2 virtual functions over sriov0.*Put on: Data network fronthaul0.*Create storage0: VLAN 300 over pxeboot0.*Put on: Platform network storage/s,
    );
  }
  await cloud.control.resetRequests();
  await cloud.control.fault(refusing('POST', '/v1/interface_networks'));
  await button(page, 'Copy to 2 hosts').click();
  await expect(bar(page).getByRole('status')).toHaveText('1 of 2 hosts done, 1 refused', { timeout: LONG });

  const refused = card(page, 'worker-0');
  await expect(refused.getByRole('alert')).toContainText(WORDS);
  await expect(refused.getByRole('alert')).toContainText('What was done before has been undone');
  await expect(steps(page, 'worker-0').getByRole('listitem')).toContainText([
    ...Array.from({ length: 5 }, () => 'Undone'),
    'Refused',
  ]);
  await expect(card(page, 'worker-1')).toContainText('Done: 6 steps');
  await expect(card(page, 'worker-1')).toContainText('are the same already');
  // Six on each; on the one that refused, five more that took back.
  expect(await writes(cloud)).toBe(17);

  await cloud.control.resetRequests();
  await button(page, 'Copy to 1 host').click();
  await expect(bar(page).getByRole('status')).toHaveText('1 of 1 hosts done', { timeout: LONG });
  expect(await writes(cloud)).toBe(6);
  await expectOff(bar(page).getByRole('button', { name: 'Copy' }), 'They have it already');
  await page.goto('/hosts/worker-0/network?show=table');
  await expect(page.getByRole('row', { name: /^data1 / })).toContainText(/ae.*data.*enp94s0f1.*midhaul0/s);
});

test('a person changes what is proposed before it is sent: ports, lines, and what leans on them', async ({
  page,
  cloud,
}) => {
  await dressSource(cloud, 'worker-0', 'worker-1');
  await cloud.signIn(page, 'admin', COPY);
  const own = differences(page, 'worker-0');
  await own.getByRole('checkbox', { name: /^Put on: Platform network storage/ }).uncheck();
  await own.getByRole('checkbox', { name: /^Create vf1/ }).uncheck();
  await expectOff(
    own.getByRole('checkbox', { name: /^Put on: Data network fronthaul0/ }),
    'Goes with the interface above',
  );
  await card(page, 'worker-0')
    .getByText(/^Ports: /)
    .click();
  const port = card(page, 'worker-0').getByRole('combobox', { name: 'enp94s0f1 on worker-0' });
  await expect(port).toHaveValue('enp94s0f1');
  await port.selectOption('');
  await expect(card(page, 'worker-0')).toContainText('Left out by you');
  await expectOff(
    own.getByRole('checkbox', { name: /^Create data1/ }),
    'enp94s0f1, which it is over, is not there',
  );
  await port.selectOption('enp134s0f1');
  await expect(own.getByRole('checkbox', { name: /^Create data1/ })).toHaveAccessibleDescription(
    /members of a bond have none/,
  );
  await port.selectOption('enp94s0f1');
  await expect(own.getByRole('checkbox', { name: /^Create data1: .*over enp94s0f1/ })).toBeChecked();
  const sent = card(page, 'worker-0').getByText('What will be sent: 3 steps');
  await sent.click();
  await expect(card(page, 'worker-0')).toContainText(
    /system interface-datanetwork-assign worker-0 data1 [\\\s]*midhaul0/,
  );
  // The other host keeps what was proposed.
  await expect(card(page, 'worker-1')).toContainText('What will be sent: 6 steps');
  await cloud.control.resetRequests();
  await button(page, 'Copy to 2 hosts').click();
  await expect(bar(page).getByRole('status')).toHaveText('2 of 2 hosts done', { timeout: LONG });
  expect(await writes(cloud)).toBe(9);
  await expect(own.getByRole('checkbox', { name: /^Put on: Platform network storage/ })).not.toBeChecked();
});

test('hosts are chosen by keyboard alone, and it is run so', async ({ page, cloud }) => {
  await dressSource(cloud, 'worker-0', 'worker-1');
  await cloud.signIn(page, 'admin', '/hosts/worker-4/network');
  await pressKey(page, page.getByRole('button', { name: 'Copy layout', exact: true }));
  await expect(page.getByRole('menuitem', { name: 'Copy to other hosts…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/networks/copy?from=worker-4');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Copy the network layout of worker-4');
  await pressKey(page, page.getByRole('button', { name: 'Choose hosts…' }));
  const choose = sheet(page, 'Hosts that get the layout');
  await expect(choose).toBeVisible();
  await tabTo(page, choose.getByRole('searchbox', { name: 'Search hosts' }));
  await page.keyboard.type('worker-');
  await expect(choose.getByRole('checkbox')).toHaveCount(9);
  await toggle(page, choose.getByRole('checkbox', { name: 'worker-0', exact: true }));
  await toggle(page, choose.getByRole('checkbox', { name: 'worker-1', exact: true }));
  await pressKey(page, choose.getByRole('button', { name: 'Choose 2 hosts' }));
  await expect(page).toHaveURL(/to=worker-0,worker-1$|to=worker-0%2Cworker-1$/);
  await toggle(page, differences(page, 'worker-1').getByRole('checkbox', { name: /^Create storage0/ }));
  await tabTo(page, button(page, 'Copy to 2 hosts'));
  await page.keyboard.press('Enter');
  await expect(bar(page).getByRole('status')).toHaveText('2 of 2 hosts done', { timeout: LONG });
});

test('a running host has to be locked, ports that hear nobody are said, and a reader sees why nothing runs', async ({
  page,
  cloud,
}) => {
  await dressSource(cloud);
  await cloud.control.resetRequests();
  await cloud.signIn(page, 'reader', `/networks/copy?from=${SOURCE}&to=worker-5,worker-9,nobody`);
  await expect(page.getByText('No host here is called nobody.')).toBeVisible();
  await expect(card(page, 'worker-5')).toContainText('Lock worker-5 first');
  await expect(card(page, 'worker-5').getByRole('button', { name: 'Lock worker-5…' })).toBeVisible();
  await expect(card(page, 'worker-9')).toContainText('ticked');
  await expect(page.getByText(/^Not copied: 1 typed address/)).toBeVisible();
  await expectOff(
    button(page, 'Copy to 1 host'),
    'Your role is reader. Changing interfaces needs configurator or admin.',
  );
  const perHost = (await cloud.control.requests()).filter(
    ({ service, path }) => service === 'sysinv' && /^\/v1\/ihosts\/[^/]+\/\w+$/.test(path),
  );
  expect(
    perHost.reduce((sum, { count }) => sum + count, 0),
    'seven for each of three hosts',
  ).toBe(21);
  await page.getByRole('radio', { name: 'LLDP neighbour' }).check({ force: true });
  await expect(page).toHaveURL(/by=neighbour/);
  await expect(card(page, 'worker-9')).toContainText('It hears no neighbour');
});

test('what cannot be read is said, nothing is proposed from it, and it fills by itself', async ({
  page,
  cloud,
}) => {
  await dressSource(cloud, 'worker-0', 'worker-1');
  await cloud.control.fault({
    ...{ service: 'sysinv', method: 'GET', path: '/\\/ihosts\\/.*\\/interface_networks$/', status: 503 },
  });
  await cloud.signIn(page, 'admin', COPY);
  await expect(page.getByText('The network of worker-4 could not be read.')).toBeVisible();
  await expect(card(page, 'worker-1')).toContainText('Its network could not be read');
  await expect(bar(page).getByRole('button', { name: 'Copy' })).toHaveAttribute('aria-disabled', 'true');
  await cloud.control.mend();
  await expect(differences(page, 'worker-1')).toContainText('Create data1', { timeout: LONG });
});

test('is worked on a phone', { tag: '@phone' }, async ({ page, cloud }) => {
  await dressSource(cloud, 'worker-0', 'worker-1');
  await cloud.signIn(page, 'admin', COPY);
  await differences(page, 'worker-0')
    .getByRole('checkbox', { name: /^Create vf1/ })
    .click();
  await expect(
    differences(page, 'worker-0').getByRole('checkbox', { name: /^Create vf1/ }),
  ).not.toBeChecked();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide, 'nothing is wider than the screen').toBe(false);
  await button(page, 'Copy to 2 hosts').click();
  await expect(bar(page).getByRole('status')).toHaveText('2 of 2 hosts done', { timeout: LONG });
});
