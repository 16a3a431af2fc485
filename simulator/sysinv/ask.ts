/** Asks a world's sysinv without a socket: what the tests of this room use. */
import type { Call, Reply } from '../kernel/http';
import type { Caller, World } from '../kernel/world';
import { sysinvService } from './service';

const service = sysinvService('http://127.0.0.1:5000/v3');

export type Ask = {
  method?: string;
  body?: unknown;
  /** As the token says, implied roles included. Default: what admin has. */
  roles?: string[];
  project?: string;
  contentType?: string;
};

export async function ask(world: World, path: string, options: Ask = {}): Promise<Reply> {
  const { method = 'GET', body, contentType = 'application/json' } = options;
  const url = new URL(path, 'http://platform.example:6385');
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const call: Call = {
    method,
    path: url.pathname,
    params: {},
    query: url.searchParams,
    headers: text ? { 'content-type': contentType } : {},
    body: Buffer.from(text),
    origin: url.origin,
  };
  const caller: Caller = {
    world,
    userId: 'u',
    userName: 'u',
    projectId: 'p',
    projectName: options.project ?? 'admin',
    roles: options.roles ?? ['admin', 'member', 'reader'],
  };
  const refused = service.gate?.(call, caller);
  if (refused) return refused;
  const found = service.routes.find(method, call.path);
  if (!found) return service.notFound(call);
  if (!('handler' in found)) return service.wrongMethod(call, found.allowed);
  return found.handler({ ...call, params: found.params }, caller);
}

/** An action on a host, as the CLI sends it. */
export function act(world: World, host: string, action: string, options: Ask = {}): Promise<Reply> {
  const body = [{ op: 'replace', path: '/action', value: action }];
  return ask(world, `/v1/ihosts/${host}`, { ...options, method: 'PATCH', body });
}

/** The parsed body, whether it was kept as text or not. */
export function bodyOf(reply: Reply): Record<string, unknown> {
  const parsed: unknown = typeof reply.body === 'string' ? JSON.parse(reply.body) : reply.body;
  return parsed !== null && typeof parsed === 'object' ? { ...parsed } : {};
}

/** The `faultstring` (or title) inside the envelope. */
export function faultOf(reply: Reply): string {
  const inner: unknown = JSON.parse(String(bodyOf(reply).error_message));
  if (inner === null || typeof inner !== 'object') return '';
  return String('faultstring' in inner ? inner.faultstring : 'title' in inner ? inner.title : '');
}

/** Rows under the one list key of a body. */
export function rowsIn(reply: Reply): Record<string, unknown>[] {
  const list = Object.values(bodyOf(reply)).find(Array.isArray);
  return list ?? [];
}
