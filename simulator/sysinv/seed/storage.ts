/** Disks, partitions, volume groups, storage functions, monitors and filesystems of one host. */
import type { Host } from '../host';
import { type Row, rowUuid } from '../rows';
import { begin, between, hasWorker, hostHex, isInventoried, type Seeder } from './context';

type Disk = {
  node: string;
  num: number;
  path: string;
  type: 'SSD' | 'HDD' | 'NVME';
  size: number;
  use: string;
};

const SATA = '/dev/disk/by-path/pci-0000:00:1f.2-ata-';
const NVME = '/dev/disk/by-path/pci-0000:65:00.0-nvme-1';
const LVM = 'ba5eba11-0000-1111-2222-000000000001';
const MIB = 1024 * 1024;
const PLATFORM_PV_MIB = 245_760;

function sata(n: number, use: string, size: number): Disk {
  const type = use === 'osd' ? 'HDD' : 'SSD';
  return { node: `/dev/sd${'abcd'[n]}`, num: 2048 + 16 * n, path: `${SATA}${n + 1}.0`, type, size, use };
}

function nvme(use: string): Disk {
  return { node: '/dev/nvme0n1', num: 66_304, path: NVME, type: 'NVME', size: 1_907_729, use };
}

/** The disks of a host: root first; then data volumes, OSDs or a journal, by what the host is for. */
function disksOf(host: Host): Disk[] {
  if (host.row.personality === 'storage') {
    return [
      sata(0, 'rootfs', 457_862),
      sata(1, 'osd', 1_907_729),
      sata(2, 'osd', 1_907_729),
      nvme('journal'),
    ];
  }
  // An all-in-one cloud has no storage hosts: its controllers carry the OSDs, without which they cannot be unlocked.
  if (carriesOsds(host)) return [sata(0, 'rootfs', 953_869), sata(1, 'nova-local', 953_869), nvme('osd')];
  if (hasWorker(host)) return [sata(0, 'rootfs', 953_869), sata(1, 'nova-local', 953_869), nvme('')];
  return [sata(0, 'rootfs', 953_869), sata(1, '', 953_869)];
}

const carriesOsds = (host: Host): boolean => host.row.personality === 'controller' && hasWorker(host);

/** Which storage function lies on disk `n`: the journal is function 0, OSDs follow; -1 for none. */
function storIndex(host: Host, n: number): number {
  const use = disksOf(host)[n]?.use;
  if (carriesOsds(host)) return use === 'osd' ? 0 : -1;
  if (use === 'journal') return 0;
  return use === 'osd' ? n : -1;
}

export const idisks: Seeder = (host, context) =>
  !isInventoried(host)
    ? []
    : disksOf(host).map((disk, n) => {
        const serial = `S45N0${hostHex(host)}${n}`.toUpperCase();
        const model = disk.type === 'NVME' ? 'INTEL SSDPE2KX020T8' : 'SAMSUNG MZ7LH960';
        const used =
          { rootfs: 260_000, 'nova-local': disk.size, osd: disk.size, journal: 4096 }[disk.use] ?? 32;
        const stor = storIndex(host, n);
        return {
          ...begin('idisks', host, n, context),
          device_node: disk.node,
          device_type: disk.type,
          device_num: disk.num,
          device_id: `${disk.type === 'NVME' ? 'nvme' : 'ata'}-${model.replace(/ /g, '_')}_${serial}`,
          device_path: disk.path,
          device_wwn: `0x5002538e0${hostHex(host)}${n.toString(16).padStart(3, '0')}`,
          size_mib: disk.size,
          available_mib: disk.size - used,
          serial_id: serial,
          capabilities: { model_num: model, stor_function: disk.use === 'nova-local' ? '' : disk.use },
          istor_uuid: stor < 0 ? null : rowUuid('istors', host.row.id, stor),
          ipv_uuid: null,
          rpm: disk.type === 'HDD' ? '7200' : 'N/A',
        };
      });

/** The volume groups: the platform's own, and one for local instances on hosts with worker functions. */
function groupsOf(host: Host): { name: string; disk: number; part: number; size: number; start: number }[] {
  const root = { name: 'cgts-vg', disk: 0, part: 5, size: PLATFORM_PV_MIB, start: 33_000 };
  const disk = disksOf(host).findIndex(({ use }) => use === 'nova-local');
  return disk < 0 ? [root] : [root, { name: 'nova-local', disk, part: 1, size: 953_837, start: 1 }];
}

