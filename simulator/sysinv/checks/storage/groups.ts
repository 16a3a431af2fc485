/**
 * What sysinv refuses of volume groups and physical volumes (api/controllers/v1/lvg.py, pv.py). The messages about a
 * group's name and nova-local's parameters are recorded, the others are this simulator's own words.
 */
import type { Json } from '../../../kernel/json';
import type { World } from '../../../kernel/world';
import { statusIn } from '../../cloud/storage/filesystems';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { hasWorker } from '../../seed/context';
import {
  capabilitiesOf,
  functionOfDisk,
  isLocked,
  isProvisioned,
  PARTITION,
  partitionsOn,
  partitionWord,
} from '../../storage/rows';

export const CSI = 'lvm-csi';
const KNOWN = ['nova-local', 'cgts-vg', 'cinder-volumes'];

type Capabilities = { [key: string]: Json };

/** What is asked before anything is done to a group: lvg.py _check_host. */
export function checkGroupHost(host: Host, name: string): void {
  const { row } = host;
  if (!row.subfunctions) refuse(400, `Host ${row.hostname} has no functions yet`);
  if (row.personality === 'storage') refuse(400, 'Storage hosts have no volume groups to work on');
  if (name !== 'nova-local') return;
  if (!hasWorker(host)) refuse(400, 'nova-local is for hosts with worker functions');
  if (!isLocked(host)) refuse(400, 'Host must be locked');
}

export function checkGroupName(name: string, capabilities: Capabilities): void {
  if (capabilities.lvm_function || KNOWN.includes(name)) return;
  refuse(400, `Volume Group name (${name}) must be "'nova-local' or 'cgts-vg'"`);
}

export function checkNewGroup(world: World, host: Host, name: string, capabilities: Capabilities): void {
  if (name === 'cgts-vg') refuse(400, 'cgts-vg is there from the start');
  if (capabilities.lvm_type && !capabilities.lvm_function) {
    refuse(400, `A type goes with function ${CSI} only`);
  }
  if (capabilities.lvm_pool_size) refuse(400, 'A pool has its size in cgts-vg only');
  const instances = rowsOn(world, 'host_fs', host).some((row) => row.name === 'instances');
  if (name === 'nova-local' && instances) refuse(400, 'Filesystem instances is there in place of nova-local');
  const known = rowsOn(world, 'ilvgs', host).find((row) => row.lvm_vg_name === name);
  if (known && known.vg_state !== 'removing') refuse(400, `Volume group ${name} is there already`);
}

export function checkGroupChange(group: Row, capabilities: Capabilities): void {
  const name = String(group.lvm_vg_name);
  const known = capabilitiesOf(group);
  if (name === 'nova-local') {
    refuse(400, `${name} volume group does not have any parameters to modify`);
  }
  const wanted = { ...known, ...capabilities };
  if (capabilities.lvm_pool_size !== undefined) checkPool(group, known, wanted);
  if (wanted.lvm_function) {
    if (wanted.lvm_function === 'none' && Number(known.thin_cur_lv ?? 0) > 0) {
      refuse(400, `${name} holds volumes of applications`);
    }
    if (name !== 'cgts-vg') refuse(400, 'Only the function of cgts-vg is changed');
  } else refuse(400, `A group without a function has nothing to change`);
  if (known.lvm_type && wanted.lvm_type !== known.lvm_type) {
    refuse(400, 'The type of a group stays: delete it and add it anew');
  }
}

function checkPool(group: Row, known: Capabilities, wanted: Capabilities): void {
  if (wanted.lvm_function === 'none') refuse(400, 'Without a function there is no pool');
  if (wanted.lvm_function !== CSI) refuse(400, `A pool needs function ${CSI}`);
  if (wanted.lvm_type && wanted.lvm_type !== 'thin') refuse(400, 'Only a thin pool has a size');
  const size = Number(wanted.lvm_pool_size);
  if (!Number.isInteger(size)) refuse(400, 'The size of a pool is a whole number of GiB');
  const before = Number(known.lvm_pool_size ?? 0);
  if (known.lvm_pool_size === undefined) return;
  if (size < before) refuse(400, 'A pool does not shrink');
  const free = Math.floor(Number(group.lvm_vg_avail_size ?? 0) / 1024 ** 3);
  if (size - before > free) refuse(400, `The group has ${free} GiB left, ${size - before} are needed`);
}

