/** Unlock of a worker where bare-metal Ceph is configured: OSDs in every tier, or a third monitor (check_unlock_worker). */
import { type Check, cannotTell, checksOf } from '../check';
import { isController } from '../host';
import type { PreflightFacts, StorageBackendFact } from '../host-facts';
import type { TierFact } from '../readiness-facts';
import { isAllInOne, isSimplex } from '../system';
import { counted, isOrAre } from '../words';
import { bothFacts, fromFact, storageHosts } from './facts';

const check = checksOf('unlock', 'sysinv host.py check_unlock_worker');
const wayOut = { kind: 'page', page: 'storage', label: 'Open storage' } as const;
/** constants.CEPH_REPLICATION_FACTOR_DEFAULT */
const USUAL_COPIES = 2;

/** StorageBackendConfig.has_backend_configured: the default backend alone counts. */
const isConfigured = (backends: readonly StorageBackendFact[]): boolean =>
  backends.some(
    ({ backend, name, state }) =>
      backend === 'ceph' && state === 'configured' && (name === undefined || name === 'ceph-store'),
  );

const cephTiers = (tiers: readonly TierFact[]): TierFact[] => tiers.filter(({ type }) => type === 'ceph');

/** As many OSDs in each tier as its backend makes copies. */
function simplexTiers(facts: PreflightFacts, backends: readonly StorageBackendFact[]): Check[] {
  const what = 'whether each storage tier has its OSDs';
  return fromFact(facts.tiers, check.unknown, 'tiers', what, 'sysinv', (all) => {
    const copies = backends
      .filter(({ backend }) => backend === 'ceph')
      .map(({ replication }) => replication ?? USUAL_COPIES);
    for (const tier of cephTiers(all)) {
      const own = backends.find(({ id }) => id !== undefined && id === tier.backendId);
      const needed = own ? (own.replication ?? USUAL_COPIES) : Math.max(1, ...copies);
      if (tier.osds >= needed) continue;
      return check.block('tiers', {
        title: `Tier ${tier.name} has ${counted(tier.osds, 'OSD')}, ${needed} ${isOrAre(needed)} needed`,
        detail: 'Add storage functions to disks.',
        wayOut,
      });
    }
    return check.pass('tiers', { title: 'Each storage tier has its OSDs' });
  });
}

/** One OSD of this host in each tier. */
function duplexTiers(facts: PreflightFacts): Check[] {
  const what = 'whether each storage tier has an OSD of this host';
  return fromFact(facts.osds, check.unknown, 'osds', what, 'sysinv', (osds) => {
    if (osds.length === 0) {
      return check.block('osds', { title: 'No OSD is configured on this host', wayOut });
    }
    const some = check.pass('osds', { title: `${counted(osds.length, 'OSD')} configured` });
    const tiers = fromFact(facts.tiers, check.unknown, 'tiers', what, 'sysinv', (all) => {
      const without = cephTiers(all).find(({ id }) => !osds.some(({ tierId }) => tierId === id));
      if (!without) return check.pass('tiers', { title: 'Each storage tier has an OSD of this host' });
      const title = `Tier ${without.name} has no OSD of this host`;
      return check.block('tiers', { title, detail: 'Add one, or delete the tier.', wayOut });
    });
    return [some, ...tiers];
  });
}

/** ceph.py get_ceph_storage_model: where the OSDs are to be must be settled before a worker is unlocked. */
function storageModel(facts: PreflightFacts): Check[] {
  const { context } = facts;
  if (storageHosts(context).length > 0) {
    return [check.pass('third-monitor', { title: 'Storage hosts are defined' })];
  }
  const what = 'whether a third monitor is defined';
  const read = bothFacts(facts.monitors, facts.tiers);
  return fromFact(read, check.unknown, 'third-monitor', what, 'sysinv', ([monitors, tiers]) => {
    const onWorker = monitors.some((monitor) =>
      context.hosts.some((other) => other.hostname === monitor.hostname && other.personality === 'worker'),
    );
    if (onWorker) return check.pass('third-monitor', { title: 'A third storage monitor is defined' });
    // Without storage hosts, OSDs are on controllers.
    if (tiers.some(({ osds }) => osds > 0)) {
      return check.pass('third-monitor', { title: 'Controllers have the OSDs' });
    }
    return check.block('third-monitor', {
      title: 'No third storage monitor is defined',
      detail: 'Add a storage host, or a monitor on a worker. It decides where OSDs are.',
      wayOut: { kind: 'page', page: 'cloud-storage', label: 'Open storage' },
    });
  });
}

export function cephChecks(facts: PreflightFacts): Check[] {
  const { host, context } = facts;
  const what = 'whether Ceph storage is complete';
  return fromFact(facts.storageBackends, check.unknown, 'ceph', what, 'sysinv', (backends) => {
    if (!isConfigured(backends)) return [];
    if (context.system === null) {
      return check.unknown('ceph', cannotTell(what, 'The system could not be read.', 'sysinv'));
    }
    if (!isAllInOne(context.system)) return storageModel(facts);
    if (isSimplex(context.system)) return simplexTiers(facts, backends);
    // A worker beside all-in-one controllers has no OSDs of its own to show.
    return isController(host) ? duplexTiers(facts) : [];
  });
}
