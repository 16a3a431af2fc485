/** Volume groups of a host and their physical volumes. The platform's group holds what the filesystems take of it. */
import { controllerFs } from '../../cloud/storage/filesystems';
import type { Host } from '../../host';
import { type Row, rowUuid } from '../../rows';
import { EXTENT_MIB, extentsOf, volumesGib } from '../../storage/volumes';
import { begin, isInventoried, type SeedContext, type Seeder } from '../context';
import { partitions } from './disks';
import { hostFs } from './filesystems';
import { type Group, groupsOf } from './layout';
import { cephMon } from './stors';

const MIB = 1024 * 1024;

/** Extents in use, and by how many logical volumes. */
function usedOf(host: Host, context: SeedContext, group: Group): { volumes: number; extents: number } {
  const total = Math.floor(group.sizeMib / EXTENT_MIB);
  if (group.name !== 'cgts-vg') return { volumes: 1, extents: total - Math.floor(total * 0.5) };
  const controller = host.row.personality === 'controller';
  const gib = volumesGib(
    hostFs(host, context),
    controller ? controllerFs(context) : [],
    cephMon(host, context),
  );
  return { volumes: gib.length, extents: extentsOf(gib) };
}

export const ilvgs: Seeder = (host, context) =>
  !isInventoried(host)
    ? []
    : groupsOf(host, context).map((group, n): Row => {
        const row = begin('ilvgs', host, n, context);
        const { volumes, extents } = usedOf(host, context, group);
        const total = Math.floor(group.sizeMib / EXTENT_MIB);
        return {
          ...row,
          vg_state: 'provisioned',
          lvm_vg_name: group.name,
          lvm_vg_uuid: `Zq0rYJ-${row.uuid.slice(0, 20)}`,
          lvm_vg_access: 'wz--n-',
          lvm_max_lv: 0,
          lvm_cur_lv: volumes,
          lvm_max_pv: 0,
          lvm_cur_pv: 1,
          lvm_vg_size: total * EXTENT_MIB * MIB,
          lvm_vg_avail_size: (total - extents) * EXTENT_MIB * MIB,
          lvm_vg_total_pe: total,
          lvm_vg_free_pe: total - extents,
          capabilities: group.csi ? { lvm_function: 'lvm-csi', lvm_type: 'thin' } : {},
        };
      });

export const ipvs: Seeder = (host, context) => {
  const groups = groupsOf(host, context);
  return partitions(host, context).map((part, n): Row => {
    const group = groups[n];
    const total = Math.floor(Number(part.size_mib) / EXTENT_MIB);
    return {
      ...begin('ipvs', host, n, context),
      pv_state: 'provisioned',
      pv_type: 'partition',
      disk_or_part_uuid: part.uuid,
      disk_or_part_device_node: part.device_node ?? null,
      disk_or_part_device_path: part.device_path ?? null,
      lvm_pv_name: part.device_node ?? null,
      lvm_vg_name: group?.name ?? null,
      lvm_pv_uuid: `a0b1-${part.uuid.slice(0, 20)}`,
      lvm_pv_size: total * EXTENT_MIB * MIB,
      lvm_pe_total: total,
      lvm_pe_alloced: group ? usedOf(host, context, group).extents : 0,
      capabilities: group?.csi ? { lvm_function: 'lvm-csi' } : {},
      forilvgid: host.row.id * 2 + n,
      ilvg_uuid: rowUuid('ilvgs', host.row.id, n),
    };
  });
};
