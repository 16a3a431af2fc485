/** Keystone on its port. Unlike the other services it finds a caller's copy in the log-in itself. */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type Call, listen, type Reply, readCall } from '../kernel/http';
import { type CallMeta, type Host, header, respond } from '../kernel/service';
import type { World } from '../kernel/world';
import { type Keystone, worldOfLogin } from './authenticate';
import { openRoutes, tokenRoutes } from './routes';
import { error, unauthenticated } from './wire';

/** Starts on 127.0.0.1:`port`; rejects when the port is taken. */
export function startKeystone(keystone: Keystone, port: number, host: Host): Promise<Server> {
  const open = openRoutes(keystone);
  const guarded = tokenRoutes(keystone);
  return listen(port, async (req, res) => {
    const call = await readCall(req);
    const token = keystone.tokens.valid(header(call, 'x-auth-token') ?? '');
    const openFound = open.find(call.method, call.path);
    const found = guarded.find(call.method, call.path);
    const path = openFound?.path ?? found?.path ?? call.path;
    const meta = metaOf(host, worldOf(keystone, call) ?? token?.world);
    await respond(req, res, call, SERVICE, path, meta, () => {
      if (openFound && 'handler' in openFound)
        return openFound.handler({ ...call, params: openFound.params });
      if (!found && !openFound) return unknownPath();
      if (!found || !('handler' in found))
        return error(405, 'The method is not allowed for the requested URL.');
      if (!token) return unauthenticated(call);
      keystone.registry.touch(token.world);
      return found.handler({ ...call, params: found.params }, token);
    });
  });
}

const SERVICE = {
  name: 'keystone',
  serverError: () => error(500, 'An unexpected error prevented the server from fulfilling your request.'),
  finish: (_call: Call, reply: Reply): Reply => ({
    ...reply,
    headers: { ...reply.headers, Vary: 'X-Auth-Token', 'x-openstack-request-id': `req-${randomUUID()}` },
  }),
} as const;

function worldOf(keystone: Keystone, call: Call): World | undefined {
  if (call.method === 'POST' && call.path.startsWith('/v3/auth/tokens')) return worldOfLogin(keystone, call);
  const user = /^\/v3\/users\/([^/]+)\/password/.exec(call.path)?.[1];
  return user ? keystone.registry.userById(user)?.world : undefined;
}

function metaOf(host: Host, world: World | undefined): CallMeta {
  const meta: CallMeta = { faults: [host.faults], requests: [host.requests] };
  if (world) {
    meta.faults.unshift(world.faults);
    meta.requests.unshift(world.requests);
  }
  return meta;
}

/** Flask's own page: an unknown path is the one answer of Keystone that is no JSON. */
function unknownPath(): Reply {
  return {
    status: 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n',
  };
}
