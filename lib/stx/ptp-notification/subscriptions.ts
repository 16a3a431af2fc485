/** Subscriptions at a node: it then tells of changes by itself. They do not survive a reboot of the node. */
import 'server-only';
import { z } from 'zod';
import { ok, type Result } from '@/lib/domain/result';
import { segment } from '../connection';
import { readable } from '../decode';
import { askApi, type Node } from './node';

/** A subscription as the node has it. */
export type NodeSubscription = { id: string; callback: string };

const wire = z.object({ SubscriptionId: z.string().min(1), EndpointUri: z.string() });
const reshape = ({ SubscriptionId, EndpointUri }: z.infer<typeof wire>): NodeSubscription => ({
  id: SubscriptionId,
  callback: EndpointUri,
});

/** Reads a list of subscriptions; what cannot be read is not ours. */
export function decodeSubscriptions(body: unknown): NodeSubscription[] {
  if (!Array.isArray(body)) return [];
  return body.flatMap((row) => {
    const read = wire.safeParse(row);
    return read.success ? [reshape(read.data)] : [];
  });
}

/** Every subscription of the node, other consumers' included. */
export async function listSubscriptions(node: Node, requestId: string): Promise<Result<NodeSubscription[]>> {
  const answer = await askApi(node, requestId, `/${node.version}/subscriptions`);
  return answer.ok ? ok(decodeSubscriptions(answer.data.body)) : answer;
}

/**
 * Subscribes to everything of the node. It calls back before it answers: with a first state, and by O-RAN to see
 * whether the address is there.
 */
export async function subscribe(
  node: Node,
  callback: string,
  requestId: string,
): Promise<Result<NodeSubscription>> {
  const asked =
    node.version === 'v1'
      ? { ResourceType: 'PTP', ResourceQualifier: { NodeName: node.host } }
      : { ResourceAddress: `/./${node.host}/sync` };
  const answer = await askApi(node, requestId, `/${node.version}/subscriptions`, {
    method: 'POST',
    body: { ...asked, EndpointUri: callback },
  });
  if (!answer.ok) return answer;
  const read = readable(wire, answer.data.body, 'ptp-notification', requestId);
  return read.ok ? ok(reshape(read.data)) : read;
}

/** Removes a subscription. One that is not there any more counts as removed. */
export async function unsubscribe(node: Node, id: string, requestId: string): Promise<Result<null>> {
  const answer = await askApi(node, requestId, `/${node.version}/subscriptions/${segment(id)}`, {
    method: 'DELETE',
  });
  return answer.ok || answer.error.kind === 'not-found' ? ok(null) : answer;
}
