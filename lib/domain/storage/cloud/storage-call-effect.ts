/** What a change to the storage of the cloud does: what of it is still to do, what takes it back, what is afterwards. */
import type { StepsOf } from '../../steps';
import { type Backend, type CephBackend, type Monitor, POOLS, type Tier } from '../backend';
import type { CloudStorage } from '../cloud-storage';
import { changedSizes, withSizes } from '../fs-size';
import type { BackendChange, NewBackend, StorageCall } from './storage-calls';

const backendNamed = ({ backends }: CloudStorage, name: string) => backends.find((one) => one.name === name);
const tierNamed = ({ tiers }: CloudStorage, name: string) => tiers.find((one) => one.name === name);
const monitorOn = ({ monitors }: CloudStorage, host: string) =>
  monitors.find(({ hostname }) => hostname === host);
const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join();

/** What of a wanted change a backend does not have yet. */
export function backendChangeOf(backend: Backend, to: BackendChange): BackendChange {
  return {
    ...(to.services && !sameWords(to.services, backend.services) ? { services: to.services } : {}),
    ...(to.replication !== undefined && to.replication !== backend.replication
      ? { replication: to.replication }
      : {}),
    ...(to.minReplication !== undefined && to.minReplication !== backend.minReplication
      ? { minReplication: to.minReplication }
      : {}),
    ...(to.deploymentModel !== undefined && to.deploymentModel !== backend.deploymentModel
      ? { deploymentModel: to.deploymentModel }
      : {}),
  };
}

/** No quota and a quota of nothing are the same to the platform: unlimited. */
function quotasLeft(
  ceph: CephBackend | undefined,
  gib: Extract<StorageCall, { do: 'backend.quotas' }>['gib'],
): Extract<StorageCall, { do: 'backend.quotas' }>['gib'] {
  return Object.fromEntries(
    POOLS.flatMap((pool) =>
      gib[pool] === undefined || gib[pool] === (ceph?.quotaGib[pool] ?? 0) ? [] : [[pool, gib[pool]]],
    ),
  );
}

const cephOf = (storage: CloudStorage, name: string): CephBackend | undefined =>
  storage.cephBackends.find(({ id }) => id === backendNamed(storage, name)?.id);

/** What speaks of a thing that is not there is sent as it is: the platform says so better. Deleting it is done. */
function remaining(call: StorageCall, storage: CloudStorage): StorageCall | null {
  switch (call.do) {
    case 'backend.add':
      // One that is there is no success: it is sent, and refused.
      return call;
    case 'backend.change': {
      const found = backendNamed(storage, call.name);
      if (!found) return call;
      const to = backendChangeOf(found, call.to);
      return Object.keys(to).length > 0 ? { ...call, to } : null;
    }
    case 'backend.quotas': {
      const gib = quotasLeft(cephOf(storage, call.name), call.gib);
      return Object.keys(gib).length > 0 ? { ...call, gib } : null;
    }
    case 'backend.delete':
      return backendNamed(storage, call.name) ? call : null;
    case 'tier.create':
      return call;
    case 'tier.rename':
      return tierNamed(storage, call.name) || !tierNamed(storage, call.to) ? call : null;
    case 'tier.delete':
      return tierNamed(storage, call.name) ? call : null;
    case 'monitor.add':
      return call;
    case 'monitor.resize':
      return monitorOn(storage, call.host)?.sizeGib === call.sizeGib ? null : call;
    case 'monitor.delete':
      return monitorOn(storage, call.host) ? call : null;
    case 'controllerfs.resize': {
      const sizes = changedSizes(call.sizes, storage.controllerFilesystems);
      return sizes.length > 0 ? { ...call, sizes } : null;
    }
  }
}

/** What takes a call back; null: nothing does. */
function inverse(call: StorageCall): StorageCall | null {
  switch (call.do) {
    case 'tier.create':
      return { do: 'tier.delete', name: call.name };
    case 'tier.rename':
      return { do: 'tier.rename', name: call.to, to: call.name };
    default:
      return null;
  }
}

const made = (call: NewBackend): Backend => ({
  ...{ id: '', name: call.name, kind: call.kind, state: null, task: null, services: call.services },
  ...{ network: null, replication: call.replication, minReplication: call.minReplication },
  ...{ failureDomain: null, deploymentModel: call.deploymentModel, capabilities: {} },
});

/** The storage afterwards. Ids of what was made are empty: the platform gives them. */
function after(call: StorageCall, storage: CloudStorage): CloudStorage {
  switch (call.do) {
    case 'backend.add':
      return { ...storage, backends: [...storage.backends, made(call)] };
    case 'backend.change':
      return {
        ...storage,
        backends: storage.backends.map((one) => (one.name === call.name ? { ...one, ...call.to } : one)),
      };
    case 'backend.quotas': {
      const id = backendNamed(storage, call.name)?.id;
      return {
        ...storage,
        cephBackends: storage.cephBackends.map((one) =>
          one.id === id ? { ...one, quotaGib: { ...one.quotaGib, ...call.gib } } : one,
        ),
      };
    }
    case 'backend.delete':
      return { ...storage, backends: storage.backends.filter(({ name }) => name !== call.name) };
    case 'tier.create': {
      const clusterId = storage.clusters.find(({ name }) => name === call.cluster)?.id ?? null;
      const tier: Tier = {
        ...{ id: '', name: call.name, type: 'ceph', status: 'defined', backendId: null, clusterId },
        osdNumbers: [],
      };
      return { ...storage, tiers: [...storage.tiers, tier] };
    }
    case 'tier.rename':
      return {
        ...storage,
        tiers: storage.tiers.map((one) => (one.name === call.name ? { ...one, name: call.to } : one)),
      };
    case 'tier.delete':
      return { ...storage, tiers: storage.tiers.filter(({ name }) => name !== call.name) };
    case 'monitor.add': {
      const monitor: Monitor = {
        ...{ id: '', hostId: call.hostId, hostname: call.host, sizeGib: null, state: null, task: null },
        devicePath: null,
      };
      return { ...storage, monitors: [...storage.monitors, monitor] };
    }
    case 'monitor.resize':
      return {
        ...storage,
        monitors: storage.monitors.map((one) =>
          one.hostname === call.host ? { ...one, sizeGib: call.sizeGib } : one,
        ),
      };
    case 'monitor.delete':
      return { ...storage, monitors: storage.monitors.filter(({ hostname }) => hostname !== call.host) };
    case 'controllerfs.resize':
      return {
        ...storage,
        controllerFilesystems: withSizes(storage.controllerFilesystems, call.sizes),
      };
  }
}

/** Each is one row of the platform: a refused request leaves nothing behind. */
const partOf = (): null => null;

export const storageSteps: StepsOf<StorageCall, CloudStorage> = { remaining, inverse, partOf, after };
