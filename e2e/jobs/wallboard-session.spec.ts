/** A board's session and its console: how it ends, comes back, lasts longer, and how a new build reaches it. */
import { anotherBuild, type Build } from '../support/another-build';
import { expect, test } from '../support/fixtures';
import { LONG } from '../support/patience';
import { ownPorts } from '../support/ports';
import { type OwnConsole, startConsole } from '../support/processes';
import { signInQuickly } from '../support/quick-sign-in';
import { deadBar, ended, mark, neverReloaded, panel, wallCounts } from '../support/wall';

test.describe.configure({ mode: 'default' });

const AWAY = [/ERR_CONNECTION_REFUSED/, /ERR_CONNECTION_RESET/, /ERR_EMPTY_RESPONSE/];

let own: OwnConsole | undefined;
let build: Build | undefined;
test.afterEach(async ({ context, watch }) => {
  if (!own) return;
  try {
    // Looked over while the pages are open; then nobody is left who polls a console that is about to end.
    expect(await watch.verdict()).toEqual([]);
  } finally {
    for (const page of context.pages()) await page.close();
    await own.stop();
    own = undefined;
    build?.remove();
    build = undefined;
  }
});

test('says in huge letters that its session ended, and goes on after a sign-in in another tab', async ({
  page,
  context,
  cloud,
  watch,
}) => {
  watch.expect(/status of 401/);
  const login = cloud.login('reader');
  await cloud.signIn(page, 'reader', '/wallboard');
  await expect.poll(async () => (await wallCounts(page))[0]).toBe(1);
  await mark(page);
  await cloud.control.expireTokens();
  await expect(ended(page)).toContainText(/Session ended at \d\d:\d\d/, { timeout: LONG });
  const letters = await ended(page)
    .locator('strong')
    .evaluate((strong) => Number.parseFloat(getComputedStyle(strong).fontSize));
  expect(letters).toBeGreaterThan(96);
  // Nothing of it is shown as if it were so.
  await expect(page.getByRole('list', { name: 'Active alarms' })).toHaveCount(0);

  const opened = context.waitForEvent('page');
  await ended(page).getByRole('link', { name: 'Sign in in another tab' }).click();
  const other = await opened;
  await other.getByLabel('User name').fill(login.userName);
  await other.getByLabel('Password', { exact: true }).fill(login.password);
  await other.getByRole('button', { name: /^Sign in/ }).click();
  await expect(ended(page)).toHaveCount(0, { timeout: LONG });
  await expect.poll(async () => (await wallCounts(page))[0]).toBe(1);
  expect(await neverReloaded(page)).toBe(true);
});

test('a reader’s board outlasts the ordinary idle limit, everybody else’s does not and says so', async ({
  page,
  context,
  cloud,
  anotherPerson,
  watch,
}, info) => {
  watch.expect(/status of 401/);
  own = await startConsole(ownPorts(info.parallelIndex).console, {
    ROOST_IDLE_MINUTES: '0.25',
    ROOST_WALLBOARD_IDLE_MINUTES: '10',
  });
  const started = Date.now();
  const second = await anotherPerson();
  await signInQuickly(context, own.url, await cloud.account('reader'));
  await signInQuickly(second.context(), own.url, await cloud.account('operator'));
  await page.goto(`${own.url}/wallboard`);
  await second.goto(`${own.url}/wallboard`);
  await expect(panel(second, /^Session until/)).toContainText('It can do more than look');
  await expect(panel(page, /^Session until/)).not.toContainText('It can do more than look');
  await expect(ended(second)).toContainText('Nobody touched this browser', { timeout: LONG });
  await expect.poll(() => Date.now() - started, { timeout: LONG }).toBeGreaterThan(25_000);
  // The server thinks so too: a full load is still a board.
  await page.reload();
  await expect.poll(async () => (await wallCounts(page))[0]).toBe(1);
  await expect(ended(page)).toHaveCount(0);
  // Loading it moved nothing: the end is still that of the first opening.
  const view: unknown = await (await page.request.get(`${own.url}/api/auth/session`)).json();
  const idleEndsAt = Number(Reflect.get(Object(view), 'idleEndsAt'));
  expect(idleEndsAt).toBeLessThan(started + 10 * 60_000 + 20_000);
  expect(idleEndsAt).toBeGreaterThan(started + 9 * 60_000);
  await second.close();
});

