/** Changes to the storage of the cloud, as orders of steps: names become the uuids that the platform wants. */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import { storageSteps } from '@/lib/domain/storage/cloud/storage-call-effect';
import type { StorageCall } from '@/lib/domain/storage/cloud/storage-calls';
import { STORAGE_DEED, STORAGE_RIGHT } from '@/lib/domain/storage/cloud/storage-rights';
import type { CloudStorage, CloudStoragePart } from '@/lib/domain/storage/cloud-storage';
import * as writes from '@/lib/stx/sysinv/storage/cloud-writes';
import { invalidateStorage } from './outdated';
import type { Session } from './session-types';
import { type By, notThere, orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { auditOfStorage } from './storage-audit';
import { readView } from './views';

export type StorageOrder = StepOrder<StorageCall>;

const storageChanges: StepKind<StorageCall, CloudStorage> = {
  ...{ kit: storageSteps, auditOf: auditOfStorage, look, send, invalidate: invalidateStorage },
  ...{ rightOf: () => STORAGE_RIGHT, gerundOf: () => STORAGE_DEED },
};

export const orderStorageCalls = (order: StorageOrder): Promise<Result<StepRun>> =>
  orderSteps(storageChanges, order);

/** Parts that changes are held against: what could not be read would look like nothing. */
const NEEDED: readonly CloudStoragePart[] = [
  'backends',
  'cephBackends',
  'tiers',
  'clusters',
  'monitors',
  'controllerFilesystems',
];

async function look(session: Session): Promise<Result<CloudStorage>> {
  const { value, error } = await readView(session, 'cloudStorage', {}, true);
  // An older reading is no basis for a change.
  if (error) return fail(error);
  if (!value) return fail({ kind: 'unavailable', message: 'The storage could not be read.' });
  const missing = value.data.unread.find(({ part }) => NEEDED.includes(part));
  return missing
    ? fail({ kind: 'unavailable', message: missing.message, service: 'sysinv' })
    : ok(value.data);
}

/** Runs are of one step each: the ids of what was made are not needed by another. */
async function send(by: By, call: StorageCall, state: CloudStorage): Promise<Result<CloudStorage>> {
  const answer = await sendOne(by, call, state);
  return answer.ok ? ok(storageSteps.after(call, state)) : answer;
}

async function sendOne(
  { connection, session }: By,
  call: StorageCall,
  state: CloudStorage,
): Promise<Result<null>> {
  const gone = (what: string) => notThere(`There is no ${what}.`);
  const monitor = (host: string) => state.monitors.find(({ hostname }) => hostname === host);
  switch (call.do) {
    case 'backend.add': {
      const tier = call.tier === null ? null : state.tiers.find(({ name }) => name === call.tier);
      return tier === undefined
        ? gone(`tier ${call.tier}`)
        : writes.addBackend(connection, call, tier?.id ?? null);
    }
    case 'backend.change':
    case 'backend.quotas':
    case 'backend.delete': {
      const found = state.backends.find(({ name }) => name === call.name);
      if (!found) return gone(`backend ${call.name}`);
      if (call.do === 'backend.quotas') return writes.changeQuotas(connection, found.id, call.gib);
      return call.do === 'backend.delete'
        ? writes.deleteBackend(connection, found.kind, found.id)
        : writes.changeBackend(connection, found.kind, found.id, call.to);
    }
    case 'tier.create': {
      const cluster = state.clusters.find(({ name }) => name === call.cluster);
      return cluster ? writes.createTier(connection, call.name, cluster.id) : gone(`cluster ${call.cluster}`);
    }
    case 'tier.rename':
    case 'tier.delete': {
      const found = state.tiers.find(({ name }) => name === call.name);
      if (!found) return gone(`tier ${call.name}`);
      return call.do === 'tier.delete'
        ? writes.deleteTier(connection, found.id)
        : writes.renameTier(connection, found.id, call.to);
    }
    case 'monitor.add':
      return writes.addMonitor(connection, call.hostId);
    case 'monitor.resize': {
      const found = monitor(call.host);
      return found
        ? writes.resizeMonitor(connection, found.id, call.sizeGib)
        : gone(`monitor on ${call.host}`);
    }
    case 'monitor.delete': {
      const found = monitor(call.host);
      return found?.hostId ? writes.deleteMonitor(connection, found.hostId) : gone(`monitor on ${call.host}`);
    }
    case 'controllerfs.resize': {
      const { value, error } = await readView(session, 'system', {});
      if (!value) return fail(error ?? { kind: 'unavailable', message: 'The system could not be read.' });
      return writes.resizeControllerFs(connection, value.data.id, call.sizes);
    }
  }
}
