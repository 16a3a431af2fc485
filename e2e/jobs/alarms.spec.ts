/** A shift on the alarms page: what stands, what is new, what was said of it, and what when nothing answers. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { expectOff, keysAct, pressable, sheet } from '../support/hosts';
import { ownPorts } from '../support/ports';
import { type OwnConsole, startConsole } from '../support/processes';
import { signInQuickly } from '../support/quick-sign-in';

const LONG = 60_000;
test.describe.configure({ timeout: 150_000 });

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'alarms' });
const row = (page: Page, text: string): Locator => grid(page).getByRole('row').filter({ hasText: text });
const tally = (page: Page): Locator => page.getByRole('link', { name: /^Active alarms/ });
const drawer = (page: Page): Locator =>
  page.getByRole('complementary', { name: /^(Critical|Major|Minor|Warning|Cleared)/ });
const said = (page: Page): Locator => drawer(page).getByRole('list', { name: 'Seen and notes' });
const facet = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const PTP = 'worker-5 is not locked to remote PTP Grand Master';

/** Reasons of the rows on screen, without the section of cleared ones. */
async function shown(page: Page): Promise<string[]> {
  const texts = (await grid(page).locator('tr').allInnerTexts()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );
  const end = texts.findIndex((text) => text.startsWith('Cleared in the last'));
  return texts.slice(1, end < 0 ? undefined : end);
}

async function open(page: Page, text: string): Promise<Locator> {
  await row(page, text).click();
  await expect(drawer(page)).toContainText(text);
  return drawer(page);
}

test('worst first, then newest, and the same figures everywhere', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/alarms');
  await expect(row(page, PTP)).toBeVisible();
  const severities = await grid(page)
    .getByRole('row')
    .getByRole('img')
    .evaluateAll((glyphs) =>
      glyphs.map((glyph) => glyph.getAttribute('aria-label') ?? glyph.textContent ?? ''),
    );
  const active = severities.filter((word) => word !== 'Cleared');
  expect(active).toHaveLength(13);
  const order = ['Critical', 'Major', 'Minor', 'Warning'];
  expect(active.map((word) => order.indexOf(word))).toEqual(
    active.map((word) => order.indexOf(word)).sort((a, b) => a - b),
  );
  await expect(page.getByText('13 active')).toBeVisible();
  await expect(tally(page)).toHaveAccessibleName('Active alarms: 1 critical, 4 major, 3 minor, 5 warning');
  await expect(page).toHaveTitle(/^\(13\) 1 critical/);
  await expect(
    page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: /^Active/ }),
  ).toContainText('13');
  for (const [name, count] of Object.entries({ Critical: 1, Major: 4, Minor: 3, Warning: 5 })) {
    await expect(facet(page, `${name}, ${count}`)).toBeVisible();
  }
  await expect(page.getByRole('button', { name: '1 hidden by suppression' })).toBeVisible();

  // One more is one more wherever it is counted, and none of it is read twice.
  await cloud.control.raise({
    alarm_id: '100.101',
    entity_instance_id: 'host=worker-1',
    severity: 'critical',
  });
  await expect(tally(page)).toHaveAccessibleName(/2 critical/, { timeout: LONG });
  await expect(page.getByText('14 active')).toBeVisible();
  await expect(page).toHaveTitle(/^\(14\) 2 critical/);
  await expect(facet(page, 'Critical, 2')).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).first().click();
  await expect(page.getByRole('list', { name: 'Active alarms' })).toContainText('2Critical');
});

test('filters, groups and the open alarm are in the address, and come back with it', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/alarms');
  await keysAct(page, 'alarms');
  await facet(page, 'Major, 4').click();
  await expect.poll(() => shown(page)).toHaveLength(4);
  await page.getByRole('button', { name: /^Blocks upgrades/ }).click();
  await expect(page).toHaveURL(/severity=major.*upgrades=/);
  const both = await shown(page);
  expect(both.length).toBeGreaterThan(0);
  expect(both.length).toBeLessThan(4);
  await page.reload();
  await expect.poll(() => shown(page)).toEqual(both);

  await page.goto('/alarms?q=worker-5');
  await expect(row(page, PTP)).toBeVisible();
  await open(page, PTP);
  await expect(page).toHaveURL(/open=/);
  await page.reload();
  await expect(drawer(page)).toContainText('What to do');
  await expect(drawer(page).getByRole('link', { name: 'worker-5', exact: true })).toHaveAttribute(
    'href',
    '/hosts/worker-5',
  );
  await expect(drawer(page)).toContainText('Does not block upgrades');

  await page.goto('/alarms');
  await page.getByRole('button', { name: '1 hidden by suppression' }).click();
  await expect.poll(() => shown(page)).toHaveLength(1);
});

