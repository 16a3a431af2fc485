/** Metrics over HTTP: what a Prometheus scrapes, and the stand-in for its API. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, startForTest, type TestSimulator } from '../testing';
import { readExpression, readSelector } from './selector';

let simulator: TestSimulator;
let base: string;
beforeAll(async () => {
  simulator = await startForTest({ world: 'standard', speed: 1 });
  base = simulator.urls.metrics ?? '';
});
afterAll(() => simulator.stop());

/** Lines of the exposition, each read as Prometheus reads them. */
async function scrape(path = '/metrics') {
  const { status, headers, body } = await ask(`${base}${path}`);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  const lines = String(body).trimEnd().split('\n');
  const samples = new Map<string, number>();
  for (const line of lines) {
    if (line.startsWith('#')) {
      expect(line).toMatch(/^# (HELP \w+ .+|TYPE \w+ gauge)$/);
      continue;
    }
    const [, name, value] = /^(\w+\{(?:\w+="(?:[^"\\]|\\.)*",?)*\}) (-?\d+)$/.exec(line) ?? [];
    expect(name, line).toBeDefined();
    expect(samples.has(name ?? ''), line).toBe(false);
    samples.set(name ?? '', Number(value));
  }
  return samples;
}

const call = (path: string, query: Record<string, string>) =>
  ask(`${base}${path}?${new URLSearchParams(query)}`);

describe('/metrics', () => {
  it('has every host that keeps time by PTP and is in service, each series once', async () => {
    const samples = await scrape();
    const nodes = new Set([...samples.keys()].map((name) => /node="([^"]+)"/.exec(name)?.[1]));
    expect([...nodes].sort()).toEqual([
      'controller-0',
      'controller-1',
      'worker-0',
      'worker-1',
      'worker-2',
      'worker-5',
      'worker-7',
    ]);
    const of = (metric: string, process: string, node: string, iface: string, from: string) =>
      samples.get(
        `openshift_ptp_${metric}{from="${from}",iface="${iface}",node="${node}",process="${process}"}`,
      );
    expect(of('clock_state', 'ptp4l', 'worker-5', 'enp94s0f0', 'master')).toBe(2);
    expect(of('clock_class', 'ptp4l', 'worker-5', 'enp94s0f0', 'master')).toBe(135);
    expect(of('clock_class', 'ptp4l', 'worker-0', 'enp94s0f0', 'master')).toBe(6);
    expect(of('clock_state', 'phc2sys', 'worker-7', 'CLOCK_REALTIME', 'phc')).toBe(1);
    expect(Math.abs((of('offset_ns', 'ptp4l', 'worker-2', 'enp94s0f1', 'master') ?? 0) - 1180)).toBeLessThan(
      60,
    );
    expect(of('offset_ns', 'ptp4l', 'worker-0', 'enp94s0f0', 'master')).toBeUndefined();
    expect(Math.abs(of('offset_ns', 'ts2phc', 'worker-0', 'enp94s0f0', 'gnss') ?? 99)).toBeLessThan(10);
    expect(of('delay_ns', 'ptp4l', 'worker-1', 'enp94s0f0', 'master')).toBeGreaterThan(100);
    expect(of('frequency_adjustment_ns', 'ptp4l', 'worker-1', 'enp94s0f0', 'master')).toBeTypeOf('number');
  });

  it('of a copy are its own', async () => {
    await simulator.control.startTiming({ scenario: 'ptp4l-crash', host: 'worker-1' }, { tag: 'm1' });
    const down = (samples: Map<string, number>) =>
      samples.get(
        'openshift_ptp_process_status{from="master",iface="enp94s0f0",node="worker-1",process="ptp4l"}',
      );
    expect([down(await scrape('/clouds/m1/metrics')), down(await scrape())]).toEqual([0, 1]);
  });

  it('of a fleet are those of every host, whoever it follows', async () => {
    const samples = await scrape('/clouds/fleet100.m2/metrics');
    const classes = [...samples].filter(([name]) => name.startsWith('openshift_ptp_clock_class'));
    expect(classes.length).toBeGreaterThan(70);
    expect(new Set(classes.map(([, value]) => value))).toEqual(new Set([6, 248]));
  });
});

describe('the stand-in for the API of Prometheus', () => {
  it('answers a selector at a moment', async () => {
    const { body } = await call('/api/v1/query', {
      query: 'openshift_ptp_clock_state{node=~"worker-[05]",process!="phc2sys",from="master"}',
    });
    const metric = {
      __name__: 'openshift_ptp_clock_state',
      from: 'master',
      iface: 'enp94s0f0',
      process: 'ptp4l',
    };
    expect(body).toEqual({
      status: 'success',
      data: {
        resultType: 'vector',
        result: [
          { metric: { ...metric, node: 'worker-0' }, value: [expect.any(Number), '1'] },
          { metric: { ...metric, node: 'worker-5' }, value: [expect.any(Number), '2'] },
        ],
      },
    });
    const past = { query: 'openshift_ptp_clock_state{node="worker-5",process="ptp4l"}' };
    const before = String(Date.now() / 1000 - 3 * 3600);
    expect(JSON.stringify((await call('/api/v1/query', { ...past, time: before })).body)).toContain('"1"]');
  });

  it('answers a range, as GET and as POST', async () => {
    const end = Date.now() / 1000 - 30;
    const query = {
      query: 'openshift_ptp_offset_ns{node="worker-2",process="ptp4l"}',
      start: String(end - 600),
      end: new Date(end * 1000).toISOString(),
      step: '30s',
    };
    const { body } = await call('/api/v1/query_range', query);
    expect(body).toMatchObject({
      data: { resultType: 'matrix', result: [{ metric: { node: 'worker-2' } }] },
    });
    const values = [...JSON.stringify(body).matchAll(/\[[\d.]+,"(-?\d+)"\]/g)].map(([, value]) =>
      Number(value),
    );
    expect(values.length).toBeGreaterThanOrEqual(20);
    expect(Math.abs(values[0] ?? 999)).toBeLessThan(60);
    expect(values.at(-1)).toBeGreaterThan(1100);
    const posted = await ask(`${base}/api/v1/query_range`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(query).toString(),
    });
    expect(posted.body).toEqual(body);
  });

  it.each([
    ['/api/v1/query', { query: 'rate(openshift_ptp_offset_ns[5m])' }],
    ['/api/v1/query', { query: 'openshift_ptp_offset_ns', time: 'noon' }],
    ['/api/v1/query_range', { query: 'openshift_ptp_offset_ns', start: '1', end: '2', step: '0' }],
    ['/api/v1/query_range', { query: 'openshift_ptp_offset_ns', start: '1', end: '2000000', step: '1' }],
    ['/api/v1/query_range', { query: 'openshift_ptp_offset_ns', start: '2', end: '1', step: '1' }],
  ])('refuses with Prometheus’ 400: %s %o', async (path, query) => {
    // No parameter alone is at fault where there would be too many points.
    const words =
      'end' in query && query.end === '2000000' ? /^exceeded maximum resolution/ : /^invalid parameter/;
    expect(await call(path, query)).toMatchObject({
      status: 400,
      body: { status: 'error', errorType: 'bad_data', error: expect.stringMatching(words) },
    });
  });

  it('has samples as old as a scrape, and none of a series that ended five minutes ago', async () => {
    const at = Math.floor(Date.now() / 60_000) * 60;
    const values = async (query: string, time = at) => {
      const { body } = await call('/api/v1/query', { query, time: String(time) });
      return [...JSON.stringify(body).matchAll(/,"(-?[\d.]+)"\]/g)].map(([, value]) => Number(value));
    };
    const selector = 'openshift_ptp_offset_ns{node="worker-1",process="ptp4l"}';
    expect(await values(`timestamp(${selector})`)).toEqual([at - 8]);
    expect(await values(selector)).toEqual(await values(selector, at - 8));
    expect(await values(selector, at + 600)).toEqual([]);
    const last = [at - 8, at - 23, at - 38, at - 53];
    const samples = (await Promise.all(last.map((time) => values(selector, time)))).flat();
    expect(samples).toHaveLength(4);
    expect(await values(`max_over_time(${selector}[1m])`)).toEqual([Math.max(...samples)]);
    expect(await values(`min_over_time(${selector}[60s])`)).toEqual([Math.min(...samples)]);
  });

  it('has no other paths', async () => {
    expect((await ask(`${base}/api/v1/labels`)).status).toBe(404);
  });
});

