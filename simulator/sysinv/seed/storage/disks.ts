/** Disks of a host, and the partitions that the API lists: those made for volume groups. */
import { type Row, rowUuid } from '../../rows';
import { begin, hostHex, isInventoried, type Seeder } from '../context';
import { functionOn, groupsOf, partitionNode, SYSTEM_MIB, slotsOf, TABLE_MIB } from './layout';

export const LVM_PARTITION = 'ba5eba11-0000-1111-2222-000000000001';
export const LVM_NAME = 'LVM Physical Volume';
export const DEFAULT_JOURNAL_MIB = 1024;

export const idisks: Seeder = (host, context) => {
  if (!isInventoried(host)) return [];
  const slots = slotsOf(host, context);
  const groups = groupsOf(host, context);
  const osds = slots.filter(({ use }) => use === 'osd').length;
  return slots.map((slot, n) => {
    const serial = `S45N0${hostHex(host)}${n}`.toUpperCase();
    const model = slot.type === 'NVME' ? 'INTEL SSDPE2KX020T8' : 'SAMSUNG MZ7LH960';
    const parted = groups.filter(({ disk }) => disk === n).reduce((sum, { sizeMib }) => sum + sizeMib, 0);
    const base = slot.use === 'rootfs' ? SYSTEM_MIB : TABLE_MIB;
    const journals = slot.use === 'journal' ? osds * DEFAULT_JOURNAL_MIB : 0;
    const at = functionOn(slots, n);
    const shown = slot.use === 'nova-local' || slot.use === 'lvm-csi' ? '' : slot.use;
    return {
      ...begin('idisks', host, n, context),
      device_node: slot.node,
      device_type: slot.type,
      device_num: slot.num,
      device_id: `${slot.type === 'NVME' ? 'nvme' : 'ata'}-${model.replace(/ /g, '_')}_${serial}`,
      device_path: slot.path,
      device_wwn: `0x5002538e0${hostHex(host)}${n.toString(16).padStart(3, '0')}`,
      size_mib: slot.sizeMib,
      available_mib: slot.use === 'osd' ? 0 : slot.sizeMib - base - parted - journals,
      serial_id: serial,
      capabilities: { model_num: model, stor_function: shown },
      istor_uuid: at < 0 ? null : rowUuid('istors', host.row.id, at),
      ipv_uuid: null,
      rpm: slot.type === 'HDD' ? '7200' : 'N/A',
    };
  });
};

export const partitions: Seeder = (host, context) => {
  if (!isInventoried(host)) return [];
  const slots = slotsOf(host, context);
  return groupsOf(host, context).map((group, n): Row => {
    const slot = slots[group.disk];
    return {
      ...begin('partitions', host, n, context),
      start_mib: group.startMib,
      end_mib: group.startMib + group.sizeMib,
      size_mib: group.sizeMib,
      device_node: partitionNode(slot?.node ?? '', group.part),
      device_path: `${slot?.path}-part${group.part}`,
      type_guid: LVM_PARTITION,
      type_name: LVM_NAME,
      idisk_uuid: rowUuid('idisks', host.row.id, group.disk),
      status: 1,
      ipv_uuid: rowUuid('ipvs', host.row.id, n),
      capabilities: {},
    };
  });
};