test('a flood is one line with its worst, and opens when asked', async ({ page, cloud }) => {
  for (let n = 0; n < 8; n++) {
    await cloud.control.raise({
      alarm_id: '200.006',
      entity_instance_id: `host=worker-1.process=p${n}`,
      severity: n === 3 ? 'critical' : 'minor',
    });
  }
  await cloud.signIn(page, 'reader', '/alarms');
  await expect(page.getByText('21 active')).toBeVisible();
  await keysAct(page, 'alarms');
  await page.getByRole('button', { name: 'Group: none' }).click();
  await page.getByRole('menuitemradio', { name: 'Alarm id' }).click();
  await expect(page).toHaveURL(/group=id/);
  const flood = grid(page).getByRole('button', { name: /200\.006/ });
  await expect(flood).toHaveAttribute('aria-expanded', 'false');
  await expect(flood).toHaveAccessibleName(/critical.*200\.006.*8/);
  await expect(row(page, 'process=p3')).toHaveCount(0);
  await expect(page.getByText('21 of 22 alarms shown')).toBeVisible();
  await flood.click();
  await expect(grid(page).getByText('Condition 200.006', { exact: false })).toHaveCount(8);
  await page.reload();
  await expect(grid(page).getByRole('button', { name: /200\.006/ })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
});

test('two people share what was seen and noted, without a reload', async ({ page, cloud, anotherPerson }) => {
  const other = await anotherPerson();
  await cloud.signIn(other, 'operator', '/alarms');
  await open(other, PTP);
  await expect(drawer(other)).toContainText('Nobody has said anything of it yet.');
  await cloud.signIn(page, 'admin', '/alarms');
  await keysAct(page, 'alarms');
  await open(page, PTP);
  await page.keyboard.press('s');
  const { userName } = cloud.login('admin');
  await expect(said(page)).toContainText(`${userName} marked as seen`);
  await page.keyboard.press('n');
  await expect(drawer(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Transport confirms, ticket CHG-20817.');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('CHG-20817');
  await expect(drawer(page).getByRole('textbox', { name: 'Note' })).toHaveValue('');

  await expect(said(other)).toContainText(`${userName} marked as seen`, { timeout: LONG });
  await expect(said(other)).toContainText('CHG-20817');
  await expect(row(other, PTP)).toContainText(`Seen by ${userName}`);
  await drawer(other).getByRole('button', { name: 'Not seen after all' }).click();
  await expect(row(page, PTP)).not.toContainText('Seen by', { timeout: LONG });
  await expect(said(page)).toContainText('CHG-20817');

  // Dropped when it clears: the next raise starts anew.
  await cloud.control.clear('100.119', 'host=worker-5.instance=ptp4l-bc.ptp=no-lock');
  await expect(drawer(page).getByRole('status').filter({ hasText: 'Cleared' })).toBeVisible({
    timeout: LONG,
  });
});

test('a shelf takes an alarm out of every count until it is taken off', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const other = await anotherPerson();
  await cloud.signIn(other, 'reader', '/');
  await expect(tally(other)).toHaveAccessibleName(/4 major/);
  await cloud.signIn(page, 'operator', '/alarms');
  await open(page, PTP);
  await (await pressable(drawer(page), 'Shelve')).click();
  await (await pressable(drawer(page), 'Shelve alarm')).click();
  await expect(drawer(page)).toContainText('Say why.');
  await drawer(page).getByRole('textbox', { name: 'Why' }).fill('Antenna work until 15:00');
  await drawer(page).getByRole('button', { name: 'Shelve alarm' }).click();
  await expect(said(page)).toContainText('Antenna work until 15:00');
  await expect(tally(page)).toHaveAccessibleName(/3 major/);
  await expect(page.getByText('12 active')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 shelved' })).toBeVisible();
  await expect(row(page, PTP)).toHaveCount(0);
  await expect(tally(other)).toHaveAccessibleName(/3 major/, { timeout: LONG });
  await expect(other.getByRole('list', { name: 'Active alarms' })).toContainText('3Major');

  await page.getByRole('button', { name: '1 shelved' }).click();
  await expect(row(page, PTP)).toBeVisible();
  await drawer(page).getByRole('button', { name: 'Unshelve' }).click();
  await expect(tally(page)).toHaveAccessibleName(/4 major/);
  await expect(tally(other)).toHaveAccessibleName(/4 major/, { timeout: LONG });
});

test('several are marked as seen at once, in one call, for everybody', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const other = await anotherPerson();
  await cloud.signIn(other, 'reader', '/alarms');
  await cloud.signIn(page, 'operator', '/alarms');
  await keysAct(page, 'alarms');
  await page.getByRole('button', { name: /^Not seen/ }).click();
  const before = (await shown(page)).length;
  const calls: string[] = [];
  page.on('request', (request) => {
    const body = request.method() === 'POST' ? (request.postData() ?? '') : '';
    if (body.includes('"submission"')) calls.push(body);
  });
  await page.getByRole('checkbox', { name: /^Select 200.001 on worker-8/ }).check();
  await page.getByRole('checkbox', { name: /^Select 200.001 on worker-4/ }).check();
  await page.getByRole('button', { name: 'Mark 2 as seen' }).click();
  await expect(page.getByText('2 alarms marked as seen')).toBeVisible();
  await expect.poll(() => shown(page)).toHaveLength(before - 2);
  expect(calls).toHaveLength(1);
  const { userName } = cloud.login('operator');
  for (const host of ['worker-8', 'worker-4']) {
    const lock = row(other, `${host} was administratively locked`);
    await expect(lock).toContainText(`Seen by ${userName}`, { timeout: LONG });
  }
});

test('what was said of earlier raises is kept with the alarm that comes back', async ({ page, cloud }) => {
  const entity = 'host=worker-1.sensor=fan1';
  const fan = { alarm_id: '200.007', entity_instance_id: entity, reason_text: 'Fan 1 stands still' };
  await cloud.control.raise(fan);
  await cloud.signIn(page, 'operator', '/alarms');
  await keysAct(page, 'alarms');
  await open(page, 'Fan 1 stands still');
  await expect(drawer(page)).toContainText('Nobody said anything of an earlier raise.');
  await drawer(page).getByRole('button', { name: 'Seen, because…' }).click();
  await drawer(page).getByRole('textbox', { name: 'Why' }).fill('Dust filter, third time');
  await drawer(page).getByRole('textbox', { name: 'Why' }).press('Enter');
  await expect(said(page)).toContainText('Dust filter, third time');
  await drawer(page).getByRole('textbox', { name: 'Note' }).fill('Spare is in cabinet 4');
  await drawer(page).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(said(page)).toContainText('Spare is in cabinet 4');
  await expect(drawer(page)).toContainText('Nobody said anything of an earlier raise.');

  // Gone: what was said of it stays readable, with when it was found gone.
  await cloud.control.clear('200.007', entity);
  const gone = drawer(page).getByRole('list', { name: 'Said of it' });
  await expect(gone).toContainText('Spare is in cabinet 4', { timeout: LONG });
  await expect(gone).toContainText(/cleared by/, { timeout: LONG });

  // Back, under another uuid: nothing is said of it yet, and the last time is there with who, when and why.
  await cloud.control.raise(fan);
  await expect(row(page, 'Fan 1 stands still').getByRole('img', { name: 'Cleared' })).toHaveCount(0, {
    timeout: LONG,
  });
  await open(page, 'Fan 1 stands still');
  await expect(drawer(page)).toContainText('Nobody has said anything of it yet.');
  const earlier = drawer(page).getByRole('list', { name: 'Said of earlier raises' });
  await expect(earlier.getByRole('listitem').first()).toContainText(/Raised .*, cleared by/);
  const { userName } = cloud.login('operator');
  await expect(earlier).toContainText(`${userName} marked as seen`);
  await expect(earlier).toContainText('Dust filter, third time');
  await expect(earlier).toContainText('Spare is in cabinet 4');
});

test('deleting asks for the id, says it may come back, and the log knows', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin', '/alarms');
  await open(page, PTP);
  await drawer(page).getByRole('button', { name: 'Delete alarm…' }).click();
  const asked = sheet(page, 'Delete alarm 100.119');
  await expect(asked).toContainText('the alarm may be raised again');
  await expect(asked).toContainText('fm alarm-delete');
  await expectOff(asked.getByRole('button', { name: 'Delete alarm' }), 'Type 100.119 above');
  // What the platform says is shown as it says it, and nothing is sent again by itself.
  await cloud.control.fault({
    ...{ service: 'fm', method: 'DELETE', status: 404, times: 1 },
    body: {
      error_message: JSON.stringify({ faultcode: 'Client', faultstring: 'Alarm not found', debuginfo: null }),
    },
  });
  await asked.getByRole('textbox').fill('100.119');
  await (await pressable(asked, 'Delete alarm')).click();
  await expect(asked.getByRole('alert')).toContainText('Alarm not found');
  expect(await cloud.control.count('fm', 'DELETE')).toBe(1);
  await (await pressable(asked, 'Delete alarm')).click();
  await expect(asked).toBeHidden();
  expect(await cloud.control.count('fm', 'DELETE')).toBe(2);
  await expect(tally(page)).toHaveAccessibleName(/3 major/);
  await expect(row(page, PTP).getByRole('img', { name: 'Cleared' })).toBeVisible();
  await expect(drawer(page).getByRole('status').filter({ hasText: 'Cleared' })).toBeVisible();
});

test('a reader reads everything and is told why the rest is off', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/alarms');
  await keysAct(page, 'alarms');
  await open(page, PTP);
  const why = 'Your role is reader. Marking alarms as seen needs operator, configurator or admin.';
  await expect(drawer(page)).toContainText(why);
  await expectOff(drawer(page).getByRole('button', { name: 'Mark as seen' }), why);
  await expectOff(
    drawer(page).getByRole('button', { name: 'Delete alarm…' }),
    /Deleting alarms needs configurator or admin/,
  );
  await expectOff(drawer(page).getByRole('button', { name: 'Add' }), /Writing notes needs/);
  await page.keyboard.press('s');
  await expect(page.getByRole('alert').filter({ hasText: why })).toBeVisible();
  await expect(row(page, PTP)).not.toContainText('Seen by');
});

