/** What the views of clocks ask of the platform, and what they make of it when a part of it fails. */

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expandLinks, packLinks } from '@/lib/domain/clock/links-wire';
import { packLive } from '@/lib/domain/clock/live-wire';
import { fail, ok, type Result } from '@/lib/domain/result';
import { testViewer } from '@/lib/domain/test-facts';
import type { Connection } from '@/lib/stx/connection';
import type { Answer, Outgoing } from '@/lib/stx/http';
import type { Session } from './session-types';

const answers = new Map<string, unknown>();
const asked: string[] = [];

vi.mock('@/lib/stx/http', () => ({
  send: async ({ url, service, requestId }: Outgoing): Promise<Result<Answer>> => {
    const { pathname, search } = new URL(url);
    asked.push(pathname + search);
    const body = pathname.endsWith('/event_log')
      ? eventLog(new URLSearchParams(search))
      : answers.get(pathname);
    if (body) return ok({ status: 200, headers: {}, body });
    return fail({ kind: 'unavailable', service, status: 500, requestId, message: `${service} fails here.` });
  },
}));
vi.mock('@/lib/stx/catalogue', () => ({
  configuredChoice: () => ({}),
  endpointUrl: (_catalogue: unknown, service: string) => ok(`http://${service}.test/v1`),
}));
vi.mock('@/lib/env', () => ({
  env: () => ({ ROOST_POLL_SLOW_SECONDS: 15, ROOST_PTP_NOTIFICATION_URL: '', ROOST_PROMETHEUS_URL: '' }),
}));

const { clockViews } = await import('./clock-views');
const { forgetEvents } = await import('./events');

const connection: Connection = { token: 't', catalogue: [], requestId: 'req-1' };
const session: Session = {
  ...{ id: 's', token: 't', userId: 'u', projectId: 'p', viewer: testViewer() },
  ...{ issuedAt: 0, endsAt: Number.MAX_SAFE_INTEGER },
};
const HOUR = 3_600_000;
const stamp = (at: number) => new Date(at).toISOString().slice(0, -1);

type Row = { uuid: string; event_log_id: string; state: string; timestamp: string; [more: string]: unknown };
let log: Row[] = [];

/** As FM does: by part of the id, by time, newest first unless asked otherwise. */
function eventLog(query: URLSearchParams): { event_log: Row[] } {
  const values = query.getAll('q.value');
  const filter = new Map(query.getAll('q.field').map((field, index) => [field, values[index] ?? '']));
  const rows = log
    .filter(({ event_log_id }) => event_log_id.includes(filter.get('event_log_id') ?? ''))
    .filter(
      ({ timestamp }) => timestamp >= (filter.get('start') ?? '') && timestamp <= (filter.get('end') ?? '~'),
    )
    .sort((a, b) => b.timestamp.localeCompare(a.timestamp));
  if (query.get('sort_dir') === 'asc') rows.reverse();
  return { event_log: rows.slice(0, Number(query.get('limit'))) };
}

const event = (id: string, state: string, hoursAgo: number, entity: string): Row => ({
  uuid: `${id} ${entity}`,
  ...{ event_log_id: id, state, severity: 'major', entity_instance_id: entity, reason_text: '' },
  timestamp: stamp(Date.now() - hoursAgo * HOUR),
  suppression_status: 'unsuppressed',
});

const NO_LINKS = { ports: [], neighbours: [], unreadable: [] };
const EMPTY = {
  '/v1/ptp_instances': { ptp_instances: [] },
  '/v1/ptp_interfaces': { ptp_interfaces: [] },
  '/v1/ptp_parameters': { ptp_parameters: [] },
  '/v1/ptp': { ptps: [] },
  '/v1/intp': { intps: [{ uuid: 'n', ntpservers: 'a,b' }] },
  '/v1/iinterfaces/detail': { iinterfaces: [] },
  '/v1/ports': { ports: [] },
  '/v1/lldp_neighbours': { lldp_neighbours: [] },
};

beforeEach(() => {
  answers.clear();
  for (const [path, body] of Object.entries(EMPTY)) answers.set(path, body);
  asked.length = 0;
  log = [];
  forgetEvents();
});

describe('configuration', () => {
  it('is one reading of four requests', async () => {
    const config = await clockViews.ptpConfig.load(connection, {}, session);
    expect(config).toMatchObject({ ok: true, data: { instances: [], legacy: null } });
    expect(asked.toSorted()).toEqual([
      '/v1/ptp',
      '/v1/ptp_instances',
      '/v1/ptp_interfaces',
      '/v1/ptp_parameters',
    ]);
  });

  it.each([
    ['/v1/ptp_instances', false],
    ['/v1/ptp_interfaces', false],
    ['/v1/ptp_parameters', false],
    // Deprecated: nobody loses the rest for it.
    ['/v1/ptp', true],
  ])('without %s: %s', async (path, readable) => {
    answers.delete(path);
    expect((await clockViews.ptpConfig.load(connection, {}, session)).ok).toBe(readable);
  });

  it('an odd row costs only itself, and says what it is a row of', async () => {
    answers.set('/v1/ptp_instances', { ptp_instances: [{ name: 'odd' }, { uuid: 'u', name: 'good' }] });
    answers.set('/v1/ptp_interfaces', {
      ptp_interfaces: [{ uuid: 'i', name: 'face', interface_names: 'h/e' }],
    });
    answers.set('/v1/ptp_parameters', { ptp_parameters: [{ uuid: 'p', name: 'domainNumber', owners: 7 }] });
    answers.set('/v1/ptp', { ptps: [null] });
    const config = await clockViews.ptpConfig.load(connection, {}, session);
    expect(config).toMatchObject({
      ok: true,
      data: {
        instances: [{ name: 'good' }],
        unreadable: [
          { kind: 'instance', name: 'odd', why: expect.stringContaining('uuid') },
          { kind: 'interface', id: 'i', name: 'face', why: expect.stringContaining('interface_names') },
          { kind: 'parameter', id: 'p', name: 'domainNumber', why: expect.stringContaining('owners') },
          { kind: 'single' },
        ],
      },
    });
  });

  it('reads NTP servers', async () => {
    expect(await clockViews.ntpServers.load(connection, {}, session)).toEqual(
      ok({ id: 'n', servers: ['a', 'b'] }),
    );
  });
});

