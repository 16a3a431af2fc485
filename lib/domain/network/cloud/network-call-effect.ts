/** What a change to the networks of the cloud does: what of it is still to do, what takes it back, what is afterwards. */
import type { StepsOf } from '../../steps';
import {
  type AddressPool,
  type CloudNetworks,
  type DataNetwork,
  type PlatformNetwork,
  RESERVED,
  type Reserved,
} from './cloud-networks';
import type { NetworkCall, NewDataNetwork, PoolChange } from './network-calls';
import { assignmentOf, familyWords } from './pool-facts';

const dataNamed = ({ dataNetworks }: CloudNetworks, name: string) =>
  dataNetworks.find((one) => one.name === name);
const poolNamed = ({ pools }: CloudNetworks, name: string) => pools.find((one) => one.name === name);
const networkNamed = ({ networks }: CloudNetworks, name: string) => networks.find((one) => one.name === name);

const isAssigned = (cloud: CloudNetworks, network: string, pool: string): boolean => {
  const [one, other] = [networkNamed(cloud, network), poolNamed(cloud, pool)];
  return one !== undefined && other !== undefined && assignmentOf(cloud, one, other) !== undefined;
};

const isSameData = (one: DataNetwork, call: NewDataNetwork): boolean =>
  one.type === call.type && one.mtu === call.mtu && one.multicastGroup === call.multicastGroup;

/**
 * What of a call is still to be sent. What speaks of a thing that is not there is sent as it is: the platform says so
 * better. Deleting it, or taking it away, is done.
 */
function remaining(call: NetworkCall, cloud: CloudNetworks): NetworkCall | null {
  switch (call.do) {
    case 'network.create':
      return networkNamed(cloud, call.name)?.type === call.type && isAssigned(cloud, call.name, call.pool)
        ? null
        : call;
    case 'network.delete':
      return networkNamed(cloud, call.name) ? call : null;
    case 'data.create': {
      // One of the name that is otherwise is no success: it is sent, and refused.
      const found = dataNamed(cloud, call.name);
      return found && isSameData(found, call) ? null : call;
    }
    case 'data.change': {
      const found = dataNamed(cloud, call.name);
      if (!found) return call;
      const { mtu, description } = call.to;
      const to = {
        ...(mtu !== undefined && mtu !== found.mtu ? { mtu } : {}),
        ...(description !== undefined && description !== (found.description ?? '') ? { description } : {}),
      };
      return Object.keys(to).length > 0 ? { ...call, to } : null;
    }
    case 'data.delete':
      return dataNamed(cloud, call.name) ? call : null;
    case 'pool.create': {
      const found = poolNamed(cloud, call.name);
      return found && found.network === call.network && found.prefix === call.prefix ? null : call;
    }
    case 'pool.change': {
      const found = poolNamed(cloud, call.name);
      if (!found) return call;
      const to = changeOf(found, call.to);
      return Object.keys(to).length > 0 ? { ...call, to } : null;
    }
    case 'pool.delete':
      return poolNamed(cloud, call.name) ? call : null;
    case 'pool.assign':
      return isAssigned(cloud, call.network, call.pool) ? null : call;
    case 'pool.unassign':
      return isAssigned(cloud, call.network, call.pool) ? call : null;
  }
}

const rangeKey = (ranges: AddressPool['ranges']): string =>
  ranges.map(({ start, end }) => `${start}-${end}`).join();

/** What of a wanted change a pool does not have yet. */
export function changeOf(pool: AddressPool, to: PoolChange): PoolChange {
  const reserved = Object.fromEntries(
    RESERVED.flatMap((which) => {
      const wanted = to.reserved?.[which];
      return wanted === undefined || wanted === pool.reserved[which] ? [] : [[which, wanted]];
    }),
  );
  return {
    ...(to.name !== undefined && to.name !== pool.name ? { name: to.name } : {}),
    ...(to.order !== undefined && to.order !== pool.order ? { order: to.order } : {}),
    ...(to.ranges !== undefined && rangeKey(to.ranges) !== rangeKey(pool.ranges)
      ? { ranges: to.ranges }
      : {}),
    ...(Object.keys(reserved).length > 0 ? { reserved } : {}),
  };
}

/** What takes a call back; null: nothing does. What was deleted had more to it than one call can bring back. */
function inverse(call: NetworkCall, before: CloudNetworks): NetworkCall | null {
  switch (call.do) {
    case 'network.create':
      return { do: 'network.delete', name: call.name };
    case 'data.create':
      return { do: 'data.delete', name: call.name };
    case 'pool.create':
      return { do: 'pool.delete', name: call.name };
    case 'data.change': {
      const was = dataNamed(before, call.name);
      if (!was) return null;
      const to = {
        ...(call.to.mtu === undefined || was.mtu === null ? {} : { mtu: was.mtu }),
        ...(call.to.description === undefined ? {} : { description: was.description ?? '' }),
      };
      return { ...call, to };
    }
    case 'pool.change': {
      const was = poolNamed(before, call.name);
      return was
        ? { do: 'pool.change', name: call.to.name ?? call.name, to: changeBack(was, call.to) }
        : null;
    }
    case 'pool.assign':
      return { ...call, do: 'pool.unassign' };
    case 'pool.unassign':
      return { ...call, do: 'pool.assign' };
    case 'network.delete':
    case 'data.delete':
    case 'pool.delete':
      return null;
  }
}

