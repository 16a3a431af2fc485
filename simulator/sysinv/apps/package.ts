/**
 * Reads an application's tarball as the platform does (sysinv api/controllers/v1/kube_app.py _check_tarfile,
 * common/app_metadata.py): a checksum file that is right, `metadata.yaml`, a FluxCD manifest, charts as .tgz.
 * Own words in every reason but those that a recording has.
 */
import { createHash } from 'node:crypto';
import type { Json } from '../../kernel/json';
import { BadPackage } from './bad-package';
import { dependenciesIn, flagIn, kubernetesIn, readMetadata, textsIn, timingIn } from './metadata';
import { type Bytes, tarEntries } from './tar';
import type { Chart, Package } from './types';
import { readYaml, YamlError } from './yaml/read';
import { isMap } from './yaml/values';

/** A text file larger than this is no manifest. */
const LARGEST_TEXT_BYTES = 1024 * 1024;
const MANIFESTS = 'fluxcd-manifests';

/** What lies in a tarball, as far as it counts. */
type Contents = {
  texts: Map<string, string>;
  sums: Map<string, string>;
  directories: Set<string>;
  brokenChart: string | undefined;
  sizeBytes: number;
};

/**
 * @param given name and version for a tarball that does not tell its own
 */
export async function readPackage(bytes: Bytes, given: { name: string; version: string }): Promise<Package> {
  const contents = await contentsOf(bytes);
  checkSums(contents);
  const text = contents.texts.get('metadata.yaml');
  const metadata = text === undefined ? {} : readMetadata(text);
  const name = String(metadata.app_name ?? given.name);
  const version = String(metadata.app_version ?? given.version);
  if (!name || !version) {
    throw new BadPackage('the tar file does not tell name and version of the application; give them');
  }
  const charts = chartsOf(contents, textsIn(metadata, 'disabled_charts'));
  checkChartFiles(contents);
  const upgrades = isMap(metadata.upgrades) ? metadata.upgrades : {};
  const behavior = isMap(metadata.behavior) ? metadata.behavior : {};
  return {
    name,
    version,
    charts,
    dependencies: dependenciesIn(metadata),
    sizeBytes: contents.sizeBytes,
    keepsOverrides: flagIn(metadata, 'maintain_user_overrides'),
    keepsAttributes: flagIn(metadata, 'maintain_attributes'),
    noRollback: flagIn(upgrades, 'update_failure_no_rollback'),
    managed: flagIn(behavior, 'platform_managed_app'),
    triggers: triggersIn(behavior.evaluate_reapply),
    kubernetes: kubernetesIn(metadata),
    timing: timingIn(metadata),
  };
}

async function contentsOf(bytes: Bytes): Promise<Contents> {
  const contents: Contents = {
    texts: new Map(),
    sums: new Map(),
    directories: new Set(),
    brokenChart: undefined,
    sizeBytes: 0,
  };
  try {
    for await (const { path, type, sizeBytes, body } of tarEntries(bytes)) {
      const parts = path.split('/');
      for (let n = 1; n < parts.length; n++) contents.directories.add(parts.slice(0, n).join('/'));
      if (type === 'directory') contents.directories.add(path);
      if (type !== 'file') continue;
      contents.sizeBytes += sizeBytes;
      const keeps = sizeBytes <= LARGEST_TEXT_BYTES && /\.(ya?ml|md5)$/.test(path);
      const sum = createHash('md5');
      const kept: Buffer[] = [];
      const passing = passingBy(body, (part) => {
        sum.update(part);
        if (keeps) kept.push(part);
      });
      if (path.startsWith('charts/') && path.endsWith('.tgz')) {
        if (!(await isChart(passing))) contents.brokenChart ??= path.slice(path.lastIndexOf('/') + 1);
      }
      for await (const _rest of passing);
      contents.sums.set(path, sum.digest('hex'));
      if (keeps) contents.texts.set(path, Buffer.concat(kept).toString('utf8'));
      else contents.texts.set(path, '');
    }
  } catch {
    throw new BadPackage('it is no tar archive', 'extract');
  }
  return contents;
}