test('what came since the last look is new until it is seen; what clears leaves a trace', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'operator', '/alarms');
  await expect(row(page, PTP)).toBeVisible();
  // The first look begins when the page's code is there, not with what the server drew.
  await keysAct(page, 'alarms');
  await expect(page.getByText(/new since/)).toHaveCount(0);
  const entity = 'host=worker-1.sensor=fan1';
  await cloud.control.raise({
    alarm_id: '200.007',
    entity_instance_id: entity,
    reason_text: 'Fan 1 stands still',
  });
  await expect(row(page, 'Fan 1 stands still')).toContainText('New', { timeout: LONG });
  await expect(page.getByText(/, 1 new since/)).toBeVisible();
  await open(page, 'Fan 1 stands still');
  await expect(row(page, 'Fan 1 stands still')).not.toContainText('New');
  await expect(page.getByText(/new since/)).toHaveCount(0);
  await cloud.control.clear('200.007', entity);
  const trace = row(page, 'Fan 1 stands still');
  await expect(trace.getByRole('img', { name: 'Cleared' })).toBeVisible({ timeout: LONG });
  await expect(trace.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByText('13 active')).toBeVisible();
});

test('its own past: how often, how long, how restless', async ({ page, cloud }) => {
  const alarm = {
    alarm_id: '200.007',
    entity_instance_id: 'host=worker-1.sensor=fan1',
    severity: 'minor',
  } as const;
  await cloud.control.flap({ ...alarm, everyMs: 60_000, times: 4 });
  await cloud.control.advance(30 * 60_000);
  await cloud.control.raise({ ...alarm, reason_text: 'Fan 1 stands still' });
  await cloud.signIn(page, 'reader', '/alarms');
  await open(page, 'Fan 1 stands still');
  const past = drawer(page).getByRole('figure', { name: /^Over 30 days: 5 times, median/ });
  await expect(past).toBeVisible();
  await past.getByText('Show as table').click();
  await expect(past.getByRole('row')).toHaveCount(6);
  await expect(past.getByRole('row').nth(1)).toContainText('still stands');
});

