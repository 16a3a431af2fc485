/** Hiding a type of alarm everywhere, knowing what that hides, and showing it again. */
import type { Locator, Page } from '@playwright/test';
import type { Cloud, Role } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, pressable, sheet } from '../support/hosts';
import { cutWrite, NO_LINK } from '../support/lost-link';
import { BRIEF, LONG } from '../support/patience';
import { asNewPress, nextAction, repeatAction } from '../support/server-actions';

const PATH = '/alarms/suppression';
const REFUSAL = 'Invalid event_suppression parameter suppression_status values.';
/** As fault management words a refusal: JSON text inside JSON. */
const REFUSED = {
  service: 'fm',
  method: 'PATCH',
  status: 400,
  body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring: REFUSAL, debuginfo: null }) },
} as const;

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'alarm types' });
const typeRow = (page: Page, id: string): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: id, exact: true }) });
const change = (page: Page, name: string): Locator => page.getByRole('button', { name: `${name}…` });
const tally = (page: Page): Locator => page.getByRole('link', { name: /^Active alarms/ });
const patches = (cloud: Cloud): Promise<number> => cloud.control.count('fm', 'PATCH');

/** Only these types: the list of 135 is drawn in part. */
async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search alarm types' }).fill(text);
}

/** Opens the list, and waits until its keys act. */
async function openTypes(page: Page, cloud: Cloud, role: Role): Promise<void> {
  await cloud.signIn(page, role, PATH);
  const field = page.getByRole('searchbox', { name: 'Search alarm types' });
  await expect(field).toBeVisible({ timeout: LONG });
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(field).toBeFocused({ timeout: BRIEF });
  }).toPass();
}

test('names what it is, says what it hides, hides it for everyone, and undoes it', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const other = await anotherPerson();
  await cloud.signIn(other, 'reader', '/hosts/worker-5');
  await expect(other.getByText(/hidden by suppression/)).toHaveCount(0);
  await openTypes(page, cloud, 'admin');
  await expect(page.getByText('1 alarm type is suppressed, everywhere and for everyone.')).toBeVisible();
  await expect(tally(page)).toHaveAccessibleName(/4 major, 3 minor/);
  await search(page, '100.119');
  await expect(typeRow(page, '100.119')).toContainText('Unsuppressed');
  await expect(typeRow(page, '100.119').getByRole('img', { name: 'Worst: major' })).toBeVisible();

  await change(page, 'Suppress 100.119').click();
  const open = sheet(page, 'Suppress 100.119');
  await expect(open).toContainText('Hides this alarm type, everywhere, until someone undoes it.');
  await expect(open).toContainText('That is 2 active alarms right now.');
  const hidden = open.getByRole('list', { name: 'What it hides right now' }).getByRole('listitem');
  await expect(hidden).toHaveCount(2);
  await expect(hidden.nth(0)).toContainText('worker-5 is not locked to remote PTP Grand Master');
  await expect(hidden.nth(0).getByRole('img', { name: 'major' })).toBeVisible();
  await expect(hidden.nth(1).getByRole('img', { name: 'minor' })).toBeVisible();
  await expect(open).toContainText('Events are hidden as well');
  await expect(open).toContainText('100.119 still tells the clock views');
  await expect(open).toContainText('fm event-suppress --alarm_id 100.119');
  expect(await patches(cloud), 'nothing is sent before it is confirmed').toBe(0);
  await (await pressable(open, 'Suppress 100.119')).click();

  await expect(open).toBeHidden();
  expect(await patches(cloud)).toBe(1);
  await expect(typeRow(page, '100.119')).toContainText('Suppressed');
  await expect(typeRow(page, '100.119')).toContainText('2hidden');
  await expect(tally(page)).toHaveAccessibleName(/3 major, 2 minor/);
  await expect(page.getByText('2 alarm types are suppressed')).toContainText('3 active alarms are hidden.');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Suppressed types' })).toHaveText(
    'Suppressed types2',
  );

  // Whoever looks elsewhere is told, and finds the way here.
  await expect(tally(other)).toHaveAccessibleName(/3 major, 2 minor/, { timeout: LONG });
  await other.getByRole('link', { name: '1 hidden by suppression' }).click();
  await expect(other).toHaveURL(/\/alarms\/suppression\?state=suppressed$/);
  await expect(typeRow(other, '100.119')).toBeVisible();
  await expect(typeRow(other, '100.101')).toHaveCount(0);

  // And alarms of it that come now are hidden too.
  await cloud.control.raise({
    alarm_id: '100.119',
    entity_instance_id: 'host=worker-0.instance=ptp4l-oc.ptp=no-lock',
    severity: 'major',
    reason_text: 'worker-0 is not locked to remote PTP Grand Master',
  });
  await expect(typeRow(page, '100.119')).toContainText('3hidden', { timeout: LONG });
  await expect(tally(page)).toHaveAccessibleName(/3 major, 2 minor/);

  await change(page, 'Unsuppress 100.119').click();
  const back = sheet(page, 'Unsuppress 100.119');
  await expect(back).toContainText('3 active alarms come back into view.');
  await expect(back).toContainText('fm event-unsuppress --alarm_id 100.119');
  await (await pressable(back, 'Unsuppress 100.119')).click();
  await expect(back).toBeHidden();
  await expect(tally(page)).toHaveAccessibleName(/5 major, 3 minor/);
  await expect(page.getByText('1 alarm type is suppressed')).toBeVisible();
});