describe('ports of PTP', () => {
  const hosts = Array.from({ length: 1_000 }, (_, n) => `h${n}`);
  const rows = (make: (host: string, name: string, n: number) => object) =>
    hosts.flatMap((host) => ['data0', 'mgmt0'].map((name, n) => make(host, name, n)));

  it('asks four times for a thousand hosts, and passes on only what PTP uses', async () => {
    answers.set('/v1/ptp_interfaces', {
      ptp_interfaces: [{ uuid: 'i', interface_names: ['worker-0/data0'] }],
    });
    answers.set('/v1/iinterfaces/detail', {
      iinterfaces: rows((host, ifname) => ({
        uuid: `${host} ${ifname}`,
        ihost_uuid: host,
        ifname,
        uses: [],
      })),
    });
    answers.set('/v1/ports', {
      ports: rows((host, ifname, n) => ({
        ...{ uuid: `p ${host} ${n}`, host_uuid: host, name: `enp${n}` },
        interface_uuid: `${host} ${ifname}`,
      })),
    });
    answers.set('/v1/lldp_neighbours', {
      lldp_neighbours: rows((host, _, n) => ({
        uuid: `l ${host} ${n}`,
        host_uuid: host,
        port_name: `enp${n}`,
      })),
    });
    const links = await clockViews.ptpLinks.load(connection, {}, session);
    expect(asked).toHaveLength(4);
    const { ports, neighbours } = expandLinks(links.ok ? links.data : packLinks(NO_LINKS));
    expect(ports).toHaveLength(1_000);
    expect(new Set(neighbours.map(({ port }) => port))).toEqual(new Set(['enp0']));
  });

  it.each(['/v1/ptp_interfaces', '/v1/iinterfaces/detail', '/v1/ports', '/v1/lldp_neighbours'])(
    'says so when %s cannot be read',
    async (path) => {
      answers.delete(path);
      expect((await clockViews.ptpLinks.load(connection, {}, session)).ok).toBe(false);
    },
  );
});

describe('events about time', () => {
  const CLOCK = 'host=worker-0.instance=p.ptp=no-lock';
  it('takes alarms about time and hosts that were away, and nothing else', async () => {
    log = [
      event('100.119', 'set', 3, CLOCK),
      event('100.119', 'clear', 2, CLOCK),
      event('100.114', 'set', 1, 'host=worker-0.ntp'),
      event('100.118', 'set', 1, 'host=worker-0'),
      event('200.001', 'set', 4, 'host=worker-1'),
      event('200.007', 'set', 4, 'host=worker-1.sensor=fan'),
      event('200.022', 'log', 4, 'host=worker-1.state=disabled'),
      event('900.001', 'set', 90, 'x'),
    ];
    const read = await clockViews.timingEvents.load(connection, { last: '24h' }, session);
    if (!read.ok) throw new Error(read.error.message);
    expect(read.data.events.map(({ eventLogId, state }) => `${eventLogId} ${state}`)).toEqual([
      '100.114 set',
      '100.119 clear',
      '100.119 set',
    ]);
    expect(read.data.outages.map(({ eventLogId }) => eventLogId).toSorted()).toEqual(['200.001', '200.022']);
    // The log is older than the day: all of it is known.
    expect(read.data.reachesBackTo).toBe(read.data.from);
  });

  it.each<[string, number | null]>([
    ['a log of two hours', 2],
    ['an empty log', null],
  ])('%s does not speak for the day', async (_, hours) => {
    log = hours === null ? [] : [event('900.001', 'set', hours, 'x')];
    const read = await clockViews.timingEvents.load(connection, { last: '24h' }, session);
    if (!read.ok) throw new Error(read.error.message);
    const known = (Date.now() - read.data.reachesBackTo) / HOUR;
    expect(known).toBeCloseTo(hours ?? 0, 2);
  });

  it('asks for what is new, not for the day again', async () => {
    log = [event('100.119', 'set', 30, CLOCK), event('900.001', 'set', 200, 'x')];
    await clockViews.timingEvents.load(connection, { last: '7d' }, session);
    const first = asked.length;
    asked.length = 0;
    await clockViews.timingEvents.load(connection, { last: '7d' }, session);
    expect(first).toBe(3);
    expect(asked).toHaveLength(1);
  });
});

it('live sources: none, which is no failure', async () => {
  expect(await clockViews.liveClocks.load(connection, {}, session)).toEqual(
    ok(packLive({ readings: [], sources: [] })),
  );
});
