/** Asking one node for the states of its clocks. No Keystone token is ever sent there: the API has no authentication. */
import 'server-only';
import type { UnreadableRow } from '@/lib/domain/host';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Answer, type Beside, type Outgoing, send } from '../http';
import { decodeStates, decodeV1State, RESOURCES, type Said, type SaidList } from './current-state';

export type Node = {
  /** Hostname, which is the node's name to the API as well. */
  host: string;
  /** Address of its API, without a trailing slash; from the configuration alone. */
  base: string;
  version: 'v2' | 'v1';
  caFile: string | undefined;
};

/** A sidecar hands a question on over a message bus and waits up to 5 s itself. */
const SECONDS = 6;

const beside = (node: Node): Beside => ({
  seconds: SECONDS,
  mostMiB: 1,
  caFile: node.caFile,
  caVariable: 'ROOST_PTP_NOTIFICATION_CA_FILE',
  // It is asked again soon anyway, and hundreds of nodes may be away together.
  retry: false,
});

/** One request to a node. @param path below `/ocloudNotifications`, sent as it is written */
export function askApi(
  node: Node,
  requestId: string,
  path: string,
  { method, body }: Pick<Outgoing, 'method' | 'body'> = {},
): Promise<Result<Answer>> {
  const { origin, pathname } = new URL(node.base);
  const verbatim = `${pathname.replace(/\/+$/, '')}/ocloudNotifications${path}`;
  return send({
    service: 'ptp-notification',
    url: origin,
    verbatim,
    requestId,
    beside: beside(node),
    ...(method ? { method } : {}),
    ...(body === undefined ? {} : { body }),
  });
}

/**
 * The current states of a node: one request where its API answers for all of `/sync`, otherwise one for each resource.
 * @returns a Failure when it does not answer, does not know itself by that name, or answers for another node
 */
export async function askNode(node: Node, requestId: string): Promise<Result<SaidList>> {
  if (node.version === 'v1') {
    const answer = await askApi(node, requestId, '/v1/PTP/CurrentState');
    return answer.ok ? ownOnly(node, decodeV1State(answer.data.body)) : answer;
  }
  if ((oneByOne.get(node.base) ?? 0) > Date.now()) return askEach(node, requestId);
  const all = await askApi(node, requestId, statePath(node, '/sync'));
  // Under keys of instances (the older format) one resource overwrites another there: then they are asked one by one.
  if (all.ok && Array.isArray(all.data.body)) return ownOnly(node, decodeStates(all.data.body));
  if (!all.ok && !isNo(all)) return all;
  const each = await askEach(node, requestId);
  if (each.ok) oneByOne.set(node.base, Date.now() + ONE_BY_ONE_MS);
  return each;
}

/** Until when nodes are not asked for everything at once, because they could not tell, by their address. */
const oneByOne = new Map<string, number>();
const ONE_BY_ONE_MS = 10 * 60_000;

/** `.` is the cluster at hand. The node is asked by its name, so that an address that leads elsewhere is noticed. */
const statePath = (node: Node, resource: string) => `/v2/./${node.host}${resource}/CurrentState`;

const isNo = (answer: Result<unknown>): boolean =>
  !answer.ok && (answer.error.status === 400 || answer.error.status === 404);

async function askEach(node: Node, requestId: string): Promise<Result<SaidList>> {
  const said: Said[] = [];
  const unreadable: UnreadableRow[] = [];
  let first: Result<Answer> | undefined;
  for (const resource of RESOURCES) {
    const answer = await askApi(node, requestId, statePath(node, resource));
    first ??= answer;
    // Without its first resource, the state of the whole, the node is not there; any other it may do without.
    if (!answer.ok && (answer === first || !isNo(answer))) return answer;
    if (!answer.ok) continue;
    const part = decodeStates(answer.data.body);
    said.push(...part.said);
    unreadable.push(...part.unreadable);
  }
  return ownOnly(node, { said, unreadable });
}

/** States of another node say nothing of this one, and that they came at all is a fault of the configuration. */
export function ownOnly(node: Pick<Node, 'host'>, list: SaidList): Result<SaidList> {
  const other = list.said.find((one) => one.node !== null && one.node !== node.host);
  if (!other) return ok(list);
  return fail({
    kind: 'unreadable',
    service: 'ptp-notification',
    message: `The address of ${node.host} answers for ${other.node}.`,
  });
}
