/** The event log of the cloud: what happened when, narrowed, looked at closer, and taken along. */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Cloud } from '../support/cloud';
import { storeOf } from '../support/console-env';
import { expect, test } from '../support/fixtures';
import { hostRow, rowAction } from '../support/hosts';
import { BRIEF, LONG } from '../support/patience';
import { ownPorts } from '../support/ports';
import { type OwnConsole, startConsole } from '../support/processes';
import { signInQuickly } from '../support/quick-sign-in';

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'events' });
const row = (page: Page, text: string | RegExp): Locator =>
  grid(page).getByRole('row').filter({ hasText: text });
const chart = (page: Page): Locator => page.getByRole('region', { name: 'Events over time' });
const edge = (page: Page, name: 'Start' | 'End'): Locator =>
  page.getByRole('slider', { name: `${name} of the selection` });

/** Of hosts and filesystems that the past of `standard` does not name: what it tells of would end, or begin, what the tests tell of. */
const CPU = { alarm_id: '100.101', entity_instance_id: 'host=worker-6', severity: 'critical' } as const;
const DISK = {
  alarm_id: '100.104',
  entity_instance_id: 'host=worker-1.filesystem=/var/log',
  severity: 'minor',
} as const;

test('tells how long an alarm stood, and that it still does', async ({ page, cloud }) => {
  await cloud.control.past(
    { ...CPU, reason_text: 'processor of the test', age: 90, cleared: 60 },
    { ...DISK, reason_text: 'disk of the test', age: 40 },
  );
  await cloud.signIn(page, 'reader', '/events?last=3h');
  const processor = row(page, 'processor of the test');
  await expect(processor.filter({ hasText: 'Raised' })).toContainText('cleared after 30 m', {
    timeout: LONG,
  });
  await expect(processor.filter({ hasNotText: 'Raised' })).toContainText('stood 30 m');
  await expect(row(page, 'disk of the test')).toContainText(/still stands, 4\d m/);
});

test('is narrowed by what, severity, host, id and text, and the address keeps it', async ({
  page,
  cloud,
}) => {
  await cloud.control.past(
    { ...CPU, reason_text: 'processor of the test', age: 90, cleared: 60 },
    { ...DISK, reason_text: 'disk of the test', age: 40 },
  );
  await cloud.signIn(page, 'reader', '/events?last=3h');
  await expect(row(page, 'disk of the test')).toBeVisible({ timeout: LONG });
  await page.getByRole('button', { name: /^What/ }).click();
  await page
    .getByRole('dialog', { name: 'What' })
    .getByRole('checkbox', { name: /^Cleared/ })
    .check();
  await page.keyboard.press('Escape');
  await expect(row(page, 'disk of the test')).toHaveCount(0);
  await expect(row(page, 'processor of the test')).toHaveCount(1);
  await expect(page).toHaveURL(/what=cleared/);
  await page.reload();
  await expect(row(page, 'processor of the test')).toHaveCount(1);
  await expect(row(page, 'disk of the test')).toHaveCount(0);

  await page.goto('/events?last=3h&host=worker-1');
  await expect(row(page, 'disk of the test')).toBeVisible();
  await expect(row(page, 'processor of the test')).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(row(page, 'processor of the test')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Search events' }).fill('DISK test');
  await expect(row(page, 'processor of the test')).toHaveCount(0);
  await expect(row(page, 'disk of the test')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search events' }).fill('nothing is called so');
  await expect(page.getByText('No event matches')).toBeVisible();
});

test('says beside the field what is wrong with a time', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/events');
  await expect(grid(page)).toBeVisible({ timeout: LONG });
  await page.getByRole('radio', { name: 'From, to' }).check({ force: true });
  const from = page.getByRole('textbox', { name: 'From' });
  const to = page.getByRole('textbox', { name: 'To', exact: true });
  await from.fill('soon');
  await page.getByRole('button', { name: 'Show this time' }).click();
  await expect(from).toHaveAccessibleDescription(/Not a time/);
  await expect(from).toBeFocused();
  await from.fill('2026-08-03 10:00');
  await to.fill('2026-08-03 09:00');
  await page.getByRole('button', { name: 'Show this time' }).click();
  await expect(to).toHaveAccessibleDescription(/after From/);
  await to.fill('2026-08-03 11:00');
  await page.getByRole('button', { name: 'Show this time' }).click();
  await expect(page).toHaveURL(/from=2026-08-03T/);
  await expect(page.getByText('Fault management logged nothing between these two instants.')).toBeVisible();
});

test('is looked at closer by keyboard alone, and back', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/events?last=24h');
  await expect(chart(page).getByText('Per 15 minutes')).toBeVisible({ timeout: LONG });
  await expect(edge(page, 'Start')).toBeVisible();
  // Keys act once the page has come to life.
  await expect(async () => {
    await edge(page, 'Start').focus();
    await page.keyboard.press('PageUp');
    await expect(chart(page)).toContainText(/selected/, { timeout: BRIEF });
  }).toPass({ timeout: LONG });
  for (let press = 0; press < 14; press += 1) await page.keyboard.press('PageUp');
  await expect(page).toHaveURL(/sel=/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/from=/);
  await expect(page).not.toHaveURL(/sel=/);
  await expect(chart(page).getByText(/Per (1|2|5|\d+)? ?(minute|minutes|seconds)/)).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/sel=/);
  await edge(page, 'End').focus();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/sel=/);
});

