/** How changes to the disks of a host are written down: the verb, the host and its device or group, and to what. */
import 'server-only';
import type { DeviceRef, StorageCall } from '@/lib/domain/storage/editor/calls';
import { deviceName, type StorageState } from '@/lib/domain/storage/editor/facts';

/**
 * The names of details are those that lib/server/audit.ts may write in the clear.
 * @param hostname of the host
 * @param state as it was when the change was asked for: it has the names of what is changed
 */
export function auditOf(call: StorageCall, hostname: string, state: StorageState) {
  return {
    action: `host-storage-${call.do}`,
    target: `${hostname}/${subject(call, state)}`,
    details: { hostname, ...detailsOf(call, state) },
  };
}

function subject(call: StorageCall, state: StorageState): string {
  const ref = deviceIn(call);
  if (ref) return 'newOn' in ref ? deviceName(state, { disk: ref.newOn }) : deviceName(state, ref);
  return 'group' in call ? call.group : '';
}

function deviceIn(call: StorageCall): DeviceRef | null {
  if ('on' in call) return call.on;
  if ('disk' in call) return { disk: call.disk };
  if (call.do === 'partition.grow') return { partition: call.partition };
  return call.do === 'partition.create' ? call : null;
}

function detailsOf(call: StorageCall, state: StorageState): Record<string, string> {
  const journal = (id: string) => {
    const disk = state.storageFunctions.find((one) => one.id === id)?.diskId;
    return disk ? deviceName(state, { disk }) : id;
  };
  switch (call.do) {
    case 'partition.create':
    case 'partition.grow':
      return { storageSize: `${call.sizeMib} MiB` };
    case 'group.add':
      return call.lvm ? { storageParameters: `function=${call.lvm.function} type=${call.lvm.type}` } : {};
    case 'group.change':
      return { storageParameters: pairs({ function: call.to.function, poolSizeGib: call.to.poolSizeGib }) };
    case 'volume.add':
    case 'volume.remove':
      return { volumeGroup: call.group };
    case 'osd.add':
      return {
        storageParameters: pairs({
          tier: call.tier ?? undefined,
          journal: call.journal === null ? undefined : journal(call.journal),
          journalMib: call.journalMib ?? undefined,
        }),
      };
    case 'journal.change':
      return {
        storageParameters: pairs({
          journal: call.to.onId === undefined ? undefined : journal(call.to.onId),
          journalMib: call.to.sizeMib,
        }),
      };
    case 'disk.wipe':
      return { storageParameters: `format=${call.format ? 'gpt' : 'none'}` };
    default:
      return {};
  }
}

const pairs = (values: Record<string, string | number | undefined>): string =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(' ');
