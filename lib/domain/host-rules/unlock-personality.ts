/** Unlock: what the platform asks of controllers, workers and storage hosts in particular. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hostName, isController } from '../host';
import { needsFilesystemRoom, type PreflightFacts, type StorageBackendFact } from '../host-facts';
import { counted } from '../words';
import { simplexMode } from './context';
import { fromFact, monitorsInService, monitorsNeeded } from './facts';
import { cephChecks } from './unlock-ceph';
import { dataInterfaceChecks } from './unlock-interfaces';
import { memoryChecks } from './unlock-memory';
import { cpuChecks, deviceChecks, novaLocalChecks } from './unlock-worker-parts';

const storagePage = { kind: 'page', page: 'storage', label: 'Open storage' } as const;

function oamInterface(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_oam_interface');
  return fromFact(
    facts.interfaces,
    check.unknown,
    'oam',
    'whether an interface carries the oam network',
    'sysinv',
    (all) => {
      const carrier = all.find((candidate) => candidate.networks.includes('oam'));
      if (carrier) return check.pass('oam', { title: `${carrier.name} carries the oam network` });
      const wayOut = { kind: 'page', page: 'network', label: 'Open network' } as const;
      return check.block('oam', { title: 'No interface carries the oam network', wayOut });
    },
  );
}

/** _semantic_check_storage_backend: shared with swact. Rook and LVM are not looked at. */
export function storageBackendChecks(prefix: 'unlock' | 'swact', host: Host, facts: PreflightFacts): Check[] {
  const check = checksOf(prefix, 'sysinv host.py _semantic_check_storage_backend');
  const what = 'whether the storage backends are ready';
  return fromFact(facts.storageBackends, check.unknown, 'storage-backend', what, 'sysinv', (backends) => {
    const unready = (backend: StorageBackendFact): boolean =>
      backend.backend !== 'ceph-rook' &&
      backend.backend !== 'lvm' &&
      backend.state !== 'configured' &&
      backend.state !== 'configuring-on-unlock' &&
      // Ceph waiting for its storage is fine for a controller.
      !(backend.backend === 'ceph' && backend.task === 'provision-storage' && isController(host));
    const backend = backends.find(unready);
    if (!backend) return check.pass('storage-backend', { title: 'All storage backends are ready' });
    return check.block('storage-backend', {
      title: `Storage backend ${backend.backend} is ${backend.state ?? 'in an unknown state'}`,
      detail: 'All must be configured.',
      wayOut: storagePage,
    });
  });
}

/** Only with Rook, and only for the controller that is not active. */
function controllerFs(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_controllerfs');
  if (facts.host.activity === 'active') return [];
  if (facts.storageBackends?.ok !== true) return [];
  if (!facts.storageBackends.data.some((backend) => backend.backend === 'ceph-rook')) return [];
  const what = 'whether a controller filesystem is being created or deleted';
  return fromFact(facts.controllerFs, check.unknown, 'controllerfs', what, 'sysinv', (all) => {
    const busy = all.find((fs) => /creating_in_progress|deleting_in_progress/.test(fs.status ?? ''));
    if (!busy)
      return check.pass('controllerfs', { title: 'No controller filesystem is being created or deleted' });
    return check.block('controllerfs', {
      title: `Controller filesystem ${busy.name} is being changed`,
      detail: 'Wait until it is done.',
      wayOut: { kind: 'wait', label: 'Wait for the filesystem' },
    });
  });
}

/** Before the first unlock of the second controller: its cgts-vg holds what the active one uses. */
function filesystemRoom(facts: PreflightFacts): Check[] {
  const { host } = facts;
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_filesystem_sizes');
  if (!needsFilesystemRoom(host) || simplexMode(facts.context) === true) return [];
  const what = 'whether cgts-vg has room for the filesystems';
  return fromFact(facts.filesystemRoom, check.unknown, 'fs-sizes', what, 'sysinv', ({ used, given }) => {
    if (used === null) {
      return check.block('fs-sizes', {
        title: 'cgts-vg of the active controller has no sizes yet',
        detail: 'Wait for its inventory.',
        wayOut: { kind: 'wait', label: 'Wait for the inventory' },
      });
    }
    const missing = Math.ceil((used - given) / 1024 ** 3);
    return used > given
      ? check.block('fs-sizes', {
          title: `cgts-vg is ${missing} GiB too small for the filesystems`,
          detail: 'The active controller uses more than this one has. Add a disk or partition.',
          wayOut: storagePage,
        })
      : check.pass('fs-sizes', { title: 'cgts-vg has room for the filesystems' });
  });
}

