/** Unlock: what the platform looks at that no row shows, in its order and with its words. */
import type { World } from '../../../kernel/world';
import { uuidFrom } from '../../../worlds/uuid';
import { refuse } from '../../faults';
import { type Host, nameOf } from '../../host';
import { hasWorker } from '../../seed/context';

/** constants.KERNEL_CONFIG_STATUS_EXPIRY, in milliseconds. */
const KERNEL_MS = 120_000;

/** check_unlock_patching, kernel and AppArmor, runtime manifests. */
export function checkUnseen(world: World, host: Host): void {
  const unseen = world.sysinv.unseen.get(host.row.id) ?? {};
  const name = nameOf(host);
  if (unseen.deploying) refuse(400, `host-unlock rejected: software deploy to ${name} has not completed`);
  const { kernelChosenAt } = unseen;
  if (
    hasWorker(host) &&
    kernelChosenAt !== undefined &&
    world.clock.now() >= kernelChosenAt &&
    world.clock.now() - kernelChosenAt < KERNEL_MS
  ) {
    refuse(400, `Can not unlock ${name} kernel configuration in progress.`);
  }
  if (unseen.appArmorPending) refuse(400, `Can not unlock ${name} apparmor configuration in progress.`);
  if (unseen.manifest) {
    refuse(
      400,
      `Can not unlock ${name}; runtime config ${uuidFrom(world.random)} ${unseen.manifest} is pending. Please wait a few seconds and retry.`,
    );
  }
}

/** _semantic_check_restore_complete */
export function checkRestore(world: World, host: Host): void {
  if (!world.sysinv.unseen.get(host.row.id)?.restoring) return;
  refuse(
    400,
    `Cannot unlock host ${nameOf(host)}. Please restore any volumes and then complete the restore procedure by running 'config_controller --restore-complete' first. Please refer to system admin guide for more details.`,
  );
}

/** mtc_action_apps_semantic_checks */
export function checkObjection(world: World, host: Host): void {
  const objection = world.sysinv.unseen.get(host.row.id)?.objection;
  if (objection) refuse(400, `Unlock action semantic check failed by app: ${objection}`);
}
