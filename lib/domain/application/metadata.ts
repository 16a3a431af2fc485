/** The `metadata.yaml` of an application: what it says, and what the platform refuses it for (sysinv common/app_metadata.py). */
import {
  chartsOf,
  type Dependency,
  structureFaults,
  type TarballContents,
  type TarballFacts,
  type TarballFault,
} from './tarball';

type Values = Readonly<Record<string, unknown>>;

const CHECK = 'sysinv app_metadata.py validate_metadata_file';

const isMap = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const mapAt = (values: Values, key: string): Values => {
  const value = values[key];
  return isMap(value) ? value : {};
};
const textAt = (values: Values, key: string): string | null => {
  const value = values[key];
  return typeof value === 'string' && value !== '' ? value : null;
};
const listAt = (values: Values, key: string): readonly unknown[] => {
  const value = values[key];
  return Array.isArray(value) ? value : [];
};

/** A yes or no, written as a word or a number too (utils.is_valid_boolstr). */
const flagAt = (values: Values, key: string): boolean | null => {
  const word = String(values[key] ?? '').toLowerCase();
  if (['true', 'yes', 'y', '1'].includes(word)) return true;
  return ['false', 'no', 'n', '0'].includes(word) ? false : null;
};

/** What the tarball tells, with everything that it would be refused for, the platform's first objection first. */
export function readTarball(contents: TarballContents): { facts: TarballFacts; faults: TarballFault[] } {
  const values = isMap(contents.metadata) ? contents.metadata : {};
  const kubernetes = mapAt(values, 'supported_k8s_version');
  const behavior = mapAt(values, 'behavior');
  const upgrades = mapAt(values, 'upgrades');
  const disabled = listAt(values, 'disabled_charts').map(String);
  return {
    facts: {
      name: textAt(values, 'app_name'),
      version: textAt(values, 'app_version'),
      charts: chartsOf(contents.files, disabled),
      kubernetes: { minimum: textAt(kubernetes, 'minimum'), maximum: textAt(kubernetes, 'maximum') },
      autoUpdate: flagAt(upgrades, 'auto_update'),
      desiredState: textAt(behavior, 'desired_state'),
      managed: flagAt(behavior, 'platform_managed_app') === true,
      keepsOverrides: flagAt(values, 'maintain_user_overrides') === true,
      keepsAttributes: flagAt(values, 'maintain_attributes') === true,
      noRecovery: flagAt(upgrades, 'update_failure_no_rollback') === true,
      dependencies: listAt(values, 'dependent_apps').map((entry) =>
        (Array.isArray(entry) ? entry : [entry]).filter(isMap).map(dependencyOf),
      ),
    },
    faults: [...metadataFaults(contents.metadata), ...structureFaults(contents)],
  };
}

const dependencyOf = (entry: Values): Dependency => ({
  name: String(entry.name ?? ''),
  version: String(entry.version ?? ''),
  action: String(entry.action ?? ''),
});

/** `[0-9].` and then one or two numbers: 1.29 or 1.29.2, with a `v` or without. */
const isKubernetesVersion = (text: string): boolean =>
  /^\d\.(\d+\.)?\d+$/.test(text.trim().replace(/^v+/, ''));

/** @param metadata the document; undefined where there is none, which the platform takes with a name and a version given by hand */
export function metadataFaults(metadata: unknown): TarballFault[] {
  if (metadata === undefined) return [];
  const faults: string[] = [];
  if (!isMap(metadata)) return [{ why: 'metadata.yaml is no map of names and values.', cite: CHECK }];
  for (const key of ['app_name', 'app_version']) {
    const value = metadata[key];
    if (value === undefined || value === null || value === '') faults.push(`metadata.yaml has no ${key}.`);
    else if (typeof value !== 'string') {
      faults.push(`${key} of metadata.yaml is no text. Put it in quotes: "${String(value)}".`);
    }
  }
  for (const key of ['behavior', 'upgrades', 'downgrades', 'k8s_upgrades', 'supported_releases']) {
    if (metadata[key] !== undefined && !isMap(metadata[key]))
      faults.push(`${key} of metadata.yaml is no map.`);
  }
  for (const key of ['dependent_apps', 'dependent_parent_exceptions']) {
    if (metadata[key] !== undefined && !Array.isArray(metadata[key]))
      faults.push(`${key} of metadata.yaml is no list.`);
  }
  const flags = [
    ['upgrades', 'auto_update'],
    ['upgrades', 'update_failure_no_rollback'],
    ['downgrades', 'auto_downgrade'],
    ['behavior', 'platform_managed_app'],
  ] as const;
  for (const [part, key] of flags) {
    const values = mapAt(metadata, part);
    if (Object.hasOwn(values, key) && flagAt(values, key) === null)
      faults.push(`${part}.${key} of metadata.yaml is neither true nor false.`);
  }
  return [...faults, ...kubernetesFaults(metadata)].map((why) => ({ why, cite: CHECK }));
}

function kubernetesFaults(metadata: Values): string[] {
  const supported = metadata.supported_k8s_version;
  if (!isMap(supported) || supported.minimum === undefined) {
    return ['metadata.yaml does not tell supported_k8s_version.minimum, from which Kubernetes on it runs.'];
  }
  return ['minimum', 'maximum'].flatMap((key) => {
    const version = supported[key];
    if (version === undefined) return [];
    return typeof version === 'string' && isKubernetesVersion(version)
      ? []
      : [`supported_k8s_version.${key} of metadata.yaml is no version as text, like v1.29.2.`];
  });
}
