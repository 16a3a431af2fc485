/** Does an application run on a Kubernetes? (sysinv common/kubernetes.py is_kube_version_supported) */
import type { Unknown } from '../host';

export type KubernetesRange = { minimum: Unknown<string>; maximum: Unknown<string> };

/** Versions as the platform compares them: part by part, and `1.29` before `1.29.0`. */
function compare(one: string, other: string): number {
  const [left, right] = [one, other].map((text) => text.trim().replace(/^v+/, '').split('.').map(Number));
  for (const [index, part] of (left ?? []).entries()) {
    const against = right?.[index];
    if (against === undefined) return 1;
    if (part !== against) return part - against;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}

/** @param running `v1.32.2` */
export function runsOn({ minimum, maximum }: KubernetesRange, running: string): boolean {
  return (
    (minimum === null || compare(running, minimum) >= 0) &&
    (maximum === null || compare(running, maximum) <= 0)
  );
}

/** "v1.29.0 or newer", "v1.29.0 to v1.34.1". */
export function rangeWords({ minimum, maximum }: KubernetesRange): string {
  if (minimum === null) return maximum === null ? 'It does not say' : `Up to ${maximum}`;
  return maximum === null ? `${minimum} or newer` : `${minimum} to ${maximum}`;
}
