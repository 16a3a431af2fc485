/** Live readings from nodes, asked and told, over real HTTP and through the route that nodes send to. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PtpSidecar, ptpState, tell } from '@/e2e/support/ptp-sidecar';
import { expandLive, packLive } from '@/lib/domain/clock/live-wire';
import type { Connection } from '@/lib/stx/connection';
import { onPlatformCall } from '@/lib/stx/http';
import { RESOURCES } from '@/lib/stx/ptp-notification/current-state';
import { loggedPath } from './live/push';
import { answerValidation, receiveEvents } from './live/receive';
import { liveSources } from './live/sources';
import { loadClockSeries, loadLiveClocks, readLiveClocks } from './live-clocks';
import { countPlatformCall, metrics } from './metrics';

const LOCK = RESOURCES[2];
let sidecar: PtpSidecar;
let callbacks: Server;
let callback = '';

/** What app/api/ptp-events does with a request. */
async function bridge(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const secret = request.url?.split('/').at(-1) ?? '';
    const { method = 'GET' } = request;
    const asked = new Request(`http://console.example${request.url}`, {
      ...{ method, headers: { 'content-type': request.headers['content-type'] ?? '' } },
      ...(method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
    });
    const answer = method === 'POST' ? await receiveEvents(secret, asked) : answerValidation(secret);
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

beforeAll(async () => {
  sidecar = await new PtpSidecar().start();
  callbacks = await bridge();
  const address = callbacks.address();
  callback = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  Object.assign(process.env, {
    KEYSTONE_URL: 'http://127.0.0.1:9/v3',
    ROOST_SECRET: 'a-secret-of-at-least-32-characters',
    ROOST_LOG_LEVEL: 'silent',
    // Nobody is asked twice within a test: what changes a reading is what was told.
    ROOST_POLL_SLOW_SECONDS: '60',
    ROOST_PTP_NOTIFICATION_URL: sidecar.template,
    ROOST_PTP_CALLBACK_URL: `${callback}/`,
  });
  onPlatformCall(countPlatformCall);
});
afterAll(async () => {
  await sidecar.stop();
  callbacks.closeAllConnections();
  callbacks.close();
});
beforeEach(() => {
  globalThis.roostProcess = { ...globalThis.roostProcess, startedAt: 0 };
  delete globalThis.roostProcess.liveSources;
  sidecar.nodes.clear();
  sidecar.asked.length = 0;
});

const locked = (host: string) => ptpState(LOCK, 'LOCKED', `${host}/inst1`);
const words = async (...hosts: string[]) => {
  const { readings } = await readLiveClocks(hosts);
  return readings.map(({ host, value }) => `${host} ${value}`);
};
/** Reads, and waits for the node to have been subscribed at. */
async function subscribed(host: string): Promise<string> {
  await words(host);
  const secret = await expect
    .poll(() => sidecar.nodes.get(host)?.subscriptions[0]?.EndpointUri)
    .toBeDefined()
    .then(() => sidecar.nodes.get(host)?.subscriptions[0]?.EndpointUri ?? '');
  await expect.poll(() => liveSources().push?.isSubscribed(host)).toBe(true);
  return secret;
}

describe('nodes that are asked', () => {
  it('answer for themselves; one that is away and one that is silent are said', async () => {
    sidecar.add('worker-0', { '/sync': [locked('worker-0')] });
    sidecar.add('worker-1', { '/sync': [locked('worker-1')] }).silent = true;
    const { readings, sources } = await readLiveClocks(['worker-0', 'worker-1', 'worker-2']);
    expect(readings).toMatchObject([{ host: 'worker-0', instance: 'inst1' }]);
    expect(sources.map(({ trouble }) => trouble)).toEqual([
      null,
      'It has not answered yet.',
      'The resource could not be found.',
    ]);
    const counted = await metrics().registry.metrics();
    expect(counted).toMatch(
      /roost_platform_requests_total\{service="ptp-notification",method="GET",outcome="ok"/,
    );
  });
});

describe('nodes that tell by themselves', () => {
  it('change the reading at once, and are hardly asked any more', async () => {
    sidecar.add('worker-0', { '/sync': [locked('worker-0')] });
    const address = await subscribed('worker-0');
    expect(address).toMatch(/\/api\/ptp-events\/[\w-]{43}$/);
    expect(sidecar.nodes.get('worker-0')?.subscriptions).toMatchObject([
      { ResourceAddress: '/./worker-0/sync' },
    ]);
    expect(await words('worker-0')).toEqual(['worker-0 locked']);
    expect(await tell(address, ptpState(LOCK, 'HOLDOVER', 'worker-0/inst1'))).toBe(204);
    expect(await words('worker-0')).toEqual(['worker-0 holdover']);
    expect(await tell(address, { ptp_lock_state: [ptpState(LOCK, 'FREERUN', './inst1')] })).toBe(204);
    expect(await words('worker-0')).toEqual(['worker-0 freerun']);
    expect(await tell(address, ptpState('/sync/synce-status/lock-state-extended', 'X', 'worker-0'))).toBe(
      204,
    );
    expect(await words('worker-0')).toEqual(['worker-0 freerun']);
  });

  it('are let in by their own address only', async () => {
    sidecar.add('worker-0', { '/sync': [locked('worker-0')] });
    const address = await subscribed('worker-0');
    const event = ptpState(LOCK, 'FREERUN', 'worker-0/inst1');
    for (const other of ['x', '..', `${'x'.repeat(43)}`, `${address.split('/').at(-1)}x`]) {
      const url = `${callback}/api/ptp-events/${encodeURIComponent(other)}`;
      expect(await tell(url, event)).toBe(404);
      expect((await fetch(url)).status).toBe(404);
    }
    expect((await fetch(address)).status).toBe(204);
    expect(loggedPath(new URL(address).pathname)).toBe('/api/ptp-events/***');
    expect(loggedPath('/hosts')).toBe('/hosts');
    expect(await words('worker-0')).toEqual(['worker-0 locked']);
  });

  it('are not believed when they send something else', async () => {
    sidecar.add('worker-0', { '/sync': [locked('worker-0')] });
    const address = await subscribed('worker-0');
    const post = async (body: string, type = 'application/json') =>
      (await fetch(address, { method: 'POST', headers: { 'content-type': type }, body })).status;
    const good = JSON.stringify(ptpState(LOCK, 'FREERUN', 'worker-0/inst1'));
    expect(await post(good, 'text/plain')).toBe(415);
    expect(await post('{')).toBe(400);
    expect(await post('null')).toBe(400);
    expect(await post(good.replace('"specversion":"1.0",', ''))).toBe(400);
    expect(await post(good.replace('/./worker-0/', '/./worker-1/'))).toBe(400);
    expect(await post(good + ' '.repeat(65 * 1024))).toBe(413);
    expect(await words('worker-0')).toEqual(['worker-0 locked']);
    expect(await post(good, 'application/cloudevents+json; charset=utf-8')).toBe(204);
    expect(await words('worker-0')).toEqual(['worker-0 freerun']);
  });

  it('get a new subscription after a reboot, and lose what an earlier process left', async () => {
    const node = sidecar.add('worker-0', { '/sync': [locked('worker-0')] });
    const foreign = { SubscriptionId: 'foreign', EndpointUri: 'http://127.0.0.1:9090/cb' };
    const left = { SubscriptionId: 'left', EndpointUri: `${callback}/api/ptp-events/of-before` };
    node.subscriptions.push(foreign, left);
    await words('worker-0');
    const { push } = liveSources();
    await expect.poll(() => push?.isSubscribed('worker-0')).toBe(true);
    expect(node.subscriptions.map(({ SubscriptionId }) => SubscriptionId)).toEqual([
      'foreign',
      expect.stringMatching(/^subscription-/),
    ]);
    const before = node.subscriptions[1]?.EndpointUri ?? '';
    node.subscriptions = [];
    // A minute later.
    const later = Date.now() + 61_000;
    Reflect.set(push ?? {}, 'now', () => later);
    await push?.keep('worker-0');
    expect(node.subscriptions).toHaveLength(1);
    expect(node.subscriptions[0]?.EndpointUri).not.toBe(before);
    expect((await fetch(before)).status).toBe(404);
    await push?.keep('worker-0');
    expect(node.subscriptions).toHaveLength(1);
  });

  it('have no subscription left when the process ends', async () => {
    for (const host of ['worker-0', 'worker-1']) {
      sidecar.add(host, { '/sync': [locked(host)] });
      await subscribed(host);
    }
    sidecar.add('worker-2', { '/sync': [locked('worker-2')] });
    const underWay = liveSources().push?.keep('worker-2');
    await Promise.all([underWay, liveSources().push?.removeAll()]);
    expect(sidecar.asked.filter(({ method }) => method === 'POST')).toHaveLength(3);
    for (const { subscriptions } of sidecar.nodes.values()) expect(subscriptions).toEqual([]);
    await liveSources().push?.keep('worker-0');
    expect(sidecar.nodes.get('worker-0')?.subscriptions).toEqual([]);
  });
});

describe('hosts that are asked about', () => {
  let sysinv: Server;
  const tokens: unknown[] = [];
  const row = (hostname: string | null, clock_synchronization: string, availability: string) => {
    return { uuid: `of ${hostname}`, hostname, clock_synchronization, availability };
  };
  const rows = [
    row('worker-0', 'ptp', 'available'),
    row('worker-1', 'ptp', 'degraded'),
    row('worker-2', 'ptp', 'offline'),
    row('worker-3', 'ntp', 'available'),
    row(null, 'ptp', 'available'),
  ];
  const connection = (): Connection => {
    const address = sysinv.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const endpoints = [{ interface: 'public', url }];
    return { token: 'the-token', catalogue: [{ type: 'platform', endpoints }], requestId: 'r-1' };
  };
  beforeAll(async () => {
    sysinv = createServer((request, response) => {
      tokens.push(request.headers['x-auth-token']);
      const id = /^\/v1\/ihosts\/(.+)$/.exec(request.url ?? '')?.[1];
      const one = rows.find(({ uuid }) => uuid === decodeURIComponent(id ?? ''));
      response.writeHead(id && !one ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(id ? (one ?? {}) : { ihosts: rows }));
    });
    await new Promise<void>((resolve) => sysinv.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    sysinv.closeAllConnections();
    sysinv.close();
  });

  it('keep time by PTP and are on; who looks shows a token to the inventory alone', async () => {
    for (const host of ['worker-0', 'worker-1', 'worker-2', 'worker-3'])
      sidecar.add(host, { '/sync': [locked(host)] });
    const loaded = await loadLiveClocks(connection());
    expect(loaded.ok && expandLive(loaded.data).readings.map(({ host }) => host)).toEqual([
      'worker-0',
      'worker-1',
    ]);
    expect(tokens).toEqual(['the-token']);
    expect(sidecar.asked.map(({ path }) => path.split('/')[1])).toEqual(
      expect.arrayContaining(['worker-0', 'worker-1']),
    );
    expect(JSON.stringify(sidecar.asked)).not.toMatch(/the-token|worker-[23]/);
  });

  it('are none when the inventory does not answer: that is a failure, not an empty list', async () => {
    const away = { ...connection(), catalogue: [] };
    expect(await loadLiveClocks(away)).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  });

  it('have no chart without a metrics store, and none for who does not see them', async () => {
    const asked = { quantity: 'offset', window: '1h' } as const;
    const chart = (hostId: string) => loadClockSeries(connection(), { hostId, ...asked });
    expect(await chart('of worker-0')).toEqual({ ok: true, data: null });
    expect(await chart('of worker-9')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });

  it('are not even looked up without a source', async () => {
    globalThis.roostProcess = { ...globalThis.roostProcess, startedAt: 0, liveSources: {} };
    const before = tokens.length;
    expect(await loadLiveClocks(connection())).toEqual({
      ok: true,
      data: packLive({ readings: [], sources: [] }),
    });
    expect(tokens).toHaveLength(before);
  });
});
