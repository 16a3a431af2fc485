/** The board on the wall: what it counts, how it looks when nothing answers, and how it keeps going by itself. */
import type { Page } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { BRIEF, EXPECT_MS, LONG } from '../support/patience';
import {
  board,
  countTile,
  deadBar,
  hangingTimers,
  mark,
  neverReloaded,
  panel,
  slowTimers,
  wallCounts,
} from '../support/wall';

const FAILURE = {
  alarm_id: '200.004',
  entity_instance_id: 'host=worker-0',
  severity: 'critical',
  reason_text: 'worker-0 experienced a service-affecting failure',
} as const;
const tally = (page: Page) => page.getByRole('link', { name: /^Active alarms/ });
const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'nordic-central' });

test('counts what a tab of the console counts, and a new critical alarm stands out for a minute', async ({
  page,
  context,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/wallboard');
  await expect(heading(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto('/');
  const agree = async () => {
    const [critical, major, minor, warning] = await wallCounts(page);
    const said = `${critical || 'no'} critical, ${major || 'no'} major, ${minor || 'no'} minor, ${warning || 'no'} warning`;
    await expect(tally(other)).toHaveAccessibleName(`Active alarms: ${said}`, { timeout: BRIEF });
  };
  await expect(agree).toPass();
  const [before = 0] = await wallCounts(page);
  const tile = countTile(page, 'Critical');
  await expect(tile).not.toHaveCSS('outline-style', 'solid');
  await expect(tile).toContainText(/\d in 1 h/);

  await cloud.control.raise(FAILURE);
  await expect.poll(async () => (await wallCounts(page))[0]).toBe(before + 1);
  await expect(agree).toPass();
  await expect(tile).toContainText('1 new');
  await expect(tile).toHaveCSS('outline-style', 'solid');
  await expect(tile).toHaveCSS('outline-width', '2px');
  // It holds; it does not blink.
  await expect(tile).toHaveCSS('animation-name', 'none');
  await expect(
    panel(page, /^Worst first/)
      .getByRole('listitem')
      .filter({ hasText: 'worker-0' }),
  ).toHaveCSS('outline-style', 'solid');
  await expect(panel(page, /^Recent changes/)).toContainText('worker-0', { timeout: LONG });
  await expect(tile).not.toHaveCSS('outline-style', 'solid', { timeout: LONG });
  await expect(tile).toContainText('in 1 h');

  await cloud.control.clear(FAILURE.alarm_id, FAILURE.entity_instance_id);
  await expect.poll(async () => (await wallCounts(page))[0]).toBe(before);
  await expect(agree).toPass();
});

test('shows the worst first, every host, clocks by state, what nobody has seen and what runs', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/wallboard');
  const worst = panel(page, /^Worst first/).getByRole('listitem');
  await expect(worst.first()).toContainText('worker-3');
  await expect(worst.first()).toContainText('Failed. Rebooting');
  // A clock that runs free is worse than a host that is degraded.
  await expect(worst.nth(1)).toContainText('worker-5');
  await expect(worst.nth(2)).toContainText('controller-1');
  const hosts = panel(page, /^Hosts, 16/);
  await expect(hosts.getByRole('listitem')).toHaveCount(16);
  await expect(hosts.getByRole('listitem').filter({ hasText: 'w-3' }).getByRole('img')).toHaveAccessibleName(
    'failed',
  );
  const clocks = panel(page, /^Clocks, \d+/);
  const states = clocks.getByRole('list', { name: 'Clocks by state' });
  await expect(states.getByRole('listitem').first()).toHaveText(/1\s*freerun/);
  await expect(states).toContainText(/1\s*out of tol/);
  // Nobody vouches for a lock: there is none, and silence is no lock.
  await expect(clocks).toContainText(/\d+ no timing alarm/);
  await expect(clocks).not.toContainText('locked');
  await expect(
    clocks.getByRole('list', { name: 'Clocks to go to' }).getByRole('listitem').first(),
  ).toContainText('worker-5');
  await expect(panel(page, /^Not seen by anybody, 13/)).toContainText(/worker-3.*for 1\d m/s);
  await expect(panel(page, /^Running now/)).toContainText('Rebooting');
  await expect(panel(page, /^Session until/)).toContainText('reader');
  // A suppressed alarm counts as well.
  await cloud.control.suppress('100.119');
  await expect(worst.filter({ hasText: 'worker-5' })).toContainText('Clock runs free');
  await expect(states.getByRole('listitem').first()).toHaveText(/1\s*freerun/);
});

test('takes no silence of fault management for clocks that are well', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/wallboard');
  const clocks = panel(page, /^Clocks, \d+/);
  await expect(clocks).toContainText(/1\s*freerun/);
  await cloud.control.fault({ service: 'fm', method: 'GET', path: '/v1/alarms', status: 503 });
  await expect(clocks).toContainText('Fault management does not answer', { timeout: LONG });
  // What it said before it went still counts.
  const states = clocks.getByRole('list', { name: 'Clocks by state' });
  await expect(states).toContainText(/1\s*freerun/);
  await expect(states).toContainText(/\d+\s*unknown/);
  await expect(clocks).not.toContainText('no timing alarm');
});

test.describe('a thousand hosts', () => {
  test.use({ world: 'fleet' });

  test('are counted, and the worst of them named', async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/wallboard?panels=hosts');
    const hosts = panel(page, /^Hosts, 1,?000/);
    await expect(hosts).toContainText(/available/, { timeout: LONG });
    await expect(hosts).toContainText(/more, (available|none worse)/);
    expect(await hosts.getByRole('list').last().getByRole('listitem').count()).toBeLessThanOrEqual(60);
    await expect(hosts.getByRole('list').last().getByRole('img').first()).toHaveAccessibleName('failed');
  });
});

