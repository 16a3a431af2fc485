/** What an application's tarball tells of itself, read before it is sent (sysinv api/controllers/v1/kube_app.py _check_tarfile). */
import type { Unknown } from '../host';

/** What lies in it, as far as it counts. Paths without a leading `./`. */
export type TarballContents = {
  files: ReadonlySet<string>;
  directories: ReadonlySet<string>;
  /** The document of `metadata.yaml`; undefined: it has none. */
  metadata: unknown;
};

export type TarballChart = { name: string; version: Unknown<string>; disabled: boolean };

export type Dependency = { name: string; version: string; action: string };

export type TarballFacts = {
  /** null: it has no `metadata.yaml`, and somebody has to say. */
  name: Unknown<string>;
  version: Unknown<string>;
  charts: readonly TarballChart[];
  /** Versions of Kubernetes that it runs on. */
  kubernetes: { minimum: Unknown<string>; maximum: Unknown<string> };
  /** Does the platform update it by itself, when it is updated? null: it does not say. */
  autoUpdate: Unknown<boolean>;
  /** The state that the platform brings it to by itself. */
  desiredState: Unknown<string>;
  managed: boolean;
  /** What an update to it keeps, unless somebody says otherwise. */
  keepsOverrides: boolean;
  keepsAttributes: boolean;
  noRecovery: boolean;
  /** Each entry a choice of applications. */
  dependencies: readonly (readonly Dependency[])[];
};

/** What the platform would refuse it for. */
export type TarballFault = { why: string; cite: string };

const MANIFESTS = 'fluxcd-manifests';

/** Looks the platform's own looks over, in its order, without the contents of `metadata.yaml`. */
export function structureFaults({ files, directories }: TarballContents): TarballFault[] {
  const faults: TarballFault[] = [];
  const manifests = directories.has(`${MANIFESTS}/base`) && files.has(`${MANIFESTS}/kustomization.yaml`);
  if (!manifests) {
    faults.push({
      why: `It has no FluxCD manifest: ${MANIFESTS}/kustomization.yaml and ${MANIFESTS}/base.`,
      cite: 'sysinv utils.py find_fluxcd_manifests_directory',
    });
  }
  if (directories.has('charts') && chartFiles(files).length === 0) {
    faults.push({
      why: 'Its directory charts has no Helm chart (.tgz) in it.',
      cite: 'sysinv kube_app.py _extract_helm_charts',
    });
  }
  return faults;
}

const chartFiles = (files: ReadonlySet<string>): string[] =>
  [...files].filter((path) => /^charts\/(.*\/)?[^/]+\.tgz$/.test(path));

/** `charts/cert-manager-1.15.3+STX.1.tgz`. A name without a version is a name alone. */
const CHART = /^(?:.*\/)?(.+?)(?:-v?(\d+\.[\w.+-]+))?\.tgz$/;

/** The charts by the names of their files, in the order of the archive. */
export function chartsOf(files: ReadonlySet<string>, disabled: readonly string[]): TarballChart[] {
  return chartFiles(files).map((path) => {
    const [, name = path, version = null] = CHART.exec(path) ?? [];
    return { name, version, disabled: disabled.includes(name) };
  });
}

/** What is new in the tarball and what it no longer has, by name, beside the charts that there are. */
export function chartChanges(
  before: readonly string[],
  charts: readonly Pick<TarballChart, 'name'>[],
): { added: string[]; gone: string[] } {
  const after = new Set(charts.map(({ name }) => name));
  return {
    added: [...after].filter((name) => !before.includes(name)),
    gone: [...new Set(before)].filter((name) => !after.has(name)),
  };
}
