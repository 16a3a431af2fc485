/** The alarms that the faults of storage ask for. Texts are the simulator's own but for the one of a full filesystem. */

import type { Severity } from '../fm/state';
import type { World } from '../kernel/world';
import { CEPH_FSID } from '../sysinv/cloud/storage/backends';
import { rowsOn } from '../sysinv/network/rows';
import { CRITICAL, MAJOR, type StorageFault } from './faults';

export type Wanted = {
  alarm_id: string;
  entity: string;
  severity: Severity;
  reason_text: string;
  proposed_repair_action: string;
};

/** Where the filesystems are mounted: what their alarms name. */
const MOUNTS: Record<string, string> = {
  backup: '/opt/backups',
  docker: '/var/lib/docker',
  kubelet: '/var/lib/kubelet',
  scratch: '/scratch',
  log: '/var/log',
  var: '/var',
  root: '/',
  'image-conversion': '/opt/conversion',
  instances: '/var/lib/nova/instances',
  ceph: '/var/lib/ceph/data',
  platform: '/opt/platform',
  database: '/var/lib/postgresql',
  extension: '/opt/extension',
  etcd: '/opt/etcd',
  'docker-distribution': '/var/lib/docker-distribution',
};

export const mountOf = (name: string): string => MOUNTS[name] ?? `/opt/${name}`;

const CLUSTER = `cluster=${CEPH_FSID}`;

export function wantedAlarms(world: World): Wanted[] {
  const faults = world.storage.noticed();
  return [...cluster(world), ...faults.flatMap((fault) => ofFault(world, fault)), ...groups(world, faults)];
}

/** 800.001 speaks of Ceph as a whole. */
function cluster(world: World): Wanted[] {
  const health = world.storage.health();
  if (health === 'HEALTH_OK') return [];
  return [
    {
      alarm_id: '800.001',
      entity: CLUSTER,
      severity: health === 'HEALTH_ERR' ? 'critical' : 'major',
      reason_text: `Ceph reports ${health}: ${causeOf(world)}.`,
      proposed_repair_action: "Look at the cluster with 'ceph -s'; restart what of Ceph does not run.",
    },
  ];
}

function causeOf(world: World): string {
  if (!world.storage.isCephAnswering()) return 'its monitors have no quorum';
  const [fault] = world.storage
    .noticed()
    .filter(({ kind }) => kind === 'disk-fault' || kind === 'monitor-lost');
  if (fault?.kind === 'monitor-lost') return `the monitor on ${fault.host} is lost`;
  return fault?.phase === 'rebuilding' ? 'copies are being made anew' : `osd.${fault?.osd} is down`;
}

/** What lacks in a replication group: a copy, or every OSD there is. */
function groups(world: World, faults: readonly StorageFault[]): Wanted[] {
  const down = faults.filter(({ kind, phase }) => kind === 'disk-fault' && phase === 'on');
  const peers = world.sysinv.cloud('clusters')[0]?.peers;
  if (down.length === 0 || !Array.isArray(peers)) return [];
  return peers.flatMap((peer): Wanted[] => {
    if (peer === null || typeof peer !== 'object' || Array.isArray(peer)) return [];
    const hosts = Array.isArray(peer.hosts) ? peer.hosts.map(String) : [];
    const mine = down.filter(({ host }) => hosts.includes(host ?? ''));
    if (mine.length === 0) return [];
    const all = hosts.flatMap((name) => osdsOf(world, name)).length;
    const gone = mine.length >= all;
    return [
      {
        alarm_id: gone ? '800.010' : '800.011',
        entity: `${CLUSTER}.peergroup=${peer.name}`,
        severity: gone ? 'critical' : 'major',
        reason_text: gone
          ? `No OSD of ${peer.name} is up: data may be lost.`
          : `${peer.name} has lost copies of its data.`,
        proposed_repair_action: 'See that the hosts of the group are in service and their OSDs are up.',
      },
    ];
  });
}

function osdsOf(world: World, name: string): unknown[] {
  const host = world.sysinv.byName(name);
  return host ? rowsOn(world, 'istors', host).filter((row) => row.function === 'osd') : [];
}

function ofFault(world: World, fault: StorageFault): Wanted[] {
  const { kind, phase, host, osd } = fault;
  if (kind === 'filesystem-full') return filesystem(world, fault);
  if (kind === 'volume-group-full') {
    return [
      {
        alarm_id: '100.104',
        entity: `host=${host}.volumegroup=cgts-vg`,
        severity: 'major',
        reason_text: 'Volume group cgts-vg has no room left.',
        proposed_repair_action: 'Watch it, and add physical volumes to the group if this stays.',
      },
    ];
  }
  if (kind !== 'disk-fault' || phase !== 'on') return [];
  return [
    {
      alarm_id: '200.006',
      entity: `host=${host}.process=ceph (osd.${osd})`,
      severity: 'major',
      reason_text: `${host} is degraded: osd.${osd} does not run.`,
      proposed_repair_action: 'If it does not recover, replace the disk and add the OSD anew.',
    },
  ];
}

/** Per cent of a filesystem in use; undefined where there is none of the name any more. */
export function percentOf(
  world: World,
  { host, filesystem: name, usedGib }: StorageFault,
): number | undefined {
  const owner = world.sysinv.byName(host ?? '');
  const rows = [...(owner ? rowsOn(world, 'host_fs', owner) : []), ...world.sysinv.cloud('controller_fs')];
  const size = Number(rows.find((row) => row.name === name)?.size ?? 0);
  return size > 0 ? ((usedGib ?? 0) / size) * 100 : undefined;
}

function filesystem(world: World, fault: StorageFault): Wanted[] {
  const percent = percentOf(world, fault);
  if (percent === undefined || percent < MAJOR) return [];
  const severity = percent < CRITICAL ? 'major' : 'critical';
  const threshold = severity === 'major' ? MAJOR : CRITICAL;
  return [
    {
      alarm_id: '100.104',
      entity: `host=${fault.host}.filesystem=${mountOf(fault.filesystem ?? '')}`,
      severity,
      reason_text: `File System threshold exceeded ; threshold ${threshold.toFixed(2)}%, actual ${percent.toFixed(2)}%`,
      proposed_repair_action: 'Remove what is not needed, or make the file system larger.',
    },
  ];
}
