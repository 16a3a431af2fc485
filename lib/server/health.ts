/** Can this process do its work? Asked by load balancers every few seconds, so Keystone is asked far less. */
import 'server-only';
import { sql } from 'kysely';
import { env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';
import { send } from '@/lib/stx/http';
import { newRequestId } from './request-id';
import { store } from './store/store';

export type Health = {
  status: 'ready' | 'not-ready';
  configuration: 'ok' | 'bad';
  keystone: { reachable: boolean; reason?: string };
  /** The console's own store. Without it notes and the audit trail are missing, and nothing else is. */
  store: { reachable: boolean };
  /** Ready, but something is missing: the store. */
  degraded: boolean;
  /** ISO 8601; when Keystone was last asked. */
  asOf: string;
};

const FRESH_MS = 5_000;
const PATIENCE_MS = 2_000;

declare global {
  interface RoostProcess {
    health?: { at: number; report: Promise<Health> };
  }
}

/** The report, at most five seconds old. All who ask meanwhile share one question to Keystone. */
export function health(now = Date.now()): Promise<Health> {
  const shared = processWide();
  if (!shared.health || now - shared.health.at >= FRESH_MS) {
    shared.health = { at: now, report: check(new Date(now)) };
  }
  return shared.health.report;
}

async function check(at: Date): Promise<Health> {
  const asOf = at.toISOString();
  let url: string;
  try {
    url = env().KEYSTONE_URL;
  } catch {
    const unknown = { keystone: { reachable: false }, store: { reachable: false }, degraded: true };
    return { status: 'not-ready', configuration: 'bad', ...unknown, asOf };
  }
  const [keystone, own] = await Promise.all([
    Promise.race([probe(url), tooSlow()]),
    Promise.race([probeStore(), tooSlow()]),
  ]);
  return {
    status: keystone.reachable ? 'ready' : 'not-ready',
    configuration: 'ok',
    keystone,
    store: { reachable: own.reachable },
    degraded: !own.reachable,
    asOf,
  };
}

async function probeStore(): Promise<Health['store']> {
  const answer = await store().run((db) => sql`select 1`.execute(db));
  return { reachable: answer.ok };
}

/** Any answer short of a server error shows that Keystone is there; its version page needs no token. */
async function probe(url: string): Promise<Health['keystone']> {
  const answer = await send({ service: 'keystone', url, requestId: newRequestId() });
  if (
    answer.ok ||
    ((answer.error.status ?? 0) >= 300 && (answer.error.status ?? 0) < 500 && answer.error.status !== 408)
  ) {
    return { reachable: true };
  }
  return { reachable: false, reason: answer.error.message };
}

function tooSlow(): Promise<Health['keystone']> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve({ reachable: false, reason: `Keystone did not answer within ${PATIENCE_MS / 1000} s.` }),
      PATIENCE_MS,
    );
    timer.unref();
  });
}
