/** The `system …` command of each change (cgts-client v1/partition_shell.py, ipv_shell.py, ilvg_shell.py, istor_shell.py, idisk_shell.py). */
import type { Host } from '../../host';
import { cliHost, shellQuote } from '../../host-action-cli';
import { MIB_PER_GIB } from '../size';
import type { DeviceRef, StorageCall } from './calls';
import { diskOf, functionOn, partitionOf, type StorageState, volumeOn } from './facts';

/** Whole GiB, which is all that the commands take; a size between two is rounded down. */
const gib = (mib: number): number => Math.floor(mib / MIB_PER_GIB);
const uuid = (id: string | null | undefined): string => shellQuote(id || '<uuid>');

/** Disks go by their node, partitions by their path, as the client finds them. */
function device(state: StorageState, ref: DeviceRef): string {
  if ('disk' in ref) return shellQuote(diskOf(state, ref.disk)?.node ?? ref.disk);
  const own = partitionOf(state, ref);
  return own?.path ? shellQuote(own.path) : uuid(own?.id);
}

/** @param state before the call: what is taken away is named as it is listed */
export function storageCallCli(call: StorageCall, host: Host, state: StorageState): string {
  const on = cliHost(host);
  switch (call.do) {
    case 'partition.create':
      return `system host-disk-partition-add ${on} ${uuid(call.newOn)} ${gib(call.sizeMib)} -t lvm_phys_vol`;
    case 'partition.grow':
      return `system host-disk-partition-modify -s ${gib(call.sizeMib)} ${on} ${device(state, call)}`;
    case 'partition.delete':
      return `system host-disk-partition-delete ${on} ${device(state, call.on)}`;
    case 'group.add': {
      const options = call.lvm ? ` -f ${shellQuote(call.lvm.function)} -t ${call.lvm.type}` : '';
      return `system host-lvg-add${options} ${on} ${shellQuote(call.group)}`;
    }
    case 'group.remove':
      return `system host-lvg-delete ${on} ${shellQuote(call.group)}`;
    case 'group.change': {
      const { function: word, poolSizeGib } = call.to;
      const options = [
        word === undefined ? '' : ` -f ${shellQuote(word)}`,
        poolSizeGib === undefined ? '' : ` -s ${poolSizeGib}`,
      ];
      return `system host-lvg-modify${options.join('')} ${on} ${shellQuote(call.group)}`;
    }
    case 'volume.add':
      return `system host-pv-add ${on} ${shellQuote(call.group)} ${device(state, call.on)}`;
    case 'volume.remove':
      return `system host-pv-delete ${uuid(volumeOn(state, call.on)?.id)}`;
    case 'osd.add': {
      const options = [
        call.journal === null ? '' : ` --journal-location ${uuid(call.journal)}`,
        call.journalMib === null ? '' : ` --journal-size ${gib(call.journalMib)}`,
        call.tier === null ? '' : ` --tier-uuid ${uuid(call.tier)}`,
      ];
      return `system host-stor-add${options.join('')} ${on} osd ${uuid(call.disk)}`;
    }
    case 'journal.add':
      return `system host-stor-add ${on} journal ${uuid(call.disk)}`;
    case 'osd.remove':
    case 'journal.remove':
      return `system host-stor-delete ${uuid(functionOn(state, call.disk)?.id)}`;
    case 'journal.change': {
      const { onId, sizeMib } = call.to;
      const options = [
        onId === undefined ? '' : ` --journal-location ${uuid(onId)}`,
        sizeMib === undefined ? '' : ` --journal-size ${gib(sizeMib)}`,
      ];
      return `system host-stor-update${options.join('')} ${uuid(functionOn(state, call.disk)?.id)}`;
    }
    case 'disk.wipe':
      return `system host-disk-wipe${call.format ? '' : ' -s'} --confirm ${on} ${device(state, { disk: call.disk })}`;
  }
}
