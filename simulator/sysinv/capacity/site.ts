/** What checks of processors and memory need to know of a host and its cloud. */
import type { World } from '../../kernel/world';
import type { CpuSite } from '../checks/cpu';
import type { MemorySite } from '../checks/memory';
import { vswitchOf as vswitchSaid } from '../checks/unlock/worker';
import type { Host } from '../host';
import { rowsOn } from '../network/rows';

/** The cloud's vswitch_type; `none` where it has none. */
export const vswitchOf = (world: World): string => vswitchSaid(world) ?? 'none';

const subfunctionsOf = ({ row }: Host): string[] => (row.subfunctions ?? '').split(',');

export const cpuSite = (world: World, host: Host): CpuSite => ({
  ...{ subfunctions: subfunctionsOf(host), vswitch: vswitchOf(world), uuid: host.row.uuid },
  nodes: rowsOn(world, 'inodes', host).length,
  cpus: rowsOn(world, 'icpus', host),
});

/** A host takes part in the vswitch by the label openvswitch=enabled, or one of the vswitch's own name (utils.has_vswitch_enabled). */
export function memorySite(world: World, host: Host): MemorySite {
  const vswitch = vswitchOf(world);
  const names = vswitch === 'ovs-dpdk' ? [vswitch, 'openvswitch'] : [vswitch];
  const vswitchHere = rowsOn(world, 'labels', host).some(
    ({ label_key, label_value }) =>
      names.includes(String(label_key)) && String(label_value).toLowerCase() === 'enabled',
  );
  return { vswitch, vswitchHere };
}
