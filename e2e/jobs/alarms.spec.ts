/** A shift on the alarms page: what stands, what is new, how it is found, and what when nothing answers. */
import type { Locator, Page } from '@playwright/test';
import {
  alarmDrawer,
  alarmGrid,
  alarmRow,
  openAlarm,
  PTP,
  said,
  shownAlarms,
  tally,
} from '../support/alarms';
import { expect, test } from '../support/fixtures';
import { keysAct, pressable, sheet } from '../support/hosts';
import { LONG } from '../support/patience';

const facet = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });

test('worst first, then newest, and the same figures everywhere', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/alarms');
  await expect(alarmRow(page, PTP)).toBeVisible();
  const severities = await alarmGrid(page)
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
  await expect.poll(() => shownAlarms(page)).toHaveLength(4);
  await page.getByRole('button', { name: /^Blocks upgrades/ }).click();
  await expect(page).toHaveURL(/severity=major.*upgrades=/);
  const both = await shownAlarms(page);
  expect(both.length).toBeGreaterThan(0);
  expect(both.length).toBeLessThan(4);
  await page.reload();
  await expect.poll(() => shownAlarms(page)).toEqual(both);

  await page.goto('/alarms?q=worker-5');
  await expect(alarmRow(page, PTP)).toBeVisible();
  await openAlarm(page, PTP);
  await expect(page).toHaveURL(/open=/);
  await page.reload();
  await expect(alarmDrawer(page)).toContainText('What to do');
  await expect(alarmDrawer(page).getByRole('link', { name: 'worker-5', exact: true })).toHaveAttribute(
    'href',
    '/hosts/worker-5',
  );
  await expect(alarmDrawer(page)).toContainText('Does not block upgrades');

  await page.goto('/alarms');
  await page.getByRole('button', { name: '1 hidden by suppression' }).click();
  await expect.poll(() => shownAlarms(page)).toHaveLength(1);
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
  const flood = alarmGrid(page).getByRole('button', { name: /200\.006/ });
  await expect(flood).toHaveAttribute('aria-expanded', 'false');
  await expect(flood).toHaveAccessibleName(/critical.*200\.006.*8/);
  await expect(alarmRow(page, 'process=p3')).toHaveCount(0);
  await expect(page.getByText('21 of 22 alarms shown')).toBeVisible();
  await flood.click();
  await expect(alarmGrid(page).getByText('Condition 200.006', { exact: false })).toHaveCount(8);
  await page.reload();
  await expect(alarmGrid(page).getByRole('button', { name: /200\.006/ })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
});

test('what came since the last look is new until it is seen; what clears leaves a trace', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'operator', '/alarms');
  await expect(alarmRow(page, PTP)).toBeVisible();
  // The first look begins when the page's code is there, not with what the server drew.
  await keysAct(page, 'alarms');
  await expect(page.getByText(/new since/)).toHaveCount(0);
  const entity = 'host=worker-1.sensor=fan1';
  await cloud.control.raise({
    alarm_id: '200.007',
    entity_instance_id: entity,
    reason_text: 'Fan 1 stands still',
  });
  await expect(alarmRow(page, 'Fan 1 stands still')).toContainText('New', { timeout: LONG });
  await expect(page.getByText(/, 1 new since/)).toBeVisible();
  await openAlarm(page, 'Fan 1 stands still');
  await expect(alarmRow(page, 'Fan 1 stands still')).not.toContainText('New');
  await expect(page.getByText(/new since/)).toHaveCount(0);
  await cloud.control.clear('200.007', entity);
  const trace = alarmRow(page, 'Fan 1 stands still');
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
  await openAlarm(page, 'Fan 1 stands still');
  const past = alarmDrawer(page).getByRole('figure', { name: /^Over 30 days: 5 times, median/ });
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
  await openAlarm(page, PTP);
  await cloud.control.fault({ service: 'fm', down: true });
  await expect(page.getByText('Fault management (fm) does not answer.').first()).toBeVisible({
    timeout: LONG,
  });
  await expect(alarmRow(page, PTP)).toBeVisible();
  await expect(page.locator('[data-stale]').filter({ has: alarmGrid(page) })).toBeVisible();
  await expect(tally(page)).toHaveAccessibleName(/as last read: 1 critical/);
  await cloud.control.raise({
    alarm_id: '200.007',
    entity_instance_id: 'host=worker-1.sensor=fan1',
    reason_text: 'Fan 1 stands still',
  });
  await cloud.control.mend();
  await expect(alarmRow(page, 'Fan 1 stands still')).toBeVisible({ timeout: LONG });
  await expect(page.locator('[data-stale]').filter({ has: alarmGrid(page) })).toHaveCount(0);
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
  await expect(alarmRow(page, PTP)).toBeVisible({ timeout: LONG });
});

test('markup in an entity is text, wherever it is shown', async ({ page, cloud }) => {
  const entity = 'host=<img src=x onerror=window.harm=1>.process=<script>window.harm=1</script>';
  await cloud.control.raise({
    alarm_id: '200.006',
    entity_instance_id: entity,
    reason_text: '<b>bold</b> & "quoted"',
  });
  await cloud.signIn(page, 'admin', '/alarms');
  await openAlarm(page, '<b>bold</b> & "quoted"');
  await expect(alarmDrawer(page)).toContainText(entity);
  await expect(alarmGrid(page).locator('img, b, script')).toHaveCount(0);
  await alarmDrawer(page).getByRole('button', { name: 'Delete alarm…' }).click();
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
    await alarmGrid(page).getByRole('row').count(),
    'only what is near the window is in the page',
  ).toBeLessThan(120);
  // A key is drawn while the list changes beneath it.
  const search = page.getByRole('searchbox', { name: 'Search alarms' });
  await search.fill('worker-5 is not locked');
  await expect(alarmRow(page, PTP)).toBeVisible();
  await search.fill('');
  await page.goto('/alarms?group=id');
  await expect(alarmGrid(page).getByRole('button', { expanded: false }).first()).toBeVisible();
  expect(await alarmGrid(page).getByRole('row').count()).toBeLessThan(120);
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
  await openAlarm(page, 'a mild one of the test');
  await (await pressable(alarmDrawer(page), 'Mark as seen')).click();
  await expect(alarmRow(page, 'a mild one of the test')).toContainText('Seen by');

  await cloud.control.flood({ alarms: 2_200, raiseMs: 0, changesPerMinute: 0 });
  await cloud.control.advance(250);
  const note = page.getByText('At least 2,000 alarms are active. Fault management gives no more at once.');
  await expect(note.first()).toBeVisible({ timeout: LONG });
  // One of them is hidden by suppression, as ever in this world.
  await expect(page.getByText(/^At least 1,999 active/)).toBeVisible();
  await expect(page.getByText('Whether this alarm is active is unknown.')).toBeVisible();
  await expect(alarmRow(page, 'a mild one of the test')).toHaveCount(0);
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
  await expect(alarmRow(page, 'a mild one of the test')).toContainText('Seen by', { timeout: LONG });
  await expect(note).toHaveCount(0);
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
  await expect(alarmDrawer(page)).toContainText('What to do');
  await (await pressable(alarmDrawer(page), 'Mark as seen')).click();
  await expect(said(page)).toContainText('marked as seen');
  await alarmDrawer(page).getByRole('button', { name: 'Close' }).click();
  await expect(cards.filter({ hasText: PTP })).toContainText('Seen by');
});
