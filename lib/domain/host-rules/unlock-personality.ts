/** Unlock: what the platform asks of controllers, workers and storage hosts in particular. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, isController } from '../host';
import type { PreflightFacts, StorageBackendFact } from '../host-facts';
import { isAllInOne } from '../system';
import { counted } from '../words';
import { simplexMode } from './context';
import { cephBackend, fromFact, monitorsInService, monitorsNeeded, storageHosts } from './facts';

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

export function unlockControllerChecks(facts: PreflightFacts, forced: boolean): Check[] {
  const sizes = checksOf('unlock', 'sysinv host.py _semantic_check_filesystem_sizes');
  const oam = checksOf('unlock', 'sysinv host.py _semantic_check_duplex_oam_config');
  const simplex = simplexMode(facts.context);
  return [
    ...oamInterface(facts),
    // Not asked of the active controller, nor on a simplex.
    ...(facts.host.activity === 'active' || simplex === true
      ? []
      : [
          sizes.unknown(
            'fs-sizes',
            cannotTell(
              'whether cgts-vg has room for the filesystems',
              'It follows from sizes on both controllers.',
            ),
          ),
        ]),
    ...storageBackendChecks('unlock', facts.host, facts),
    ...(forced ? [] : controllerFs(facts)),
    ...(simplex === true
      ? []
      : [
          oam.unknown(
            'oam-addresses',
            cannotTell('the unit addresses', 'They are asked for after a move from simplex to duplex only.'),
          ),
        ]),
  ];
}

function cephForWorkers(facts: PreflightFacts): Check[] {
  const { host, context } = facts;
  const check = checksOf('unlock', 'sysinv host.py check_unlock_worker');
  const what = 'whether Ceph storage is complete';
  return fromFact(facts.storageBackends, check.unknown, 'ceph', what, 'sysinv', (backends) => {
    if (!cephBackend(backends)) return [];
    if (context.system === null)
      return check.unknown('ceph', cannotTell(what, 'The system could not be read.', 'sysinv'));
    if (isAllInOne(context.system)) {
      // An all-in-one worker host has no OSDs of its own to show.
      if (!isController(host)) return [];
      return fromFact(
        facts.osds,
        check.unknown,
        'osds',
        'the storage devices of the host',
        'sysinv',
        (osds) => {
          if (osds.length === 0) {
            return check.block('osds', { title: 'No OSD is configured on this host', wayOut: storagePage });
          }
          const why = 'Every storage tier needs enough of them.';
          return [
            check.pass('osds', { title: `${counted(osds.length, 'OSD')} configured` }),
            check.unknown('tiers', cannotTell('whether each storage tier has its OSDs', why)),
          ];
        },
      );
    }
    if (storageHosts(context).length > 0)
      return check.pass('third-monitor', { title: 'Storage hosts are defined' });
    return fromFact(
      facts.monitors,
      check.unknown,
      'third-monitor',
      'whether a third monitor is defined',
      'sysinv',
      (all) => {
        const onWorker = all.some((monitor) =>
          context.hosts.some(
            (other) => other.hostname === monitor.hostname && other.personality === 'worker',
          ),
        );
        if (onWorker) return check.pass('third-monitor', { title: 'A third storage monitor is defined' });
        const why =
          'Neither a storage host nor a monitor on a worker is defined; OSDs on controllers would do as well.';
        return check.unknown('third-monitor', cannotTell('whether the storage model is settled', why));
      },
    );
  });
}

/** Rules over many resources at once: they are left to the platform, with the reason. */
export function unlockWorkerChecks(facts: PreflightFacts): Check[] {
  const data = checksOf('unlock', 'sysinv host.py _semantic_check_data_interfaces');
  const devices = checksOf('unlock', 'sysinv host.py _semantic_check_devices');
  const cpus = checksOf('unlock', 'sysinv host.py _semantic_check_worker_cpu_assignments');
  const memory = checksOf('unlock', 'sysinv host.py _check_memory_for_single_size, check_unlock_worker');
  const why = 'The rule spans many resources.';
  return [
    data.unknown('data-interfaces', cannotTell('whether data and SR-IOV interfaces are valid', why)),
    devices.unknown('devices', cannotTell('whether accelerators are configured', why)),
    cpus.unknown('cpus', cannotTell('whether the CPU assignment is valid', why)),
    memory.unknown('memory', cannotTell('whether hugepages and platform memory fit', why)),
    ...cephForWorkers(facts),
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
