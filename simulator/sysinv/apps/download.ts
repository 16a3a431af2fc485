/**
 * A tarball from an address. Files of the shelf can be fetched from any server by their names; anything else is
 * really fetched when it lies on this machine, and cannot be reached when it does not.
 */
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { World } from '../../kernel/world';
import { BadPackage } from './bad-package';
import { packageOfFile } from './catalogue';
import { failUpload, startUpload } from './life';
import { readPackage } from './package';
import { scheduleApp, setApp } from './steps';
import * as texts from './texts';
import type { App, Package } from './types';

/** Seconds that the download takes when it is only told. */
const DOWNLOAD = 6;

export function startDownload(world: World, app: App, url: string): void {
  scheduleApp(world, app, [
    [0.3, () => setApp(world, app, { progress: texts.DOWNLOADING })],
    [DOWNLOAD, () => void fetched(world, app, url)],
  ]);
}

async function fetched(world: World, app: App, url: string): Promise<void> {
  const found = await packageAt(url, { name: app.row.name, version: app.row.app_version });
  // Deleted meanwhile.
  if (!world.sysinv.applications.all.includes(app)) return;
  if (typeof found === 'string') {
    failUpload(world, app, found);
    return;
  }
  const other = world.sysinv.applications.named(found.name);
  if (other && other !== app) {
    failUpload(world, app, `application ${found.name} already exists.`);
    return;
  }
  app.package = found;
  app.settings = new Map(found.charts.map((chart) => [`${chart.name}/${chart.namespace}`, { user: null }]));
  setApp(world, app, {
    name: found.name,
    app_version: found.version,
    manifest_name: `${found.name}-fluxcd-manifests`,
    manifest_file: 'fluxcd-manifests',
  });
  startUpload(world, app);
}

/** The package, or why there is none. Own words. */
export async function packageAt(
  url: string,
  given: { name: string; version: string },
): Promise<Package | string> {
  const { hostname, pathname, protocol } = new URL(url);
  const file = basename(pathname);
  if (!/\.(tgz|tar\.gz)$/.test(file)) return `${url} is not called .tgz or .tar.gz.`;
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    return packageOfFile(file) ?? `${url} cannot be reached.`;
  }
  if (protocol !== 'http:') return `${url} cannot be reached.`;
  try {
    const answer = await fetch(url);
    if (!answer.ok || !answer.body) return `failed to download tarfile ${url}, error code = ${answer.status}`;
    return await readPackage(Readable.from(answer.body), given);
  } catch (error) {
    return error instanceof BadPackage ? error.message : `${url} cannot be reached.`;
  }
}