test('fault management away: what was read stays, dated and without colour, and it recovers by itself', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'admin', '/alarms');
  await open(page, PTP);
  await cloud.control.fault({ service: 'fm', down: true });
  await expect(page.getByText('Fault management (fm) does not answer.').first()).toBeVisible({
    timeout: LONG,
  });
  await expect(row(page, PTP)).toBeVisible();
  await expect(page.locator('[data-stale]').filter({ has: grid(page) })).toBeVisible();
  await expect(tally(page)).toHaveAccessibleName(/as last read: 1 critical/);
  await cloud.control.raise({
    alarm_id: '200.007',
    entity_instance_id: 'host=worker-1.sensor=fan1',
    reason_text: 'Fan 1 stands still',
  });
  await cloud.control.mend();
  await expect(row(page, 'Fan 1 stands still')).toBeVisible({ timeout: LONG });
  await expect(page.locator('[data-stale]').filter({ has: grid(page) })).toHaveCount(0);
});

test('an alarm on a port while the inventory is away: fault management fails, in its own sentence', async ({
  page,
  cloud,
}) => {
  await cloud.control.raise({ alarm_id: '100.106', entity_instance_id: 'host=controller-0.port=eno1' });
  await cloud.control.fault({ service: 'sysinv', down: true });
  await cloud.signIn(page, 'reader', '/alarms');
  await expect(page.getByRole('main').getByText('Alarms could not be read')).toBeVisible({ timeout: LONG });
  await expect(
    page
      .getByRole('main')
      .getByText(/ECONNREFUSED/)
      .first(),
  ).toBeVisible();
  await expect(page.getByText('No alarm is active')).toHaveCount(0);
  await cloud.control.mend();
  await expect(row(page, PTP)).toBeVisible({ timeout: LONG });
});

