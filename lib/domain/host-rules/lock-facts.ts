/** Lock and its force variants: the checks that need more than the host list. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hostName, isController, isStorage, isWorker } from '../host';
import type { PreflightFacts, StorageBackendFact } from '../host-facts';
import { isAllInOne } from '../system';
import { counted } from '../words';
import { simplexMode } from './context';
import {
  cephBackend,
  fromFact,
  isTransientDeploy,
  monitorsInService,
  monitorsNeeded,
  storageHosts,
} from './facts';
import type { LockVariant } from './lock';

const general = checksOf('lock', 'sysinv host.py check_lock');
const controller = checksOf('lock', 'sysinv host.py check_lock_controller');
const storage = checksOf('lock', 'sysinv host.py check_lock_storage');
const quorum = checksOf('lock', 'sysinv utils.py check_node_lock_ceph_mon');

/** The platform looks for a flag file; alarm 210.001 stands for as long as the backup runs. */
function backup(facts: PreflightFacts): Check[] {
  const what = 'whether a backup is in progress';
  return fromFact(facts.alarms, general.unknown, 'backup', what, 'fm', (alarms) => {
    const running = alarms.some((alarm) => alarm.alarmId === '210.001');
    if (!running)
      return general.pass('backup', { title: 'No backup is in progress (no alarm 210.001)', source: 'fm' });
    return general.block('backup', {
      title: 'A platform backup is in progress',
      detail: 'Alarm 210.001 stands. Wait for it to finish.',
      source: 'fm',
      wayOut: { kind: 'wait', label: 'Wait for the backup' },
    });
  });
}

/** _check_lock_controller_during_upgrade */
function deploy(facts: PreflightFacts): Check[] {
  const check = checksOf('lock', 'sysinv host.py _check_lock_controller_during_upgrade');
  const what = 'whether a software deployment is in a state that forbids it';
  return fromFact(facts.deploy, check.unknown, 'deploy', what, 'usm', ({ state }) => {
    if (state === null)
      return check.pass('deploy', { title: 'No software deployment is under way', source: 'usm' });
    if (!isTransientDeploy(state)) {
      return check.pass('deploy', { title: `The software deployment is in state ${state}`, source: 'usm' });
    }
    return check.block('deploy', {
      title: `A software deployment is in state ${state}`,
      detail: 'Controllers cannot be locked until that step is over.',
      source: 'usm',
      wayOut: { kind: 'page', page: 'software', label: 'Open software' },
    });
  });
}

const IN_TRANSITION: readonly string[] = ['uploading', 'applying', 'removing', 'updating', 'recovering'];

function rook(backends: readonly StorageBackendFact[]): Check[] {
  const backend = backends.find((candidate) => candidate.backend === 'ceph-rook');
  if (!backend) return [];
  if (!IN_TRANSITION.includes(backend.task ?? '')) {
    return [controller.pass('rook', { title: 'The Rook Ceph application is at rest' })];
  }
  return [
    controller.block('rook', {
      title: `The Rook Ceph application is ${backend.task}`,
      detail: 'Wait until it has finished. Force does not skip this.',
      wayOut: { kind: 'page', page: 'applications', label: 'Open applications' },
    }),
  ];
}

/** With all storage hosts locked no controller may be locked, save by force unsafe lock. */
function storageAllLocked(variant: LockVariant, facts: PreflightFacts): Check[] {
  const hosts = storageHosts(facts.context);
  if (hosts.length === 0 || variant === 'force-unsafe-lock') return [];
  if (hosts.some((host) => host.administrative !== 'locked')) {
    return [controller.pass('storage-locked', { title: 'A storage host is unlocked' })];
  }
  return [
    controller.block('storage-locked', {
      title: 'All storage hosts are locked',
      detail: 'Unlock one first. Only force unsafe lock skips this.',
    }),
  ];
}

/** The platform intersects the inventory with Ceph's quorum; only the inventory can be seen from here. */
function monitors(variant: LockVariant, facts: PreflightFacts): Check[] {
  const { host, context } = facts;
  if (host.administrative !== 'unlocked' || host.operational !== 'enabled') return [];
  // An all-in-one has one floating monitor named `controller`: no host is ever its quorum, so none is refused.
  if (context.system && isAllInOne(context.system)) return [];
  return fromFact(
    facts.monitors,
    quorum.unknown,
    'monitors',
    'the quorum of the storage monitors',
    'sysinv',
    (all) => {
      const needed = monitorsNeeded(context);
      const inService = monitorsInService(all, context.hosts);
      if (!host.hostname || !all.some((monitor) => monitor.hostname === host.hostname)) return [];
      if (needed === null) {
        const words = cannotTell(
          'how many storage monitors must remain',
          'The system could not be read.',
          'sysinv',
        );
        return quorum.unknown('monitors', words);
      }
      const left = inService.filter((name) => name !== host.hostname).length;
      if (inService.length > needed) {
        return quorum.pass('monitors', { title: `${counted(left, 'storage monitor')} stay in service` });
      }
      return quorum.warn('monitors', {
        title: `${counted(inService.length, 'storage monitor')} in service, ${needed} must remain`,
        detail:
          variant === 'force-unsafe-lock'
            ? 'Force unsafe lock skips this: the storage cluster can stop.'
            : 'The platform refuses while this host takes part in the quorum. Only Ceph knows that.',
      });
    },
  );
}

