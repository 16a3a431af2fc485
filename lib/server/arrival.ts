/**
 * Sees every request before Next does, through Node's own diagnostics channel, and settles two things that
 * later code relies on: who is asking (address) and under which id it is logged.
 */
import 'server-only';
import { type Channel, subscribe } from 'node:diagnostics_channel';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { CLIENT_HEADER, DIRECT_HEADER, REQUEST_ID_HEADER } from './request';
import { newRequestId } from './request-id';

/** An id that is safe in a log line and a header. */
const SANE_ID = /^[A-Za-z0-9._-]{8,64}$/;

/**
 * The address of the machine that asks.
 * @param trusted number of reverse proxies in front. Each appends the address it saw to X-Forwarded-For, so the
 *   client is that many entries from the right; entries further left can be anything the client made up.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: number): string {
  const plainPeer = unmapped(peer);
  if (trusted === 0) return plainPeer;
  const hops = [...(forwardedFor ?? '').split(','), plainPeer]
    .map((hop) => unmapped(hop.trim()))
    .filter((hop) => hop !== '');
  return (hops[Math.max(0, hops.length - 1 - trusted)] ?? plainPeer).slice(0, 64);
}

// A dual-stack socket reports IPv4 peers as ::ffff:10.0.0.1.
const unmapped = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** The id to log a request under: a trusted proxy's, when it is sane, or a new one. */
export function requestIdFor(given: string | undefined, trusted: number): string {
  return trusted > 0 && given !== undefined && SANE_ID.test(given) ? given : newRequestId();
}

/** Writes the facts into a request's headers, over anything the client sent under these names. */
export function stamp(headers: IncomingHttpHeaders, peer: string, trusted: number): string {
  const forwarded = headers['x-forwarded-for'];
  const forwardedFor = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
  const given = headers[REQUEST_ID_HEADER];
  const requestId = requestIdFor(typeof given === 'string' ? given : undefined, trusted);
  headers[CLIENT_HEADER] = clientAddress(peer, forwardedFor, trusted);
  headers[DIRECT_HEADER] = forwardedFor === undefined && headers.forwarded === undefined ? '1' : '0';
  headers[REQUEST_ID_HEADER] = requestId;
  return requestId;
}

type Arrived = { request: IncomingMessage; response: ServerResponse };

/**
 * Starts stamping. `finished` hears of every answer with its duration in milliseconds.
 * Sources of the events: node:_http_server, channels http.server.request.start and http.server.response.finish.
 */
export function watchArrivals(
  trusted: number,
  finished: (request: IncomingMessage, status: number, durationMs: number) => void,
): void {
  const startedAt = new WeakMap<object, number>();
  const onStart: Parameters<Channel['subscribe']>[0] = (message) => {
    if (!isArrived(message)) return;
    const { request, response } = message;
    const requestId = stamp(request.headers, request.socket.remoteAddress ?? '', trusted);
    response.setHeader(REQUEST_ID_HEADER, requestId);
    startedAt.set(request, performance.now());
  };
  const onFinish: Parameters<Channel['subscribe']>[0] = (message) => {
    if (!isArrived(message)) return;
    const started = startedAt.get(message.request);
    if (started === undefined) return;
    finished(message.request, message.response.statusCode, performance.now() - started);
  };
  subscribe('http.server.request.start', onStart);
  subscribe('http.server.response.finish', onFinish);
}

function isArrived(message: unknown): message is Arrived {
  return typeof message === 'object' && message !== null && 'request' in message && 'response' in message;
}