export const partitions: Seeder = (host, context) =>
  !isInventoried(host)
    ? []
    : groupsOf(host).map((group, n) => {
        const disk = disksOf(host)[group.disk];
        return {
          ...begin('partitions', host, n, context),
          start_mib: group.start,
          end_mib: group.start + group.size,
          size_mib: group.size,
          device_node: `${disk?.node}${group.part}`,
          device_path: `${disk?.path}-part${group.part}`,
          type_guid: LVM,
          type_name: 'LVM Physical Volume',
          idisk_uuid: rowUuid('idisks', host.row.id, group.disk),
          status: 1,
          ipv_uuid: rowUuid('ipvs', host.row.id, n),
          capabilities: {},
        };
      });

export const ilvgs: Seeder = (host, context) =>
  !isInventoried(host)
    ? []
    : groupsOf(host).map((group, n): Row => {
        const row = begin('ilvgs', host, n, context);
        const platform = group.name === 'cgts-vg';
        const extents = Math.floor(group.size / 32);
        const free = Math.floor(extents * 0.5);
        return {
          ...row,
          vg_state: 'provisioned',
          lvm_vg_name: group.name,
          lvm_vg_uuid: `Zq0rYJ-${row.uuid.slice(0, 20)}`,
          lvm_vg_access: 'wz--n-',
          lvm_max_lv: 0,
          lvm_cur_lv: platform ? 14 : 1,
          lvm_max_pv: 0,
          lvm_cur_pv: 1,
          lvm_vg_size: group.size * MIB,
          lvm_vg_avail_size: free * 32 * MIB,
          lvm_vg_total_pe: extents,
          lvm_vg_free_pe: free,
          capabilities: platform ? {} : { concurrent_disk_operations: 2, instance_backing: 'local_image' },
        };
      });

export const ipvs: Seeder = (host, context) =>
  partitions(host, context).map((part, n) => ({
    ...begin('ipvs', host, n, context),
    pv_state: 'provisioned',
    pv_type: 'partition',
    disk_or_part_uuid: part.uuid,
    disk_or_part_device_node: part.device_node ?? null,
    disk_or_part_device_path: part.device_path ?? null,
    lvm_pv_name: part.device_node ?? null,
    lvm_vg_name: groupsOf(host)[n]?.name ?? null,
    lvm_pv_uuid: `a0b1-${part.uuid.slice(0, 20)}`,
    lvm_pv_size: Number(part.size_mib) * MIB,
    lvm_pe_total: Math.floor(Number(part.size_mib) / 32),
    lvm_pe_alloced: Math.floor(Number(part.size_mib) / 64),
    capabilities: {},
    forilvgid: host.row.id * 2 + n,
    ilvg_uuid: rowUuid('ilvgs', host.row.id, n),
  }));

export const istors: Seeder = (host, context) => {
  if (!isInventoried(host)) return [];
  const apart = host.row.personality === 'storage';
  const rows: Row[] = [];
  for (const [n, disk] of disksOf(host).entries()) {
    const index = storIndex(host, n);
    if (index < 0) continue;
    const osd = disk.use === 'osd';
    rows.push({
      ...begin('istors', host, index, context),
      updated_at: null,
      osdid: osd ? (apart ? (host.row.id - 3) * 2 + index - 1 : host.row.id - 1) : null,
      function: disk.use,
      state: 'configured',
      capabilities: {},
      idisk_uuid: rowUuid('idisks', host.row.id, n),
      journal_location: osd ? rowUuid('istors', host.row.id, 0) : null,
      journal_size_mib: osd ? 1024 : null,
      // Without a journal disk the journal is the second partition of the OSD's own.
      journal_path: osd ? `${NVME}-part${apart ? index : 2}` : null,
      journal_node: osd ? `/dev/nvme0n1p${apart ? index : 2}` : null,
      tier_uuid: osd ? rowUuid('storage_tiers', 0, 0) : null,
      tier_name: osd ? 'storage' : null,
      fortierid: osd ? 1 : null,
    });
  }
  return rows;
};

export const cephMon: Seeder = (host, context) =>
  context.monitors.includes(host.row.hostname ?? '')
    ? [
        {
          ...begin('ceph_mon', host, 0, context),
          updated_at: null,
          device_path: null,
          hostname: host.row.hostname,
          ceph_mon_gib: 20,
          state: 'configured',
          task: null,
        },
      ]
    : [];

export const hostFs: Seeder = (host, context) => {
  if (!isInventoried(host)) return [];
  const sizes: [string, number][] = [
    ['docker', 30 + between(`${host.row.uuid}/docker`, 0, 3) * 10],
    ['kubelet', 10],
    ['scratch', 16],
    ['log', 8],
    ['var', 20],
    ['root', 20],
  ];
  if (host.row.personality === 'controller') sizes.unshift(['backup', 25]);
  return sizes.map(([name, size], n) => ({
    ...begin('host_fs', host, n, context),
    name,
    size,
    logical_volume: `${name}-lv`,
    state: 'Ready',
    capabilities: { functions: [] },
  }));
};