function configuringOsd(facts: PreflightFacts): Check[] {
  return fromFact(
    facts.osds,
    controller.unknown,
    'osds',
    'whether storage devices are being configured',
    'sysinv',
    (osds) =>
      osds.some((osd) => osd.state === 'configuring')
        ? controller.block('osds', {
            title: 'Storage devices of this host are being configured',
            detail: 'Wait until they are.',
            wayOut: { kind: 'wait', label: 'Wait for the storage devices' },
          })
        : controller.pass('osds', { title: 'No storage device is being configured' }),
  );
}

/** Losing the last copy is refused unless all pools are empty, which only Ceph knows. */
function replicas(backend: StorageBackendFact, facts: PreflightFacts): Check[] {
  const { host, context } = facts;
  if (host.administrative !== 'unlocked' || host.operational !== 'enabled') return [];
  const peers = storageHosts(context).filter(
    (other) =>
      other.id !== host.id &&
      other.peerGroup === host.peerGroup &&
      other.administrative === 'unlocked' &&
      other.operational === 'enabled' &&
      !other.task?.includes('Locking'),
  );
  const group = host.peerGroup ?? 'its group';
  if (backend.minReplication !== null && peers.length >= backend.minReplication) {
    const title = `${counted(peers.length, 'other host')} of ${group} in service`;
    return [storage.pass('replicas', { title })];
  }
  const why = `${peers.length === 0 ? 'No other host' : `Only ${peers.length} other`} of ${group} is in service, and locking is refused while pools hold data.`;
  return [storage.unknown('replicas', cannotTell('whether the storage pools are empty', why))];
}

function storageLock(variant: LockVariant, facts: PreflightFacts): Check[] {
  const what = 'whether Ceph is a storage backend';
  return fromFact(facts.storageBackends, storage.unknown, 'ceph', what, 'sysinv', (backends) => {
    const backend = cephBackend(backends);
    if (!backend) return storage.block('ceph', { title: 'Ceph is not configured as a storage backend' });
    if (backend.task === 'restore' && variant !== 'lock') {
      return storage.pass('ceph', { title: 'Ceph is being restored: force lock is let through' });
    }
    const health =
      variant === 'lock'
        ? [storage.unknown('health', cannotTell('the health of the storage cluster', 'Only Ceph knows it.'))]
        : [];
    return [...replicas(backend, facts), ...monitors(variant, facts), ...health];
  });
}

function controllerLock(variant: LockVariant, facts: PreflightFacts): Check[] {
  const simplex = simplexMode(facts.context) === true;
  const backends = fromFact(
    facts.storageBackends,
    controller.unknown,
    'storage',
    'the state of the storage backends',
    'sysinv',
    (all) => [
      ...rook(all),
      ...(cephBackend(all) && !simplex
        ? [...storageAllLocked(variant, facts), ...monitors(variant, facts)]
        : []),
    ],
  );
  if (variant !== 'lock') return backends;
  const sole = checksOf('lock', 'sysinv host.py check_lock_controller, sm_api.lock_pre_check');
  const only = cannotTell(
    'whether a service runs on this controller only',
    'Service management is asked at that moment.',
  );
  return [...deploy(facts), ...backends, ...configuringOsd(facts), sole.unknown('sole-provider', only)];
}

/** A worker that carries the third monitor of a standard system. */
function workerLock(facts: PreflightFacts): Check[] {
  if (facts.host.personality !== 'worker') return [];
  return fromFact(
    facts.storageBackends,
    quorum.unknown,
    'monitors',
    'the quorum of the storage monitors',
    'sysinv',
    (all) => (cephBackend(all) ? monitors('lock', facts) : []),
  );
}

/** PGs in recovery: the platform asks Ceph, for hosts that carry OSDs. */
function recovery(facts: PreflightFacts): Check[] {
  const carries = isStorage(facts.host) || (facts.osds?.ok === true && facts.osds.data.length > 0);
  const ceph = facts.storageBackends?.ok === true && cephBackend(facts.storageBackends.data) !== undefined;
  if (!carries || !ceph || simplexMode(facts.context) === true) return [];
  return [
    general.unknown('recovery', cannotTell('whether storage data is being recovered', 'Only Ceph knows it.')),
  ];
}

/** After the list-level checks, in the order of the platform. Force variants leave out what they skip. */
export function lockFactChecks(variant: LockVariant, facts: PreflightFacts): Check[] {
  const { host } = facts;
  const ordinary = variant === 'lock';
  const apps = checksOf('lock', 'sysinv host.py mtc_action_apps_semantic_checks');
  return [
    ...(ordinary ? backup(facts) : []),
    ...(ordinary ? recovery(facts) : []),
    ...(isController(host) ? controllerLock(variant, facts) : []),
    ...(isStorage(host) ? storageLock(variant, facts) : []),
    // check_force_lock has no check for workers at all.
    ...(ordinary && isWorker(host) ? workerLock(facts) : []),
    ...(ordinary
      ? [
          apps.unknown(
            'applications',
            cannotTell('whether an application objects', 'Each may refuse by its own rules.'),
          ),
        ]
      : []),
    ...traffic(host),
  ];
}

/** Asked on every lock of a host with the worker function; the platform does not look at it either. */
function traffic(host: Host): Check[] {
  if (!isWorker(host)) return [];
  const check = checksOf('lock', 'sysinv host.py check_lock_worker');
  const title = `Cannot tell: live traffic on SR-IOV functions of ${hostName(host)}`;
  const detail = 'No source reports it, and the platform does not check it.';
  return [check.unknown('traffic', { title, detail, source: 'none' })];
}