test('shows all again after listing them', async ({ page, cloud }) => {
  await openTypes(page, cloud, 'configurator');
  await search(page, '250.001');
  await change(page, 'Suppress 250.001').click();
  const open = sheet(page, 'Suppress 250.001');
  // It blocks upgrades, and goes on doing so unseen.
  await expect(open).toContainText('1 alarm still blocks upgrades');
  await (await pressable(open, 'Suppress 250.001')).click();
  await expect(open).toBeHidden();

  await page.getByRole('button', { name: 'Unsuppress all…' }).click();
  const all = sheet(page, 'Unsuppress 2 alarm types');
  await expect(all.getByRole('listitem').filter({ hasText: '100.150' })).toBeVisible();
  await expect(all.getByRole('listitem').filter({ hasText: '250.001' })).toBeVisible();
  await expect(all).toContainText('2 active alarms come back into view.');
  await (await pressable(all, 'Unsuppress 2 alarm types')).click();
  await expect(page.getByText('No alarm type is suppressed. Every active alarm is shown.')).toBeVisible();
  await expectOff(page.getByRole('button', { name: 'Unsuppress all…' }), 'No type is suppressed');
  expect(await patches(cloud)).toBe(3);
});

test('suppresses several, with a result for each; a refusal stops nobody else', async ({ page, cloud }) => {
  await openTypes(page, cloud, 'admin');
  await search(page, '100.1');
  for (const id of ['100.101', '100.103', '100.104', '100.150']) {
    await typeRow(page, id)
      .getByRole('checkbox', { name: `Select ${id}` })
      .check();
  }
  const bar = page.getByRole('region', { name: 'Selected rows' });
  await expect(bar.getByRole('button', { name: 'Unsuppress 1…' })).toBeVisible();
  await bar.getByRole('button', { name: 'Suppress 3…', exact: true }).click();
  const open = sheet(page, 'Suppress 3 alarm types');
  await expect(open).toContainText('100.150 is suppressed already and left alone.');
  await expect(open).toContainText('fm event-suppress --alarm_id 100.101,100.103,100.104');
  await cloud.control.fault({ ...REFUSED, times: 1 });
  await (await pressable(open, 'Suppress 3 alarm types')).click();

  const results = sheet(page, 'Suppress: 2 suppressed, 1 refused');
  const rows = results.getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('100.101 was not suppressed');
  await expect(rows.nth(0)).toContainText(REFUSAL);
  await expect(rows.nth(0)).toContainText('fm, HTTP 400');
  await expect(page.getByText(REFUSAL)).toHaveCount(1);
  await expect(rows.filter({ hasText: '100.103' }).getByRole('img', { name: 'Done' })).toBeVisible();
  await results.getByRole('button', { name: 'Close' }).last().click();
  await expect(typeRow(page, '100.101')).toContainText('Unsuppressed');
  await expect(typeRow(page, '100.104')).toContainText(/(^|[^n])[Ss]uppressed/);
  await expect(page.getByText('3 alarm types are suppressed')).toBeVisible();
});

