/** What people do with an alarm and say of it: seen, notes, shelves, deletion, and who may. */
import { alarmDrawer, alarmRow, openAlarm, PTP, said, shownAlarms, tally } from '../support/alarms';
import { expect, test } from '../support/fixtures';
import { expectOff, keysAct, pressable, sheet } from '../support/hosts';
import { LONG } from '../support/patience';
import { ownPorts } from '../support/ports';
import { type OwnConsole, startConsole } from '../support/processes';
import { signInQuickly } from '../support/quick-sign-in';

test('two people share what was seen and noted, without a reload', async ({ page, cloud, anotherPerson }) => {
  const other = await anotherPerson();
  await cloud.signIn(other, 'operator', '/alarms');
  await openAlarm(other, PTP);
  await expect(alarmDrawer(other)).toContainText('Nobody has said anything of it yet.');
  await cloud.signIn(page, 'admin', '/alarms');
  await keysAct(page, 'alarms');
  await openAlarm(page, PTP);
  await page.keyboard.press('s');
  const { userName } = cloud.login('admin');
  await expect(said(page)).toContainText(`${userName} marked as seen`);
  await page.keyboard.press('n');
  await expect(alarmDrawer(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Transport confirms, ticket CHG-20817.');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('CHG-20817');
  await expect(alarmDrawer(page).getByRole('textbox', { name: 'Note' })).toHaveValue('');

  await expect(said(other)).toContainText(`${userName} marked as seen`, { timeout: LONG });
  await expect(said(other)).toContainText('CHG-20817');
  await expect(alarmRow(other, PTP)).toContainText(`Seen by ${userName}`);
  await alarmDrawer(other).getByRole('button', { name: 'Not seen after all' }).click();
  await expect(alarmRow(page, PTP)).not.toContainText('Seen by', { timeout: LONG });
  await expect(said(page)).toContainText('CHG-20817');

  // Dropped when it clears: the next raise starts anew.
  await cloud.control.clear('100.119', 'host=worker-5.instance=ptp4l-bc.ptp=no-lock');
  await expect(alarmDrawer(page).getByRole('status').filter({ hasText: 'Cleared' })).toBeVisible({
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
  await openAlarm(page, PTP);
  await (await pressable(alarmDrawer(page), 'Shelve')).click();
  await (await pressable(alarmDrawer(page), 'Shelve alarm')).click();
  await expect(alarmDrawer(page)).toContainText('Say why.');
  await alarmDrawer(page).getByRole('textbox', { name: 'Why' }).fill('Antenna work until 15:00');
  await alarmDrawer(page).getByRole('button', { name: 'Shelve alarm' }).click();
  await expect(said(page)).toContainText('Antenna work until 15:00');
  await expect(tally(page)).toHaveAccessibleName(/3 major/);
  await expect(page.getByText('12 active')).toBeVisible();
  await expect(page.getByRole('button', { name: '1 shelved' })).toBeVisible();
  await expect(alarmRow(page, PTP)).toHaveCount(0);
  await expect(tally(other)).toHaveAccessibleName(/3 major/, { timeout: LONG });
  await expect(other.getByRole('list', { name: 'Active alarms' })).toContainText('3Major');

  await page.getByRole('button', { name: '1 shelved' }).click();
  await expect(alarmRow(page, PTP)).toBeVisible();
  await alarmDrawer(page).getByRole('button', { name: 'Unshelve' }).click();
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
  const before = (await shownAlarms(page)).length;
  const calls: string[] = [];
  page.on('request', (request) => {
    const body = request.method() === 'POST' ? (request.postData() ?? '') : '';
    if (body.includes('"submission"')) calls.push(body);
  });
  await page.getByRole('checkbox', { name: /^Select 200.001 on worker-8/ }).check();
  await page.getByRole('checkbox', { name: /^Select 200.001 on worker-4/ }).check();
  await page.getByRole('button', { name: 'Mark 2 as seen' }).click();
  await expect(page.getByText('2 alarms marked as seen')).toBeVisible();
  await expect.poll(() => shownAlarms(page)).toHaveLength(before - 2);
  expect(calls).toHaveLength(1);
  const { userName } = cloud.login('operator');
  for (const host of ['worker-8', 'worker-4']) {
    const lock = alarmRow(other, `${host} was administratively locked`);
    await expect(lock).toContainText(`Seen by ${userName}`, { timeout: LONG });
  }
});

test('what was said of earlier raises is kept with the alarm that comes back', async ({ page, cloud }) => {
  const entity = 'host=worker-1.sensor=fan1';
  const fan = { alarm_id: '200.007', entity_instance_id: entity, reason_text: 'Fan 1 stands still' };
  await cloud.control.raise(fan);
  await cloud.signIn(page, 'operator', '/alarms');
  await keysAct(page, 'alarms');
  await openAlarm(page, 'Fan 1 stands still');
  await expect(alarmDrawer(page)).toContainText('Nobody said anything of an earlier raise.');
  await alarmDrawer(page).getByRole('button', { name: 'Seen, because…' }).click();
  await alarmDrawer(page).getByRole('textbox', { name: 'Why' }).fill('Dust filter, third time');
  await alarmDrawer(page).getByRole('textbox', { name: 'Why' }).press('Enter');
  await expect(said(page)).toContainText('Dust filter, third time');
  await alarmDrawer(page).getByRole('textbox', { name: 'Note' }).fill('Spare is in cabinet 4');
  await alarmDrawer(page).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(said(page)).toContainText('Spare is in cabinet 4');
  await expect(alarmDrawer(page)).toContainText('Nobody said anything of an earlier raise.');

  // Gone: what was said of it stays readable, with when it was found gone.
  await cloud.control.clear('200.007', entity);
  const gone = alarmDrawer(page).getByRole('list', { name: 'Said of it' });
  await expect(gone).toContainText('Spare is in cabinet 4', { timeout: LONG });
  await expect(gone).toContainText(/cleared by/, { timeout: LONG });

  // Back, under another uuid: nothing is said of it yet, and the last time is there with who, when and why.
  await cloud.control.raise(fan);
  await expect(alarmRow(page, 'Fan 1 stands still').getByRole('img', { name: 'Cleared' })).toHaveCount(0, {
    timeout: LONG,
  });
  await openAlarm(page, 'Fan 1 stands still');
  await expect(alarmDrawer(page)).toContainText('Nobody has said anything of it yet.');
  const earlier = alarmDrawer(page).getByRole('list', { name: 'Said of earlier raises' });
  await expect(earlier.getByRole('listitem').first()).toContainText(/Raised .*, cleared by/);
  const { userName } = cloud.login('operator');
  await expect(earlier).toContainText(`${userName} marked as seen`);
  await expect(earlier).toContainText('Dust filter, third time');
  await expect(earlier).toContainText('Spare is in cabinet 4');
});

test('deleting asks for the id, says it may come back, and the log knows', async ({ page, cloud }) => {
  await cloud.signIn(page, 'admin', '/alarms');
  await openAlarm(page, PTP);
  await alarmDrawer(page).getByRole('button', { name: 'Delete alarm…' }).click();
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
  await expect(alarmRow(page, PTP).getByRole('img', { name: 'Cleared' })).toBeVisible();
  await expect(alarmDrawer(page).getByRole('status').filter({ hasText: 'Cleared' })).toBeVisible();
});

test('a reader reads everything and is told why the rest is off', async ({ page, cloud }) => {
  await cloud.signIn(page, 'reader', '/alarms');
  await keysAct(page, 'alarms');
  await openAlarm(page, PTP);
  const why = 'Your role is reader. Marking alarms as seen needs operator, configurator or admin.';
  await expect(alarmDrawer(page)).toContainText(why);
  await expectOff(alarmDrawer(page).getByRole('button', { name: 'Mark as seen' }), why);
  await expectOff(
    alarmDrawer(page).getByRole('button', { name: 'Delete alarm…' }),
    /Deleting alarms needs configurator or admin/,
  );
  await expectOff(alarmDrawer(page).getByRole('button', { name: 'Add' }), /Writing notes needs/);
  await page.keyboard.press('s');
  await expect(page.getByRole('alert').filter({ hasText: why })).toBeVisible();
  await expect(alarmRow(page, PTP)).not.toContainText('Seen by');
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
    await openAlarm(page, PTP);
    await expect(alarmDrawer(page)).toContainText('Seen and notes cannot be read now.', { timeout: LONG });
    await expect(alarmDrawer(page)).toContainText('What was said of earlier raises cannot be read now.', {
      timeout: LONG,
    });
    await expect(alarmDrawer(page)).toContainText('What to do');
    await expectOff(
      alarmDrawer(page).getByRole('button', { name: 'Mark as seen' }),
      'Seen and notes cannot be read now',
    );
    await expectOff(
      alarmDrawer(page).getByRole('button', { name: 'Add' }),
      'Seen and notes cannot be read now',
    );
    await page.close();
  });
});
