/** Changes to the networks of the cloud, as orders of steps: names become the uuids that the platform wants. */
import 'server-only';
import type { CloudNetworks } from '@/lib/domain/network/cloud/cloud-networks';
import { networkSteps } from '@/lib/domain/network/cloud/network-call-effect';
import type { NetworkCall } from '@/lib/domain/network/cloud/network-calls';
import { NETWORK_DEED, NETWORK_RIGHT } from '@/lib/domain/network/cloud/network-rights';
import { assignmentOf } from '@/lib/domain/network/cloud/pool-facts';
import { fail, ok, type Result } from '@/lib/domain/result';
import * as writes from '@/lib/stx/sysinv/network/cloud-writes';
import { auditOf } from './network-audit';
import { invalidateNetworks } from './outdated';
import type { Session } from './session-types';
import { type By, notThere, orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

export type NetworkOrder = StepOrder<NetworkCall>;

const networkChanges: StepKind<NetworkCall, CloudNetworks> = {
  ...{ kit: networkSteps, auditOf, look, send, invalidate: invalidateNetworks },
  ...{ rightOf: () => NETWORK_RIGHT, gerundOf: () => NETWORK_DEED },
};

export const orderNetworkCalls = (order: NetworkOrder): Promise<Result<StepRun>> =>
  orderSteps(networkChanges, order);

async function look(session: Session): Promise<Result<CloudNetworks>> {
  const { value, error } = await readView(session, 'cloudNetworks', {}, true);
  // An older reading is no basis for a change.
  if (error) return fail(error);
  if (!value) return fail({ kind: 'unavailable', message: 'The networks could not be read.' });
  // What could not be read would look like nothing, and be made again.
  const missing = value.data.unread.find(({ part }) => NEEDED.some((one) => one === part));
  return missing
    ? fail({ kind: 'unavailable', message: missing.message, service: 'sysinv' })
    : ok(value.data);
}

const NEEDED = ['networks', 'pools', 'assignments', 'dataNetworks'] as const;

async function send(by: By, call: NetworkCall, state: CloudNetworks): Promise<Result<CloudNetworks>> {
  const answer = await sendOne(by, call, state);
  if (!answer.ok) return answer;
  const after = networkSteps.after(call, state);
  const id = answer.data;
  return ok(id === null ? after : withId(after, call, id));
}

/** What was made last is what has no id yet. A network comes with its assignment, whose own id nobody is told. */
function withId(cloud: CloudNetworks, call: NetworkCall, id: string): CloudNetworks {
  const named = <T extends { id: string }>(list: readonly T[]): T[] =>
    list.map((one) => (one.id === '' ? { ...one, id } : one));
  switch (call.do) {
    case 'network.create': {
      const assignments = cloud.assignments.map((one) =>
        one.networkId === '' ? { ...one, networkId: id } : one,
      );
      return { ...cloud, networks: named(cloud.networks), assignments };
    }
    case 'pool.create':
      return { ...cloud, pools: named(cloud.pools) };
    case 'pool.assign':
      return { ...cloud, assignments: named(cloud.assignments) };
    default:
      return { ...cloud, dataNetworks: named(cloud.dataNetworks) };
  }
}

/** @returns the uuid of what was made, null where nothing was */
function sendOne(
  { connection }: By,
  call: NetworkCall,
  state: CloudNetworks,
): Promise<Result<string | null>> {
  const named = <T extends { name: string }>(list: readonly T[], name: string): T | undefined =>
    list.find((one) => one.name === name);
  const gone = async (what: string) => notThere(`There is no ${what}.`);
  switch (call.do) {
    case 'network.create': {
      const pool = named(state.pools, call.pool);
      return pool ? writes.createNetwork(connection, call, pool.id) : gone(`address pool ${call.pool}`);
    }
    case 'network.delete': {
      const found = named(state.networks, call.name);
      return found ? writes.deleteNetwork(connection, found.id) : gone(`network ${call.name}`);
    }
    case 'data.create':
      return writes.createDataNetwork(connection, call);
    case 'data.change':
    case 'data.delete': {
      const found = named(state.dataNetworks, call.name);
      if (!found) return gone(`data network ${call.name}`);
      return call.do === 'data.delete'
        ? writes.deleteDataNetwork(connection, found.id)
        : writes.patchDataNetwork(connection, found.id, call.to);
    }
    case 'pool.create':
      return writes.createPool(connection, call);
    case 'pool.change':
    case 'pool.delete': {
      const found = named(state.pools, call.name);
      if (!found) return gone(`address pool ${call.name}`);
      return call.do === 'pool.delete'
        ? writes.deletePool(connection, found.id)
        : writes.patchPool(connection, found.id, call.to);
    }
    case 'pool.assign':
    case 'pool.unassign': {
      const network = named(state.networks, call.network);
      const pool = named(state.pools, call.pool);
      if (!network) return gone(`network ${call.network}`);
      if (!pool) return gone(`address pool ${call.pool}`);
      if (call.do === 'pool.assign') return writes.assignPool(connection, network.id, pool.id);
      const row = assignmentOf(state, network, pool);
      return row
        ? writes.unassignPool(connection, row.id)
        : gone(`pool ${call.pool} of network ${call.network}`);
    }
  }
}
