/** What may be done to backends, as the platform checks it (sysinv api/controllers/v1/storage_ceph.py, storage_ceph_rook.py, storage_file.py, utils.py). */
import { isController, isStorage, type Unknown } from '../../host';
import { allowed, denied, type Verdict } from '../../result';
import type { Backend } from '../backend';
import type { CloudStorage } from '../cloud-storage';
import { isOsd } from '../storage-function';
import { backendName } from './backend-rows';
import type { AddableKind, BackendChange, NewBackend } from './storage-calls';
import type { StorageState } from './storage-state';

const COMMON = 'sysinv utils.py SBApiHelper.common_checks';

/** constants.SB_*_SVCS_SUPPORTED. */
export const SERVICES: Record<AddableKind, readonly string[]> = {
  'ceph-rook': ['block', 'ecblock', 'filesystem', 'object'],
  ceph: ['rbd-provisioner', 'cinder', 'glance', 'nova', 'swift'],
  file: ['glance'],
  lvm: ['cinder'],
  external: ['cinder', 'glance'],
};
/** Of a bare-metal Ceph that is not the first (constants.SB_TIER_CEPH_SECONDARY_SVCS). */
export const SECONDARY_SERVICES = ['rbd-provisioner', 'cinder'] as const;
/** constants.CEPH_ROOK_DEPLOYMENTS_SUPPORTED. */
export const DEPLOYMENT_MODELS = ['controller', 'dedicated', 'open'] as const;

/** The name that the first of a kind has (constants.SB_DEFAULT_NAMES). */
export const defaultName = (kind: AddableKind): string =>
  kind === 'external' ? 'shared_services' : `${kind}-store`;

export const isPrimary = ({ name, kind }: Pick<Backend, 'name' | 'kind'>): boolean =>
  name === `${kind}-store`;

/** Copies that each kind may keep (constants.*REPLICATION*SUPPORTED); null: as many as one likes. */
export function replications(
  kind: string,
  deploymentModel: Unknown<string>,
  { simplex, allInOneDuplex }: Pick<StorageState, 'simplex' | 'allInOneDuplex'>,
): readonly number[] | null {
  if (kind === 'ceph-rook' && deploymentModel === 'open') return null;
  if (simplex !== false) return [1, 2, 3];
  if (kind === 'ceph-rook' && deploymentModel === 'controller' && allInOneDuplex !== false) return [2];
  return [2, 3];
}

/** With how many copies it still works (constants.CEPH_REPLICATION_MAP_SUPPORTED). */
export const minReplications = (replication: number): readonly number[] => (replication >= 3 ? [2, 1] : [1]);

export function busyVerdict({ backends }: Pick<CloudStorage, 'backends'>): Verdict {
  const busy = backends.find(({ state }) => state === 'configuring');
  return busy
    ? denied(`Backend ${backendName(busy)} is being configured. Wait until it is done.`, COMMON)
    : allowed;
}

/** May another of this kind be added? */
export function kindVerdict(kind: AddableKind, { backends, tiers }: CloudStorage): Verdict {
  const there = backends.filter((one) => one.kind === kind);
  if (there.length === 0) return allowed;
  if (kind !== 'ceph') return denied(`There is one already, and only one is supported.`, COMMON);
  return tiers.some(({ backendId }) => backendId === null)
    ? allowed
    : denied(
        'A second one needs a tier that has no backend. Create a tier first.',
        'sysinv storage_ceph.py _check_backend_ceph',
      );
}

export function addBackendVerdict(call: NewBackend, state: StorageState): Verdict {
  const { storage } = state;
  const busy = busyVerdict(storage);
  if (!busy.ok) return busy;
  const kind = kindVerdict(call.kind, storage);
  if (!kind.ok) return kind;
  const first = storage.backends.every((one) => one.kind !== call.kind);
  if (first && call.name !== defaultName(call.kind))
    return denied(`The first one is called ${defaultName(call.kind)}.`, COMMON);
  if (storage.backends.some(({ name }) => name === call.name))
    return denied(`There is a backend ${call.name} already.`, COMMON);
  if (call.kind === 'ceph' && !first && call.tier === null)
    return denied('A second Ceph backend needs a tier.', 'sysinv storage_ceph.py _check_backend_ceph');
  const services = servicesVerdict(call.kind, call.services, first);
  if (!services.ok) return services;
  return replicationVerdict(call.kind, call.deploymentModel, call, state);
}

export function servicesVerdict(kind: string, services: readonly string[], primary: boolean): Verdict {
  if (kind === 'ceph-rook' && services.includes('block') && services.includes('ecblock'))
    return denied(
      'block and ecblock exclude each other.',
      'sysinv storage_ceph_rook.py _check_backend_ceph_rook',
    );
  const odd =
    kind === 'ceph' && !primary
      ? services.find((one) => !SECONDARY_SERVICES.some((known) => known === one))
      : undefined;
  return odd
    ? denied(`${odd} is for the first Ceph backend only.`, 'sysinv storage_ceph.py _check_backend_ceph')
    : allowed;
}

