/** The versions of Kubernetes that the platform brings, and the ways between them (sysinv common/kubernetes.py). */

export type KubeVersion = { version: string; from: string[] };

/** In rising order. One is reached from every patch of the minor version before, and from lower patches of its own. */
export const KUBE_VERSIONS: readonly KubeVersion[] = [
  { version: 'v1.31.5', from: [] },
  { version: 'v1.32.2', from: ['v1.31.5'] },
  { version: 'v1.33.0', from: ['v1.32.2'] },
  { version: 'v1.34.1', from: ['v1.33.0'] },
];
/** What every cloud is deployed with. */
export const FIRST_VERSION = 'v1.32.2';

const plain = (version: string): string => version.replace(/^v/, '');

export function compareVersions(a: string, b: string): number {
  return plain(a).localeCompare(plain(b), 'en', { numeric: true });
}

/** The minor version as a number: 33 of v1.33.0. */
export function minorOf(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}

/** Steps from one version to another: the highest patch of every minor version on the way (filter_highest_patch_versions). */
export function stepsBetween(current: string, target: string): string[] {
  const within = KUBE_VERSIONS.map(({ version }) => version).filter(
    (version) =>
      compareVersions(version, current) > 0 &&
      compareVersions(version, target) <= 0 &&
      (minorOf(version) !== minorOf(current) || minorOf(target) === minorOf(current)),
  );
  return within.filter((version) => !within.some((other) => isLaterPatch(other, version)));
}

const isLaterPatch = (other: string, version: string): boolean =>
  minorOf(other) === minorOf(version) && compareVersions(other, version) > 0;
