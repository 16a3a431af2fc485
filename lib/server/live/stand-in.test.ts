/**
 * The stand-in for Prometheus against a real one that has the same samples: what the console asks has to come back the
 * same, refusals included. Skipped, and counted as such, where no Prometheus is installed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prometheusProgram, startPrometheus, type TestPrometheus } from '@/e2e/support/prometheus';
import type { ClockLine } from '@/lib/domain/clock/clock-series';
import { LABEL_NAMES, METRIC_NAMES } from '@/lib/domain/clock/live-config';
import { readClockSparks } from '@/lib/stx/prometheus/clock-sparks';
import { type ClockStore, readClockSeries, readClocks } from '@/lib/stx/prometheus/clocks';
import { ask, startForTest, type TestSimulator } from '@/simulator/testing';

process.env.KEYSTONE_URL = 'http://127.0.0.1:9/v3';
process.env.ROOST_SECRET = 'a-secret-of-at-least-32-characters';

const MINUTE = 60_000;
const METRICS = Object.values(METRIC_NAMES);
/** What was before this is in both; what comes later is scraped by each for itself. The end of a step of every chart. */
const BEFORE = Math.floor((Date.now() - 15 * MINUTE) / (10 * MINUTE)) * 10 * MINUTE;

type Series = { metric: Record<string, string>; values?: [number, string][]; value?: [number, string] };
type Body = { status: string; errorType?: string; data?: { resultType: string; result: Series[] } };

