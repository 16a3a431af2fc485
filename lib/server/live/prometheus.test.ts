/** Clocks in a real Prometheus, skipped and counted as such where none is installed. */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prometheusProgram, startPrometheus, type TestPrometheus } from '@/e2e/support/prometheus';
import { LABEL_NAMES, METRIC_NAMES } from '@/lib/domain/clock/live-config';
import { type ClockStore, readClockSeries, readClocks } from '@/lib/stx/prometheus/clocks';

process.env.KEYSTONE_URL = 'http://127.0.0.1:9/v3';
process.env.ROOST_SECRET = 'a-secret-of-at-least-32-characters';

const series = (metric: string, labels: Record<string, string>, value: number, at?: number): string => {
  const pairs = Object.entries(labels).map(([name, text]) => `${name}="${text}"`);
  return `${metric}{${pairs.join(',')}} ${value}${at === undefined ? '' : ` ${at}`}\n`;
};
const ptp4l = (node: string) => ({ node, iface: 'ens5f0', process: 'ptp4l', from: 'master', site: 'a' });
const phc2sys = (node: string) => ({ node, iface: 'CLOCK_REALTIME', process: 'phc2sys', site: 'a' });

const exported = () =>
  series('openshift_ptp_offset_ns', ptp4l('worker-0'), -17) +
  series('openshift_ptp_delay_ns', ptp4l('worker-0'), 305) +
  series('openshift_ptp_frequency_adjustment_ns', ptp4l('worker-0'), -1234.5) +
  series('openshift_ptp_clock_state', ptp4l('worker-0'), 1) +
  series('openshift_ptp_clock_state', phc2sys('worker-0'), 2) +
  series('openshift_ptp_clock_state', { ...ptp4l('worker-0'), process: 'synce4l' }, 0) +
  series('openshift_ptp_clock_state', { ...ptp4l('worker-0'), process: 'ts2phc' }, 7) +
  series('openshift_ptp_clock_class', ptp4l('worker-0'), 6) +
  series('openshift_ptp_offset_ns', ptp4l('worker-1'), 99_000) +
  series('openshift_ptp_offset_ns', { ...ptp4l('worker-2'), site: 'b' }, 5) +
  series('openshift_ptp_offset_ns', { process: 'ptp4l', site: 'a' }, 5) +
  series('openshift_ptp_offset_ns', ptp4l('worker-3'), Number.NaN);

const MINUTE = 60;
// Seconds of a sample are never those of a step's end: it would count for two steps.
const now = Math.floor(Date.now() / 30_000) * 30 - 7;
const SPIKE_AT = now - 600 * MINUTE;
const GAP = { from: now - 300 * MINUTE, to: now - 240 * MINUTE };

/** A day of samples, one in 30 s, of two hosts: a spike of one sample, and an hour without any. */
function history(): string {
  const lines: string[] = [];
  for (let at = now - 1_440 * MINUTE; at < now - 10 * MINUTE; at += 30) {
    if (at >= GAP.from && at < GAP.to) continue;
    const spike = Math.abs(at - SPIKE_AT) < 15;
    lines.push(series('openshift_ptp_offset_ns', ptp4l('worker-0'), spike ? 90_000 : at % 2 ? 10 : -10, at));
    lines.push(series('openshift_ptp_offset_ns', ptp4l('worker-1'), 1_000_000, at));
    const pod = at < now - 720 * MINUTE ? 'before' : 'after';
    lines.push(series('openshift_ptp_offset_ns', { ...ptp4l('worker-4'), pod }, 3, at));
  }
  // OpenMetrics wants the samples of a series together.
  const labelsOf = (line: string) => line.split('}')[0] ?? '';
  const sorted = lines.sort((a, b) => labelsOf(a).localeCompare(labelsOf(b)));
  return `# TYPE openshift_ptp_offset_ns gauge\n${sorted.join('')}# EOF\n`;
}

