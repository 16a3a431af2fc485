/**
 * One simulated service on its port: token check, faults, counters, then the service's own routes.
 *
 * A service is a plain object. Its routes get the caller that the token names, and answer for the world that
 * this caller belongs to:
 *
 *     export function sysinvService(): Service {
 *       const routes = new Router<ServiceHandler>();
 *       routes.on('GET', '/v1/ihosts', (call, caller) => ({ status: 200, body: { ihosts: list(caller.world) } }));
 *       return { name: 'sysinv', routes, noToken, badToken, notFound, wrongMethod, serverError };
 *     }
 *
 * The order is the platform's: the token is judged before the path, so an unknown path without a token is 401.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { type Fault, type FaultList, faultReply } from './faults';
import { type Call, listen, type Reply, type Router, readCall, send } from './http';
import type { ServiceName } from './ports';
import type { RequestCounts } from './requests';
import { dropSpooled } from './spool';
import type { Caller } from './world';

export type ServiceHandler = (call: Call, caller: Caller) => Reply | Promise<Reply>;
export type OpenHandler = (call: Call) => Reply | Promise<Reply>;

export type Service = {
  name: ServiceName;
  /** What needs a token. First match wins: put `/v1/alarms/summary` before `/v1/alarms/:id`. */
  routes: Router<ServiceHandler>;
  /** What anybody may ask: version documents. */
  open?: Router<OpenHandler>;
  /** No `X-Auth-Token`, or an empty one. */
  noToken: (call: Call) => Reply;
  /** A token that nobody issued, that expired or was revoked. */
  badToken: (call: Call) => Reply;
  notFound: (call: Call) => Reply;
  /** The path exists, not with this method. `allowed` is sorted, for the Allow header. */
  wrongMethod: (call: Call, allowed: string[]) => Reply;
  /** How this service says that it broke; also what a fault with only a status answers. */
  serverError: (call: Call) => Reply;
  /** Runs after the token check, before routing (roles, Accept). A reply ends the call. */
  gate?: (call: Call, caller: Caller) => Reply | undefined;
  /** Calls whose body may be hundreds of MiB: a large one is handed over as a file, `call.spooled`. */
  spools?: (head: Pick<Call, 'method' | 'path'>) => boolean;
  /** Last touch on every answer, for instance a request id header. */
  finish?: (call: Call, reply: Reply) => Reply;
};

/** Whom a token names; undefined for a token that is not valid now; or Keystone could not be asked. */
export type TokenVerdict = Caller | undefined | 'unreachable';

/** What the services of one simulator share. */
export type Host = {
  callerOf: (token: string) => Promise<TokenVerdict>;
  /** Faults that hold for every copy. */
  faults: FaultList;
  /** Counts over every copy, tokens or not. */
  requests: RequestCounts;
};

export type CallMeta = { faults: FaultList[]; requests: RequestCounts[] };

/** Starts a service on 127.0.0.1:`port`; rejects when the port is taken. */
export function startService(service: Service, port: number, host: Host): Promise<Server> {
  return listen(port, async (req, res) => {
    const call = await readCall(req, service.spools);
    try {
      await serve(call, req, res);
    } finally {
      if (call.spooled !== undefined) await dropSpooled(call.spooled);
    }
  });

  async function serve(call: Call, req: IncomingMessage, res: ServerResponse): Promise<void> {
    const token = header(call, 'x-auth-token');
    const verdict = token ? await host.callerOf(token) : undefined;
    const caller = verdict === 'unreachable' ? undefined : verdict;
    const open = service.open?.find(call.method, call.path);
    const found = service.routes.find(call.method, call.path);
    const path = open?.path ?? found?.path ?? call.path;
    const meta: CallMeta = { faults: [host.faults], requests: [host.requests] };
    if (caller) {
      meta.faults.unshift(caller.world.faults);
      meta.requests.unshift(caller.world.requests);
    }
    await respond(req, res, call, service, path, meta, async () => {
      if (open && 'handler' in open) return open.handler({ ...call, params: open.params });
      if (!token) return service.noToken(call);
      if (verdict === 'unreachable') return keystoneUnreachable();
      if (!caller) return service.badToken(call);
      const refused = service.gate?.(call, caller);
      if (refused) return refused;
      if (!found) return service.notFound(call);
      if (!('handler' in found)) return service.wrongMethod(call, found.allowed);
      return found.handler({ ...call, params: found.params }, caller);
    });
  }
}

/** Counts a call, lets a fault have its way with it, and sends what `answer` says. */
export async function respond(
  req: IncomingMessage,
  res: ServerResponse,
  call: Call,
  service: Pick<Service, 'name' | 'serverError' | 'finish'>,
  path: string,
  meta: CallMeta,
  answer: () => Reply | Promise<Reply>,
): Promise<void> {
  for (const counts of meta.requests) counts.add(service.name, call.method, path);
  let fault: Fault | undefined;
  for (const list of meta.faults) fault ??= list.take(service.name, call);
  if (fault?.latencyMs) await new Promise((resolve) => setTimeout(resolve, fault.latencyMs));
  if (fault?.drop || fault?.down) {
    req.socket.destroy();
    return;
  }
  let reply = fault ? faultReply(fault, service.serverError(call)) : undefined;
  if (!reply) {
    try {
      reply = await answer();
    } catch (error) {
      console.error(`simulator: ${service.name} ${call.method} ${call.path}`, error);
      reply = service.serverError(call);
    }
  }
  if (fault?.dropAfter) {
    req.socket.destroy();
    return;
  }
  await send(res, service.finish ? service.finish(call, reply) : reply, fault?.dripMs);
}

/** A header's single value, or undefined when it is missing or empty. */
export function header(call: Call, name: string): string | undefined {
  const value = call.headers[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first ? first : undefined;
}

/** pecan's double envelope: a JSON object whose one field holds JSON as text (sysinv and FM). */
export function errorMessage(status: number, inner: Record<string, unknown>): Reply {
  return { status, body: { error_message: pythonJson(inner) } };
}

/** The usual refusal of sysinv and FM: faultcode Client below 500, Server above. */
export function fault(status: number, faultstring: string): Reply {
  const faultcode = status < 500 ? 'Client' : 'Server';
  return errorMessage(status, { faultcode, faultstring, debuginfo: null });
}

/** keystonemiddleware's answer to a token that is not valid (sysinv, FM and USM alike). */
export function unauthorized(keystoneUrl: string): Reply {
  const message = 'The request you have made requires authentication.';
  return {
    status: 401,
    headers: { 'Www-Authenticate': `Keystone uri="${keystoneUrl}"` },
    body: { error: { code: 401, title: 'Unauthorized', message } },
  };
}

/** keystonemiddleware when it cannot validate: no verdict on the token, so 503 and not 401. */
function keystoneUnreachable(): Reply {
  const message = 'The Keystone service is temporarily unavailable.';
  return { status: 503, body: { error: { code: 503, title: 'Service Unavailable', message } } };
}

/** JSON text as Python's json.dumps writes it: a space after colons and commas. */
function pythonJson(value: Record<string, unknown>): string {
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`)
    .join(', ')}}`;
}