describe.skipIf(prometheusProgram() === undefined)('the stand-in for Prometheus', () => {
  let simulator: TestSimulator;
  let real: TestPrometheus;
  const bases = () => [simulator.urls.metrics ?? '', real.url] as const;

  const get = async (base: string, path: string, given: Record<string, string>) => {
    const { status, body } = await ask(`${base}/api/v1/${path}?${new URLSearchParams(given)}`);
    return { status, body: body as Body };
  };

  /** Two hours of the stand-in's samples, as text that Prometheus takes in. */
  async function history(): Promise<string> {
    const lines: string[] = [];
    for (const query of METRICS) {
      const span = { start: String(BEFORE / 1000 - 7_200 - 8), end: String(BEFORE / 1000), step: '15' };
      const { body } = await get(bases()[0], 'query_range', { query, ...span });
      lines.push(`# TYPE ${query} gauge`);
      for (const { metric, values = [] } of body.data?.result ?? []) {
        const labels = Object.entries(metric).flatMap(([name, text]) =>
          name === '__name__' ? [] : [`${name}=${JSON.stringify(text)}`],
        );
        for (const [at, value] of values) lines.push(`${query}{${labels.join(',')}} ${value} ${at}`);
      }
    }
    return `${lines.join('\n')}\n# EOF\n`;
  }

  beforeAll(async () => {
    simulator = await startForTest({ world: 'standard', speed: 1 });
    const metrics = simulator.urls.metrics ?? '';
    real = { url: '', stop: async () => undefined };
    real = await startPrometheus(new URL(`${metrics}/metrics`), await history());
  }, 120_000);
  afterAll(async () => {
    await real?.stop();
    await simulator?.stop();
  });

  /** By labels, without what a scrape adds of its own. */
  const sorted = ({ data }: Body) => ({
    resultType: data?.resultType,
    result: (data?.result ?? [])
      .map(({ metric: { instance: _, job: __, ...metric }, ...rest }) => ({ metric, ...rest }))
      .sort((a, b) => (key(a.metric) < key(b.metric) ? -1 : 1)),
  });
  const key = (metric: Record<string, string>) => JSON.stringify(Object.entries(metric).sort());

  it.each([
    'openshift_ptp_clock_state',
    'openshift_ptp_offset_ns{node="worker-1"}',
    'openshift_ptp_offset_ns{node=~"worker-1|worker\\\\-7",process!="phc2sys"}',
    'openshift_ptp_offset_ns{node!~"worker-.*",nothing=""}',
    'timestamp(openshift_ptp_clock_class)',
    'timestamp(openshift_ptp_offset_ns{node="worker-1"})',
    'min_over_time(openshift_ptp_offset_ns[2m])',
    'max_over_time(openshift_ptp_delay_ns{node="worker-2"}[90s])',
    'openshift_ptp_offset_ns{node="nobody"}',
    'no_such_metric',
  ])('answers %s as Prometheus does', async (query) => {
    for (const ago of [0, 30.123, 3_600]) {
      const time = String(BEFORE / 1000 - ago);
      const [own, theirs] = await Promise.all(bases().map((base) => get(base, 'query', { query, time })));
      expect(own?.status).toBe(200);
      expect(sorted(own?.body ?? { status: '' })).toEqual(sorted(theirs?.body ?? { status: '' }));
      const span = { start: String(BEFORE / 1000 - 3_600), end: String(BEFORE / 1000), step: '60' };
      const [ranges, known] = await Promise.all(
        bases().map((base) => get(base, 'query_range', { query, ...span })),
      );
      expect(sorted(ranges?.body ?? { status: '' })).toEqual(sorted(known?.body ?? { status: '' }));
    }
  });

  it.each([
    ['query', { query: '' }],
    ['query', { query: 'up{' }],
    ['query', { query: 'up{a=~"("}' }],
    ['query', { query: 'openshift_ptp_offset_ns', time: 'noon' }],
    ['query_range', { query: 'up', start: '', end: '2', step: '1' }],
    ['query_range', { query: 'up', start: '2', end: '1', step: '1' }],
    ['query_range', { query: 'up', start: '1', end: '2', step: '0' }],
    ['query_range', { query: 'up', start: '1', end: '2', step: 'x' }],
    ['query_range', { query: 'up', start: '1', end: '2000000', step: '1' }],
  ])('refuses %s %j as Prometheus does', async (path, given) => {
    const brief = async (base: string) => {
      const { status, body } = await get(base, path, given);
      return { status, said: body.status, errorType: body.errorType, names: Object.keys(body).sort() };
    };
    const [own, theirs] = await Promise.all(bases().map(brief));
    expect(theirs?.status).toBe(400);
    expect(own).toEqual(theirs);
  });

  const storeAt = (base: string): ClockStore => ({
    ...{ base, tokenFile: undefined, caFile: undefined, name: 'store' },
    ...{ metrics: METRIC_NAMES, labels: LABEL_NAMES, selector: '', scrapeSeconds: 15 },
  });

  const byProcess = (a: ClockLine, b: ClockLine) =>
    `${a.process} ${a.interface}` < `${b.process} ${b.interface}` ? -1 : 1;

  it('makes the same charts', async () => {
    for (const quantity of ['offset', 'delay', 'frequency'] as const) {
      const asked = { host: 'worker-7', quantity, window: '1h', now: BEFORE } as const;
      const [own, theirs] = await Promise.all(
        bases().map(async (base) => {
          const read = await readClockSeries(storeAt(base), asked, 'r-1');
          if (!read.ok) throw new Error(read.error.message);
          // Neither has an order.
          return { ...read.data, lines: [...read.data.lines].sort(byProcess) };
        }),
      );
      expect(own).toEqual(theirs);
      expect(own?.lines.length).toBeGreaterThanOrEqual(2);
      expect(own?.lines[0]?.max).not.toContain(null);
    }
    const asked = { hosts: ['worker-0', 'worker-1', 'worker-7'], now: BEFORE };
    const [own, theirs] = await Promise.all(
      bases().map((base) => readClockSparks(storeAt(base), asked, 'r-1')),
    );
    expect(own).toEqual(theirs);
    expect(own?.ok && Object.keys(own.data.lines).sort()).toEqual(asked.hosts);
  });

  it('knows the same clocks now, each sample with a time of its own', async () => {
    const brief = async (base: string) => {
      const answer = await readClocks(storeAt(base), 'r-1');
      if (!answer.ok) throw new Error(answer.error.message);
      for (const { at } of answer.data) expect(Math.abs(Date.now() - at)).toBeLessThan(20_000);
      const steady = answer.data.map(({ quantity, value, host, interface: link, process }) =>
        // Figures move from sample to sample; states and classes do not.
        [
          host,
          process,
          link,
          quantity,
          typeof value === 'string' || quantity === 'clock-class' ? value : '',
        ].join(),
      );
      return steady.sort();
    };
    const [standIn, url] = bases();
    const own = await brief(standIn);
    expect(own.length).toBeGreaterThan(40);
    await expect.poll(() => brief(url), { timeout: 20_000 }).toEqual(own);
  });
});