test("shows the platform's refusal as it is, also when the sheet was closed meanwhile", async ({
  page,
  cloud,
}) => {
  await openTypes(page, cloud, 'admin');
  await search(page, '200.004');
  await cloud.control.fault({ ...REFUSED, times: 1 });
  await change(page, 'Suppress 200.004').click();
  const open = sheet(page, 'Suppress 200.004');
  await (await pressable(open, 'Suppress 200.004')).click();
  const alert = open.getByRole('alert');
  await expect(alert).toContainText('200.004 was not suppressed');
  await expect(alert).toContainText(REFUSAL);
  await expect(alert).toContainText('fm, HTTP 400');

  await cloud.control.fault({ ...REFUSED, latencyMs: 1_500, times: 1 });
  await (await pressable(open, 'Suppress 200.004')).click();
  await page.keyboard.press('Escape');
  await expect(open).toBeHidden();
  await expect(open).toBeVisible({ timeout: LONG });
  await expect(alert).toContainText(REFUSAL);

  // No answer is not a refusal: it may have been done, and here it was.
  await cloud.control.fault({ service: 'fm', method: 'PATCH', dropAfter: true, times: 1 });
  await (await pressable(open, 'Suppress 200.004')).click();
  await expect(alert).toContainText('It is not known whether 200.004 was suppressed.');
  await page.keyboard.press('Escape');
  await expect(typeRow(page, '200.004')).toContainText('Suppressed', { timeout: LONG });
});

test('the link breaks while a type is suppressed, and while several are: it is found out, and nothing is sent again', async ({
  page,
  context,
  cloud,
  watch,
}) => {
  watch.expect(NO_LINK);
  await openTypes(page, cloud, 'admin');
  await search(page, '200.004');
  const first = await cutWrite(page, '"wish":"suppress"', 'after');
  await change(page, 'Suppress 200.004').click();
  const open = sheet(page, 'Suppress 200.004');
  await (await pressable(open, 'Suppress 200.004')).click();
  await first.cut;
  await expect(open.getByRole('alert')).toContainText('It is not known whether 200.004 was suppressed.');
  await expectOff(open.getByRole('button', { name: 'Suppress 200.004' }), /Waits until it is known/);
  await context.setOffline(false);
  await expect(open).toBeHidden({ timeout: LONG });
  await expect(page.getByText('200.004 is suppressed')).toBeVisible();

  await search(page, '100.1');
  for (const id of ['100.101', '100.103'])
    await typeRow(page, id)
      .getByRole('checkbox', { name: `Select ${id}` })
      .check();
  await page.getByRole('button', { name: 'Suppress 2…', exact: true }).click();
  const both = sheet(page, 'Suppress 2 alarm types');
  const second = await cutWrite(page, '"wish":"suppress"', 'before');
  await (await pressable(both, 'Suppress 2 alarm types')).click();
  await second.cut;
  const going = sheet(page, 'Suppressing 2 alarm types');
  await expect(going.getByRole('listitem').first()).toContainText('100.101: not known yet');
  await expect(going.getByRole('listitem').filter({ hasText: '100.103' })).toContainText(
    'Waits for its turn',
  );
  await context.setOffline(false);
  const results = sheet(page, 'Suppress: 1 suppressed, 1 not sent');
  await expect(results.getByRole('listitem').first()).toContainText(
    /100\.101 was not suppressed.*the console has no record of it/,
    { timeout: LONG },
  );
  expect(await patches(cloud)).toBe(2);
});

