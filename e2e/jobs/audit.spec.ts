/** The trail of what was done through the console: who may read it, what is in it, and what happens without its store. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { storeOf } from '../support/console-env';
import { expect, test } from '../support/fixtures';
import { hostRow, rowAction } from '../support/hosts';
import { EXPECT_MS } from '../support/patience';
import { ownPorts } from '../support/ports';
import { type OwnConsole, startConsole } from '../support/processes';
import { signInQuickly } from '../support/quick-sign-in';
import { SITES } from '../support/site';

const CSV_MARK = '\uFEFF';
/** Of one test's people: the console under test serves several tests at once. */
const trailOf = (tag: string, more = '') =>
  `/system/audit?range=24h&find=${encodeURIComponent(`+${tag}`)}${more}`;
const row = (page: Page, text: string | RegExp) =>
  page.getByRole('grid', { name: 'entries' }).getByRole('row').filter({ hasText: text });

test('a lock made in the console is in the trail, with its request id, and in the file', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const operator = await anotherPerson();
  await cloud.signIn(operator, 'operator');
  await rowAction(operator, 'worker-0', 'Lock…');
  const answered = operator.waitForResponse(
    (answer) =>
      (answer.request().postData() ?? '').includes('"action":"lock"') && answer.request().method() === 'POST',
  );
  await operator.getByRole('dialog').getByRole('button', { name: 'Lock worker-0' }).click();
  const requestId = (await answered).headers()['x-request-id'] ?? '';
  expect(requestId).toMatch(/^req-/);

  await cloud.signIn(page, 'admin', trailOf(cloud.tag));
  const lock = row(page, 'host.lock');
  await expect(lock).toHaveCount(1);
  await expect(lock).toContainText(cloud.login('operator').userName);
  await expect(lock).toContainText('worker-0');
  await expect(lock).toContainText('Done');
  await expect(lock).toContainText(requestId);
  await expect(row(page, 'session.sign-in')).toHaveCount(2);

  await lock.click();
  const detail = page.getByRole('complementary').filter({ hasText: 'What was set' });
  await expect(detail).toContainText(requestId);
  await expect(detail).toContainText('127.0.0.1');
  await detail.getByRole('button', { name: 'Close' }).click();

  // The store narrows it down, by person, action, outcome and text.
  await page.getByLabel('Action', { exact: true }).selectOption('host.lock');
  await expect(row(page, 'session.sign-in')).toHaveCount(0);
  await expect(lock).toHaveCount(1);
  await page.getByLabel('Outcome', { exact: true }).selectOption('Not done');
  await expect(page.getByText('Nothing was done in this time')).toBeVisible();
  await page.getByLabel('Outcome', { exact: true }).selectOption('Done');
  await page.getByRole('searchbox', { name: 'Search the audit trail' }).fill(requestId);
  await expect(page).toHaveURL(new RegExp(`find=${requestId}`));
  await expect(lock).toHaveCount(1);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), 'utf8');
  const [head, ...lines] = text.split('\r\n').filter(Boolean);
  expect(head).toMatch(new RegExp(`^${CSV_MARK}Time,Who,`));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`,host.lock,worker-0,Done,,${requestId},`);
});

test('new lines come by themselves, and a line that looks like a formula is none in the file', async ({
  page,
  cloud,
  anotherPerson,
  request,
}) => {
  await cloud.signIn(page, 'admin', trailOf(cloud.tag));
  await expect(row(page, 'session.sign-in')).toHaveCount(1);
  await cloud.signIn(await anotherPerson(), 'reader');
  await expect(row(page, 'session.sign-in')).toHaveCount(2);
  // What a stranger types into the form is kept as who tried: no sheet may run it.
  const who = `=1+1+${cloud.tag}`;
  const answer = await signInQuickly(page.context(), SITES.simulated.console, {
    userName: who,
    password: 'x',
  }).catch((cause: unknown) => String(cause));
  expect(answer).toContain('could not sign in');
  const file = await page.request.get(`/api/audit?range=24h&find=${encodeURIComponent(who)}`);
  expect(await file.text()).toContain(`"'${who}"`);
  expect((await request.get('/api/audit')).status()).toBe(401);
});

