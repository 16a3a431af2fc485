/**
 * Services without a token: what runs in a pod on a host, or scrapes those. Which cloud a call is about is said by the
 * path (`/clouds/TAG/…`) or by the header `X-Cloud`; without either it is the shared one.
 */
import type { Server } from 'node:http';
import type { Registry } from '../worlds/registry';
import { type Call, listen, type Reply, readCall } from './http';
import type { ServiceName } from './ports';
import { type Host, header, respond } from './service';
import type { World } from './world';

export type TokenlessCall = {
  world: World;
  call: Call;
  /** As it was sent, behind the cloud's part: dot segments are still there, which a parsed URL has lost. */
  path: string;
  /** What comes before `path`, for links that lead back here. */
  prefix: string;
};

/** Starts one on 127.0.0.1. `answer` also says under which pattern of the path the call is counted. */
export function startTokenless(
  name: ServiceName,
  port: number,
  { host, registry }: { host: Host; registry: Registry },
  answer: (call: TokenlessCall) => { pattern: string; reply: Reply | Promise<Reply> },
): Promise<Server> {
  return listen(port, async (req, res) => {
    const sent = (req.url ?? '/').split('?')[0] ?? '/';
    const call = { ...(await readCall(req)), path: sent };
    const [prefix = '', tag = header(call, 'x-cloud') ?? ''] = /^\/clouds\/([^/]+)/.exec(sent) ?? [];
    // Naming a copy makes it, as a log-in would.
    const world = registry.join(tag);
    const missing = (): { pattern: string; reply: Reply } => ({
      pattern: sent,
      reply: { status: 404, body: `no such cloud: ${tag}\n` },
    });
    const path = sent.slice(prefix.length) || '/';
    const { pattern, reply } = world ? answer({ world, call, path, prefix }) : missing();
    const meta = {
      faults: world ? [world.faults, host.faults] : [host.faults],
      requests: world ? [world.requests, host.requests] : [host.requests],
    };
    const service = { name, serverError: () => ({ status: 500, body: 'Internal Server Error\n' }) };
    await respond(req, res, call, service, pattern, meta, () => reply);
  });
}
