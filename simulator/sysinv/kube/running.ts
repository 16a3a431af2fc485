/** Which versions of Kubernetes run (sysinv common/kubernetes.py). */
import type { World } from '../../kernel/world';
import { kubeRows } from './hosts';
import { compareVersions, KUBE_VERSIONS } from './versions';

export type VersionState = 'available' | 'unavailable' | 'active' | 'partial';

/** kube_get_version_states: one that runs alone is active, what is above it can be had; several are partial. */
export function versionStates(world: World): Map<string, VersionState> {
  const running = new Set(
    kubeRows(world).flatMap(({ control_plane_version, kubelet_version }) => [
      control_plane_version,
      kubelet_version,
    ]),
  );
  const known = KUBE_VERSIONS.map(({ version }) => version);
  const active = known.filter((version) => running.has(version));
  const [only] = active.length === 1 ? active : [];
  const stateOf = (version: string): VersionState => {
    if (running.has(version)) return version === only ? 'active' : 'partial';
    return only !== undefined && compareVersions(version, only) > 0 ? 'available' : 'unavailable';
  };
  return new Map(known.map((version) => [version, stateOf(version)]));
}
