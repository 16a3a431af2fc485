/** Clouds for the upgrade of Kubernetes: one that may begin it, one in the middle. */
import type { World } from '../kernel/world';
import { raiseLocked } from '../sysinv/actions/alarms';
import { setState } from '../sysinv/actions/steps';
import { setKubeState } from '../sysinv/kube/arrange';
import { makeReady } from '../sysinv/kube/ready';

export function seedKube(world: World): void {
  makeReady(world);
  if (world.name === 'kube') return;
  const failed = { status: 'upgrading-kubelet-failed', target_version: 'v1.33.0' } as const;
  setKubeState(world, { state: 'upgrading-kubelets', to: 'v1.33.0', hosts: { 'worker-0': failed } });
  const host = world.sysinv.byName('worker-0');
  if (!host) return;
  setState(world, host, {
    administrative: 'locked',
    operational: 'disabled',
    availability: 'online',
    vim_progress_status: 'services-disabled',
  });
  raiseLocked(world, host);
}
