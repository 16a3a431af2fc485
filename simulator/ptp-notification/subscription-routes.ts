/** POST, GET and DELETE of subscriptions, in both versions of the API. */
import type { Call, Reply } from '../kernel/http';
import { parseJson, textAt } from '../kernel/json';
import type { World } from '../kernel/world';
import { isInService } from '../timing/in-service';
import { readAddress } from './address';
import { RESOURCES } from './resources';
import type { Subscription, Subscriptions } from './subscriptions';

/** The one that is asked: of which node, and how it is reached. */
export type Sidecar = { world: World; call: Call; keeper: string; list: Subscriptions; base: string };

/** What the root controller makes of a 404 (contract ptp-notification/v2-unknown-node). */
export const NOT_FOUND: Reply = {
  status: 404,
  body: { status: 404, message: 'The resource could not be found.' },
};

/** Undefined for a path that is none of subscriptions. */
export function subscriptionRoute(
  sidecar: Sidecar,
  path: string,
): { pattern: string; reply: Reply } | undefined {
  const match = /^\/ocloudNotifications\/v([12])\/subscriptions(?:\/([^/]+))?\/?$/.exec(path);
  if (!match) return undefined;
  const [version, id] = [match[1] === '1' ? 1 : 2, match[2]] as const;
  const pattern = `/ocloudNotifications/v${version}/subscriptions${id ? '/:id' : ''}`;
  const { method } = sidecar.call;
  const { list, keeper } = sidecar;
  if (id === undefined) {
    if (method === 'POST') return { pattern, reply: create(sidecar, version) };
    if (method !== 'GET') return { pattern, reply: plain(405, 'Method Not Allowed') };
    return {
      pattern,
      reply: { status: 200, body: list.of(keeper, version).map((one) => bodyOf(one, sidecar)) },
    };
  }
  const found = list.find(keeper, version, id);
  if (!found) return { pattern, reply: NOT_FOUND };
  if (method === 'GET') return { pattern, reply: { status: 200, body: bodyOf(found, sidecar) } };
  if (method !== 'DELETE') return { pattern, reply: plain(405, 'Method Not Allowed') };
  list.remove(found);
  return { pattern, reply: { status: 204 } };
}

function create(sidecar: Sidecar, version: 1 | 2): Reply {
  const sent = parseJson(sidecar.call.body);
  const endpoint = textAt(sent, 'EndpointUri');
  if (endpoint === undefined) return plain(400, 'EndpointUri is missing');
  if (!isLoopback(endpoint)) return plain(400, 'EndpointUri is not an address of this node');
  const [resource, type] = [textAt(sent, 'ResourceAddress'), textAt(sent, 'ResourceType')];
  const node = textAt(sent, 'ResourceQualifier', 'NodeName');
  const address =
    version === 2
      ? readAddress(resource ?? '')
      : type === 'PTP' && node !== undefined
        ? { node, instance: undefined, resources: RESOURCES }
        : undefined;
  if (!address) return plain(400, 'the resource cannot be read');
  if (!['.', '*', sidecar.keeper].includes(address.node) && !isInService(sidecar.world, address.node)) {
    return NOT_FOUND;
  }
  const body =
    version === 2
      ? { EndpointUri: endpoint, ResourceAddress: resource }
      : { ResourceType: type, EndpointUri: endpoint, ResourceQualifier: { NodeName: node } };
  const added = sidecar.list.add({ version, keeper: sidecar.keeper, endpoint, address, body });
  return added ? { status: 201, body: bodyOf(added, sidecar) } : plain(409, 'there is such a subscription');
}

function bodyOf({ id, version, body }: Subscription, { base }: Sidecar): Record<string, unknown> {
  const UriLocation = `${base}/ocloudNotifications/v${version}/subscriptions/${id}`;
  return { SubscriptionId: id, UriLocation, ...body };
}

/** A sidecar notifies its own pod; here, nothing but this machine. */
function isLoopback(endpoint: string): boolean {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  return url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

/** pecan's page for other statuses, as a client that does not ask for HTML gets it. */
function plain(status: number, text: string): Reply {
  return { status, body: `${status} ${text}\n` };
}
