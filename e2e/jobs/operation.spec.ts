/** The console as a process: its log, its audit trail, how it ends, and why it does not start. */

import { consoleEnv } from '../support/console-env';
import { expect, test } from '../support/fixtures';
import { rowAction } from '../support/hosts';
import { ownPorts } from '../support/ports';
import { type OwnConsole, spawnConsole, startConsole } from '../support/processes';
import { signInQuickly } from '../support/quick-sign-in';
import { asNewPress, nextAction, repeatAction } from '../support/server-actions';
import { TOKEN } from '../support/watch';

test.describe.configure({ mode: 'default' });

let own: OwnConsole | undefined;
test.afterEach(async () => {
  await own?.stop();
  own = undefined;
});

test('logs and audits what was done, by whom, under which id, and never a secret', async ({
  page,
  context,
  cloud,
}, info) => {
  own = await startConsole(ownPorts(info.parallelIndex).console, { ROOST_LOG_LEVEL: 'debug' });
  const login = await cloud.account('operator');
  await signInQuickly(context, own.url, login);
  await page.goto(`${own.url}/hosts?q=worker-0`);
  await rowAction(page, 'worker-0', 'Lock…');
  const sent = nextAction(page, '"action":"lock"');
  await page.getByRole('dialog').getByRole('button', { name: 'Lock worker-0' }).click();
  const call = await sent;
  await expect(page.getByRole('dialog')).toBeHidden();
  // Pressed once, sent twice by the network: done once.
  await repeatAction(page.request, call);
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(1);
  // A second press is a second request, and the platform has the last word on it.
  await repeatAction(page.request, asNewPress(call));
  expect(await cloud.control.count('sysinv', 'PATCH')).toBe(2);

  // Nobody is left who polls a console that is about to end.
  await page.close();
  const lines = own
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Record<string, unknown> => JSON.parse(line));
  const audits = lines.map(({ audit }) => audit).filter(Boolean);
  expect(audits).toContainEqual(
    expect.objectContaining({ action: 'session.sign-in', who: login.userName, outcome: 'ok' }),
  );
  expect(audits).toContainEqual(
    expect.objectContaining({
      action: 'host.lock',
      target: 'worker-0',
      who: login.userName,
      project: 'admin',
      role: 'operator',
      from: '127.0.0.1',
      outcome: 'ok',
      requestId: expect.stringMatching(/^req-/),
    }),
  );
  const output = own.output();
  expect(output).not.toMatch(TOKEN);
  expect(output).not.toContain(login.password);
  // What a person searched for is theirs.
  expect(output).not.toContain('q=worker-0');
});

test('finishes what is under way when it is told to end', async ({ cloud, context }, info) => {
  own = await startConsole(ownPorts(info.parallelIndex).console);
  await signInQuickly(context, own.url, await cloud.account('reader'));
  await cloud.control.fault({ service: 'sysinv', latencyMs: 3_000 });
  const slow = context.request.get(`${own.url}/hosts`);
  // The request has to have arrived before the signal does.
  await expect.poll(() => cloud.control.count('sysinv', 'GET')).toBeGreaterThan(0);
  own.kill('SIGTERM');
  const answer = await slow;
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('worker-1');
  // Next's own code after it has drained; deploy/roost.service counts it as success.
  expect(await own.ended).toBe(143);
});

test('does not start with a bad setting, and names it', async ({ browserName: _ }, info) => {
  const port = ownPorts(info.parallelIndex).console;
  const cases: [name: string, env: Record<string, string>][] = [
    ['KEYSTONE_URL', consoleEnv({ KEYSTONE_URL: 'not a url' })],
    ['ROOST_SECRET', consoleEnv({ ROOST_SECRET: 'short' })],
    ['ROOST_IDLE_MINUTES', consoleEnv({ ROOST_IDLE_MINUTES: 'soon' })],
  ];
  const started = cases.map(([name, env], index) => ({ name, own: spawnConsole(port + index, env) }));
  for (const { name, own: each } of started) {
    const code = await Promise.race([
      each.ended,
      new Promise((resolve) => setTimeout(resolve, 20_000, 'runs')),
    ]);
    each.kill('SIGKILL');
    expect(each.output()).toContain(name);
    expect(each.output()).toContain('Every variable is described in README.md');
    expect(code, `exit code with a bad ${name}`).not.toBe('runs');
    expect(code, `exit code with a bad ${name}`).not.toBe(0);
  }
});
