/**
 * The sidecar that ptp-notification puts beside an application: the O-RAN O-Cloud Notification API, versions 2 and 1,
 * without a token. In life there is one per pod on its loopback; here one port stands for all of them, by the node in
 * the path: `/nodes/worker-1/ocloudNotifications/v2/././sync/ptp-status/lock-state/CurrentState`.
 *
 * Paths count as they are sent. A client that lets a URL parser remove `/./` asks for something else, as in life.
 */
import type { Server } from 'node:http';
import type { Reply } from '../kernel/http';
import type { Host } from '../kernel/service';
import { startTokenless, type TokenlessCall } from '../kernel/tokenless';
import type { World } from '../kernel/world';
import { isActiveController } from '../sysinv/host';
import { isInService } from '../timing/in-service';
import type { HostReading } from '../timing/reading';
import type { Registry } from '../worlds/registry';
import { readAddress } from './address';
import { cloudEvent, valuesOf } from './resources';
import { NOT_FOUND, type Sidecar, subscriptionRoute } from './subscription-routes';
import { Subscriptions } from './subscriptions';
import { stateV1 } from './version1';

const ROOT = '/ocloudNotifications';

export function startNotification(port: number, shared: { host: Host; registry: Registry }): Promise<Server> {
  const lists = new WeakMap<World, Subscriptions>();
  const listOf = (world: World): Subscriptions => {
    const list = lists.get(world) ?? new Subscriptions(world);
    lists.set(world, list);
    return list;
  };
  return startTokenless('ptpnotification', port, shared, (sent) => {
    const [nodePath = '', named] = /^\/nodes\/([^/]+)/.exec(sent.path) ?? [];
    const path = sent.path.slice(nodePath.length) || '/';
    const keeper = named ?? activeController(sent.world);
    const sidecar: Sidecar = {
      world: sent.world,
      call: sent.call,
      keeper,
      list: listOf(sent.world),
      base: `${sent.call.origin}${sent.prefix}${nodePath}`,
    };
    return answer(sidecar, sent, path);
  });
}

function answer(sidecar: Sidecar, { call, world }: TokenlessCall, path: string) {
  const at = (pattern: string, reply: Reply) => ({ pattern, reply });
  // Nobody serves for a pod on a host that is down or locked: what an ingress in front of it would say.
  if (!isInService(world, sidecar.keeper)) {
    return at('/nodes/:host', { status: 503, body: `no pod answers on ${sidecar.keeper}\n` });
  }
  if (path === '/health' && call.method === 'GET') {
    return at(path, {
      status: 200,
      body: "{'health': True}",
      headers: { 'Content-Type': 'application/json' },
    });
  }
  const subscription = subscriptionRoute(sidecar, path);
  if (subscription) return subscription;
  const v1 = new RegExp(`^${ROOT}/v1/([^/]+)/CurrentState/?$`).exec(path);
  if (v1 && call.method === 'GET') {
    return at(`${ROOT}/v1/:type/CurrentState`, currentV1(sidecar, v1[1] ?? ''));
  }
  const v2 = new RegExp(`^${ROOT}/v2(/.+)/CurrentState/?$`).exec(path);
  if (v2 && call.method === 'GET') {
    return at(`${ROOT}/v2/:address/CurrentState`, currentV2(sidecar, v2[1] ?? ''));
  }
  return at(path, NOT_FOUND);
}

function currentV1(sidecar: Sidecar, type: string): Reply {
  const reading = type === 'PTP' ? readingOf(sidecar, '.') : undefined;
  const state = reading && stateV1(reading);
  return state ? { status: 200, body: state } : NOT_FOUND;
}

/** One object for the state of the node as a whole, a list for what there may be several of. */
function currentV2(sidecar: Sidecar, text: string): Reply {
  const address = readAddress(decodeURI(text));
  const [resource, ...more] = address?.resources ?? [];
  const reading = address && readingOf(sidecar, address.node);
  if (!address || !resource || more.length > 0 || !reading) return NOT_FOUND;
  const values = valuesOf(resource, reading).filter(
    ({ instance }) => address.instance === undefined || instance === address.instance,
  );
  const events = values.map((value) => cloudEvent(resource, address.node, value));
  if (events.length === 0) return NOT_FOUND;
  return { status: 200, body: resource === '/sync/sync-status/sync-state' ? events[0] : events };
}

function readingOf({ world, keeper }: Sidecar, node: string): HostReading | undefined {
  return world.timing.read(node === '.' ? keeper : node);
}

function activeController(world: World): string {
  return world.sysinv.hosts.find((host) => isActiveController(host))?.row.hostname ?? 'controller-0';
}
