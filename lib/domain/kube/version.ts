/** Comparing versions of Kubernetes: `v1.33.0`, with or without the letter. */
import type { Unknown } from '../host';

const VERSION = /^v?(\d+)\.(\d+)(?:\.(\d+))?/;

function parts(version: string): [number, number, number] | null {
  const read = VERSION.exec(version);
  return read ? [Number(read[1]), Number(read[2]), Number(read[3] ?? 0)] : null;
}

/** Below, at or above zero; null where one of them is no version. */
export function compareVersions(a: string, b: string): Unknown<number> {
  const [left, right] = [parts(a), parts(b)];
  if (left === null || right === null) return null;
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

export const isNewer = (a: string, b: string): boolean => (compareVersions(a, b) ?? 0) > 0;

/** How many minor versions lie between; null where one of them is no version, or the major differs. */
export function minorSteps(from: string, to: string): Unknown<number> {
  const [left, right] = [parts(from), parts(to)];
  return left === null || right === null || left[0] !== right[0] ? null : right[1] - left[1];
}

/**
 * What a control plane goes to next on its way: the highest patch of the next minor version that the platform has
 * (sysinv common/kubernetes.py kube_get_higher_patch_version). null: nothing on that way.
 */
export function nextOnTheWay(current: string, to: string, versions: readonly string[]): Unknown<string> {
  const ahead = [...versions, to].filter(
    (one) => isNewer(one, current) && (compareVersions(one, to) ?? 1) <= 0,
  );
  const nearest = Math.min(...ahead.map((one) => minorSteps(current, one) ?? Number.POSITIVE_INFINITY));
  return (
    ahead
      .filter((one) => minorSteps(current, one) === nearest)
      .toSorted((a, b) => compareVersions(a, b) ?? 0)
      .at(-1) ?? null
  );
}
