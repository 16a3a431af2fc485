/**
 * Live readings end to end, at a console of the test's own: what the simulator's nodes and its stand-in for Prometheus say of
 * this test's cloud.
 */
import type { APIRequestContext } from '@playwright/test';
import { portOf } from '../../simulator/kernel/ports';
import type { Cloud } from '../support/cloud';
import { expect, test } from '../support/fixtures';
import { LONG } from '../support/patience';
import { ownPorts, urlOf } from '../support/ports';
import { type OwnConsole, startConsole } from '../support/processes';
import { signInQuickly } from '../support/quick-sign-in';
import { nextAction, repeatAction } from '../support/server-actions';
import { startTlsFront, type TlsFront } from '../support/tls-front';

test.describe.configure({ mode: 'default' });

const GRANDMASTER = 'worker-0';

let own: OwnConsole | undefined;
let front: TlsFront | undefined;
test.afterEach(async ({ page }) => {
  await page.close();
  await own?.stop();
  own = undefined;
  await front?.stop();
  front = undefined;
});

/** Subscriptions that the sidecar of a node keeps, by their callbacks. */
async function callbacksAt(
  request: APIRequestContext,
  cloud: Cloud,
  host: string,
  version: 'v1' | 'v2' = 'v2',
): Promise<string[]> {
  const path = `nodes/${host}/ocloudNotifications/${version}/subscriptions`;
  const answer = await request.get(`${cloud.liveUrl('ptpnotification')}/${path}`);
  expect(answer.status()).toBe(200);
  const list: { EndpointUri: string }[] = await answer.json();
  return list.map(({ EndpointUri }) => EndpointUri);
}

test('a node that loses its satellites tells the console, which knows before it would have asked; its end takes the subscriptions along', async ({
  page,
  cloud,
  request,
}, info) => {
  const { console: port } = ownPorts(info.parallelIndex);
  own = await startConsole(port, {
    // So seldom that within this test no node that is well is asked twice.
    ROOST_POLL_SLOW_SECONDS: '600',
    ROOST_PTP_NOTIFICATION_URL: `${cloud.liveUrl('ptpnotification')}/nodes/{host}`,
    ROOST_PTP_CALLBACK_URL: urlOf(port),
  });
  await signInQuickly(page.context(), own.url, await cloud.account('operator'));
  const polled = nextAction(page, '"view":"liveClocks"');
  // Its column of clocks is asked for by the browser.
  await page.goto(`${own.url}/hosts`);
  const call = await polled;
  const [subscribed] = await expect
    .poll(() => callbacksAt(request, cloud, GRANDMASTER), { timeout: LONG })
    .toHaveLength(1)
    .then(() => callbacksAt(request, cloud, GRANDMASTER));
  expect(subscribed).toMatch(new RegExp(`^${own.url}/api/ptp-events/[\\w-]{43}$`));
  // What the browser's poll would be told now.
  const told = async () => {
    // A connection that is kept may be closed by the server just when it is used again.
    const answer = await repeatAction(page.request, call, { connection: 'close' });
    expect(answer.status()).toBe(200);
    return answer.text();
  };
  const holdover =
    /"value":"holdover"[^}]*"quantity":"sync-state"|"quantity":"sync-state"[^}]*"value":"holdover"/;
  const before = (await told()).match(new RegExp(holdover, 'g'))?.length ?? 0;

  // Whoever asks a node from now on learns nothing: what changes was told.
  await cloud.control.fault({ service: 'ptpnotification', method: 'GET', status: 500 });
  await cloud.control.startTiming({ scenario: 'gnss-loss', host: GRANDMASTER });
  await cloud.control.advance(60_000);
  await expect
    .poll(async () => (await told()).match(new RegExp(holdover, 'g'))?.length ?? 0, { timeout: LONG })
    .toBeGreaterThan(before);

  const stranger = await request.post(`${own.url}/api/ptp-events/${'x'.repeat(43)}`, { data: {} });
  expect(stranger.status()).toBe(404);
  expect((await request.get(`${own.url}/api/ptp-events/${'x'.repeat(43)}`)).status()).toBe(404);

  await cloud.control.mend();
  expect(await callbacksAt(request, cloud, GRANDMASTER)).toEqual([subscribed]);
  await page.close();
  expect(await own.stop()).toBe(143);
  for (const host of [GRANDMASTER, 'worker-1', 'controller-0'])
    expect(await callbacksAt(request, cloud, host), host).toEqual([]);
});

