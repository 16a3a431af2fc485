/** Prometheus metrics of this process, served by /api/metrics. */
import 'server-only';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { processWide } from '@/lib/process-wide';
import { sessionsInUse } from './session-registry';

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 90];

function create() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'roost_sessions',
    help: 'Sessions that asked for something in the last five minutes',
    registers,
    collect() {
      this.set(sessionsInUse());
    },
  });
  new Gauge({
    name: 'roost_store_up',
    help: "1 while the console's own store answers, 0 while it does not",
    registers,
    collect() {
      this.set(processWide().store?.isAway === true ? 0 : 1);
    },
  });
  new Gauge({
    name: 'roost_audit_waiting',
    help: 'Lines of the audit trail that are on stdout and not in the store yet',
    registers,
    collect() {
      this.set(processWide().auditKeeper?.waiting ?? 0);
    },
  });
  return {
    registry,
    auditUnkept: new Counter({
      name: 'roost_audit_unkept_total',
      help: 'Lines of the audit trail that are on stdout alone: too many waited for the store',
      registers,
    }),
    requests: new Counter({
      name: 'roost_http_requests_total',
      help: 'Requests answered, by kind of route',
      labelNames: ['kind', 'method', 'status'] as const,
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'roost_http_request_seconds',
      help: 'Time to the end of the answer, by kind of route',
      labelNames: ['kind'] as const,
      buckets: SECONDS,
      registers,
    }),
    platform: new Counter({
      name: 'roost_platform_requests_total',
      help: 'Requests to the platform, by service and outcome (ok, refused, failed)',
      labelNames: ['service', 'method', 'outcome'] as const,
      registers,
    }),
    platformSeconds: new Histogram({
      name: 'roost_platform_request_seconds',
      help: 'Time the platform took, by service',
      labelNames: ['service'] as const,
      buckets: SECONDS,
      registers,
    }),
    cache: new Counter({
      name: 'roost_shared_reads_total',
      help: 'Shared reads, by how they were served (hit, miss, join)',
      labelNames: ['view', 'result'] as const,
      registers,
    }),
    batch: new Histogram({
      name: 'roost_read_many_size',
      help: 'Reads in one readMany',
      buckets: [1, 2, 4, 8, 16, 32],
      registers,
    }),
    signIns: new Counter({
      name: 'roost_sign_ins_total',
      help: 'Sign-ins, by outcome',
      labelNames: ['outcome'] as const,
      registers,
    }),
  };
}

type Metrics = ReturnType<typeof create>;
declare global {
  interface RoostProcess {
    metrics?: Metrics;
  }
}

export function metrics(): Metrics {
  const shared = processWide();
  shared.metrics ??= create();
  return shared.metrics;
}

/** Kind of route of a request: few values, so that host names in paths make no new series. */
export function routeKind(method: string, url: string, headers: Record<string, unknown>): string {
  const path = url.split('?', 1)[0] ?? '';
  if (path.startsWith('/_next/')) return 'static';
  if (path.startsWith('/api/')) return `api_${/^\/api\/([a-z]{1,20})/.exec(path)?.[1] ?? 'other'}`;
  if (method === 'POST' && 'next-action' in headers) return 'action';
  if ('rsc' in headers) return 'navigation';
  return 'page';
}

/** Counts one answered request; the duration in milliseconds. */
export function countRequest(kind: string, method: string, status: number, durationMs: number): void {
  const { requests, requestSeconds } = metrics();
  requests.inc({ kind, method: KNOWN_METHODS.includes(method) ? method : 'other', status: String(status) });
  requestSeconds.observe({ kind }, durationMs / 1000);
}
const KNOWN_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Counts one call to the platform. */
export function countPlatformCall(call: {
  service: string;
  method: string;
  outcome: string;
  durationMs: number;
}): void {
  const { platform, platformSeconds } = metrics();
  platform.inc({ service: call.service, method: call.method, outcome: call.outcome });
  platformSeconds.observe({ service: call.service }, call.durationMs / 1000);
}

/** How a shared read was served: from memory, by asking, or by joining somebody else's asking. */
export function countSharedRead(view: string, result: 'hit' | 'miss' | 'join'): void {
  metrics().cache.inc({ view, result });
}

export function countReadMany(size: number): void {
  metrics().batch.observe(size);
}

export function countSignIn(outcome: string): void {
  metrics().signIns.inc({ outcome });
}
