/** The HTTP API of Prometheus, and of stores that speak it: https://prometheus.io/docs/prometheus/latest/querying/api/ */
import 'server-only';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { readable } from '../decode';
import { send } from '../http';

/**
 * Where to ask; from the configuration alone. The file with the bearer token is read for each request: what mounts such
 * files also renews them.
 */
export type Store = { base: string; tokenFile: string | undefined; caFile: string | undefined };

/** Labels of a series, its name as `__name__`. */
export type Labels = Readonly<Record<string, string>>;
/** Seconds since the epoch, and a number as text (`NaN` and `+Inf` are numbers to Prometheus). */
const sample = z.tuple([z.number(), z.string()]);
const labels = z.record(z.string(), z.string());

const vector = z.object({
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(z.object({ metric: labels, value: sample })),
  }),
});
const matrix = z.object({
  data: z.object({
    resultType: z.literal('matrix'),
    result: z.array(z.object({ metric: labels, values: z.array(sample) })),
  }),
});

export type Instant = { labels: Labels; value: number };
/** Epoch seconds and values, oldest first; steps without a sample are left out. */
export type Range = { labels: Labels; points: readonly (readonly [at: number, value: number])[] };

/** The value that each series of an expression has now. What is no finite number is left out. */
export async function queryNow(store: Store, query: string, requestId: string): Promise<Result<Instant[]>> {
  const answer = await ask(store, '/api/v1/query', { query }, vector, requestId);
  if (!answer.ok) return answer;
  const rows = answer.data.data.result.map(({ metric, value: [, value] }) => ({
    labels: metric,
    value: Number(value),
  }));
  return ok(rows.filter(({ value }) => Number.isFinite(value)));
}

/** The values of an expression at points between two instants, both in epoch seconds. */
export async function queryRange(
  store: Store,
  query: string,
  { from, to, step }: { from: number; to: number; step: number },
  requestId: string,
): Promise<Result<Range[]>> {
  const asked = { query, start: String(from), end: String(to), step: String(step) };
  const answer = await ask(store, '/api/v1/query_range', asked, matrix, requestId);
  if (!answer.ok) return answer;
  return ok(
    answer.data.data.result.map(({ metric, values }) => ({
      labels: metric,
      points: values
        .map(([at, value]) => [at, Number(value)] as const)
        .filter(([, value]) => Number.isFinite(value)),
    })),
  );
}

async function ask<T>(
  { base, tokenFile, caFile }: Store,
  path: string,
  query: Record<string, string>,
  schema: z.ZodType<T>,
  requestId: string,
): Promise<Result<T>> {
  const token = await tokenFrom(tokenFile);
  if (token === undefined) {
    const message = 'The file of ROOST_PROMETHEUS_TOKEN_FILE cannot be read.';
    return fail({ kind: 'unavailable', service: 'prometheus', requestId, message });
  }
  const answer = await send({
    service: 'prometheus',
    url: `${base}${path}?${new URLSearchParams(query)}`,
    requestId,
    ...(token === '' ? {} : { headers: { authorization: `Bearer ${token}` } }),
    beside: { seconds: 10, mostMiB: 32, caFile, caVariable: 'ROOST_PROMETHEUS_CA_FILE', retry: true },
  });
  return answer.ok ? readable(schema, answer.data.body, 'prometheus', requestId) : answer;
}

/** Empty: no file is configured. undefined: it cannot be read. */
async function tokenFrom(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return '';
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
}

/** A text as a string of PromQL. */
export const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
