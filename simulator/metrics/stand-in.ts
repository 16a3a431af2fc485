/**
 * A stand-in for the HTTP API of Prometheus, https://prometheus.io/docs/prometheus/latest/querying/api/, as far as the
 * console and people at a terminal ask it: `/api/v1/query` and `/api/v1/query_range` with what selector.ts reads. Nothing is
 * stored: samples are as old as a scrape of every 15 s would have them, and any past is computed.
 */
import type { Call, Reply } from '../kernel/http';
import type { World } from '../kernel/world';
import type { Clocks } from '../timing/clocks';
import { isInService } from '../timing/in-service';
import { type Expression, readExpression, type Selector, UNITS } from './selector';
import { type Labels, type Sample, samplesOf } from './series';

/** Prometheus: most points of a series in one answer. */
const MOST_POINTS = 11_000;
/** Prometheus, --query.lookback-delta: a series whose last sample is older is not there. */
const LOOKBACK_MS = 300_000;
/** From sample to sample, and how far past the quarters of a minute they fall: seldom on the end of anybody's step. */
const SCRAPE_MS = 15_000;
const PHASE_MS = 7_000;

type Value = { metric: Labels; value: number };
/** What a query is evaluated over: one cloud, the hosts that its matchers leave. */
type Scope = { world: World; clocks: Clocks; hosts: readonly string[]; expression: Expression };

/** The answer of `/api/v1/query`: the values of one moment, now unless `time` says another. */
export function query(world: World, call: Call): Reply {
  const given = argumentsOf(call);
  const expression = readExpression(given.get('query') ?? '');
  if (!expression) return unreadQuery;
  const time = given.get('time');
  const at = time === null ? world.clock.now() : momentOf(time);
  if (at === undefined) return unreadTime('time', time);
  const values = evaluate(scopeOf(world, expression), at);
  return success(
    'vector',
    values.map(({ metric, value }) => ({ metric, value: [at / 1000, String(value)] })),
  );
}

/** The answer of `/api/v1/query_range`: the values at `start`, `start + step`, … up to `end`. */
export function queryRange(world: World, call: Call): Reply {
  const given = argumentsOf(call);
  const [start, end] = [momentOf(given.get('start')), momentOf(given.get('end'))];
  if (start === undefined) return unreadTime('start', given.get('start'));
  if (end === undefined) return unreadTime('end', given.get('end'));
  if (end < start) return bad('invalid parameter "end": end timestamp must not be before start time');
  const step = durationOf(given.get('step') ?? '');
  if (step === undefined)
    return bad(
      `invalid parameter "step": cannot parse ${JSON.stringify(given.get('step') ?? '')} to a valid duration`,
    );
  if (step <= 0) return bad('invalid parameter "step": zero or negative steps are not accepted');
  if ((end - start) / step > MOST_POINTS)
    return bad(`exceeded maximum resolution of ${MOST_POINTS} points per timeseries`);
  const expression = readExpression(given.get('query') ?? '');
  if (!expression) return unreadQuery;
  const scope = scopeOf(world, expression);
  const series = new Map<string, { metric: Labels; values: [number, string][] }>();
  for (let at = start; at <= end; at += step) {
    for (const { metric, value } of evaluate(scope, at)) {
      const key = JSON.stringify(metric);
      const known = series.get(key) ?? { metric, values: [] };
      series.set(key, known);
      known.values.push([at / 1000, String(value)]);
    }
  }
  return success('matrix', [...series.values()]);
}

/** Samples of these hosts at a moment. An exporter runs on a host in service alone; without PTP it has nothing to say. */
export function readAt(clocks: Clocks, at: number, hosts: readonly string[]): Sample[] {
  return hosts.flatMap((host) => {
    const reading = clocks.read(host, at);
    return reading && reading.ptp.length > 0 ? samplesOf(reading) : [];
  });
}

export const hostsOf = (world: World, clocks: Clocks): string[] =>
  clocks.configuration.hosts().filter((host) => isInService(world, host));

/** Hosts that a matcher on `node` rules out need not be read. */
function scopeOf(world: World, expression: Expression): Scope {
  const clocks = world.timing.clocks();
  const nodes = expression.selector.matchers.filter(({ label }) => label === 'node');
  const hosts = hostsOf(world, clocks).filter((host) => nodes.every(({ matches }) => matches(host)));
  return { world, clocks, hosts, expression };
}

function evaluate({ world, clocks, hosts, expression }: Scope, at: number): Value[] {
  const { selector, apply, range } = expression;
  const newest = scrapeBefore(Math.min(at, world.clock.now()));
  const samples = (moment: number) =>
    readAt(clocks, moment, hosts).filter((sample) => isSelected(sample, selector));
  if (apply === null || apply === 'timestamp') {
    if (at - newest >= LOOKBACK_MS) return [];
    return samples(newest).map((sample) =>
      apply === null
        ? { metric: { __name__: sample.name, ...sample.labels }, value: sample.value }
        : { metric: sample.labels, value: newest / 1000 },
    );
  }
  // A function drops the name of the metric.
  const found = new Map<string, Value>();
  for (let moment = newest; moment >= at - range; moment -= SCRAPE_MS) {
    for (const { labels: metric, value } of samples(moment)) {
      const key = JSON.stringify(metric);
      found.set(key, { metric, value: Math[apply](found.get(key)?.value ?? value, value) });
    }
  }
  return [...found.values()];
}

const scrapeBefore = (at: number): number => Math.floor((at - PHASE_MS) / SCRAPE_MS) * SCRAPE_MS + PHASE_MS;

function isSelected({ name, labels }: Sample, selector: Selector): boolean {
  if (name !== selector.name) return false;
  return selector.matchers.every(({ label, matches }) => matches(labels[label] ?? ''));
}

/** The query of a GET, the form of a POST. */
function argumentsOf(call: Call): URLSearchParams {
  return call.method === 'POST' ? new URLSearchParams(call.body.toString('utf8')) : call.query;
}

function success(resultType: 'vector' | 'matrix', result: unknown[]): Reply {
  return { status: 200, body: { status: 'success', data: { resultType, result } } };
}

const bad = (error: string): Reply => ({
  status: 400,
  body: { status: 'error', errorType: 'bad_data', error },
});

const unreadQuery = bad(
  'invalid parameter "query": this stand-in reads a selector, alone or in timestamp, min_over_time or max_over_time',
);
const unreadTime = (name: string, text: string | null): Reply =>
  bad(`invalid parameter "${name}": cannot parse ${JSON.stringify(text ?? '')} to a valid timestamp`);

/** Seconds since the epoch, or RFC 3339; as epoch milliseconds. */
function momentOf(text: string | null): number | undefined {
  if (text === null || text === '') return undefined;
  const ms = Number.isNaN(Number(text)) ? Date.parse(text) : Number(text) * 1000;
  return Number.isNaN(ms) ? undefined : ms;
}

/** Seconds, or a number with a unit; as milliseconds. */
function durationOf(text: string): number | undefined {
  const [, amount, unit = 's'] = /^(-?\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(text) ?? [];
  const ms = Number(amount) * (UNITS[unit] ?? Number.NaN);
  return Number.isNaN(ms) ? undefined : ms;
}
