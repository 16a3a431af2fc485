import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, logIn, startForTest, type TestSimulator, tokenFor } from '../testing';

let simulator: TestSimulator;
let admin: string;

beforeAll(async () => {
  simulator = await startForTest({ world: 'standard' });
  admin = await tokenFor(simulator, 'admin');
});
afterAll(() => simulator.stop());

describe('the alarm list', () => {
  it('is brief by default and ordered by the name of the severity, then entity', async () => {
    const alarms = rowsOf(await fm('/v1/alarms'), 'alarms');
    expect(Object.keys(alarms[0] ?? {})).toEqual([
      'uuid',
      'alarm_id',
      'entity_instance_id',
      'timestamp',
      'severity',
      'reason_text',
      'suppression_status',
      'mgmt_affecting',
      'degrade_affecting',
    ]);
    const keys = alarms.map(({ severity, entity_instance_id }) => `${severity} ${entity_instance_id}`);
    expect(keys).toEqual([...keys].sort());
    expect(alarms[0]).toMatchObject({
      alarm_id: '200.004',
      mgmt_affecting: 'True',
      degrade_affecting: 'False',
    });
    expect(alarms[0]?.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
  });

  it('has all fields when expanded', async () => {
    const alarms = rowsOf(await fm('/v1/alarms?expand=True'), 'alarms');
    expect(alarms[0]).toMatchObject({
      alarm_state: 'set',
      entity_type_id: 'host',
      service_affecting: true,
      suppression: true,
    });
  });

  it('hides suppressed ids unless asked, in the list and in the summary', async () => {
    const hidden = rowsOf(await fm('/v1/alarms'), 'alarms');
    const all = rowsOf(await fm('/v1/alarms?include_suppress=True'), 'alarms');
    expect(all.length).toBe(hidden.length + 1);
    expect(all.find((alarm) => alarm.suppression_status === 'suppressed')?.alarm_id).toBe('100.150');
    expect((await fm('/v1/alarms/summary')).body).toEqual({
      critical: 1,
      major: 4,
      minor: 3,
      warnings: 5,
      status: 'critical',
    });
    expect((await fm('/v1/alarms/summary?include_suppress=True')).body).toMatchObject({ major: 5 });
  });

  it('filters by part of a text, ANDs filters, and ignores an op that is not eq', async () => {
    const ids = async (query: string) =>
      rowsOf(await fm(`/v1/alarms?${query}`), 'alarms').map((a) => a.alarm_id);
    expect(new Set(await ids(q('alarm_id', '100.1')))).toEqual(new Set(['100.104', '100.114', '100.119']));
    expect(await ids(`${q('severity', 'major')}&${q('entity_instance_id', 'host=worker-5')}`)).toEqual([
      '100.119',
    ]);
    expect(await ids(q('severity', 'critical', 'ne'))).toHaveLength(13);
  });

  it('gives a next link that forgets the filters and leads to a 500', async () => {
    const { body } = await fm(`/v1/alarms?limit=2&expand=True&${q('severity', 'major')}`);
    const { next }: { next: string } = JSON.parse(JSON.stringify(body));
    expect(next).toMatch(/\/v1\/alarms\?sort_key=id&sort_dir=asc&limit=2&marker=[0-9a-f-]{36}$/);
    expect(await ask(next, { token: admin })).toMatchObject({ status: 500, body: said('Server', "'id'") });
  });

  it.each([
    ['limit=0', 200, undefined],
    ['sort_key=timestamp&sort_dir=desc', 200, undefined],
    ['limit=-1', 400, said('Client', 'Limit must be positive')],
    ['colour=red', 400, said('Client', 'Unknown argument: "colour"')],
    [q('colour', 'red'), 500, undefined],
    [
      'marker=00000000-0000-4000-8000-000000000000',
      404,
      said('Client', '[HTTP 404] Alarm 00000000-0000-4000-8000-000000000000 could not be found.'),
    ],
  ])('?%s is %d', async (query, status, body) => {
    const answer = await fm(`/v1/alarms?${query}`);
    expect(answer.status).toBe(status);
    if (body) expect(answer.body).toEqual(body);
  });

  it('has no detail, and no HTML', async () => {
    expect(await fm('/v1/alarms/detail')).toMatchObject({
      status: 404,
      body: said('Client', '[HTTP 404] Resource could not be found.'),
    });
    const html = await fm('/v1/alarms', { headers: { Accept: 'text/html' } });
    expect(html).toMatchObject({ status: 406, body: { error_message: expect.stringContaining('<html>') } });
    const xml = await fm('/v1/alarms?limit=1', { headers: { Accept: 'application/xml' } });
    expect(xml.body).toMatch(/^<result><alarms><item><uuid>/);
  });
});

describe('an alarm on a port', () => {
  it('needs sysinv: the whole list fails while that is down', async () => {
    const token = await tokenFor(simulator, 'admin+port');
    const list = () => ask(`${simulator.urls.fm}/v1/alarms`, { token });
    const where = { tag: 'port' };
    await simulator.control.fault({ service: 'sysinv', down: true }, where);
    expect((await list()).status).toBe(200);
    await simulator.control.raise(
      { alarm_id: '100.106', entity_instance_id: 'host=controller-0.port=eno1' },
      where,
    );
    expect(await list()).toMatchObject({ status: 500, body: said('Server', '[Errno 111] ECONNREFUSED') });
    expect((await ask(`${simulator.urls.fm}/v1/event_log`, { token })).status).toBe(500);
    await simulator.control.clearFaults(where);
    const rows = rowsOf(await list(), 'alarms');
    // The port is named by its uuid, which sysinv was asked for.
    expect(rows.find(({ alarm_id }) => alarm_id === '100.106')?.entity_instance_id).toMatch(
      /^host=controller-0\.port=[0-9a-f]{8}-[0-9a-f-]{27}$/,
    );
  });
});

describe('a large cloud in trouble', () => {
  it('lists 2,000 alarms at most, whole, and pages a log of 12,000 rows by time without losing one', async () => {
    const tag = 'standard-events12000.large';
    const token = await tokenFor(simulator, `admin+${tag}`);
    await simulator.control.flood({ alarms: 2500, raiseMs: 0, changesPerMinute: 0 }, { tag });
    await simulator.control.advance(250, { tag });
    const list = await ask(`${simulator.urls.fm}/v1/alarms?include_suppress=True`, { token });
    expect(rowsOf(list, 'alarms')).toHaveLength(2000);
    const seen = new Set<string>();
    let end = '';
    for (let page = 0; page < 100; page += 1) {
      const query = `limit=2000&include_suppress=True${end && `&${q('end', end)}`}`;
      const rows = rowsOf(await ask(`${simulator.urls.fm}/v1/event_log?${query}`, { token }), 'event_log');
      const fresh = rows.filter(({ uuid, state, timestamp }) => !seen.has(`${uuid} ${state} ${timestamp}`));
      if (fresh.length === 0) break;
      for (const { uuid, state, timestamp } of fresh) seen.add(`${uuid} ${state} ${timestamp}`);
      end = rows.at(-1)?.timestamp ?? '';
    }
    const world = simulator.registry.find(tag);
    expect(seen.size).toBe(world?.fm.events.length);
    expect(seen.size).toBeGreaterThan(12_000);
  });
});

describe('the event log', () => {
  it('is newest first, everything without a limit, and can be paged by time', async () => {
    const all = rowsOf(await fm('/v1/event_log'), 'event_log');
    expect(all.length).toBeGreaterThan(200);
    const times = all.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort().reverse());
    const [, second] = all;
    const before = rowsOf(
      await fm(`/v1/event_log?limit=3&${q('end', second?.timestamp ?? '')}`),
      'event_log',
    );
    // Inclusive: the row that the caller has seen comes again.
    expect(before.map(({ uuid }) => uuid)).toEqual(all.slice(1, 4).map(({ uuid }) => uuid));
  });

  it('tells set and clear from logs', async () => {
    const states = async (query: string) =>
      [...new Set(rowsOf(await fm(`/v1/event_log?${query}`), 'event_log').map(({ state }) => state))].sort();
    expect(await states('alarms=True')).toEqual(['clear', 'set']);
    expect(await states('logs=True')).toEqual(['log']);
    expect(await states('alarms=True&logs=True')).toEqual(['clear', 'log', 'set']);
  });

  it('keeps the uuid of an alarm in its set event and gives its clear a new one', async () => {
    const token = await tokenFor(simulator, 'admin+pair');
    const where = { tag: 'pair' };
    const entity = 'host=worker-1';
    const uuid = await simulator.control.raise({ alarm_id: '200.009', entity_instance_id: entity }, where);
    const url = `${simulator.urls.fm}/v1/alarms/${uuid}`;
    expect((await ask(url, { method: 'DELETE', token })).status).toBe(204);
    expect(await ask(url, { method: 'DELETE', token })).toMatchObject({ status: 404 });
    const log = await ask(`${simulator.urls.fm}/v1/event_log?limit=2`, { token });
    const [clear, set] = rowsOf(log, 'event_log');
    expect([clear?.state, set?.state, set?.uuid]).toEqual(['clear', 'set', uuid]);
    expect(clear?.uuid).not.toBe(uuid);
  });

  it.each([
    ['yesterday', "Unable to parse date string 'yesterday'"],
    ['2026-13-45T00:00:00', 'month must be in 1..12'],
  ])('fails on the start %s', async (start, text) => {
    expect(await fm(`/v1/event_log?${q('start', start)}`)).toMatchObject({
      status: 500,
      body: said('Server', text),
    });
  });

  it('drops the zone of a moment instead of converting it', async () => {
    const [newest] = rowsOf(await fm('/v1/event_log?limit=1'), 'event_log');
    const found = rowsOf(await fm(`/v1/event_log?${q('start', `${newest?.timestamp}+05:00`)}`), 'event_log');
    expect(found.map(({ uuid }) => uuid)).toContain(newest?.uuid);
  });
});

