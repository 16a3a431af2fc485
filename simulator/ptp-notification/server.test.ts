/** The notification API over HTTP, as a consumer beside a sidecar asks it. Paths are sent as they are written. */
import { createServer, request, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTest, type TestSimulator } from '../testing';

let simulator: TestSimulator;
let base: string;
beforeAll(async () => {
  simulator = await startForTest({ world: 'standard', speed: 1 });
  base = simulator.urls.ptpnotification ?? '';
});
afterAll(() => simulator.stop());

type Answer = { status: number; body: unknown };

/** `fetch` would take the dot segments out of the path before it asks. */
function ask(
  path: string,
  options: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const { method = 'GET', body, headers = {} } = options;
  return new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: parsed(text) }));
    });
    sent.once('error', reject);
    sent.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const V2 = '/ocloudNotifications/v2';
const V1 = '/ocloudNotifications/v1';
const state = (node: string, resource: string) => `${V2}/./${node}${resource}/CurrentState`;
const NOT_FOUND = { status: 404, body: { status: 404, message: 'The resource could not be found.' } };

/** The one value of an answer, whichever of the two forms it has. */
function valueIn({ body }: Answer): unknown {
  const text = JSON.stringify(body);
  return /"value":"([^"]+)"\}\]/.exec(text)?.[1];
}

describe('CurrentState', () => {
  it('of a node is one event, of an instance a list, in the recorded shapes', async () => {
    const overall = await ask(state('worker-5', '/sync/sync-status/sync-state'));
    expect(overall).toMatchObject({
      status: 200,
      body: {
        specversion: '1.0',
        source: '/sync/sync-status/sync-state',
        type: 'event.sync.sync-status.synchronization-state-change',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d{8}Z$/),
        data: {
          version: '1.0',
          values: [
            {
              data_type: 'notification',
              ResourceAddress: '/./worker-5/sync/sync-status/sync-state',
              value_type: 'enumeration',
              value: 'HOLDOVER',
            },
          ],
        },
      },
    });
    const classes = await ask(`/nodes/worker-5${state('.', '/sync/ptp-status/clock-class')}`);
    expect(classes.body).toMatchObject([
      {
        type: 'event.sync.ptp-status.ptp-clock-class-change',
        data: {
          values: [
            {
              data_type: 'metric',
              ResourceAddress: '/././ptp4l-bc/sync/ptp-status/clock-class',
              value_type: 'metric',
              value: '135',
            },
          ],
        },
      },
    ]);
  });

  it.each([
    ['worker-7', '/sync/ptp-status/lock-state', 2],
    ['worker-7/ptp4l-ip', '/sync/ptp-status/lock-state', 1],
    ['worker-0', '/sync/gnss-status/gnss-sync-status', 1],
    ['worker-1', '/sync/synce-status/lock-state', 1],
    ['worker-1', '/sync/synce-status/clock-quality', 1],
    ['worker-2', '/sync/sync-status/os-clock-sync-state', 1],
  ])('%s %s has %d', async (node, resource, count) => {
    const { status, body } = await ask(state(node, resource));
    expect([status, Array.isArray(body) && body.length]).toEqual([200, count]);
  });

  it.each([
    ['a host that is not there', state('worker-77', '/sync/sync-status/sync-state')],
    ['a host that is locked', state('worker-4', '/sync/sync-status/sync-state')],
    ['a host without PTP', state('storage-0', '/sync/sync-status/sync-state')],
    ['a host without a receiver', state('worker-1', '/sync/gnss-status/gnss-sync-status')],
    ['an instance that is not there', state('worker-7/other', '/sync/ptp-status/lock-state')],
    ['no resource', state('worker-7', '/sync/weather')],
    ['all resources', state('worker-7', '/sync')],
    ['a path that lost its dots', `${V2}/worker-7/sync/ptp-status/lock-state/CurrentState`],
  ])('of %s is 404', async (_what, path) => {
    expect(await ask(path)).toEqual(NOT_FOUND);
  });

  it('is not to be had from a host that is locked: its pod does not run', async () => {
    expect((await ask(`/nodes/worker-4${state('.', '/sync/sync-status/sync-state')}`)).status).toBe(503);
    expect(await ask('/nodes/worker-1/health')).toEqual({ status: 200, body: "{'health': True}" });
  });

  it('in version 1 is one state, in its own spelling', async () => {
    expect(await ask(`/nodes/worker-5${V1}/PTP/CurrentState`)).toMatchObject({
      status: 200,
      body: {
        EventTimestamp: expect.any(Number),
        ResourceType: 'PTP',
        EventData: { State: 'Holdover' },
        ResourceQualifier: { NodeName: 'worker-5' },
      },
    });
    expect((await ask(`${V1}/GNSS/CurrentState`)).status).toBe(404);
  });
});