/** The same bytes, seen by somebody else on their way; what one reader leaves the next one gets. */
function passingBy(bytes: Bytes, seen: (part: Buffer) => void): Bytes {
  const iterator = bytes[Symbol.asyncIterator]();
  const next = async () => {
    const result = await iterator.next();
    if (!result.done) seen(result.value);
    return result;
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

async function isChart(bytes: Bytes): Promise<boolean> {
  try {
    let found = false;
    for await (const { path } of tarEntries(bytes)) found ||= /^[^/]+\/Chart\.yaml$/.test(path);
    return found;
  } catch {
    return false;
  }
}

/** Files named `….md5` in the root list the sums of others, as `md5sum -c` reads them. */
function checkSums({ texts, sums }: Contents): void {
  for (const [path, text] of texts) {
    if (path.includes('/') || !path.endsWith('.md5')) continue;
    for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
      const [, sum, file] = /^([0-9a-f]{32}) [ *](?:\.\/)?(.+)$/.exec(line) ?? [];
      if (!file || sums.get(file) !== sum)
        throw new BadPackage('the checksums of the tar file are not right');
    }
  }
}

function checkChartFiles({ texts, directories, brokenChart }: Contents): void {
  if (!directories.has('charts')) return;
  if (![...texts.keys()].some((path) => path.startsWith('charts/') && path.endsWith('.tgz'))) {
    throw new BadPackage('the tar file has a directory of charts without a chart (.tgz) in it');
  }
  if (brokenChart) throw new BadPackage(`failed to extract tar file ${brokenChart}.`);
}

function chartsOf({ texts, directories }: Contents, disabled: string[]): Chart[] {
  const root = yamlAt(texts, `${MANIFESTS}/kustomization.yaml`);
  if (!isMap(root) || !directories.has(`${MANIFESTS}/base`)) {
    throw new BadPackage('the tar file has no FluxCD manifest');
  }
  const resources = textsIn(root, 'resources').filter((name) => name !== 'base');
  return resources.map((directory) => {
    const path = `${MANIFESTS}/${directory}`;
    const release = yamlAt(texts, `${path}/helmrelease.yaml`);
    const own = yamlAt(texts, `${path}/kustomization.yaml`);
    const chart = at(release, 'spec', 'chart', 'spec', 'chart');
    if (chart === undefined) throw new BadPackage(`the manifest has no Helm release of ${directory}`);
    const name = String(chart);
    return {
      name,
      release: String(at(release, 'metadata', 'name') ?? directory),
      namespace: String(at(own, 'namespace') ?? at(root, 'namespace') ?? 'default'),
      version: String(at(release, 'spec', 'chart', 'spec', 'version') ?? ''),
      system: null,
      ...(disabled.includes(name) && { disabled: true }),
    };
  });
}

function yamlAt(texts: Map<string, string>, path: string): Json | undefined {
  const text = texts.get(path);
  if (text === undefined) return undefined;
  try {
    return readYaml(text);
  } catch (error) {
    if (error instanceof YamlError) throw new BadPackage(`${path} cannot be read: ${error.message}`);
    throw error;
  }
}

function at(value: Json | undefined, ...path: string[]): Json | undefined {
  let here = value;
  for (const key of path) here = isMap(here) ? here[key] : undefined;
  return here ?? undefined;
}

/** Each trigger is a map with a type. */
function triggersIn(evaluate: Json | undefined): string[] {
  const triggers = isMap(evaluate) ? evaluate.triggers : undefined;
  return (Array.isArray(triggers) ? triggers : []).flatMap((trigger) =>
    isMap(trigger) && typeof trigger.type === 'string' ? [trigger.type] : [],
  );
}