test('takes its panels, rotation, theme and floor from the address, and says what it cannot use', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/wallboard?panels=alarms,hosts&rotate=5&theme=light&floor=critical');
  await expect(board(page)).toHaveCSS('color-scheme', 'light');
  for (let round = 0; round < 2; round++) {
    // A host that failed, and a clock that runs free: it comes before what cannot be read, which always counts.
    await expect(panel(page, /^Worst first, 2, critical and above/)).toBeVisible();
    await expect(panel(page, /^Hosts, 16/)).toHaveCount(0);
    await expect(panel(page, /^Hosts, 16/)).toBeVisible();
    await expect(panel(page, /^Worst first/)).toHaveCount(0);
  }
  await expect(page.getByRole('list', { name: 'About this board' })).toHaveCount(0);

  await page.goto('/wallboard?panels=nonsense&rotate=1&theme=pink');
  const about = page.getByRole('list', { name: 'About this board' }).getByRole('listitem');
  await expect(about).toHaveText([
    /^rotate=“1” is not a number of seconds from 5 to 3600\. 30 is used\.$/,
    /^panels names “nonsense”/,
    /^theme=“pink” is not known/,
  ]);
  await expect(board(page)).toHaveCSS('color-scheme', 'dark');
  await expect(
    panel(page, /^Worst first/)
      .or(panel(page, /^Hosts/))
      .or(panel(page, /^Recent/))
      .first(),
  ).toBeVisible();
});

test('is stale as a whole when fault management stops answering, and comes back by itself', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'reader', '/wallboard');
  await expect(heading(page)).toBeVisible();
  await mark(page);
  const counts = page.getByRole('list', { name: 'Active alarms' });
  await expect(counts).toHaveCSS('filter', 'none');
  await cloud.control.fault({ service: 'fm', down: true });
  await expect(deadBar(page)).toContainText(/No data since \d\d:\d\d:\d\d/, { timeout: LONG });
  await expect(deadBar(page)).toContainText('Fault management (fm) does not answer.');
  for (const part of [counts, panel(page, /^Worst first/).locator('..'), board(page).locator('footer')]) {
    await expect(part).toHaveCSS('filter', 'grayscale(1)');
  }
  // Nothing is called fresh any more, and the age grows.
  await expect(board(page).getByText(/^as of/)).toHaveCount(0);
  const age = async () => /(\d+ m )?\d+ s$/.exec((await deadBar(page).innerText()).trim())?.[0];
  const first = await age();
  expect(first).toBeDefined();
  await expect.poll(age).not.toBe(first);

  await cloud.control.mend();
  await expect(deadBar(page)).toHaveCount(0, { timeout: LONG });
  await expect(counts).toHaveCSS('filter', 'none');
  expect(await neverReloaded(page)).toBe(true);
});