test('is looked at closer by dragging, and the list follows', async ({ page, cloud }) => {
  await cloud.control.past({ ...CPU, reason_text: 'processor of the test', age: 170, cleared: 165 });
  await cloud.signIn(page, 'reader', '/events?last=3h');
  await expect(row(page, 'processor of the test')).toHaveCount(2, { timeout: LONG });
  await expect(chart(page).getByText('Per 2 minutes')).toBeVisible({ timeout: LONG });
  const box = await page.getByTestId('brush').boundingBox();
  if (!box) throw new Error('there are no bars');
  await page.mouse.move(box.x + box.width * 0.5, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(chart(page)).toContainText('selected');
  await expect(row(page, 'processor of the test')).toHaveCount(0);
  await page.getByRole('button', { name: 'Clear the selected time' }).click();
  await expect(row(page, 'processor of the test')).toHaveCount(2);
});

test('holds still while it is paused', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/events?last=1h');
  await expect(page.getByRole('button', { name: /^Pause at/ })).toBeVisible({ timeout: LONG });
  await cloud.control.log({
    alarm_id: '200.022',
    entity_instance_id: 'host=worker-1',
    reason_text: 'first of the test',
  });
  await expect(row(page, 'first of the test')).toBeVisible({ timeout: LONG });
  await page.getByRole('button', { name: /^Pause at/ }).click();
  await cloud.control.log({
    alarm_id: '200.022',
    entity_instance_id: 'host=worker-1',
    reason_text: 'second of the test',
  });
  await expect(page.getByRole('button', { name: '1 newer' })).toBeVisible({ timeout: LONG });
  await expect(row(page, 'second of the test')).toHaveCount(0);
  await page.getByRole('button', { name: /^Paused/ }).click();
  await expect(row(page, 'second of the test')).toBeVisible();
});

test('a link to an instant leads to its row', async ({ page, cloud }) => {
  await cloud.control.past({ ...CPU, reason_text: 'processor of the test', age: 600, cleared: 590 });
  const at = new Date(Date.now() - 600 * 60_000).toISOString();
  await cloud.signIn(page, 'reader', `/events?at=${at}`);
  const found = row(page, 'processor of the test').filter({ hasText: 'Raised' });
  await expect(found).toHaveAttribute('aria-current', 'true', { timeout: LONG });
  await expect(found).toBeInViewport();
});

test('thousands of rows: older ones come as one goes down, and each is asked for once', async ({
  page,
  cloud,
}) => {
  await cloud.control.eventLogMax(60_000);
  await cloud.control.history({ events: 3_000, days: 1 });
  await cloud.signIn(page, 'reader', '/events?last=24h');
  await expect(grid(page)).toBeVisible({ timeout: LONG });
  const list = page.getByRole('region', { name: 'List of events' });
  const count = page
    .getByRole('status')
    .filter({ hasText: /events$/ })
    .last();
  await expect(count).toBeVisible();
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    await expect(count).toContainText(/^(9\d\d|1,\d\d\d) /, { timeout: BRIEF });
  }).toPass({ timeout: LONG });
  // Every row there is came in a few requests; a poll asks for what is new alone.
  expect(await cloud.control.count('fm', 'GET', '/v1/event_log')).toBeLessThan(25);
});

