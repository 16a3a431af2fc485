/**
 * How long a request may take to arrive. Node gives every one of a server five minutes, which a large tarball over a slow
 * link needs more of: what streams has a limit on standing still instead (lib/stx/outgoing-stream.ts), everything else
 * keeps the five minutes. Heads keep Node's own limit.
 */
import 'server-only';
import { type Channel, subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';

/** Addresses whose bodies are streamed through. */
const STREAMED = /^\/api\/(applications\/tarball|device-images\/bitstream)(\?|$)/;
/** `requestTimeout` of node:http. */
const LONGEST_MS = 300_000;

type Arriving = { request: IncomingMessage; server: Server };

/** Source of the event: node:_http_server, channel http.server.request.start. */
export function limitArrivals(longestMs = LONGEST_MS): void {
  const onStart: Parameters<Channel['subscribe']>[0] = (message) => {
    if (!isArriving(message)) return;
    const { request, server } = message;
    server.requestTimeout = 0;
    if (STREAMED.test(request.url ?? '') || request.complete) return;
    const timer = setTimeout(() => {
      if (!request.complete) request.destroy();
    }, longestMs);
    timer.unref();
    request.once('close', () => clearTimeout(timer));
  };
  subscribe('http.server.request.start', onStart);
}

function isArriving(message: unknown): message is Arriving {
  return typeof message === 'object' && message !== null && 'request' in message && 'server' in message;
}