function changeBack(was: AddressPool, to: PoolChange): PoolChange {
  const reserved = Object.fromEntries(
    Object.keys(to.reserved ?? {}).flatMap((key) => {
      const which = RESERVED.find((one) => one === key);
      return which ? [[which, was.reserved[which]]] : [];
    }),
  );
  return {
    ...(to.name === undefined ? {} : { name: was.name }),
    ...(to.order === undefined || was.order === null ? {} : { order: was.order }),
    ...(to.ranges === undefined ? {} : { ranges: was.ranges }),
    ...(to.reserved === undefined ? {} : { reserved }),
  };
}

/** The networks afterwards. Ids of what was made are empty: the platform gives them. */
function after(call: NetworkCall, cloud: CloudNetworks): CloudNetworks {
  switch (call.do) {
    case 'network.create': {
      const { name, type, dynamic } = call;
      const made: PlatformNetwork = {
        ...{ id: '', name, type, dynamic, primaryPoolId: null, primaryFamily: null },
        use: { interfaces: 0, hosts: 0 },
      };
      return assigned({ ...cloud, networks: [...cloud.networks, made] }, name, call.pool);
    }
    case 'network.delete':
      return {
        ...cloud,
        networks: cloud.networks.filter(({ name }) => name !== call.name),
        assignments: cloud.assignments.filter(({ network }) => network !== call.name),
      };
    case 'data.create': {
      const { do: _, ...made } = call;
      const one: DataNetwork = { ...made, id: '', use: { interfaces: 0, hosts: 0 } };
      return { ...cloud, dataNetworks: [...cloud.dataNetworks, one] };
    }
    case 'data.change': {
      const { description, ...to } = call.to;
      const next = { ...to, ...(description === undefined ? {} : { description: description || null }) };
      return { ...cloud, dataNetworks: replaced(cloud.dataNetworks, call.name, next) };
    }
    case 'data.delete':
      return { ...cloud, dataNetworks: cloud.dataNetworks.filter(({ name }) => name !== call.name) };
    case 'pool.create': {
      const { do: _, reserved, ...made } = call;
      return { ...cloud, pools: [...cloud.pools, { ...made, id: '', taken: 0, reserved: filled(reserved) }] };
    }
    case 'pool.change': {
      const was = poolNamed(cloud, call.name);
      const { reserved, ...to } = call.to;
      const next = { ...to, ...(was && reserved ? { reserved: { ...was.reserved, ...reserved } } : {}) };
      return { ...cloud, pools: replaced(cloud.pools, call.name, next) };
    }
    case 'pool.delete':
      return withoutPool(cloud, call.name);
    case 'pool.assign':
      return assigned(cloud, call.network, call.pool);
    case 'pool.unassign':
      return unassigned(cloud, call.network, call.pool);
  }
}

const filled = (reserved: Readonly<Partial<Record<Reserved, string>>>): AddressPool['reserved'] => ({
  ...{ floating: reserved.floating ?? null, controller0: reserved.controller0 ?? null },
  ...{ controller1: reserved.controller1 ?? null, gateway: reserved.gateway ?? null },
});

const replaced = <T extends { name: string }>(list: readonly T[], name: string, next: Partial<T>): T[] =>
  list.map((one) => (one.name === name ? { ...one, ...next } : one));

/** A network whose primary pool is deleted goes with it. */
function withoutPool(cloud: CloudNetworks, name: string): CloudNetworks {
  const pool = poolNamed(cloud, name);
  return {
    ...cloud,
    pools: cloud.pools.filter((one) => one !== pool),
    networks: cloud.networks.filter(({ primaryPoolId }) => !pool || primaryPoolId !== pool.id),
    assignments: cloud.assignments.filter((one) => !pool || (one.poolId !== pool.id && one.pool !== name)),
  };
}

function assigned(cloud: CloudNetworks, networkName: string, poolName: string): CloudNetworks {
  const [network, pool] = [networkNamed(cloud, networkName), poolNamed(cloud, poolName)];
  if (!network || !pool) return cloud;
  const row = { id: '', networkId: network.id, network: network.name, poolId: pool.id, pool: pool.name };
  const first: Partial<PlatformNetwork> =
    network.primaryPoolId === null ? { primaryPoolId: pool.id, primaryFamily: familyWords(pool) } : {};
  return {
    ...cloud,
    networks: replaced(cloud.networks, networkName, first),
    assignments: [...cloud.assignments, row],
  };
}

function unassigned(cloud: CloudNetworks, networkName: string, poolName: string): CloudNetworks {
  const [network, pool] = [networkNamed(cloud, networkName), poolNamed(cloud, poolName)];
  const row = network && pool && assignmentOf(cloud, network, pool);
  return { ...cloud, assignments: cloud.assignments.filter((one) => one !== row) };
}

/** Each is one row of the platform: a refused request leaves nothing behind. */
const partOf = (): null => null;

export const networkSteps: StepsOf<NetworkCall, CloudNetworks> = { remaining, inverse, partOf, after };
