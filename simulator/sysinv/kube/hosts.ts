/** Kubernetes on each host: the rows of /v1/kube_host_upgrades, which are the truth about the versions that run. */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { type Row, stamp } from '../rows';
import { hostKind } from '../state';
import type { HostState } from './states';

/** Columns that change. A worker has no control plane: `N/A`. */
export type KubeHostFields = {
  target_version: string | null;
  status: HostState | null;
  control_plane_version: string;
  kubelet_version: string;
};

/** The row of a host; undefined for one without Kubernetes. */
export function kubeRow(world: World, host: Host): Row | undefined {
  const kind = hostKind('kube_host_upgrades');
  return kind && world.sysinv.rows(kind, host)[0];
}

export function kubeRows(world: World): Row[] {
  return kubeHosts(world).flatMap((host) => kubeRow(world, host) ?? []);
}

/** Hosts that run Kubernetes, in the order of their ids. */
export function kubeHosts(world: World): Host[] {
  return world.sysinv.hosts.filter((host) => kubeRow(world, host) !== undefined);
}

export function setKubeHost(world: World, host: Host, fields: Partial<KubeHostFields>): void {
  const row = kubeRow(world, host);
  if (row) Object.assign(row, fields, { updated_at: stamp(world.clock.now()) });
}

/** Versions by host, as Kubernetes itself tells them. */
export function controlPlanes(world: World): Map<string, string> {
  return versionsOf(world, 'control_plane_version', true);
}

export function kubelets(world: World): Map<string, string> {
  return versionsOf(world, 'kubelet_version', false);
}

function versionsOf(world: World, column: string, controllersOnly: boolean): Map<string, string> {
  const found = kubeHosts(world).filter(({ row }) => !controllersOnly || row.personality === 'controller');
  return new Map(found.map((host) => [host.row.hostname ?? '', String(kubeRow(world, host)?.[column])]));
}
