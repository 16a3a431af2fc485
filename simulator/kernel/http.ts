/** A router and a server on node:http, small enough to read in one sitting. Loopback only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { spooledBody } from './spool';

export type Call = {
  method: string;
  /** Path without the query, still percent-encoded. */
  path: string;
  /** Named parts of the matched pattern, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** The file that holds the body in place of `body`, where it is a large one; gone when the call is answered. */
  spooled?: string;
  /** `http://host:port` as the caller wrote it: the platform builds its links from the Host header. */
  origin: string;
};

export type Reply = {
  status: number;
  /** An object is sent as JSON, a string as it is, `undefined` as no body. */
  body?: unknown;
  headers?: Record<string, string>;
};

export type Handler = (call: Call) => Reply | Promise<Reply>;

type Route<H> = { method: string; path: string; pattern: RegExp; names: string[]; handler: H };

/** What the router found: a handler, the methods that the path does have, or nothing (undefined). */
export type Found<H> =
  | { handler: H; params: Record<string, string>; path: string }
  | { allowed: string[]; path: string }
  | undefined;

/** First match wins. `:name` matches one segment; a trailing slash in a request is ignored, as pecan does. */
export class Router<H = Handler> {
  private routes: Route<H>[] = [];

  on(method: string, path: string, handler: H): this {
    const names: string[] = [];
    const source = path.replace(/[.]/g, '\\.').replace(/:([a-z_]+)/gi, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    this.routes.push({ method, path, pattern: new RegExp(`^${source}/?$`), names, handler });
    return this;
  }

  find(method: string, path: string): Found<H> {
    const allowed: string[] = [];
    let seen = '';
    for (const route of this.routes) {
      const match = route.pattern.exec(path);
      if (!match) continue;
      seen ||= route.path;
      allowed.push(route.method);
      if (route.method !== method) continue;
      const params: Record<string, string> = {};
      for (const [i, name] of route.names.entries()) params[name] = decode(match[i + 1] ?? '');
      return { handler: route.handler, params, path: route.path };
    }
    return seen ? { allowed: [...new Set(allowed)].sort(), path: seen } : undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Reads a request fully. The simulator serves tests on loopback: no size limit is needed here.
 * @param spools whether a large body goes to a file; whoever says so removes it
 */
export async function readCall(
  req: IncomingMessage,
  spools?: (head: Pick<Call, 'method' | 'path'>) => boolean,
): Promise<Call> {
  const head = headOf(req);
  const body = spools?.(head) ? await spooledBody(req) : { body: await wholeBody(req) };
  return { ...head, ...body };
}

async function wholeBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function headOf(req: IncomingMessage): Omit<Call, 'body' | 'spooled'> {
  const origin = `http://${req.headers.host ?? '127.0.0.1'}`;
  const url = new URL(req.url ?? '/', origin);
  return {
    method: req.method ?? 'GET',
    path: url.pathname,
    params: {},
    query: url.searchParams,
    headers: req.headers,
    origin,
  };
}

/** Writes a reply; objects become JSON. With `dripMs` the body leaves in ten pieces, that long apart. */
export async function send(res: ServerResponse, reply: Reply, dripMs = 0): Promise<void> {
  const headers: Record<string, string> = { ...reply.headers };
  let payload = Buffer.alloc(0);
  if (typeof reply.body === 'string') {
    payload = Buffer.from(reply.body);
    headers['Content-Type'] ??= 'text/plain; charset=UTF-8';
  } else if (reply.body !== undefined) {
    payload = Buffer.from(JSON.stringify(reply.body));
    headers['Content-Type'] ??= 'application/json';
  }
  if (reply.status !== 204) headers['Content-Length'] = String(payload.length);
  res.writeHead(reply.status, headers);
  if (dripMs > 0) {
    const step = Math.max(1, Math.ceil(payload.length / 10));
    for (let at = 0; at < payload.length && !res.destroyed; at += step) {
      res.write(payload.subarray(at, at + step));
      await new Promise((resolve) => setTimeout(resolve, dripMs));
    }
    res.end();
    return;
  }
  res.end(payload);
}

/**
 * Listens on 127.0.0.1 and resolves when it accepts connections; rejects when the port is taken. A caller that goes
 * away half-way, or sends what is no URL, costs its own connection and nothing else.
 */
export function listen(
  port: number,
  onRequest: (req: IncomingMessage, res: ServerResponse) => Promise<void>,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((req, res) => {
      onRequest(req, res).catch(() => req.socket.destroy());
    });
    server.keepAliveTimeout = 30_000;
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