test('markup in an entity is text, wherever it is shown', async ({ page, cloud }) => {
  const entity = 'host=<img src=x onerror=window.harm=1>.process=<script>window.harm=1</script>';
  await cloud.control.raise({
    alarm_id: '200.006',
    entity_instance_id: entity,
    reason_text: '<b>bold</b> & "quoted"',
  });
  await cloud.signIn(page, 'admin', '/alarms');
  await open(page, '<b>bold</b> & "quoted"');
  await expect(drawer(page)).toContainText(entity);
  await expect(grid(page).locator('img, b, script')).toHaveCount(0);
  await drawer(page).getByRole('button', { name: 'Delete alarm…' }).click();
  await expect(sheet(page, 'Delete alarm 200.006')).toContainText(entity);
  expect(await page.evaluate(() => Reflect.get(window, 'harm'))).toBeUndefined();
});

test('two thousand alarms that change: the page goes on answering, and folds them', async ({
  page,
  cloud,
}) => {
  await cloud.control.flood({ alarms: 1_900, raiseMs: 1_000, changesPerMinute: 600 });
  await cloud.control.advance(2_000);
  await cloud.signIn(page, 'operator', '/alarms');
  await keysAct(page, 'alarms');
  await expect(page.getByText(/^1,9\d\d active/)).toBeVisible({ timeout: LONG });
  expect(
    await grid(page).getByRole('row').count(),
    'only what is near the window is in the page',
  ).toBeLessThan(120);
  // A key is drawn while the list changes beneath it.
  const search = page.getByRole('searchbox', { name: 'Search alarms' });
  await search.fill('worker-5 is not locked');
  await expect(row(page, PTP)).toBeVisible();
  await search.fill('');
  await page.goto('/alarms?group=id');
  await expect(grid(page).getByRole('button', { expanded: false }).first()).toBeVisible();
  expect(await grid(page).getByRole('row').count()).toBeLessThan(120);
});