for (const newActions of [false, true]) {
  test(`reloads by itself, once, when a build ${newActions ? 'without' : 'with'} its calls is put in place`, async ({
    page,
    context,
    cloud,
    watch,
  }, info) => {
    watch.expect(...AWAY, /status of 409 .*\/wallboard/, /status of 404 .*\/_next\/static\/chunks\//);
    const { secondConsole: port } = ownPorts(info.parallelIndex);
    own = await startConsole(port);
    await signInQuickly(context, own.url, await cloud.account('reader'));
    await page.goto(`${own.url}/wallboard?theme=light`);
    await expect.poll(async () => (await wallCounts(page))[0]).toBe(1);
    await mark(page);
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    build = anotherBuild(`wall-${newActions ? 'new' : 'kept'}-${info.parallelIndex}`, { newActions });
    expect(await own.stop()).toBe(143);
    // Nobody answers: it says so, and does not leave the board for a page of errors.
    await expect(deadBar(page)).toContainText('The console does not answer.', { timeout: LONG });
    expect(await neverReloaded(page)).toBe(true);

    own = await startConsole(port, { ROOST_DIST_DIR: build.distDir });
    await expect.poll(() => neverReloaded(page).catch(() => true), { timeout: LONG }).toBe(false);
    await expect.poll(async () => (await wallCounts(page))[0], { timeout: LONG }).toBe(1);
    await expect(page).toHaveURL(/\/wallboard\?theme=light$/);
    await expect(deadBar(page)).toHaveCount(0);
    const scripts = await page
      .locator('script[src^="/_next/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('src')));
    for (const src of scripts) expect(src).toContain('/_next/static/chunks/later-');
    await page.waitForTimeout(8_000);
    expect(loads).toBe(1);
  });
}

test('two builds behind one address do not make it reload for ever', async ({
  page,
  context,
  cloud,
  watch,
}, info) => {
  watch.expect(/status of 409/, /status of 404/);
  const { secondConsole: port } = ownPorts(info.parallelIndex);
  own = await startConsole(port);
  await signInQuickly(context, own.url, await cloud.account('reader'));
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  // Another replica's answers, each time of another build than the page.
  await page.route('**/wallboard', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const answer = await route.fetch();
    const text = await answer.text();
    return route.fulfill({
      response: answer,
      body: text.replace(/"build":"[^"]+"/, '"build":"of-another-replica"'),
    });
  });
  await page.goto(`${own.url}/wallboard`);
  await expect.poll(() => loads, { timeout: LONG }).toBe(2);
  await expect(page.getByRole('list', { name: 'About this board' })).toContainText(
    'stayed behind after a reload',
    {
      timeout: LONG,
    },
  );
  await page.waitForTimeout(8_000);
  expect(loads).toBe(2);
});

test('a connection that hangs for good is given up: the page loads anew once the console delivers it', async ({
  page,
  cloud,
}) => {
  await page.clock.install();
  await cloud.signIn(page, 'reader', '/wallboard');
  await expect.poll(async () => (await wallCounts(page))[0]).toBe(1);
  await mark(page);
  // Calls leave and nothing ever comes back, not even an error.
  await page.route('**/wallboard', async (route) => {
    if (route.request().method() !== 'POST') await route.continue();
  });
  await page.clock.fastForward('01:00');
  await expect(deadBar(page)).toContainText('Nothing has answered since.');
  expect(await neverReloaded(page)).toBe(true);
  await page.clock.fastForward('02:00');
  await expect.poll(() => neverReloaded(page).catch(() => true), { timeout: LONG }).toBe(false);
  await page.unroute('**/wallboard');
});