describe('readSelector', () => {
  it.each([
    ['up', 'up', 0],
    [' up{} ', 'up', 0],
    ['up{a="1",b!="x\\"y",}', 'up', 2],
  ])('reads %s', (text, name, matchers) => {
    const selector = readSelector(text);
    expect([selector?.name, selector?.matchers.length]).toEqual([name, matchers]);
  });

  it.each(['', '{a="1"}', 'up{a=1}', 'up{a="1"', 'up[5m]', 'up + up', 'up{a=~"("}'])(
    'does not read %s',
    (text) => {
      expect(readSelector(text)).toBeUndefined();
    },
  );
});

describe('functions around a selector', () => {
  it('are read where they are known, and refused elsewhere', () => {
    expect(readExpression('timestamp(a{b="c"})')).toMatchObject({ apply: 'timestamp', range: 0 });
    expect(readExpression('min_over_time(a{b="c"}[2m])')).toMatchObject({ apply: 'min', range: 120_000 });
    expect(readExpression('max_over_time(a[30s])')).toMatchObject({ apply: 'max', range: 30_000 });
    for (const text of ['rate(a[5m])', 'min_over_time(a)', 'timestamp(a[5m])', 'max_over_time(a[0s])'])
      expect(readExpression(text), text).toBeUndefined();
  });

  it('give the date of a sample, without the name of the metric', async () => {
    const query = 'timestamp(openshift_ptp_offset_ns{node="worker-1"})';
    const { status, body } = await call('/api/v1/query', { query });
    expect(status).toBe(200);
    const { result } = Reflect.get(Object(body), 'data');
    expect(result.length).toBeGreaterThan(0);
    for (const { metric, value } of result) {
      expect(metric.__name__).toBeUndefined();
      // Of the last scrape: they are 15 s apart.
      expect(value[0] - Number(value[1])).toBeGreaterThanOrEqual(0);
      expect(value[0] - Number(value[1])).toBeLessThanOrEqual(15);
    }
  });

  it('give the least and the greatest of each step: never the other way round', async () => {
    const to = Math.floor(Date.now() / 1000);
    const range = async (what: string) => {
      const query = `${what}_over_time(openshift_ptp_offset_ns{node=~"worker-1",process="ptp4l"}[120s])`;
      const asked = { query, start: String(to - 1_200), end: String(to), step: '120' };
      const { body } = await call('/api/v1/query_range', asked);
      const [first] = Reflect.get(Object(body), 'data').result;
      return first.values.map(([, value]: [number, string]) => Number(value));
    };
    const [least, greatest]: number[][] = [await range('min'), await range('max')];
    expect(least?.length).toBe(11);
    expect(least?.every((value, index) => value <= (greatest?.[index] ?? Number.NEGATIVE_INFINITY))).toBe(
      true,
    );
    expect(least).not.toEqual(greatest);
  });
});
