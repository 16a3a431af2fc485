/** What Ceph is made of, over all hosts: monitors, OSDs, the model of where they are. */
import type { World } from '../../kernel/world';
import { everywhere } from '../api/collections';
import type { Host } from '../host';
import { perHost } from '../network/rows';
import type { Row } from '../rows';
import { isEnabled } from './rows';

/** A storage function by its uuid, whichever host it is on. */
export function storOf(world: World, uuid: string): Row | undefined {
  return world.sysinv.row(perHost('istors'), uuid);
}

export function osds(world: World): Row[] {
  return [...everywhere(world, perHost('istors'))].filter((row) => row.function === 'osd');
}

/** The next free id of an OSD. */
export function nextOsd(world: World): number {
  const taken = new Set(osds(world).map(({ osdid }) => osdid));
  for (let id = 0; ; id++) if (!taken.has(id)) return id;
}

/** Monitors, and how many of them have to be there (ceph.py get_monitors_status). */
export function monitors(world: World): { hosts: Host[]; available: Host[]; required: number } {
  const rows = [...everywhere(world, perHost('ceph_mon'))];
  const hosts = rows.flatMap(({ ihost_uuid }) => {
    const host = world.sysinv.find(String(ihost_uuid));
    return host ? [host] : [];
  });
  const available = hosts.filter(
    (host) => isEnabled(host) && !world.storage.lostMonitors(world).includes(host.row.hostname ?? ''),
  );
  return { hosts, available, required: world.sysinv.context.allInOne ? 1 : 2 };
}

/** Brings the ids that a tier lists, and its status, up to date with its OSDs. */
export function recountTiers(world: World): void {
  const all = osds(world);
  for (const tier of world.sysinv.cloud('storage_tiers')) {
    const mine = all.filter(({ tier_uuid }) => tier_uuid === tier.uuid);
    tier.stors = mine.flatMap(({ osdid }) => (typeof osdid === 'number' ? [osdid] : []));
    tier.status = mine.length > 0 ? 'in-use' : 'defined';
  }
  tellCluster(world);
}

/** The cluster's item names its tiers. */
export function tellCluster(world: World): void {
  for (const cluster of world.sysinv.cloud('clusters')) {
    cluster.tiers = world.sysinv
      .cloud('storage_tiers')
      .filter(({ cluster_uuid }) => cluster_uuid === cluster.uuid)
      .map(({ name, status, uuid }) => ({ name: name ?? null, status: status ?? null, uuid }));
  }
}

/** A host that is deleted takes its OSDs along, and is in no group any more. */
export function leaveCluster(world: World, host: Host): void {
  const clusters = world.sysinv.cloud('clusters');
  if (clusters.length === 0) return;
  for (const cluster of clusters) {
    const peers = Array.isArray(cluster.peers) ? cluster.peers : [];
    cluster.peers = peers.map((peer) => {
      if (peer === null || typeof peer !== 'object' || Array.isArray(peer)) return peer;
      const hosts = Array.isArray(peer.hosts) ? peer.hosts : [];
      return { ...peer, hosts: hosts.filter((name) => name !== host.row.hostname) };
    });
  }
  recountTiers(world);
}