test('large numbers leave room for their word, on every screen, fresh and stale', async ({ page, cloud }) => {
  await cloud.control.flood({ alarms: 1_900, raiseMs: 1_000 });
  await cloud.control.advance(2_000);
  await cloud.signIn(page, 'reader', '/wallboard');
  const tiles = page.getByRole('list', { name: 'Active alarms' }).getByRole('listitem');
  await expect(tiles.filter({ hasText: /\d{3}/ }).first()).toBeVisible({ timeout: LONG });
  const wordsFit = async () => {
    for (const [width, height] of [
      [3_840, 2_160],
      [1_920, 1_080],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const over = () =>
        tiles.evaluateAll((all) => all.filter((tile) => tile.scrollWidth > tile.clientWidth).length);
      await expect.poll(over).toBe(0);
    }
  };
  await wordsFit();
  await cloud.control.fault({ service: 'fm', down: true });
  await expect(deadBar(page)).toBeVisible({ timeout: LONG });
  await wordsFit();
});

test('keeps live alarms when only the inventory is gone, and dates the hosts', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/wallboard');
  await expect(panel(page, /^Hosts, 16$/)).toBeVisible();
  await cloud.control.fault({ service: 'sysinv', down: true });
  await expect(panel(page, /^Hosts, 16 as of \d\d:\d\d:\d\d$/)).toHaveCSS('filter', 'grayscale(1)', {
    timeout: LONG,
  });
  await expect(deadBar(page)).toHaveCount(0);
  const [before = 0] = await wallCounts(page);
  await cloud.control.raise(FAILURE);
  await expect.poll(async () => (await wallCounts(page))[0]).toBe(before + 1);
  await cloud.control.mend();
  await expect(panel(page, /^Hosts, 16$/)).toHaveCSS('filter', 'none', { timeout: LONG });
});

test('is stale when the network is gone, and comes back by itself', async ({
  page,
  context,
  cloud,
  watch,
}) => {
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  await cloud.signIn(page, 'reader', '/wallboard');
  await expect(heading(page)).toBeVisible();
  await mark(page);
  await context.setOffline(true);
  await expect(deadBar(page)).toContainText('The console does not answer.', { timeout: LONG });
  await context.setOffline(false);
  await expect(deadBar(page)).toHaveCount(0, { timeout: LONG });
  expect(await neverReloaded(page)).toBe(true);
});

test('reads on while it is hidden and its timers are slowed down, and grows old all the same', async ({
  page,
  cloud,
}) => {
  await page.addInitScript(slowTimers);
  await cloud.signIn(page, 'reader', '/wallboard');
  await expect(heading(page)).toBeVisible();
  await cloud.control.resetRequests();
  await expect
    .poll(() => cloud.control.count('fm', 'GET', '/v1/alarms'), { timeout: EXPECT_MS })
    .toBeGreaterThan(3);
  const [before = 0] = await wallCounts(page);
  await cloud.control.raise(FAILURE);
  await expect.poll(async () => (await wallCounts(page))[0]).toBe(before + 1);
  await cloud.control.fault({ service: 'fm', down: true });
  await expect(deadBar(page)).toBeVisible({ timeout: LONG });
  await cloud.control.mend();
  await expect(deadBar(page)).toHaveCount(0, { timeout: LONG });
});