describe.skipIf(prometheusProgram() === undefined)('clocks in a Prometheus', () => {
  let exporter: Server;
  let prometheus: TestPrometheus;
  let store: ClockStore;
  let text = exported();

  beforeAll(async () => {
    exporter = createServer((_, response) => {
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(text);
    });
    await new Promise<void>((resolve) => exporter.listen(0, '127.0.0.1', resolve));
    const address = exporter.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    prometheus = await startPrometheus(new URL(`http://127.0.0.1:${port}/metrics`), history());
    store = {
      ...{ base: prometheus.url, tokenFile: undefined, caFile: undefined, name: 'prometheus' },
      ...{ metrics: METRIC_NAMES, labels: LABEL_NAMES, selector: 'site="a"', scrapeSeconds: 30 },
    };
  }, 60_000);
  afterAll(async () => {
    await prometheus?.stop();
    exporter?.closeAllConnections();
    exporter?.close();
  });

  const read = async (of = store) => {
    const answer = await readClocks(of, 'r-1');
    if (!answer.ok) throw new Error(`${answer.error.message} ${answer.error.details ?? ''}`);
    return answer.data;
  };
  const brief = async (host: string, of = store) =>
    (await read(of))
      .filter((reading) => reading.host === host)
      .map(({ quantity, value, interface: link, process }) => [quantity, value, link, process])
      .sort();

  it('are read with all that a store says of them', async () => {
    await expect.poll(() => brief('worker-0'), { timeout: 20_000 }).toHaveLength(7);
    expect(await brief('worker-0')).toEqual([
      ['clock-class', 6, 'ens5f0', 'ptp4l'],
      ['delay', 305, 'ens5f0', 'ptp4l'],
      ['frequency', -1234.5, 'ens5f0', 'ptp4l'],
      ['offset', -17, 'ens5f0', 'ptp4l'],
      ['os-clock', 'holdover', 'CLOCK_REALTIME', 'phc2sys'],
      ['ptp-lock', 'locked', 'ens5f0', 'ptp4l'],
      ['synce-lock', 'freerun', 'ens5f0', 'synce4l'],
    ]);
    const [one] = await read();
    expect(one).toMatchObject({ source: 'metrics', sourceName: 'prometheus', instance: null, saidAt: null });
  });

  it('carry the time of their own sample', async () => {
    const first = (await read()).find(({ quantity }) => quantity === 'offset')?.at ?? 0;
    expect(Math.abs(Date.now() - first)).toBeLessThan(15_000);
    const newest = async () => (await read()).find(({ quantity }) => quantity === 'offset')?.at ?? 0;
    await expect.poll(newest, { timeout: 10_000 }).toBeGreaterThan(first);
    // Scraped once a second: another time is a second later at least, not the time of the question.
    expect((await newest()) - first).toBeGreaterThanOrEqual(900);
  });

  it('are of this cloud alone, where the store has several, and of hosts that are named', async () => {
    expect(new Set((await read()).map(({ host }) => host))).toEqual(new Set(['worker-0', 'worker-1']));
    expect(await brief('worker-2', { ...store, selector: '' })).toEqual([['offset', 5, 'ens5f0', 'ptp4l']]);
  });

  it('have other names where the store has', async () => {
    const metrics = { ...METRIC_NAMES, delay: 'openshift_ptp_offset_ns', offset: 'my_offset' };
    const labels = { ...LABEL_NAMES, interface: 'process', process: 'iface' };
    expect(await brief('worker-1', { ...store, metrics, labels })).toEqual([
      ['delay', 99_000, 'ptp4l', 'ens5f0'],
    ]);
  });

  const chart = async (window: '1h' | '24h', host = 'worker-0', of = store) => {
    const answer = await readClockSeries(of, { host, quantity: 'offset', window, now: Date.now() }, 'r-1');
    if (!answer.ok) throw new Error(`${answer.error.message} ${answer.error.details ?? ''}`);
    return answer.data;
  };

  it('make a chart of a day: the one sample that matters is in it, and an hour without any is a gap', async () => {
    const { lines, from, stepMs, host } = await chart('24h');
    expect(host).toBe('worker-0');
    expect(lines).toHaveLength(1);
    const [line] = lines;
    expect(line).toMatchObject({ interface: 'ens5f0', process: 'ptp4l', from: 'master' });
    const { min = [], max = [] } = line ?? {};
    expect(max).toHaveLength(240);
    expect(min).toHaveLength(240);
    expect(max.filter((value) => value === 90_000)).toHaveLength(1);
    const at = max.indexOf(90_000);
    expect(Math.abs(from + at * stepMs - SPIKE_AT * 1000)).toBeLessThanOrEqual(stepMs);
    expect(min[at]).toBeLessThanOrEqual(10);
    const gaps = max.flatMap((value, index) =>
      value === null ? [from / 1000 + (index * stepMs) / 1000] : [],
    );
    expect(gaps.length).toBeGreaterThanOrEqual(9);
    for (const end of gaps) {
      const inGap = end > GAP.from && end - stepMs / 1000 <= GAP.to;
      // The exporter was only started some seconds ago: between the history and it there is a gap as well.
      expect(inGap || end > now - 20 * MINUTE).toBe(true);
    }
    expect(max.map((value) => value === null)).toEqual(min.map((value) => value === null));
    // Of the other host, a thousand times further off, nothing.
    expect(Math.max(...max.map(Number))).toBe(90_000);
  });

  it('make a chart of an hour, in which the newest sample is the last point', async () => {
    const { lines, stepMs, to } = await chart('1h', 'worker-0', { ...store, scrapeSeconds: 1 });
    expect(stepMs).toBe(15_000);
    expect(to).toBeGreaterThan(Date.now() - 15_000);
    const { max = [] } = lines[0] ?? {};
    expect(max).toHaveLength(240);
    expect(max.slice(-2)).toContain(-17);
    // 30 s apart in the history, so that every other step of 15 s has none.
    expect(max.slice(0, 100)).toContain(null);
    const { lines: coarse } = await chart('1h');
    expect(coarse[0]?.max.slice(0, 45)).not.toContain(null);
  });

  it('make one line of one clock, whose exporter started anew at noon', async () => {
    const { lines } = await chart('24h', 'worker-4');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.min.filter((value) => value === 3).length).toBeGreaterThan(220);
  });

  it('are nothing of a host that is not there, whatever its name', async () => {
    expect((await chart('1h', 'x"} or openshift_ptp_offset_ns{node="worker-0')).lines).toEqual([]);
  });

  it('are gone at once when the exporter no longer has them', async () => {
    text = exported().replaceAll('worker-1', 'worker-8');
    await expect.poll(() => brief('worker-1'), { timeout: 20_000 }).toEqual([]);
    expect(await brief('worker-8')).toHaveLength(1);
  });

  it('are refused in the words of the store', async () => {
    const answer = await readClocks({ ...store, selector: 'site=~"("' }, 'r-1');
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 400, service: 'prometheus' },
    });
    expect(!answer.ok && answer.error.message).toContain('parse error');
  });
});
