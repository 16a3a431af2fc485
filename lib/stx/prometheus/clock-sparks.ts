/** The last hour of many clocks in two requests to a metrics store. */
import 'server-only';
import { type ClockSparks, furthestOf, SPARK_POINTS, SPARK_STEP_S } from '@/lib/domain/clock/clock-spark';
import type { Unknown } from '@/lib/domain/host';
import { ok, type Result } from '@/lib/domain/result';
import type { ClockStore } from './clocks';
import { queryRange, quoted } from './query';

/** Whose offset speaks for a host, best first; a store without processes has one line per interface. */
const PROCESSES = ['ptp4l', '', 'ts2phc'];

/** Offsets of these hosts. Of several lines of one host the sample furthest from zero is taken, step by step. */
export async function readClockSparks(
  store: ClockStore,
  { hosts, now }: { hosts: readonly string[]; now: number },
  requestId: string,
): Promise<Result<ClockSparks>> {
  const to = Math.ceil(now / 1000 / SPARK_STEP_S) * SPARK_STEP_S;
  const grid = { from: to - (SPARK_POINTS - 1) * SPARK_STEP_S, to, step: SPARK_STEP_S };
  const names = quoted(hosts.map(literal).join('|'));
  const matchers = [`${store.labels.host}=~${names}`, store.selector].filter((one) => one !== '').join(',');
  const over = (what: 'min' | 'max') =>
    queryRange(
      store,
      `${what}_over_time(${store.metrics.offset}{${matchers}}[${SPARK_STEP_S}s])`,
      grid,
      requestId,
    );
  const [least, greatest] = await Promise.all([over('min'), over('max')]);
  if (!least.ok) return least;
  if (!greatest.ok) return greatest;
  const byHost = new Map<string, Map<string, Unknown<number>[]>>();
  for (const { labels, points } of [...least.data, ...greatest.data]) {
    const host = labels[store.labels.host];
    const process = labels[store.labels.process] ?? '';
    if (!host || !PROCESSES.includes(process)) continue;
    const own = byHost.get(host) ?? new Map<string, Unknown<number>[]>();
    byHost.set(host, own);
    const line = own.get(process) ?? Array.from({ length: SPARK_POINTS }, () => null);
    own.set(process, line);
    for (const [at, value] of points) {
      const index = Math.round((at - grid.from) / SPARK_STEP_S);
      if (index >= 0 && index < SPARK_POINTS) line[index] = furthestOf(line[index] ?? null, value);
    }
  }
  const lines: Record<string, readonly Unknown<number>[]> = {};
  for (const [host, own] of byHost) {
    const line = PROCESSES.map((process) => own.get(process)).find((one) => one !== undefined);
    if (line) lines[host] = line;
  }
  return ok({ from: grid.from * 1000, to: grid.to * 1000, lines });
}

/** A name within a regular expression of RE2. */
const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