test('is covered by the browser itself when the page hangs', async ({ page, cloud }) => {
  await page.addInitScript(hangingTimers);
  await cloud.signIn(page, 'reader', '/wallboard');
  const cover = page.getByTestId('dead-switch');
  // A page that lives pushes it away again and again.
  const lived = Date.now();
  await expect(async () => {
    await expect(cover).toHaveCSS('opacity', '0', { timeout: BRIEF });
    expect(Date.now() - lived).toBeGreaterThan(15_000);
  }).toPass();
  await page.evaluate(() => Reflect.set(window, 'hung', true));
  await expect(cover).toHaveCSS('opacity', '1', { timeout: LONG });
  await expect(cover).toContainText(/No data since \d\d:\d\d:\d\d/);
});

test('stays awake, and moves against burn-in', async ({ page, cloud }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Reflect.set(window, 'asked', asked);
    const wakeLock = {
      request: async (kind: string) => {
        asked.push(kind);
        return { released: true, release: async () => undefined };
      },
    };
    Object.defineProperty(navigator, 'wakeLock', { value: wakeLock });
  });
  await cloud.signIn(page, 'reader', '/wallboard');
  const asked = () => page.evaluate(() => Reflect.get(window, 'asked'));
  await expect.poll(asked).toEqual(['screen']);
  // The browser takes it away with the page; it is asked for again when the page is shown.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(asked).toEqual(['screen', 'screen']);
  const shiftAfter = (minutes: number) =>
    page.locator('.wall-board').evaluate((element, ms) => {
      for (const animation of element.getAnimations()) animation.currentTime = ms;
      return getComputedStyle(element).translate;
    }, minutes * 60_000);
  expect(await shiftAfter(9.9)).toMatch(/^(0px|none)$/);
  expect(await shiftAfter(10.1)).toBe('4px');
  expect(await shiftAfter(20.1)).toBe('4px 4px');
});

for (const theme of ['dark', 'light'] as const) {
  test(`no panel has an accessibility finding in ${theme}`, async ({ page, cloud }) => {
    await cloud.signIn(page, 'reader', '/wallboard');
    for (const panels of ['overview', 'alarms', 'hosts', 'changes']) {
      await page.goto(`/wallboard?theme=${theme}&panels=${panels}`);
      await expect(heading(page)).toBeVisible();
      await expectAxeClean(page);
    }
  });
}

for (const [width, height] of [
  [1920, 1080],
  [3840, 2160],
  [1366, 768],
] as const) {
  test(`fits a screen of ${width} by ${height}, and no word is smaller than 20 px`, async ({
    page,
    cloud,
  }) => {
    await page.setViewportSize({ width, height });
    await cloud.signIn(page, 'reader', '/wallboard');
    await expect(panel(page, /^Running now/)).toBeInViewport({ ratio: 1 });
    await expect(countTile(page, 'Warning')).toBeInViewport({ ratio: 1 });
    const small = await board(page).evaluate((main) => {
      const found: string[] = [];
      const words = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      for (let node = words.nextNode(); node; node = words.nextNode()) {
        const element = node.parentElement;
        if (!element || !node.textContent?.trim() || element.closest('.sr-only, title')) continue;
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        if (size < 20) found.push(`${node.textContent} ${size}`);
      }
      return found;
    });
    expect(small).toEqual([]);
    // What a board needs twice the room for is twice as large.
    const size = await countTile(page, 'Critical').evaluate((tile) => tile.getBoundingClientRect().height);
    expect(size / height).toBeGreaterThan(0.15);
  });
}

test('opens from the console in a tab of its own', async ({ page, context, cloud }) => {
  await cloud.signIn(page, 'reader', '/');
  const opened = context.waitForEvent('page');
  await page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: /^Wallboard/ })
    .click();
  const wall = await opened;
  await expect(wall).toHaveURL('/wallboard');
  await expect(heading(wall)).toBeVisible();
  await expect(page).toHaveURL('/');
  // And back, by its own tools.
  const tools = wall.getByRole('navigation', { name: 'This board' });
  await expect(async () => {
    // They come with the pointer, once the page has come to life.
    await wall.mouse.move(300 + Math.random() * 100, 300);
    await tools.getByRole('link', { name: 'Hosts' }).click({ timeout: BRIEF });
  }).toPass();
  await expect(wall).toHaveURL('/wallboard?panels=hosts');
});