test('one event in full, and from there to all of its kind', async ({ page, cloud }) => {
  await cloud.control.raise({ ...CPU, reason_text: '<img src=x onerror=alert(1)> of the test' });
  await cloud.signIn(page, 'reader', '/events?last=1h');
  const text = '<img src=x onerror=alert(1)> of the test';
  await row(page, text).getByRole('gridcell').nth(1).click();
  const drawer = page.getByRole('complementary').filter({ hasText: 'Probable cause' });
  await expect(drawer).toContainText(text);
  await expect(drawer).toContainText('Probable cause');
  await expect(drawer.getByRole('link', { name: 'worker-6' })).toHaveAttribute('href', '/hosts/worker-6');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  await drawer.getByRole('button', { name: 'Only this type' }).click();
  await expect(page).toHaveURL(/id=100\.101/);
});

test('from an event about time to the clock it concerns, from the log and from the host', async ({
  page,
  cloud,
}) => {
  const entity = 'host=worker-2.instance=ptp4l-bc.ptp=no-lock';
  const reason_text = 'worker-2 lost its clock in the test';
  await cloud.control.raise({
    alarm_id: '100.119',
    entity_instance_id: entity,
    severity: 'major',
    reason_text,
  });
  await cloud.signIn(page, 'reader', '/events?last=1h');
  const clock = page.getByRole('complementary', { name: 'worker-2 clock' });
  const way = page.getByRole('complementary').getByRole('link', { name: 'Clock of this host' });
  await row(page, reason_text).getByRole('link', { name: 'worker-2' }).click();
  await expect(page).toHaveURL('/clocks?open=worker-2');
  await expect(clock).toBeVisible({ timeout: LONG });
  for (const path of ['/events?last=1h', '/hosts/worker-2/events']) {
    await page.goto(path);
    await row(page, reason_text).getByRole('gridcell').nth(1).click();
    await way.click();
    await expect(page).toHaveURL('/clocks?open=worker-2');
  }
});

test('saves all that match as a file that no spreadsheet runs', async ({ page, cloud }) => {
  await cloud.control.past({ ...CPU, reason_text: '=HYPERLINK("http://x")', age: 30, cleared: 20 });
  await cloud.signIn(page, 'reader', '/events?last=1h&id=100.101');
  await expect(row(page, 'HYPERLINK').first()).toBeVisible({ timeout: LONG });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^events-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(lines[0]).toContain('Time (UTC),What,Severity');
  const own = lines.filter((line) => line.includes('HYPERLINK'));
  expect(own).toHaveLength(2);
  for (const line of own) expect(line).toContain(`"'=HYPERLINK(`);
  expect(lines[0]).toContain(',Reason,Lasted,Lasted (s),Host');
  expect(own.map((line) => /,((?:stood|cleared after) [^,]*,\d+),/.exec(line)?.[1])).toEqual([
    'stood 10 m,600',
    'cleared after 10 m,600',
  ]);
  await expect(page.getByText(/^Saved \d+ events?$/)).toBeVisible();
});

