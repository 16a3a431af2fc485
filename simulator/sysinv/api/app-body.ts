/** What every call about applications shares. */
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import type { App } from '../apps/types';
import { refuse } from '../faults';

/** A row as it travels: stamps in an item only, ids never. */
export function appBody({ row }: App, as: 'list' | 'item'): { [key: string]: Json } {
  const {
    name,
    app_version,
    created_at,
    updated_at,
    manifest_name,
    manifest_file,
    status,
    progress,
    active,
  } = row;
  return {
    name,
    app_version,
    ...(as === 'item' && { created_at, updated_at }),
    manifest_name,
    manifest_file,
    status,
    progress,
    active,
  };
}

/** _check_k8s_health, asked before anything that changes an application. Own words. */
export function checkKubernetes(world: World): void {
  if (!world.sysinv.applications.kubernetesHealthy) {
    refuse(400, 'Kubernetes does not answer, so that no work on applications is accepted.');
  }
}