describe('suppression', () => {
  it('hides an id’s alarms and their events, until it is lifted', async () => {
    const token = await tokenFor(simulator, 'configurator+supp');
    const url = `${simulator.urls.fm}/v1/event_suppression`;
    const found = await ask(`${url}?${q('alarm_id', '100.119')}`, { token });
    const [row] = rowsOf(found, 'event_suppression');
    const patch = (value: string) =>
      ask(`${url}/${row?.uuid}`, {
        method: 'PATCH',
        token,
        body: JSON.stringify([{ op: 'replace', path: '/suppression_status', value }]),
      });
    const ptp = async () => {
      const alarms = await ask(`${simulator.urls.fm}/v1/alarms?${q('alarm_id', '100.119')}`, { token });
      const events = await ask(`${simulator.urls.fm}/v1/event_log?${q('event_log_id', '100.119')}`, {
        token,
      });
      return [rowsOf(alarms, 'alarms').length > 0, rowsOf(events, 'event_log').length > 0];
    };
    expect(await ptp()).toEqual([true, true]);
    expect((await patch('suppressed')).status).toBe(200);
    expect(await ptp()).toEqual([false, false]);
    expect((await patch('off')).status).toBe(400);
    await patch('unsuppressed');
    expect(await ptp()).toEqual([true, true]);
  });

  it('has a row for each of the 135 alarm ids, and a limit that breaks it', async () => {
    expect(rowsOf(await fm('/v1/event_suppression'), 'event_suppression')).toHaveLength(135);
    expect((await fm('/v1/event_suppression?limit=2')).status).toBe(500);
  });
});