test("more alarms than fault management gives at once: every count says so, and nobody's words are lost", async ({
  page,
  cloud,
}) => {
  const mild = {
    alarm_id: '750.006',
    entity_instance_id: 'k8s_application=test',
    severity: 'warning',
  } as const;
  await cloud.control.raise({ ...mild, reason_text: 'a mild one of the test' });
  await cloud.signIn(page, 'operator', '/alarms');
  await open(page, 'a mild one of the test');
  await (await pressable(drawer(page), 'Mark as seen')).click();
  await expect(row(page, 'a mild one of the test')).toContainText('Seen by');

  await cloud.control.flood({ alarms: 2_200, raiseMs: 0, changesPerMinute: 0 });
  await cloud.control.advance(250);
  const note = page.getByText('At least 2,000 alarms are active. Fault management gives no more at once.');
  await expect(note.first()).toBeVisible({ timeout: LONG });
  // One of them is hidden by suppression, as ever in this world.
  await expect(page.getByText(/^At least 1,999 active/)).toBeVisible();
  await expect(page.getByText('Whether this alarm is active is unknown.')).toBeVisible();
  await expect(row(page, 'a mild one of the test')).toHaveCount(0);
  await expect(tally(page)).toHaveAccessibleName(/^Active alarms: at least/);
  await expect(tally(page)).toContainText('+');
  await expect(page).toHaveTitle(/^\(1999\+\) \d+\+ critical - /);
  await page.goto('/');
  const strip = page.getByRole('list', { name: 'Active alarms' });
  await expect(strip.getByText(/^[\d,]+\+$/).first()).toBeVisible({ timeout: LONG });
  await expect(note.first()).toBeVisible();
  await page.goto('/wallboard');
  await expect(page.getByRole('list', { name: 'Active alarms' }).getByText(/^[\d,]+\+$/)).toHaveCount(4, {
    timeout: LONG,
  });

  // It had no room in the list: that is no clear, and what was said of it stands.
  await cloud.control.endFlood();
  await page.goto('/alarms?q=mild');
  await expect(row(page, 'a mild one of the test')).toContainText('Seen by', { timeout: LONG });
  await expect(note).toHaveCount(0);
});

test.describe('with a store that is away', () => {
  let own: OwnConsole | undefined;
  test.afterEach(async () => {
    await own?.stop();
    own = undefined;
  });

  test('the alarms stand, and what people said of them cannot be read', async ({
    page,
    context,
    cloud,
  }, info) => {
    own = await startConsole(ownPorts(info.parallelIndex).console, {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
    });
    await signInQuickly(context, own.url, cloud.login('operator'));
    await page.goto(`${own.url}/alarms`);
    await expect(tally(page)).toHaveAccessibleName(/1 critical, 4 major, 3 minor, 5 warning/);
    await open(page, PTP);
    await expect(drawer(page)).toContainText('Seen and notes cannot be read now.', { timeout: LONG });
    await expect(drawer(page)).toContainText('What was said of earlier raises cannot be read now.', {
      timeout: LONG,
    });
    await expect(drawer(page)).toContainText('What to do');
    await expectOff(
      drawer(page).getByRole('button', { name: 'Mark as seen' }),
      'Seen and notes cannot be read now',
    );
    await expectOff(drawer(page).getByRole('button', { name: 'Add' }), 'Seen and notes cannot be read now');
    await page.close();
  });
});

test('on a phone: cards, worst first, one tap to all of it @phone-only @phone', async ({ page, cloud }) => {
  await cloud.signIn(page, 'operator', '/alarms');
  const cards = page.getByRole('list', { name: 'alarms' }).getByRole('button');
  await expect(cards).toHaveCount(13);
  await expect(cards.first()).toContainText('worker-3');
  await expect(page.getByRole('list', { name: /^Cleared in the last/ })).toBeVisible();
  await facet(page, 'Minor, 3').click();
  await expect(cards).toHaveCount(3);
  await facet(page, 'Minor, 3').click();
  await cards.filter({ hasText: PTP }).click();
  await expect(drawer(page)).toContainText('What to do');
  await (await pressable(drawer(page), 'Mark as seen')).click();
  await expect(said(page)).toContainText('marked as seen');
  await drawer(page).getByRole('button', { name: 'Close' }).click();
  await expect(cards.filter({ hasText: PTP })).toContainText('Seen by');
});
