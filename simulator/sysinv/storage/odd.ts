/** Rows such as old or half-written databases hold: what a console must survive. */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { rowsOn } from '../network/rows';
import { rowUuid } from '../rows';
import { LVM_PARTITION } from '../seed/storage/disks';

/** Nobody has this disk. */
const GONE = '00000000-0000-4000-8000-00000000d15c';

/**
 * Puts odd rows on a host: a disk without sizes, a partition of an unknown state, one whose disk is gone, a volume
 * without a group, a group without sizes, a filesystem and an OSD of an unknown state. Nothing that was there changes.
 */
export function makeStorageOdd(world: World, host: Host): void {
  const begin = (kind: string, n = 0) => ({
    uuid: rowUuid(kind, host.row.id, `odd${n}`),
    created_at: null,
    updated_at: null,
  });
  const owner = { ihost_uuid: host.row.uuid };
  const disks = rowsOn(world, 'idisks', host);
  if (disks.some(({ uuid }) => uuid === begin('idisks').uuid)) return;
  const disk = {
    ...begin('idisks'),
    ...owner,
    device_node: '/dev/sdz',
    device_type: null,
    device_num: null,
    device_id: null,
    device_path: null,
    device_wwn: null,
    size_mib: null,
    available_mib: null,
    serial_id: '<b>no serial</b>',
    capabilities: {},
    istor_uuid: null,
    ipv_uuid: null,
    rpm: 'Undetermined',
  };
  disks.push(disk);
  const partition = (n: number, place: string, status: number, size: number | null) => ({
    ...begin('partitions', n),
    ...owner,
    start_mib: null,
    end_mib: null,
    size_mib: size,
    device_node: null,
    device_path: null,
    type_guid: LVM_PARTITION,
    type_name: null,
    idisk_uuid: place,
    status,
    ipv_uuid: null,
    capabilities: {},
  });
  rowsOn(world, 'partitions', host).push(partition(0, disk.uuid, 99, null), partition(1, GONE, 0, 1024));
  rowsOn(world, 'ipvs', host).push({
    ...begin('ipvs'),
    ...owner,
    pv_state: 'failed',
    pv_type: null,
    disk_or_part_uuid: GONE,
    disk_or_part_device_node: null,
    disk_or_part_device_path: null,
    lvm_pv_name: null,
    lvm_vg_name: null,
    lvm_pv_uuid: null,
    lvm_pv_size: null,
    lvm_pe_total: null,
    lvm_pe_alloced: null,
    capabilities: {},
    forilvgid: null,
    ilvg_uuid: null,
  });
  rowsOn(world, 'ilvgs', host).push({
    ...begin('ilvgs'),
    ...owner,
    vg_state: 'reticulating',
    lvm_vg_name: 'old-vg',
    lvm_vg_uuid: null,
    lvm_vg_access: null,
    lvm_max_lv: null,
    lvm_cur_lv: null,
    lvm_max_pv: null,
    lvm_cur_pv: null,
    lvm_vg_size: null,
    lvm_vg_avail_size: null,
    lvm_vg_total_pe: null,
    lvm_vg_free_pe: null,
    capabilities: {},
  });
  rowsOn(world, 'host_fs', host).push({
    ...begin('host_fs'),
    ...owner,
    name: 'old',
    size: null,
    logical_volume: null,
    state: 'Reticulating',
    capabilities: {},
  });
  rowsOn(world, 'istors', host).push({
    ...begin('istors'),
    ...owner,
    osdid: null,
    function: 'osd',
    state: 'reticulating',
    capabilities: {},
    idisk_uuid: GONE,
    journal_location: null,
    journal_size_mib: null,
    journal_path: null,
    journal_node: null,
    fortierid: null,
    tier_uuid: null,
    tier_name: null,
  });
}