describe('rights', () => {
  const uuid = '00000000-0000-4000-8000-000000000000';
  it.each([
    ['reader', 200, 403],
    ['member', 200, 403],
    ['operator', 200, 403],
    ['configurator', 200, 404],
    ['admin', 200, 404],
  ])('%s: reads %d, deletes %d', async (user, read, write) => {
    const token = await tokenFor(simulator, `${user}+rights`);
    expect((await ask(`${simulator.urls.fm}/v1/alarms`, { token })).status).toBe(read);
    const removed = await ask(`${simulator.urls.fm}/v1/alarms/${uuid}`, { method: 'DELETE', token });
    expect(removed.status).toBe(write);
  });

  it('lets the reader of a tenant project see everything, and a token without a project nothing', async () => {
    const scope = { project: { name: 'tenant-a', domain: { name: 'Default' } } };
    const tenant = await logIn(simulator, 'tenant+rights', { scope });
    const unscoped = await logIn(simulator, 'tenant+rights', { scope: 'unscoped' });
    const read = (login: Answer) =>
      ask(`${simulator.urls.fm}/v1/alarms`, { token: login.headers.get('x-subject-token') ?? '' });
    expect((await read(tenant)).status).toBe(200);
    expect((await read(unscoped)).body).toEqual({
      error_message: '{"code": 403, "title": "Forbidden", "description": null}',
    });
  });
});

function fm(path: string, init: RequestInit = {}): Promise<Answer> {
  return ask(`${simulator.urls.fm}${path}`, { ...init, token: admin });
}

function q(field: string, value: string, op = 'eq'): string {
  return `q.field=${field}&q.op=${op}&q.type=&q.value=${encodeURIComponent(value)}`;
}

function said(faultcode: string, faultstring: string): { error_message: string } {
  const [code, text] = [JSON.stringify(faultcode), JSON.stringify(faultstring)];
  return { error_message: `{"faultcode": ${code}, "faultstring": ${text}, "debuginfo": null}` };
}

function rowsOf(answer: Answer, key: string): Record<string, string>[] {
  expect(answer.status).toBe(200);
  const body: Record<string, Record<string, string>[]> = JSON.parse(JSON.stringify(answer.body));
  return body[key] ?? [];
}