export function replicationVerdict(
  kind: string,
  deploymentModel: Unknown<string>,
  { replication, minReplication }: { replication?: number | null; minReplication?: number | null },
  state: StorageState,
): Verdict {
  const rook = kind === 'ceph-rook';
  const cite = rook
    ? 'sysinv storage_ceph_rook.py _discover_and_validate_backend_hiera_data'
    : 'sysinv storage_ceph.py _discover_and_validate_backend_config_data';
  if (rook && deploymentModel === 'dedicated' && state.simplex === true)
    return denied('The deployment model dedicated is not for one controller alone.', cite);
  if (replication == null) return allowed;
  const known = replications(kind, deploymentModel, state);
  if (known && !known.includes(replication)) return denied(`Replication is ${known.join(' or ')}.`, cite);
  if (minReplication == null) return allowed;
  return minReplication >= 1 && minReplication <= replication
    ? known === null || minReplications(replication).includes(minReplication)
      ? allowed
      : denied(`It works with at least ${minReplications(replication).join(' or ')}.`, cite)
    : denied('It needs at least 1 copy and no more than there are.', cite);
}

/** What cannot be taken away any more. */
export function removedVerdict(backend: Backend, services: readonly string[]): Verdict {
  const gone = backend.services.filter((one) => !services.includes(one));
  if (gone.length === 0) return allowed;
  if (backend.kind === 'ceph' && (!isPrimary(backend) || gone.every((one) => one === 'rbd-provisioner')))
    return allowed;
  return denied(
    `${gone.join(', ')} cannot be removed again.`,
    `sysinv storage_${backend.kind.replace('-', '_')}.py _pre_patch_checks`,
  );
}

/** May the replication of a bare-metal Ceph still be changed? (storage_ceph.py _check_replication_number) */
function copiesVerdict(backend: Backend, to: BackendChange, state: StorageState): Verdict {
  const cite = 'sysinv storage_ceph.py _check_replication_number';
  if (state.simplex === true)
    return backend.state === null || backend.state === 'configured'
      ? allowed
      : denied('The replication can be changed once the backend is configured.', cite);
  if (state.simplex === null) return allowed;
  if (state.allInOneDuplex === true)
    return denied('The replication cannot be changed with two controllers that are workers as well.', cite);
  if (state.storage.clusters.some(({ deploymentModel }) => deploymentModel === 'controller-nodes'))
    return denied('The replication cannot be changed while OSDs are on the controllers.', cite);
  if (state.hosts.some(isStorage))
    return denied('The replication cannot be changed any more once there is a storage host.', cite);
  return to.replication !== undefined && backend.replication !== null && to.replication < backend.replication
    ? denied('The replication cannot become less.', cite)
    : allowed;
}

/** May Rook be given this deployment model? OSDs where it wants none keep the one that there is. */
export function deploymentVerdict(model: string, { storage, hosts, simplex }: StorageState): Verdict {
  const cite = 'sysinv storage_ceph_rook.py _pre_patch_checks';
  if (model === 'dedicated' && simplex === true)
    return denied('The deployment model dedicated is not for one controller alone.', cite);
  const empty = model === 'dedicated' ? isController : model === 'controller' ? isPlainWorker : undefined;
  if (!empty) return allowed;
  const ids = new Set(hosts.filter(empty).map(({ id }) => id));
  const osds = storage.storageFunctions.filter(
    (one) => isOsd(one) && one.hostId !== null && ids.has(one.hostId),
  );
  return osds.length === 0
    ? allowed
    : denied(`${osds.length} OSDs are on ${model === 'dedicated' ? 'controllers' : 'workers'}.`, cite);
}

const isPlainWorker = ({ personality }: { personality: Unknown<string> }): boolean =>
  personality === 'worker';

export function changeBackendVerdict(backend: Backend, to: BackendChange, state: StorageState): Verdict {
  const busy = busyVerdict(state.storage);
  if (!busy.ok) return busy;
  const primary = isPrimary(backend);
  const model = to.deploymentModel ?? backend.deploymentModel;
  const checks = [
    ...(to.services
      ? [removedVerdict(backend, to.services), servicesVerdict(backend.kind, to.services, primary)]
      : []),
    ...(to.deploymentModel === undefined ? [] : [deploymentVerdict(to.deploymentModel, state)]),
    ...(backend.kind === 'ceph' && (to.replication !== undefined || to.minReplication !== undefined)
      ? [copiesVerdict(backend, to, state)]
      : []),
    replicationVerdict(
      backend.kind,
      model,
      {
        replication: to.replication ?? backend.replication,
        minReplication: to.minReplication ?? backend.minReplication,
      },
      state,
    ),
  ];
  return checks.find((one) => !one.ok) ?? allowed;
}

/** Whether it may go: what uses it, the platform alone knows. */
export function deleteBackendVerdict(_backend: Backend, { storage }: StorageState): Verdict {
  return busyVerdict(storage);
}
