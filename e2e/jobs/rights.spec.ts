/** Who may do what: off with the reason in the page, and refused by the server to whoever asks it directly. */
import { expect, test } from '../support/fixtures';
import { expectOff, hostGrid, hostRow, menuItem, openRowMenu, rowAction } from '../support/hosts';
import { CONSOLE_PAGES } from '../support/routes';
import { asNewPress, nextAction, repeatAction } from '../support/server-actions';

test('a reader sees every host and can change none', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader');
  await expect(hostRow(page, 'worker-0')).toBeVisible();
  const menu = await openRowMenu(page, 'worker-0');
  // Its code may come a moment after it opened.
  await expect.poll(() => menu.getByRole('menuitem').count()).toBeGreaterThan(10);
  // What only looks is for everybody.
  await expect(menu.getByRole('menuitem', { disabled: false })).toHaveText([
    'Compare',
    'Configuration as YAML',
  ]);
  await expectOff(menuItem(menu, 'Delete…'), 'Your role is reader. Deleting needs configurator or admin.');
  await expectOff(
    menuItem(menu, 'Lock…'),
    'Your role is reader. Locking needs operator, configurator or admin.',
  );
  // A press on what is off opens nothing and leaves the menu.
  await menuItem(menu, 'Lock…').click({ force: true });
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(0);
});

test('a member reads, an operator locks, only a configurator or admin deletes', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  await cloud.signIn(page, 'operator');
  let menu = await openRowMenu(page, 'worker-4');
  await expectOff(menuItem(menu, 'Delete…'), 'Your role is operator. Deleting needs configurator or admin.');
  await page.keyboard.press('Escape');
  await rowAction(page, 'worker-0', 'Lock…');
  await expect(page.getByRole('dialog', { name: 'Lock worker-0' })).toBeVisible();

  const member = await anotherPerson();
  await cloud.signIn(member, 'member');
  menu = await openRowMenu(member, 'worker-0');
  await expectOff(menuItem(menu, 'Lock…'), /^Your role is member\. Locking needs/);

  const configurator = await anotherPerson();
  await cloud.signIn(configurator, 'configurator');
  await rowAction(configurator, 'worker-4', 'Delete…');
  await expect(configurator.getByRole('dialog', { name: 'Delete worker-4' })).toBeVisible();
});

test('the server refuses a reader who calls the action directly, and whoever is not signed in', async ({
  page,
  cloud,
  anotherPerson,
}) => {
  await cloud.signIn(page, 'operator');
  await rowAction(page, 'worker-0', 'Lock…');
  const sheet = page.getByRole('dialog', { name: 'Lock worker-0' });
  const sent = nextAction(page, '"action":"lock"');
  await sheet.getByRole('button', { name: 'Lock worker-0' }).click();
  const call = await sent;
  await expect(sheet).toBeHidden();
  const before = await cloud.control.count('sysinv', 'PATCH');
  expect(before).toBe(1);

  const reader = await anotherPerson();
  await cloud.signIn(reader, 'reader');
  const refused = await repeatAction(reader.request, asNewPress(call));
  const said = await refused.text();
  expect(said).toContain('"kind":"forbidden"');
  expect(said).toContain('Your role is reader. Locking needs operator, configurator or admin.');

  const stranger = await anotherPerson();
  const unknown = await repeatAction(stranger.request, asNewPress(call));
  expect(await unknown.text()).toContain('"kind":"unauthenticated"');
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(before);
});

test('somebody from a tenant project is told that the platform does not let them in', async ({
  page,
  cloud,
}) => {
  await cloud.signIn(page, 'tenant');
  const main = page.getByRole('main');
  await expect(main.getByText('This project may not read hosts')).toBeVisible();
  await expect(main).toContainText('sysinv refused the roles you have in this project.');
  await expect(hostGrid(page)).toHaveCount(0);
});

test('no page says anything to somebody without a session', async ({ request, cloud }) => {
  expect(CONSOLE_PAGES).toContain('/hosts');
  const ways: Record<string, string>[] = [{}, { rsc: '1' }, { cookie: 'roost.session=made-up' }];
  for (const path of CONSOLE_PAGES) {
    for (const headers of ways) {
      const answer = await request.get(path, { headers, maxRedirects: 0 });
      const what = `${path} with ${JSON.stringify(headers)}`;
      const body = await answer.text();
      expect(body, what).not.toContain('controller-0');
      if (answer.status() === 200) {
        // A page that had begun to stream can only redirect in its body.
        expect(body, what).toContain('/login');
      } else {
        expect(answer.status(), what).toBe(307);
        expect(answer.headers().location, what).toMatch(/^(http:\/\/[^/]+)?\/login(\?|$)/);
      }
    }
  }
  expect(await (await request.get('/api/auth/session')).json()).toEqual({});
  expect(await cloud.control.count('sysinv', 'GET')).toBe(0);
});