test('a file is called off, and the platform is asked no more', async ({ page, cloud, watch }) => {
  watch.expect(/ERR_ABORTED|Failed to load/);
  await cloud.control.eventLogMax(60_000);
  await cloud.control.history({ events: 12_000, days: 25 });
  await cloud.signIn(page, 'reader', '/events?last=1h');
  await expect(grid(page)).toBeVisible({ timeout: LONG });
  await cloud.control.fault({ service: 'fm', path: '/v1/event_log', latencyMs: 1_500 });
  await page.getByRole('radio', { name: '30 d' }).check({ force: true });
  await page.getByRole('button', { name: 'CSV' }).click();
  await expect(page.getByText(/rows read$/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel CSV' }).click();
  await expect(page.getByText('Cancelled, nothing was saved')).toBeVisible();
});

test('fault management down and back, without a reload', async ({ page, cloud }) => {
  await cloud.control.raise({ ...CPU, reason_text: 'processor of the test' });
  await cloud.signIn(page, 'reader', '/events?last=1h');
  await expect(row(page, 'processor of the test')).toBeVisible({ timeout: LONG });
  await cloud.control.fault({ service: 'fm', down: true });
  await expect(page.getByText(/Fault management \(fm\) does not answer/).first()).toBeVisible({
    timeout: LONG,
  });
  await expect(row(page, 'processor of the test')).toBeVisible();
  await cloud.control.mend();
  await cloud.control.log({
    alarm_id: '200.022',
    entity_instance_id: 'host=worker-1',
    reason_text: 'back in the test',
  });
  await expect(row(page, 'back in the test')).toBeVisible({ timeout: LONG });
});

/** Somebody locks worker-0 in this console. Returns who. */
async function lockWorker(page: Page, cloud: Cloud): Promise<string> {
  await cloud.signIn(page, 'operator');
  await rowAction(page, 'worker-0', 'Lock…');
  await page.getByRole('dialog').getByRole('button', { name: 'Lock worker-0' }).click();
  await expect(hostRow(page, 'worker-0').getByText(/Lock/).first()).toBeVisible();
  return cloud.login('operator').userName;
}

test('shows an admin what people did here, in one line of time with the rest', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const who = await lockWorker(await anotherPerson(), cloud);
  // What the platform refused is told in its words.
  const status = { service: 'fm', method: 'DELETE', status: 404, times: 1 } as const;
  const faultstring = 'Alarm not found in the test';
  await cloud.control.fault({
    ...status,
    body: { error_message: JSON.stringify({ faultcode: 'Client', faultstring, debuginfo: null }) },
  });
  await cloud.signIn(page, 'admin', '/alarms');
  await page.getByRole('row').filter({ hasText: 'worker-5 is not locked' }).click();
  await page.getByRole('button', { name: 'Delete alarm…' }).click();
  const asked = page.getByRole('dialog', { name: 'Delete alarm 100.119' });
  await asked.getByRole('textbox').fill('100.119');
  await asked.getByRole('button', { name: 'Delete alarm' }).click();
  await expect(asked.getByRole('alert')).toContainText(faultstring);

  await page.goto(`/events?last=1h&text=${encodeURIComponent(`+${cloud.tag}`)}`);
  const lock = row(page, `${who} locked worker-0 from 127.0.0.1`);
  await expect(lock).toHaveCount(1, { timeout: LONG });
  await expect(lock).toContainText('Operator');
  const refused = row(page, 'tried to delete alarm 100.119');
  await expect(refused).toContainText(`Not found, HTTP 404: ${faultstring}`);
  // Signing in is no write.
  await expect(row(page, 'sign-in')).toHaveCount(0);

  await page.getByRole('button', { name: /^What/ }).click();
  const what = page.getByRole('dialog', { name: 'What' });
  await expect(what.getByText(/^Operator/)).toBeVisible();
  await what.getByRole('checkbox', { name: /^Operator/ }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/what=operator/);
  await expect(lock).toHaveCount(1);
  await expect(chart(page).getByRole('list', { name: 'Colours' })).toContainText('Operator');

  await lock.getByRole('gridcell').nth(1).click();
  const detail = page.getByRole('complementary').filter({ hasText: 'Kept in Roost' });
  await expect(detail).toContainText('host.lock');
  await expect(detail.getByRole('link', { name: 'worker-0' })).toHaveAttribute('href', '/hosts/worker-0');
  await detail.getByRole('link', { name: 'Open in the audit trail' }).click();
  await expect(page).toHaveURL(/\/system\/audit\?/);
  const entry = page.getByRole('grid', { name: 'entries' }).getByRole('row').filter({ hasText: 'host.lock' });
  await expect(entry).toHaveCount(1, { timeout: LONG });
});

test('tells who may not see what people did, where it would be chosen', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const who = await lockWorker(await anotherPerson(), cloud);
  const why = 'Your role is reader. Seeing operator actions needs admin.';
  await cloud.signIn(page, 'reader', '/events?last=1h');
  await expect(grid(page)).toBeVisible({ timeout: LONG });
  await expect(async () => {
    await page.getByRole('button', { name: /^What/ }).click();
    await expect(page.getByRole('dialog', { name: 'What' })).toBeVisible({ timeout: BRIEF });
  }).toPass({ timeout: LONG });
  const option = page.getByRole('dialog', { name: 'What' }).getByRole('checkbox', { name: /^Operator/ });
  await expect(option).toBeDisabled();
  await expect(option).toHaveAccessibleDescription(why);
  await page.keyboard.press('Escape');
  await expect(row(page, who)).toHaveCount(0);
  // A link that an admin sent.
  await page.goto('/events?last=1h&what=operator');
  await expect(page.getByText(`Operator actions are not shown to you. ${why}`)).toBeVisible({
    timeout: LONG,
  });
  // Nor does the file give them away.
  const q = JSON.stringify({
    range: { last: '1h' },
    filter: { states: [], severities: [], hosts: [], ids: [], entity: '', text: '' },
  });
  const answer = await page.request.get(`/api/events/csv?${new URLSearchParams({ q })}`, {
    headers: { 'x-roost-request': '1' },
  });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).not.toContain(who);
});

