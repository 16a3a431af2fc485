/** The `metadata.yaml` of an application (sysinv common/app_metadata.py validate_metadata_file). Own words in refusals. */
import type { Json } from '../../kernel/json';
import { BadPackage } from './bad-package';
import { DEPENDENCY_ACTIONS, type Dependency, type UpdateTiming } from './types';
import { readYaml, YamlError } from './yaml/read';
import { isMap, type Values } from './yaml/values';

/** The whole of it, with name and version, which a file that is there must have. */
export function readMetadata(text: string): Values {
  let read: Json;
  try {
    read = readYaml(text);
  } catch (error) {
    if (error instanceof YamlError) throw new BadPackage(`metadata.yaml cannot be read: ${error.message}`);
    throw error;
  }
  const metadata = isMap(read) ? read : {};
  for (const key of ['app_name', 'app_version']) {
    const value = metadata[key] ?? '';
    if (typeof value !== 'string' || value === '') {
      throw new BadPackage(`metadata validation failed: metadata.yaml has no ${key} that is a text`);
    }
  }
  for (const key of ['behavior', 'upgrades', 'supported_k8s_version']) {
    if (key in metadata && !isMap(metadata[key])) {
      throw new BadPackage(`metadata validation failed: ${key} of metadata.yaml is no map`);
    }
  }
  return metadata;
}

/** Applications that this one needs; an entry that is a list is a choice. */
export function dependenciesIn(metadata: Values): Dependency[][] {
  const given = metadata.dependent_apps ?? [];
  if (!Array.isArray(given)) throw new BadPackage('metadata validation failed: dependent_apps is no list');
  return given.map((entry) => (Array.isArray(entry) ? entry : [entry]).map(dependencyOf));
}

function dependencyOf(entry: Json): Dependency {
  const { name, version, action } = isMap(entry) ? entry : {};
  const known = DEPENDENCY_ACTIONS.find((one) => one === (action ?? 'warn'));
  if (typeof name !== 'string' || typeof version !== 'string' || !known || !isPattern(version)) {
    throw new BadPackage('metadata validation failed: an entry of dependent_apps cannot be read');
  }
  return { name, version, action: known };
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) !== undefined;
  } catch {
    return false;
  }
}

/** A yes or no, written as a word or a number too. */
export function flagIn(values: Values, key: string): boolean {
  return /^(true|yes|y|1|on)$/i.test(String(values[key] ?? ''));
}

export function textsIn(values: Values, key: string): string[] {
  const list = values[key];
  return Array.isArray(list) ? list.map(String) : [];
}

/** The versions of Kubernetes that it runs on, `v1.29.2`. */
export function kubernetesIn(metadata: Values): { minimum?: string; maximum?: string } {
  const { minimum, maximum } = isMap(metadata.supported_k8s_version) ? metadata.supported_k8s_version : {};
  return {
    ...(typeof minimum === 'string' && { minimum }),
    ...(typeof maximum === 'string' && { maximum }),
  };
}

/** Whether this version is to be there before Kubernetes is upgraded; after it, when it says nothing. */
export function timingIn(metadata: Values): UpdateTiming {
  const { timing } = isMap(metadata.k8s_upgrades) ? metadata.k8s_upgrades : {};
  return timing === 'pre' ? 'pre' : 'post';
}
