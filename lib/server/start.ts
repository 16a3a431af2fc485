import 'server-only';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { type Env, env } from '@/lib/env';
import { onPlatformCall } from '@/lib/stx/http';
import { watchArrivals } from './arrival';
import { holdExit, prepareDrain } from './drain';
import { loggedPath } from './live/push';
import { liveSources } from './live/sources';
import { log } from './log';
import { countPlatformCall, countRequest, countSharedRead, routeKind } from './metrics';
import { onPlatform } from './platform';
import { dropSession } from './session-registry';
import { limitArrivals } from './slow-arrival';
import { startStore } from './store/keep-house';

/**
 * What a server process does before its first request: check the configuration, tell next-auth its origin,
 * start to stamp, count and log. Throws with a message for the operator when the configuration is bad.
 */
export function start(): void {
  const { ROOST_URL, ROOST_TRUSTED_PROXIES } = env();
  checkFiles();
  process.env.NEXTAUTH_URL = ROOST_URL;
  warnAboutHttp(new URL(ROOST_URL));
  limitArrivals();
  watchArrivals(ROOST_TRUSTED_PROXIES, (request, status, durationMs) => {
    const method = request.method ?? 'GET';
    const kind = routeKind(method, request.url ?? '/', request.headers);
    countRequest(kind, method, status, durationMs);
    if (kind === 'static') return;
    const requestId = String(request.headers['x-request-id'] ?? '');
    const from = String(request.headers['x-roost-client'] ?? '');
    // The path without its query: a query may hold what a person searched for.
    const path = loggedPath((request.url ?? '/').split('?', 1)[0] ?? '');
    // Probes come every few seconds and say nothing.
    const write = PROBES.has(kind) && status < 400 ? log.debug : log.info;
    write(
      { requestId, from, method, route: kind, path, status, durationMs: Math.round(durationMs) },
      'request',
    );
  });
  onPlatform({ onRefused: (session) => dropSession(session.id), onRead: countSharedRead });
  startStore();
  onPlatformCall((call) => {
    countPlatformCall(call);
    log.debug({ ...call, durationMs: Math.round(call.durationMs) }, 'platform');
  });
}

const PROBES = new Set(['api_live', 'api_health', 'api_metrics']);

/**
 * Starts, or ends the process with the message alone. Next by itself would go on listening after a failed
 * instrumentation hook and answer every request with an error (seen with next start 16.4.5).
 */
export function startOrExit(): void {
  try {
    start();
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    process.exit(EX_CONFIG);
  }
  // Next drains by itself: it stops listening, ends what is under way and exits with 143. It waits for open tabs too.
  const drain = prepareDrain();
  process.once('SIGTERM', () => {
    log.info({ signal: 'SIGTERM' }, 'Stopping: requests under way are finished first');
    drain();
    const { push } = liveSources();
    if (push) holdExit(push.removeAll(), REMOVING_MS);
  });
}

/** How long the end waits for nodes to take their subscriptions back. */
const REMOVING_MS = 5_000;

/** sysexits.h: the configuration is wrong. A service manager should not try again. */
const EX_CONFIG = 78;

const CERTIFICATES = ['STX_CA_FILE', 'ROOST_PTP_NOTIFICATION_CA_FILE', 'ROOST_PROMETHEUS_CA_FILE'] as const;

/** A missing or broken file would otherwise show as "does not answer" much later. */
function checkFiles(): void {
  for (const name of CERTIFICATES) {
    checkFile(name, env()[name], (ca) => {
      if (!ca.includes('-----BEGIN CERTIFICATE-----')) throw new Error('it holds no PEM certificate');
      createSecureContext({ ca });
    });
  }
  const { ROOST_PROMETHEUS_TOKEN_FILE, ROOST_PROMETHEUS_URL } = env();
  checkFile('ROOST_PROMETHEUS_TOKEN_FILE', ROOST_PROMETHEUS_TOKEN_FILE, (token) => {
    if (!/^[\x21-\x7e]+$/.test(token.trim())) throw new Error('it holds no token');
  });
  if (ROOST_PROMETHEUS_TOKEN_FILE && ROOST_PROMETHEUS_URL.startsWith('http:'))
    log.warn(
      { url: new URL(ROOST_PROMETHEUS_URL).origin },
      'The token of the metrics store goes over plain http',
    );
}

function checkFile(name: keyof Env, file: string | undefined, check: (content: string) => void): void {
  if (!file) return;
  try {
    check(readFileSync(file, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Roost cannot start with this configuration:\n  ${name}: ${why}`);
  }
}

/** Plain http is for this machine only: anywhere else the cookie could be read on the way. */
function warnAboutHttp(url: URL): void {
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && !local) {
    log.warn(
      { url: url.origin },
      'ROOST_URL is plain http: cookies are not Secure. Put a TLS proxy in front',
    );
  }
}