/** Asked on the way from simplex to duplex alone. */
function oamUnits(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_duplex_oam_config');
  const { system } = facts.context;
  if (system === null) {
    const words = cannotTell(
      'whether controllers need OAM addresses',
      'The system could not be read.',
      'sysinv',
    );
    return [check.unknown('oam-addresses', words)];
  }
  if (!system.leavingSimplex || (system.mode !== 'duplex' && system.mode !== 'duplex-direct')) return [];
  const what = 'whether each controller has its OAM address';
  return fromFact(facts.oamUnits, check.unknown, 'oam-addresses', what, 'sysinv', ({ first, second }) => {
    if (first !== null && second !== null) {
      return check.pass('oam-addresses', { title: 'Each controller has its OAM address' });
    }
    return check.block('oam-addresses', {
      title: `${first === null ? 'controller-0' : 'controller-1'} has no OAM address`,
      detail: `A ${system.mode} system needs one for each controller.`,
      wayOut: { kind: 'page', page: 'cloud-network', label: 'Open networks' },
    });
  });
}

export function unlockControllerChecks(facts: PreflightFacts, forced: boolean): Check[] {
  return [
    ...oamInterface(facts),
    ...filesystemRoom(facts),
    ...storageBackendChecks('unlock', facts.host, facts),
    ...(forced ? [] : controllerFs(facts)),
    ...oamUnits(facts),
  ];
}

/** Nothing of it is asked of a restored system only, which no resource tells of. */
function restore(facts: PreflightFacts): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _semantic_check_restore_complete');
  const what = `whether a restore of ${hostName(facts.host)} is complete`;
  return [check.unknown('restore', cannotTell(what, 'No resource reports it.'))];
}

/** In the order of the platform. */
export function unlockWorkerChecks(facts: PreflightFacts, forced: boolean): Check[] {
  return [
    ...restore(facts),
    ...dataInterfaceChecks(facts, forced),
    ...deviceChecks(facts, forced),
    ...cpuChecks(facts),
    ...memoryChecks(facts),
    ...cephChecks(facts),
    ...novaLocalChecks(facts),
  ];
}

export function unlockStorageChecks(facts: PreflightFacts): Check[] {
  const { host, context } = facts;
  const check = checksOf('unlock', 'sysinv host.py check_unlock_storage');
  const osds = fromFact(
    facts.osds,
    check.unknown,
    'osds',
    'the storage devices of the host',
    'sysinv',
    (all) =>
      all.length > 0
        ? check.pass('osds', { title: `${counted(all.length, 'OSD')} configured` })
        : check.block('osds', { title: 'No OSD is configured on this host', wayOut: storagePage }),
  );
  const what = 'how many storage monitors are in service';
  const monitors = fromFact(facts.monitors, check.unknown, 'monitors', what, 'sysinv', (all) => {
    // Unlocking storage-0 again is how a lost quorum comes back.
    const needed =
      host.hostname === 'storage-0' && host.provisionState === 'provisioned' ? 1 : monitorsNeeded(context);
    if (needed === null)
      return check.unknown('monitors', cannotTell(what, 'The system could not be read.', 'sysinv'));
    const inService = monitorsInService(all, context.hosts).length;
    const title = `${counted(inService, 'storage monitor')} in service, ${needed} needed`;
    if (inService >= needed) return check.pass('monitors', { title });
    return check.block('monitors', { title, detail: 'Unlock the hosts with monitors first.' });
  });
  return [...osds, ...monitors];
}
