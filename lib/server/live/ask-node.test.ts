/** Asking a node, over real HTTP. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PtpSidecar, ptpState } from '@/e2e/support/ptp-sidecar';
import { RESOURCES } from '@/lib/stx/ptp-notification/current-state';
import { askNode, type Node } from '@/lib/stx/ptp-notification/node';
import { listSubscriptions, subscribe, unsubscribe } from '@/lib/stx/ptp-notification/subscriptions';

process.env.KEYSTONE_URL = 'http://127.0.0.1:9/v3';
process.env.ROOST_SECRET = 'a-secret-of-at-least-32-characters';

let sidecar: PtpSidecar;
const nodeAt = (host: string, version: Node['version'] = 'v2', base = sidecar.template): Node => ({
  host,
  base: base.replace('{host}', host),
  version,
  caFile: undefined,
});
const locked = (host: string) => ptpState(RESOURCES[0], 'LOCKED', host);
const clockClass = (host: string) => ptpState(RESOURCES[3], '6', `${host}/inst1`);

beforeAll(async () => {
  sidecar = await new PtpSidecar().start();
});
afterAll(() => sidecar.stop());
beforeEach(() => {
  sidecar.nodes.clear();
  sidecar.asked.length = 0;
});

describe('a node', () => {
  it('says everything in one answer, to a path that keeps its dot', async () => {
    sidecar.add('worker-0', { '/sync': [locked('worker-0'), clockClass('.')] });
    const answer = await askNode(nodeAt('worker-0'), 'r-1');
    expect(answer.ok && answer.data.said.map(({ quantity, value }) => [quantity, value])).toEqual([
      ['sync-state', 'locked'],
      ['clock-class', 6],
    ]);
    expect(sidecar.asked.map(({ path }) => path)).toEqual([
      '/worker-0/ocloudNotifications/v2/./worker-0/sync/CurrentState',
    ]);
  });

  it.each([
    ['worker-4', 'has no answer for all', {}],
    ['worker-5', 'answers under keys, where one hides another', { '/sync': { i: clockClass('worker-5') } }],
  ])('such as %s that %s is asked for each', async (host, _, more) => {
    sidecar.add(host, {
      ...more,
      [RESOURCES[0]]: locked(host),
      [RESOURCES[3]]: [clockClass(host)],
    });
    const answer = await askNode(nodeAt(host), 'r-1');
    expect(answer.ok && answer.data.said.map(({ quantity }) => quantity)).toEqual([
      'sync-state',
      'clock-class',
    ]);
    expect(sidecar.asked).toHaveLength(1 + RESOURCES.length);
    // It is not asked in vain each time.
    await askNode(nodeAt(host), 'r-1');
    expect(sidecar.asked).toHaveLength(1 + 2 * RESOURCES.length);
  });

  it('that is unknown to its API, or that is another, is no reading', async () => {
    sidecar.add('worker-1', { '/sync': [locked('worker-0')] });
    expect(await askNode(nodeAt('worker-9'), 'r-1')).toMatchObject({
      ok: false,
      error: { kind: 'not-found', message: 'The resource could not be found.' },
    });
    expect(sidecar.asked).toHaveLength(2);
    const other = await askNode(nodeAt('worker-1'), 'r-1');
    expect(other).toMatchObject({ error: { message: 'The address of worker-1 answers for worker-0.' } });
  });

  it('speaks v1 too', async () => {
    const body = { EventTimestamp: 1.5, ResourceType: 'PTP', EventData: { State: 'Holdover' } };
    sidecar.add('worker-0', { v1: body });
    const answer = await askNode(nodeAt('worker-0', 'v1'), 'r-1');
    expect(answer.ok && answer.data.said).toMatchObject([{ quantity: 'ptp-lock', value: 'holdover' }]);
    expect(sidecar.asked[0]?.path).toBe('/worker-0/ocloudNotifications/v1/PTP/CurrentState');
  });

  it('gets no credentials of anybody', async () => {
    sidecar.add('worker-0', { '/sync': [locked('worker-0')] });
    await askNode(nodeAt('worker-0'), 'r-1');
    const names = Object.keys(sidecar.asked[0]?.headers ?? {});
    expect(names.filter((name) => /token|auth|cookie/i.test(name))).toEqual([]);
  });

  it('that refuses connections is not asked twice, and says so', async () => {
    const answer = await askNode(nodeAt('worker-0', 'v2', 'http://127.0.0.1:9'), 'r-1');
    expect(answer).toMatchObject({ error: { message: 'ptp-notification does not answer.' } });
  });
});

it('follows no redirect, and reads no answer without end', async () => {
  let leads = 0;
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/elsewhere')) leads += 1;
    if (request.url?.startsWith('/away')) response.writeHead(302, { location: '/elsewhere' }).end();
    else response.end(Buffer.alloc(2 * 1024 * 1024, 32));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  expect((await askNode(nodeAt('w', 'v1', `${base}/away`), 'r-1')).ok).toBe(false);
  expect(leads).toBe(0);
  expect(await askNode(nodeAt('w', 'v1', `${base}/large`), 'r-1')).toMatchObject({
    error: { message: 'The answer of ptp-notification is larger than 1 MiB.' },
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe.each(['v2', 'v1'] as const)('a subscription of %s', (version) => {
  it('is asked for as recorded, is listed, and is removed once and for all', async () => {
    const file = `../../../simulator/recordings/ptp-notification/${version}-subscription-create.json`;
    const recorded = JSON.parse(readFileSync(resolve(__dirname, file), 'utf8')).request_body;
    const callbacks = createServer((_, response) => response.writeHead(204).end());
    await new Promise<void>((listening) => callbacks.listen(0, '127.0.0.1', listening));
    const address = callbacks.address();
    const callback = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/cb`;
    const held = sidecar.add('controller-0', { v1: {} });
    const node = nodeAt('controller-0', version);

    const made = await subscribe(node, callback, 'r-1');
    const { SubscriptionId, UriLocation, ...asked }: Record<string, unknown> = held.subscriptions[0] ?? {};
    expect(UriLocation).toBeDefined();
    const id = String(SubscriptionId);
    const sync = '/./controller-0/sync';
    const everything = version === 'v2' ? { ResourceAddress: sync } : {};
    expect(asked).toEqual({ ...recorded, ...everything, EndpointUri: callback });
    expect(made).toEqual({ ok: true, data: { id, callback } });
    expect(await listSubscriptions(node, 'r-1')).toEqual({
      ok: true,
      data: [{ id: SubscriptionId, callback }],
    });
    for (const _time of [1, 2]) expect(await unsubscribe(node, id, 'r-1')).toEqual({ ok: true, data: null });
    expect(held.subscriptions).toEqual([]);
    callbacks.close();
  });
});
