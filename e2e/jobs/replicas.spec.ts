/**
 * Two replicas of the console on one PostgreSQL: what people say at one is seen at the other, the trail is one, and a
 * database that goes away is said and comes back without anybody starting anything again.
 */
import type { Locator, Page } from '@playwright/test';
import type { Cloud } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { expectOff, keysAct } from '../support/hosts';
import { isWithout } from '../support/needs-env';
import { LONG } from '../support/patience';
import { ownPorts } from '../support/ports';
import { postgresPrograms, startPostgres, type TestPostgres } from '../support/postgres';
import { type OwnConsole, startConsole } from '../support/processes';
import { signInQuickly } from '../support/quick-sign-in';

test.skip(isWithout('postgresql') || postgresPrograms() === undefined, 'PostgreSQL is not installed');
test.describe.configure({ mode: 'default' });

const PTP = 'worker-5 is not locked to remote PTP Grand Master';
const AWAY = "The console's own store does not answer";

let database: TestPostgres | undefined;
const replicas: OwnConsole[] = [];
test.beforeAll(async ({ browserName: _ }, info) => {
  const started = await startPostgres();
  database = started;
  const ports = ownPorts(info.parallelIndex);
  for (const port of [ports.console, ports.secondConsole])
    replicas.push(await startConsole(port, { DATABASE_URL: started.url }));
});
test.afterAll(async () => {
  await Promise.all(replicas.splice(0).map((replica) => replica.stop()));
  await database?.remove();
  database = undefined;
});

/** Signs in at the first or the second replica and opens a page of it. */
async function at(page: Page, index: 0 | 1, cloud: Cloud, role: 'operator' | 'admin', path: string) {
  const replica = replicas[index];
  if (!replica) throw new Error('the replica was not started');
  await signInQuickly(page.context(), replica.url, await cloud.account(role));
  await page.goto(replica.url + path);
}

const row = (page: Page, text: string): Locator =>
  page.getByRole('grid', { name: 'alarms' }).getByRole('row').filter({ hasText: text });
const drawer = (page: Page): Locator => page.getByRole('complementary', { name: /^Major/ });
const said = (page: Page): Locator => drawer(page).getByRole('list', { name: 'Seen and notes' });
const trail = (page: Page, action: string): Locator =>
  page.getByRole('grid', { name: 'entries' }).getByRole('row').filter({ hasText: action });
/** Of one test's people: both tests share the database. */
const trailOf = ({ tag }: Cloud) => `/system/audit?range=24h&find=${encodeURIComponent(`+${tag}`)}`;

async function open(page: Page): Promise<void> {
  await keysAct(page, 'alarms');
  await row(page, PTP).click();
  await expect(drawer(page)).toContainText(PTP);
}

async function write(page: Page, text: string): Promise<void> {
  await drawer(page).getByRole('textbox', { name: 'Note' }).fill(text);
  await drawer(page).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(said(page)).toContainText(text, { timeout: LONG });
}

test('what one replica keeps the other shows, and both write one trail', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const other = await anotherPerson();
  await at(page, 0, cloud, 'operator', '/alarms');
  await at(other, 1, cloud, 'admin', '/alarms');
  await open(other);
  await expect(drawer(other)).toContainText('Nobody has said anything of it yet.', { timeout: LONG });
  await open(page);
  await drawer(page).getByRole('button', { name: 'Mark as seen' }).click();
  const { userName } = cloud.login('operator');
  await expect(said(page)).toContainText(`${userName} marked as seen`, { timeout: LONG });
  await write(page, 'Transport confirms, ticket CHG-20817.');

  await expect(said(other)).toContainText(`${userName} marked as seen`, { timeout: LONG });
  await expect(said(other)).toContainText('CHG-20817', { timeout: LONG });
  await expect(row(other, PTP)).toContainText(`Seen by ${userName}`, { timeout: LONG });
  await write(other, 'Antenna is swapped on Friday.');
  await expect(said(page)).toContainText('Antenna is swapped on Friday.', { timeout: LONG });
  await expect(said(page)).toContainText(cloud.login('admin').userName);

  await other.goto(new URL(trailOf(cloud), other.url()).href);
  await expect(trail(other, 'session.sign-in')).toHaveCount(2, { timeout: LONG });
  await expect(trail(other, 'alarm.note')).toHaveCount(2, { timeout: LONG });
  const seen = trail(other, 'alarm.mark-seen');
  await expect(seen).toHaveCount(1);
  await expect(seen).toContainText(userName);
  await expect(seen).toContainText('100.119 host=worker-5');
});

test('the database goes away: both say so and go on, and find it again by themselves', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  const other = await anotherPerson();
  await at(page, 0, cloud, 'operator', '/alarms');
  await at(other, 1, cloud, 'operator', '/alarms');
  await open(page);
  await open(other);
  await write(page, 'Before it went away.');
  await expect(said(other)).toContainText('Before it went away.', { timeout: LONG });

  await database?.stop();
  const health = async (index: number) =>
    (await page.request.get(`${replicas[index]?.url}/api/health`)).json();
  for (const [index, each] of [page, other].entries()) {
    await expect(each.getByText(AWAY).first()).toBeVisible({ timeout: LONG });
    await expect(drawer(each)).toContainText('Seen and notes cannot be read now.', { timeout: LONG });
    await expectOff(
      drawer(each).getByRole('button', { name: 'Mark as seen' }),
      'Seen and notes cannot be read now',
    );
    // The platform is read on.
    await expect(row(each, PTP)).toBeVisible();
    await expect
      .poll(() => health(index), { timeout: LONG })
      .toMatchObject({ status: 'ready', degraded: true, store: { reachable: false } });
  }
  await cloud.control.raise({
    ...{ alarm_id: '200.007', entity_instance_id: 'host=worker-1.sensor=fan1' },
    reason_text: 'Fan 1 stands still',
  });
  await expect(row(page, 'Fan 1 stands still')).toBeVisible({ timeout: LONG });
  // Somebody signs in meanwhile: carried out, and the line of the trail waits.
  const late = await anotherPerson();
  await at(late, 0, cloud, 'admin', '/hosts');
  await expect(late.getByRole('main')).toBeVisible();

  await database?.start();
  for (const each of [page, other]) {
    await expect(drawer(each)).not.toContainText('cannot be read now', { timeout: LONG });
    await expect(said(each)).toContainText('Before it went away.', { timeout: LONG });
    await expect(each.getByText(AWAY)).toHaveCount(0, { timeout: LONG });
  }
  await write(other, 'After it came back.');
  await expect(said(page)).toContainText('After it came back.', { timeout: LONG });
  await late.goto(new URL(trailOf(cloud), late.url()).href);
  await expect(trail(late, 'alarm.note')).toHaveCount(2, { timeout: LONG });
  await expect(trail(late, 'session.sign-in').filter({ hasText: cloud.login('admin').userName })).toHaveCount(
    1,
    { timeout: LONG },
  );
});