describe('clouds and faults', () => {
  it('a copy is named by path or header, and is another cloud', async () => {
    await simulator.control.startTiming({ scenario: 'gnss-loss' }, { tag: 'n1' });
    const path = state('worker-0', '/sync/gnss-status/gnss-sync-status');
    expect(valueIn(await ask(`/clouds/n1${path}`))).toBe('HOLDOVER');
    expect(valueIn(await ask(path, { headers: { 'X-Cloud': 'n1' } }))).toBe('HOLDOVER');
    expect(valueIn(await ask(path))).toBe('SYNCHRONIZED');
    expect((await ask(`/clouds/a b${path}`.replace(' ', '%20'))).status).toBe(404);
  });

  it('can be made to fail and is counted, as every service', async () => {
    const where = { tag: 'n2' };
    await simulator.control.fault({ service: 'ptpnotification', status: 500, times: 1 }, where);
    expect((await ask('/clouds/n2/health')).status).toBe(500);
    expect((await ask('/clouds/n2/health')).status).toBe(200);
    expect(await simulator.control.requests(where)).toEqual([
      { service: 'ptpnotification', method: 'GET', path: '/health', count: 2 },
    ]);
  });
});

describe('subscriptions', () => {
  let consumer: Server;
  let endpoint: string;
  const received: string[] = [];
  const waiting: (() => void)[] = [];
  /** Resolves once so many events have come. */
  const events = async (count: number): Promise<string[]> => {
    while (received.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    return received;
  };
  beforeAll(async () => {
    consumer = createServer((req, res) => {
      let text = '';
      req.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      req.on('end', () => {
        received.push(text);
        res.writeHead(204).end();
        for (const wake of waiting.splice(0)) wake();
      });
    });
    await new Promise<void>((resolve) => consumer.listen(0, '127.0.0.1', resolve));
    const address = consumer.address();
    endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/cb`;
  });
  afterAll(() => void consumer.close());

  it('are made, listed, read and deleted; a change of state is pushed', async () => {
    const list = `/clouds/s1/nodes/worker-1${V2}/subscriptions`;
    const ResourceAddress = '/./worker-1/sync/ptp-status/lock-state';
    const asked = { EndpointUri: endpoint, ResourceAddress };
    const made = await ask(list, { method: 'POST', body: asked });
    expect(made).toMatchObject({ status: 201, body: { ...asked, SubscriptionId: expect.any(String) } });
    const id = /"SubscriptionId":"([^"]+)"/.exec(JSON.stringify(made.body))?.[1] ?? '';
    expect(JSON.stringify(made.body)).toContain(`${new URL(base).host}${list}/${id}`);
    expect((await ask(list, { method: 'POST', body: asked })).status).toBe(409);
    expect(await ask(list)).toEqual({ status: 200, body: [made.body] });
    expect(await ask(`${list}/${id}`)).toEqual({ status: 200, body: made.body });
    expect((await ask(`/clouds/s1/nodes/worker-2${V2}/subscriptions`)).body).toEqual([]);
    expect((await events(1))[0]).toContain('"value":"LOCKED"');
    await simulator.control.startTiming({ scenario: 'grandmaster-loss', host: 'worker-1' }, { tag: 's1' });
    expect((await events(2))[1]).toContain('"value":"HOLDOVER"');
    await simulator.control.advance(4 * 3_600_000 + 60_000, { tag: 's1' });
    expect((await events(3))[2]).toContain('"value":"FREERUN"');
    await simulator.control.endTiming({}, { tag: 's1' });
    await simulator.control.advance(60_000, { tag: 's1' });
    expect(JSON.parse((await events(4))[3] ?? '')).toMatchObject({
      source: '/sync/ptp-status/lock-state',
      data: {
        values: [{ ResourceAddress: '/./worker-1/ptp4l-bc/sync/ptp-status/lock-state', value: 'LOCKED' }],
      },
    });
    expect((await ask(`${list}/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await ask(`${list}/${id}`)).toEqual(NOT_FOUND);
    expect((await ask(list)).body).toEqual([]);
  });

  it('exist in version 1', async () => {
    const body = { ResourceType: 'PTP', EndpointUri: endpoint, ResourceQualifier: { NodeName: 'worker-2' } };
    const made = await ask(`/clouds/s2${V1}/subscriptions`, { method: 'POST', body });
    expect(made).toMatchObject({ status: 201, body });
    const count = received.length;
    expect(JSON.parse((await events(Math.max(5, count))).at(-1) ?? '')).toMatchObject({
      EventData: { State: 'Locked' },
      ResourceQualifier: { NodeName: 'worker-2' },
    });
  });

  it.each([
    ['what is no JSON', '{', 400],
    ['no endpoint', { ResourceAddress: '/./worker-1/sync' }, 400],
    ['no resource', { EndpointUri: 'http://127.0.0.1:9/cb' }, 400],
    [
      'an address that cannot be read',
      { EndpointUri: 'http://127.0.0.1:9/cb', ResourceAddress: '/sync' },
      400,
    ],
    [
      'an endpoint elsewhere',
      { EndpointUri: 'http://192.0.2.7/cb', ResourceAddress: '/./worker-1/sync' },
      400,
    ],
    [
      'a node that does not answer',
      { EndpointUri: 'http://127.0.0.1:9/cb', ResourceAddress: '/./worker-4/sync' },
      404,
    ],
  ])('refuse %s', async (_what, body, status) => {
    expect((await ask(`${V2}/subscriptions`, { method: 'POST', body })).status).toBe(status);
  });
});