test('is off for whoever may not, with the reason, and refused to who asks directly', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  for (const role of ['reader', 'operator'] as const) {
    const person = await anotherPerson();
    await openTypes(person, cloud, role);
    const why = `Your role is ${role}. Suppressing needs configurator or admin.`;
    await expectOff(change(person, 'Suppress 100.101'), why);
    await expectOff(
      person.getByRole('button', { name: 'Unsuppress all…' }),
      `Your role is ${role}. Unsuppressing needs configurator or admin.`,
    );
    // What it would hide is no secret: the sheet opens, its button stays off.
    await typeRow(person, '100.101').focus();
    await person.keyboard.press('Enter');
    await expectOff(sheet(person, 'Suppress 100.101').getByRole('button', { name: 'Suppress 100.101' }), why);
  }
  await openTypes(page, cloud, 'admin');
  await change(page, 'Suppress 100.101').click();
  const sent = nextAction(page, '"wish":"suppress"');
  await (await pressable(sheet(page, 'Suppress 100.101'), 'Suppress 100.101')).click();
  const call = await sent;
  await expect(sheet(page, 'Suppress 100.101')).toBeHidden();
  expect(await patches(cloud)).toBe(1);

  const reader = await anotherPerson();
  await openTypes(reader, cloud, 'reader');
  const refused = await (await repeatAction(reader.request, asNewPress(call))).text();
  expect(refused).toContain('"kind":"forbidden"');
  const stranger = await anotherPerson();
  const unknown = await (await repeatAction(stranger.request, asNewPress(call))).text();
  expect(unknown).toContain('"kind":"unauthenticated"');
  expect(await patches(cloud)).toBe(1);
});

test('says what could not be read, keeps what it knows, and recovers', async ({ page, cloud }) => {
  await cloud.control.fault({ service: 'fm', path: '/v1/alarms', status: 503 });
  await openTypes(page, cloud, 'admin');
  // Types without alarms: unknown is not none.
  await search(page, '100.119');
  await expect(typeRow(page, '100.119')).toContainText('Unknown');
  await change(page, 'Suppress 100.119').click();
  const open = sheet(page, 'Suppress 100.119');
  await expect(open).toContainText('How many alarms that is right now is unknown: they could not be read.');
  await page.keyboard.press('Escape');
  await cloud.control.mend();
  await expect(typeRow(page, '100.119').getByRole('img', { name: 'Worst: major' })).toBeVisible({
    timeout: LONG,
  });

  await cloud.control.fault({ service: 'fm', down: true });
  const banner = page.getByRole('status').filter({ hasText: 'Fault management (fm) does not answer.' });
  await expect(banner).toBeVisible({ timeout: LONG });
  await expectOff(
    change(page, 'Suppress 100.119'),
    'Fault management (fm) does not answer. Actions wait until it is back.',
  );
  await expect(typeRow(page, '100.119')).toContainText('Unsuppressed');
  await cloud.control.mend();
  await expect(banner).toHaveCount(0, { timeout: LONG });
});

test('a card opens the sheet on a phone @phone-only @phone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin', PATH);
  const cards = page.getByRole('list', { name: 'alarm types' }).getByRole('button');
  // What is hidden comes first.
  await expect(cards.first()).toContainText('100.150');
  await cards.first().tap();
  const open = sheet(page, 'Unsuppress 100.150');
  await (await pressable(open, 'Unsuppress 100.150')).tap();
  await expect(open).toBeHidden();
  await expect(page.getByText('No alarm type is suppressed.')).toBeVisible();
});
