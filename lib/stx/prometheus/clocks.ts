/**
 * Clocks in a metrics store. Names, units and numbers of states as the PTP operator of OpenShift exports them
 * (linuxptp-daemon, metrics.md): nanoseconds, 0 free-run, 1 locked, 2 holdover.
 */
import 'server-only';
import type { ClockWindow, SeriesQuantity } from '@/lib/domain/clock/clock-series';
import { type ClockLine, type ClockSeries, seriesGrid } from '@/lib/domain/clock/clock-series';
import { type LabelNames, METRIC_KEYS, type MetricNames } from '@/lib/domain/clock/live-config';
import type { LiveQuantity, LiveReading, LockState } from '@/lib/domain/clock/live-reading';
import type { Unknown } from '@/lib/domain/host';
import { ok, type Result } from '@/lib/domain/result';
import { type Instant, type Labels, queryNow, queryRange, quoted, type Range, type Store } from './query';

export type ClockStore = Store & {
  name: string;
  metrics: MetricNames;
  labels: LabelNames;
  /** Label matchers with commas between; empty: everything in the store is this cloud. */
  selector: string;
  scrapeSeconds: number;
};

type MetricKey = keyof MetricNames;

/** Sets of matchers between braces. */
const braces = (...matchers: string[]) => `{${matchers.filter((matcher) => matcher !== '').join(',')}}`;

/**
 * The last values of all hosts, in two requests for each metric however many hosts there are: the values, and the
 * samples' own times. A series whose exporter is gone has none: the store says so by itself.
 */
export async function readClocks(store: ClockStore, requestId: string): Promise<Result<LiveReading[]>> {
  const parts = await Promise.all(METRIC_KEYS.map((key) => readMetric(store, key, requestId)));
  const readings: LiveReading[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    readings.push(...part.data);
  }
  return ok(readings);
}

async function readMetric(
  store: ClockStore,
  key: MetricKey,
  requestId: string,
): Promise<Result<LiveReading[]>> {
  const series = `${store.metrics[key]}${braces(store.selector)}`;
  const [values, dates] = await Promise.all([
    queryNow(store, series, requestId),
    queryNow(store, `timestamp(${series})`, requestId),
  ]);
  if (!values.ok) return values;
  if (!dates.ok) return dates;
  const takenAt = new Map(dates.data.map(({ labels, value }) => [identity(labels), value * 1000]));
  return ok(
    values.data.flatMap((one) => {
      const at = takenAt.get(identity(one.labels));
      // A series that began between the two requests: it has a date next time.
      return at === undefined ? [] : readingFrom(store, key, one, at);
    }),
  );
}

/** Labels of a series as one text. Functions drop the name, so it does not count. */
function identity(labels: Labels): string {
  const own = Object.entries(labels).filter(([name]) => name !== '__name__');
  return JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readingFrom(
  store: ClockStore,
  key: MetricKey,
  { labels, value }: Instant,
  at: number,
): LiveReading[] {
  const host = labels[store.labels.host];
  const process = label(labels, store.labels.process);
  const quantity = quantityOf(key, value, process);
  if (!host || !quantity) return [];
  return [
    {
      ...quantity,
      ...{ source: 'metrics', sourceName: store.name, host, instance: null, process, at, saidAt: null },
      interface: label(labels, store.labels.interface),
    },
  ];
}

const label = (labels: Labels, name: string): Unknown<string> => labels[name] || null;

const STATES = new Map<number, LockState>([
  [0, 'freerun'],
  [1, 'locked'],
  [2, 'holdover'],
]);

/** phc2sys and chronyd set the system clock, synce4l carries frequency alone; everything else disciplines a PTP clock. */
const STATE_OF: Record<string, 'os-clock' | 'synce-lock'> = {
  phc2sys: 'os-clock',
  chronyd: 'os-clock',
  synce4l: 'synce-lock',
};

function quantityOf(key: MetricKey, value: number, process: Unknown<string>): LiveQuantity | undefined {
  if (key === 'class') return { quantity: 'clock-class', value };
  if (key !== 'state') return { quantity: key, value };
  const state = STATES.get(value);
  return state && { quantity: STATE_OF[process ?? ''] ?? 'ptp-lock', value: state };
}

/** One quantity of one host over a while: the least and the greatest sample of each step, in two requests. */
export async function readClockSeries(
  store: ClockStore,
  asked: { host: string; quantity: SeriesQuantity; window: ClockWindow; now: number },
  requestId: string,
): Promise<Result<ClockSeries>> {
  const { host, quantity, window } = asked;
  const grid = seriesGrid(window, asked.now, store.scrapeSeconds);
  const one = `${store.metrics[quantity]}${braces(`${store.labels.host}=${quoted(host)}`, store.selector)}`;
  const over = (what: 'min' | 'max') =>
    queryRange(store, `${what}_over_time(${one}[${grid.step}s])`, grid, requestId);
  const [least, greatest] = await Promise.all([over('min'), over('max')]);
  if (!least.ok) return least;
  if (!greatest.ok) return greatest;
  const lines = new Map<string, ClockLine>();
  // By clock, not by exporter: one that started anew has other labels, and is the same clock.
  for (const [ranges, what] of [
    [least.data, 'min'],
    [greatest.data, 'max'],
  ] as const) {
    for (const range of ranges) {
      const line = lineOf(lines, store.labels, range.labels, grid.points);
      const row = onGrid(range, grid);
      line[what] = line[what].map((known, index) => extreme(what, known, row[index] ?? null));
    }
  }
  const spans = { from: grid.from * 1000, to: grid.to * 1000, stepMs: grid.step * 1000 };
  return ok({ host, quantity, ...spans, lines: [...lines.values()] });
}

function lineOf(
  lines: Map<string, ClockLine>,
  names: LabelNames,
  labels: Labels,
  points: number,
): { min: readonly Unknown<number>[]; max: readonly Unknown<number>[] } {
  const clock = {
    interface: label(labels, names.interface),
    process: label(labels, names.process),
    from: label(labels, names.from),
  };
  const key = JSON.stringify(clock);
  const none = Array.from({ length: points }, () => null);
  const line = lines.get(key) ?? { ...clock, min: none, max: none };
  lines.set(key, line);
  return line;
}

function extreme(what: 'min' | 'max', a: Unknown<number>, b: Unknown<number>): Unknown<number> {
  if (a === null || b === null) return a ?? b;
  return Math[what](a, b);
}

function onGrid(range: Range, grid: { from: number; step: number; points: number }): Unknown<number>[] {
  const row: Unknown<number>[] = Array.from({ length: grid.points }, () => null);
  for (const [at, value] of range.points) {
    const index = Math.round((at - grid.from) / grid.step);
    if (index >= 0 && index < row.length) row[index] = value;
  }
  return row;
}