test('an admin takes along what people did', async ({ page, cloud, anotherPerson }) => {
  const who = await lockWorker(await anotherPerson(), cloud);
  await cloud.signIn(page, 'admin', `/events?last=1h&what=operator&text=${encodeURIComponent(who)}`);
  await expect(row(page, `${who} locked worker-0`)).toHaveCount(1, { timeout: LONG });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const lines = (await readFile(await (await saving).path(), 'utf8')).split('\r\n');
  expect(lines.filter((line) => line.includes(`,Operator,,lock,${who} locked worker-0 from`))).toHaveLength(
    1,
  );
});

test('a view of the page is saved, and is an address', async ({ page, cloud }) => {
  await cloud.control.past({ ...CPU, reason_text: 'processor of the test', age: 90, cleared: 60 });
  await cloud.signIn(page, 'reader', '/events?last=3h&what=cleared');
  await expect(row(page, 'processor of the test')).toHaveCount(1, { timeout: LONG });
  const views = page.getByRole('navigation', { name: 'Views' });
  await expect(views.getByRole('link', { name: 'Events' })).toHaveAttribute('aria-current', 'page');
  const name = page.getByRole('textbox', { name: 'Name of the view' });
  await expect(async () => {
    await views.getByRole('button', { name: 'Save view' }).click();
    await expect(name).toBeVisible({ timeout: BRIEF });
  }).toPass({ timeout: LONG });
  await name.fill('Clears');
  await page.getByRole('dialog', { name: 'Save view' }).getByRole('button', { name: 'Save view' }).click();
  const saved = views.getByRole('link', { name: 'Clears' });
  await expect(saved).toHaveAttribute('aria-current', 'page');

  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(page).not.toHaveURL(/what=/);
  await expect(row(page, 'processor of the test')).toHaveCount(2);
  await expect(saved).not.toHaveAttribute('aria-current', 'page');
  await page.getByRole('radio', { name: '24 h' }).check({ force: true });
  await expect(page).not.toHaveURL(/last=/);
  await saved.click();
  await expect(page).toHaveURL(/\?last=3h&what=cleared$/);
  await expect(row(page, 'processor of the test')).toHaveCount(1);
  // One step back, and there after a reload.
  await page.goBack();
  await expect(page).not.toHaveURL(/what=/);
  await page.goForward();
  await expect(page).toHaveURL(/what=cleared/);
  await page.reload();
  await expect(saved).toHaveAttribute('aria-current', 'page');
  await views.getByRole('link', { name: /^Active/ }).click();
  await expect(page).toHaveURL(/\/alarms$/);
});

test.describe('with a store of its own', () => {
  let own: OwnConsole | undefined;
  test.afterEach(async () => {
    await own?.stop();
    own = undefined;
  });

  test('a lost store costs no event, and the page says what it costs', async ({
    page,
    context,
    cloud,
    watch,
  }, info) => {
    watch.expect(/503/);
    own = await startConsole(ownPorts(info.parallelIndex).console);
    const { url } = own;
    await cloud.control.raise({ ...CPU, reason_text: 'processor of the test' });
    await signInQuickly(context, url, cloud.login('admin'));
    await page.goto(`${url}/events?last=1h`);
    await expect(row(page, 'processor of the test')).toBeVisible({ timeout: LONG });
    const directory = storeOf(url);
    const aside = `${directory}-aside`;
    rmSync(aside, { recursive: true, force: true });
    renameSync(directory, aside);
    writeFileSync(directory, 'no folder any more');
    const note = page.getByRole('status').filter({ hasText: 'Operator actions cannot be read now.' });
    try {
      await expect(note).toBeVisible({ timeout: LONG });
      await expect(row(page, 'processor of the test')).toBeVisible();
      const entry = { alarm_id: '200.022', entity_instance_id: 'host=worker-1' };
      await cloud.control.log({ ...entry, reason_text: 'logged without a store' });
      await expect(row(page, 'logged without a store')).toBeVisible({ timeout: LONG });
    } finally {
      rmSync(directory, { force: true });
      if (existsSync(aside)) renameSync(aside, directory);
    }
    await expect(note).toHaveCount(0, { timeout: LONG });
    for (const each of context.pages()) await each.close();
  });
});

test('on a phone, events are cards and open in full @phone-only @phone', async ({ page, cloud }) => {
  await cloud.control.raise({ ...CPU, reason_text: 'processor of the test' });
  await cloud.signIn(page, 'reader', '/events?last=1h');
  const card = page
    .getByRole('list', { name: 'events' })
    .getByRole('button')
    .filter({ hasText: 'of the test' });
  await card.click();
  await expect(page.getByText('Probable cause')).toBeVisible();
});
