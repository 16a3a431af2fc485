/** How Kubernetes changes over time: the upgrade's state now, and steps later. */
import type { World } from '../../kernel/world';
import { stamp } from '../rows';
import type { UpgradeState } from './states';

export function setUpgrade(world: World, state: UpgradeState): void {
  const { upgrade } = world.sysinv.kube;
  if (upgrade) Object.assign(upgrade, { state, updated_at: stamp(world.clock.now()) });
}

export type KubeStep = [seconds: number, run: () => void];

/** Replaces what went on about `subject` by these steps, each so many simulated seconds after the one before. */
export function scheduleKube(world: World, subject: string, steps: readonly KubeStep[]): void {
  const { cancel } = world.sysinv.kube;
  for (const undo of cancel.get(subject) ?? []) undo();
  let due = 0;
  const pending = steps.map(([seconds, run]) => {
    due += seconds * 1000;
    return world.clock.after(due, run);
  });
  cancel.set(subject, pending);
}

/** Nothing goes on any more. */
export function stopKube(world: World): void {
  const { cancel } = world.sysinv.kube;
  for (const undo of [...cancel.values()].flat()) undo();
  cancel.clear();
}