test('nodes with version 1 of the API, over TLS: they are believed when their certificate is, and tell by themselves', async ({
  page,
  cloud,
  request,
}, info) => {
  const { console: port } = ownPorts(info.parallelIndex);
  front = await startTlsFront(portOf('ptpnotification', cloud.site.simulator));
  const nodes = {
    ROOST_POLL_SLOW_SECONDS: '600',
    ROOST_PTP_NOTIFICATION_URL: `${front.url}/clouds/${cloud.tag}/nodes/{host}`,
    ROOST_PTP_NOTIFICATION_VERSION: 'v1',
    ROOST_PTP_CALLBACK_URL: urlOf(port),
  };
  // A certificate that nobody vouches for: nothing is believed, and it is said what would help.
  own = await startConsole(port, nodes);
  await signInQuickly(page.context(), own.url, await cloud.account('operator'));
  await page.goto(`${own.url}/clocks?open=${GRANDMASTER}`);
  await expect(page.getByRole('main')).toContainText('ROOST_PTP_NOTIFICATION_CA_FILE', { timeout: LONG });
  expect(front.asked()).toBe(0);
  await page.goto('about:blank');
  await own.stop();

  own = await startConsole(port, { ...nodes, ROOST_PTP_NOTIFICATION_CA_FILE: front.caFile });
  await signInQuickly(page.context(), own.url, await cloud.account('operator'));
  await page.goto(`${own.url}/clocks?open=${GRANDMASTER}`);
  const drawer = page.getByRole('complementary', { name: `${GRANDMASTER} clock` });
  await expect(drawer).toContainText('ptp-lock LOCKED', { timeout: LONG });
  await expect(page.getByRole('heading', { level: 1 })).toContainText('verified locked');
  await expect.poll(() => callbacksAt(request, cloud, GRANDMASTER, 'v1'), { timeout: LONG }).toHaveLength(1);
  expect(await callbacksAt(request, cloud, GRANDMASTER), 'none by the other version').toEqual([]);

  // Whoever asks a node from now on learns nothing: what changes was told.
  await cloud.control.fault({ service: 'ptpnotification', method: 'GET', status: 500 });
  await cloud.control.startTiming({ scenario: 'gnss-loss', host: GRANDMASTER });
  await cloud.control.advance(60_000);
  await expect(async () => {
    await page.reload();
    await expect(drawer).toContainText('ptp-lock HOLDOVER');
  }).toPass({ timeout: LONG });

  await cloud.control.mend();
  await page.goto('about:blank');
  expect(await own.stop()).toBe(143);
  for (const host of [GRANDMASTER, 'worker-1'])
    expect(await callbacksAt(request, cloud, host, 'v1'), host).toEqual([]);
});

test('a console with a metrics store shows the offset of a clock', async ({ page, cloud }, info) => {
  const { console: port } = ownPorts(info.parallelIndex);
  own = await startConsole(port, { ROOST_PROMETHEUS_URL: cloud.liveUrl('metrics') });
  await signInQuickly(page.context(), own.url, await cloud.account('reader'));
  await page.goto(`${own.url}/clocks`);
  const main = page.getByRole('main');
  await expect(main).toContainText('Offset: metrics source 127.0.0.1', { timeout: LONG });
  // worker-2 is out of tolerance by 1.18 µs from the start; the figure moves from sample to sample.
  // Only a metric has a sign: what an alarm says of it has none.
  await expect(main).toContainText(/\+1[.\s]?[12]\d/, { timeout: LONG });
});
