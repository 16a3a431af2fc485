/** check_unlock_worker of sysinv api/controllers/v1/host.py, in its order. */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import { type Host, nameOf } from '../../host';
import { rowsOn } from '../../network/rows';
import { capabilitiesOf } from '../../storage/rows';
import { checkUnlockCpus } from '../cpu';
import { checkKubelet } from './controller';
import { checkDataInterfaces } from './data-interfaces';
import { checkAccelerators } from './devices';
import { checkMemory } from './memory';
import { checkCephOfWorker, checkNovaLocal } from './storage';
import { checkRestore } from './unseen';

export function checkUnlockWorker(world: World, host: Host, forced: boolean): void {
  if (host.row.invprovision === null) {
    refuse(
      400,
      `Can not unlock an unconfigured host ${nameOf(host)}. Please configure host and wait for Availability State 'online' prior to unlock.`,
    );
  }
  if (!forced && world.sysinv.system.system_type === 'Standard') checkKubelet(world, host);
  checkRestore(world, host);
  checkDataInterfaces(world, host, forced);
  if (!forced) checkAccelerators(world, host);
  checkUnlockCpus(rowsOn(world, 'icpus', host), vswitchOf(world));
  checkMemory(world, host);
  checkCephOfWorker(world, host);
  checkNovaLocal(world, host);
}

/** `none`, `ovs-dpdk` …, or undefined where the system does not say. */
export const vswitchOf = (world: World): string | undefined => {
  const { vswitch_type: type } = capabilitiesOf(world.sysinv.system);
  return typeof type === 'string' ? type : undefined;
};