export function checkGroupRemoval(group: Row): void {
  if (group.lvm_vg_name === 'cgts-vg') refuse(400, 'cgts-vg can not be deleted');
  if (capabilitiesOf(group).lvm_function === CSI && Number(group.lvm_cur_lv ?? 0) > 0) {
    refuse(400, `${group.lvm_vg_name} holds ${group.lvm_cur_lv} volumes`);
  }
}

/** pv.py _check_host. */
export function checkVolumeHost(host: Host, group: Row): void {
  const { row } = host;
  const name = group.lvm_vg_name;
  if (name === 'cgts-vg' && row.personality === 'storage') {
    refuse(400, 'Physical volumes of cgts-vg are for controllers and workers');
  }
  const needsLock =
    (name === 'nova-local' && hasWorker(host)) || (name === 'cgts-vg' && row.personality === 'worker');
  if (needsLock && !isLocked(host)) refuse(400, 'Host must be locked');
}

/** pv.py _check_device: the disk or the partition is free for it. */
export function checkDevice(world: World, host: Host, group: Row, device: Row, type: string): void {
  const name = String(group.lvm_vg_name);
  if (type === 'disk') checkDisk(world, host, name, device);
  else checkPartition(host, name, device);
  const path = String(device.device_path);
  const inUse = rowsOn(world, 'ipvs', host).some(({ disk_or_part_device_path, pv_state }) => {
    const other = String(disk_or_part_device_path);
    return pv_state !== 'removing' && (path.includes(other) || other.includes(path));
  });
  if (inUse) refuse(400, `${path} is part of another physical volume`);
}

function checkDisk(world: World, host: Host, name: string, disk: Row): void {
  if (name === 'cinder-volumes') refuse(400, 'cinder-volumes is made of partitions');
  if (functionOfDisk(disk) === 'rootfs') refuse(400, 'The root disk is no physical volume');
  if (disk.ipv_uuid) refuse(400, 'The disk is a physical volume already');
  if (disk.istor_uuid) refuse(400, 'The disk has a storage function');
  if (partitionsOn(world, host, disk).length > 0) refuse(400, 'The disk has partitions');
  if (disk.ihost_uuid !== host.row.uuid) refuse(400, 'The disk is in another host');
}

function checkPartition(host: Host, name: string, partition: Row): void {
  const waits = partition.status === PARTITION.creatingOnUnlock;
  const ready = partition.status === PARTITION.ready;
  const acceptable = isProvisioned(host) ? name !== 'cgts-vg' || ready : ready || waits;
  if (!acceptable) {
    refuse(400, `Partition ${partition.device_path} is ${partitionWord(partition.status)}`);
  }
}

/** pv.py _check_lvg. */
export function checkGroupTakes(world: World, group: Row): void {
  const name = String(group.lvm_vg_name);
  checkGroupName(name, capabilitiesOf(group));
  if (group.vg_state === 'removing') refuse(400, `Volume group ${name} is being deleted`);
  if (name !== 'cgts-vg') return;
  const busy = world.sysinv
    .cloud('controller_fs')
    .find(({ state }) => statusIn(state) === 'drbd_fs_resizing_in_progress');
  if (busy) refuse(400, `Filesystem ${busy.name} is being resized`);
}

export function checkVolumeRemoval(volume: Row, group: Row | undefined): void {
  if (volume.pv_state === 'removing') refuse(400, `Physical volume ${volume.lvm_pv_name} is being removed`);
  if (group?.vg_state === 'removing') refuse(400, `Volume group ${group.lvm_vg_name} is being deleted`);
  if (volume.lvm_vg_name === 'cgts-vg') refuse(400, 'Physical volumes of cgts-vg stay');
}