test('nobody but an admin reads it', async ({ page, cloud, watch }) => {
  watch.expect(/403/);
  for (const role of ['reader', 'operator', 'configurator'] as const) {
    await cloud.signIn(page, role, '/system/audit');
    await expect(page.getByRole('heading', { level: 1, name: 'Not permitted' })).toBeVisible();
    await expect(page.getByText(`Your role is ${role}. Reading the audit trail needs admin.`)).toBeVisible();
    expect((await page.request.get('/api/audit')).status()).toBe(403);
  }
});

test.describe('the store of a console of its own', () => {
  test.describe.configure({ mode: 'default' });
  let own: OwnConsole | undefined;
  test.afterEach(async () => {
    await own?.stop();
    own = undefined;
  });

  test('outlives the console: the trail, and a note on an alarm', async ({
    page,
    context,
    cloud,
    watch,
  }, info) => {
    // What the page was about to fetch when the console was killed.
    watch.expect(/net::ERR_/);
    const port = ownPorts(info.parallelIndex).console;
    own = await startConsole(port);
    await signInQuickly(context, own.url, cloud.login('admin'));
    await page.goto(`${own.url}/alarms`);
    const first = (on: Page) => on.getByRole('grid').getByRole('row').nth(1);
    await first(page).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('The part comes on Friday');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const said = (on: Page) => on.getByRole('list', { name: 'Seen and notes' });
    await expect(said(page)).toContainText('The part comes on Friday');
    await page.close();
    // Nobody is asked whether it suits.
    own.kill('SIGKILL');
    await own.ended;
    own = await startConsole(port);
    const again = await context.newPage();
    await again.goto(own.url + trailOf(cloud.tag));
    await expect(row(again, 'session.sign-in')).toHaveCount(1);
    await expect(row(again, 'alarm.note')).toHaveCount(1);
    await again.goto(`${own.url}/alarms`);
    await first(again).click();
    await expect(said(again)).toContainText('The part comes on Friday');
    await expect(said(again)).toContainText(cloud.login('admin').userName);
    await again.close();
  });

  test('may be lost: the console says so, goes on, and finds it again by itself', async ({
    page,
    context,
    cloud,
    watch,
  }, info) => {
    watch.expect(/503/);
    own = await startConsole(ownPorts(info.parallelIndex).console);
    const { url } = own;
    await signInQuickly(context, url, cloud.login('admin'));
    await page.goto(url + trailOf(cloud.tag));
    await expect(row(page, 'session.sign-in')).toHaveCount(1);

    const directory = storeOf(url);
    const aside = `${directory}-aside`;
    rmSync(aside, { recursive: true, force: true });
    renameSync(directory, aside);
    writeFileSync(directory, 'no folder any more');
    try {
      await expect(page.getByText("The console's own store does not answer").first()).toBeVisible();
      // What was read stays, with its date.
      await expect(row(page, 'session.sign-in')).toHaveCount(1);
      const health = async () => (await context.request.get(`${url}/api/health`)).json();
      await expect.poll(health, { timeout: EXPECT_MS }).toMatchObject({
        status: 'ready',
        degraded: true,
        store: { reachable: false },
      });
      expect((await context.request.get(`${url}/api/audit`)).status()).toBe(503);
      const metrics = async () => (await context.request.get(`${url}/api/metrics`)).text();
      expect(await metrics()).toContain('roost_store_up 0');

      // A write is carried out all the same, and its line waits.
      const hosts = await context.newPage();
      await hosts.goto(`${url}/hosts?q=worker-0`);
      await rowAction(hosts, 'worker-0', 'Lock…');
      await hosts.getByRole('dialog').getByRole('button', { name: 'Lock worker-0' }).click();
      await expect(hostRow(hosts, 'worker-0').getByText(/Lock/).first()).toBeVisible();
      expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
      expect(own.output()).toContain('"action":"host.lock"');
      expect(await metrics()).toMatch(/roost_audit_waiting [1-9]/);

      const cold = await context.newPage();
      await cold.goto(`${url}/system/audit`);
      await expect(cold.getByText("The console's own store does not answer").first()).toBeVisible();
      await cold.close();
    } finally {
      rmSync(directory, { force: true });
      if (existsSync(aside)) renameSync(aside, directory);
    }
    await expect(row(page, 'host.lock')).toHaveCount(1);
    await expect(page.getByText("The console's own store does not answer")).toHaveCount(0);
    // Nobody is left who polls a console that is about to end.
    for (const each of context.pages()) await each.close();
  });
});
