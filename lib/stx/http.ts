/**
 * The one place that speaks HTTP to the platform and to sources beside it: keep-alive pools, a certificate authority
 * of the site's own, time limits, a cap on the size of answers, no redirects, one retry for reads and never one for
 * writes. What is sent as a stream (outgoing-stream.ts) has a limit on standing still in place of one on the whole.
 */
import 'server-only';
import { readFileSync } from 'node:fs';
import { Agent, type Dispatcher } from 'undici';
import { fail, ok, type Result } from '@/lib/domain/result';
import { env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';
import { connectionFailure, refusalFrom } from './errors';
import { bodyOf, idlePatience, type OutgoingStream, patienceOf } from './outgoing-stream';
import type { CallName } from './service-name';

/** What holds for a source beside the platform, in place of the platform's own settings. */
export type Beside = {
  /** How long to wait for an answer. */
  seconds: number;
  mostMiB: number;
  /** PEM file, and the variable that names it. */
  caFile: string | undefined;
  caVariable: string;
  /** A read is asked once more when nothing answered. */
  retry: boolean;
};

export type Outgoing = {
  service: CallName;
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Absolute URL, made from the catalogue by `endpointUrl`; never from what a browser sent. */
  url: string;
  /** Path and query exactly as they are sent: a URL parser resolves `/./`, which is a wildcard to some. */
  verbatim?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it comes, in place of `body`. */
  stream?: OutgoingStream;
  requestId: string;
  beside?: Beside;
};

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
};

/** What happened to one call, for metrics and logs. Never carries a header or a body. */
export type CallReport = {
  service: CallName;
  method: string;
  path: string;
  outcome: 'ok' | 'refused' | 'failed';
  status: number;
  durationMs: number;
  requestId: string;
};

declare global {
  interface RoostProcess {
    platformPools?: { shared: Agent; single: Agent };
    /** Pools of sources beside the platform, by the file of their certificate authority. */
    besidePools?: Map<string, Agent>;
    platformListener?: (call: CallReport) => void;
  }
}

/** Sets the one listener (lib/server/start.ts); stx itself knows no metrics. */
export function onPlatformCall(listener: (call: CallReport) => void): void {
  processWide().platformListener = listener;
}

function agents() {
  const shared = processWide();
  if (shared.platformPools) return shared.platformPools;
  const { STX_CA_FILE } = env();
  const connect = { timeout: 5_000, ...(STX_CA_FILE ? { ca: readFileSync(STX_CA_FILE) } : {}) };
  shared.platformPools = {
    shared: new Agent({ connect, connections: 8, keepAliveTimeout: 10_000, pipelining: 1 }),
    // Keystone under uwsgi resets kept-alive connections (measured: half of the log-ins that reused one failed).
    single: new Agent({ connect, connections: 16, pipelining: 0 }),
  };
  return shared.platformPools;
}

/** A site may have many nodes to ask, each seldom: few connections to each, and none kept for long. */
function besideAgent(caFile: string | undefined): Agent {
  const shared = processWide();
  shared.besidePools ??= new Map();
  const key = caFile ?? '';
  const known = shared.besidePools.get(key);
  if (known) return known;
  const connect = { timeout: 3_000, ...(caFile ? { ca: readFileSync(caFile) } : {}) };
  const made = new Agent({ connect, connections: 2, keepAliveTimeout: 5_000, pipelining: 1 });
  shared.besidePools.set(key, made);
  return made;
}

function dispatcherFor({ service, beside, stream }: Outgoing): Dispatcher {
  if (beside) return besideAgent(beside.caFile);
  // A stream holds its connection for minutes: it takes none of those that everybody else shares.
  if (stream) return agents().single;
  return service === 'keystone' ? agents().single : agents().shared;
}

/**
 * Sends one request.
 * @returns the answer for 2xx; a Failure for anything else, with the platform's own sentence where it gave one.
 *          Never throws for what a platform or a network can do.
 */
export async function send(outgoing: Outgoing): Promise<Result<Answer>> {
  const isRead = (outgoing.method ?? 'GET') === 'GET';
  const first = await attempt(outgoing);
  // One more try for a read that never got an answer, or met a gateway that was not ready. A write may have
  // been carried out: it is never sent twice.
  if (
    isRead &&
    outgoing.beside?.retry !== false &&
    !first.ok &&
    first.error.kind === 'unavailable' &&
    RETRYABLE.includes(first.error.status ?? 0)
  ) {
    return attempt(outgoing);
  }
  return first;
}

/** 0: no answer at all. A time-out is not retried: it has used up the patience of the person waiting. */
const RETRYABLE = [0, 502, 503];

async function attempt(outgoing: Outgoing): Promise<Result<Answer>> {
  const { service, requestId, beside, stream } = outgoing;
  const method = outgoing.method ?? 'GET';
  const url = new URL(outgoing.url);
  const settings = env();
  const seconds =
    stream?.idleSeconds ??
    beside?.seconds ??
    (method === 'GET' ? settings.STX_READ_TIMEOUT_SECONDS : settings.STX_WRITE_TIMEOUT_SECONDS);
  const mostMiB = beside?.mostMiB ?? settings.STX_MAX_ANSWER_MIB;
  const patience = stream ? idlePatience(stream) : patienceOf(seconds);
  const started = performance.now();
  const done = (outcome: CallReport['outcome'], status: number) =>
    processWide().platformListener?.({
      service,
      method,
      path: outgoing.verbatim?.split('?', 1)[0] ?? url.pathname,
      outcome,
      status,
      durationMs: performance.now() - started,
      requestId,
    });
  try {
    const response = await dispatcherFor(outgoing).request({
      origin: url.origin,
      path: outgoing.verbatim ?? `${url.pathname}${url.search}`,
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'roost',
        'x-request-id': requestId,
        ...(outgoing.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(stream ? { 'content-type': stream.contentType, 'content-length': String(stream.bytes) } : {}),
        ...outgoing.headers,
      },
      body: stream
        ? bodyOf(stream, patience)
        : outgoing.body === undefined
          ? null
          : JSON.stringify(outgoing.body),
      signal: patience.signal,
      // undici has limits of its own on what is streamed; `patience` is the one that holds.
      ...(stream ? { headersTimeout: 0, bodyTimeout: 0 } : {}),
    });
    const text = await readBounded(response.body, mostMiB * 1024 * 1024);
    if (text === undefined) {
      done('failed', response.statusCode);
      return fail({
        kind: 'unavailable',
        message: `The answer of ${service} is larger than ${mostMiB} MiB.`,
        service,
        status: response.statusCode,
        requestId,
      });
    }
    const body = parse(text);
    const answer: Answer = { status: response.statusCode, headers: response.headers, body };
    if (answer.status >= 200 && answer.status < 300) {
      done('ok', answer.status);
      return ok(answer);
    }
    done(answer.status >= 500 ? 'failed' : 'refused', answer.status);
    return fail(refusalFrom({ service, status: answer.status, body, text, requestId }));
  } catch (cause) {
    done('failed', 0);
    return fail(connectionFailure({ service, cause, seconds, requestId, caVariable: beside?.caVariable }));
  } finally {
    patience.end();
  }
}

async function readBounded(
  body: Dispatcher.ResponseData['body'],
  limit: number,
): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const piece = Buffer.from(chunk);
    size += piece.length;
    if (size > limit) {
      body.destroy();
      return undefined;
    }
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON, or the text itself where it is none (health reports are plain text), or null for no body. */
function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
