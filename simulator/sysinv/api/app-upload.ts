/** POST /v1/apps: a tarball by its path on the controller, by an address, or in the body. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Call, Reply } from '../../kernel/http';
import { type Json, textAt, valueAt } from '../../kernel/json';
import { header } from '../../kernel/service';
import type { Caller, World } from '../../kernel/world';
import { BadPackage } from '../apps/bad-package';
import { packageOfFile, plain, SHELF } from '../apps/catalogue';
import { startDownload } from '../apps/download';
import { startUpload } from '../apps/life';
import { readPackage } from '../apps/package';
import { newApp } from '../apps/seed';
import type { App, Package } from '../apps/types';
import { readUploadBody } from '../apps/upload-body';
import { refuse } from '../faults';
import { appBody, checkKubernetes } from './app-body';
import { python } from './json-patch';
import { ok } from './wire';

type Operation = 'upload' | 'update';

/** What the body says besides the tarball. */
export type Given = { tarfile: string; name: string; version: string };

export async function postApp(call: Call, { world }: Caller): Promise<Reply> {
  const mediaType = (header(call, 'content-type') ?? '').split(';')[0]?.trim() ?? '';
  if (mediaType !== 'application/json') refuse(415, `Unknown mimetype: ${mediaType}`);
  const body = await readUploadBody(
    call.spooled === undefined ? once(call.body) : createReadStream(call.spooled),
  );
  try {
    const given = givenIn(body.fields, 'upload');
    if (isUrl(given.tarfile)) return ok(appBody(uploadFromUrl(world, given), 'item'));
    if (body.undecodable) refuse(400, `Could not save the application on path ${given.tarfile}`);
    const known = SHELF.includes(given.tarfile) ? packageOfFile(given.tarfile) : undefined;
    const package_ = known ?? (await packageIn(world, given, body.archive));
    return ok(appBody(accept(world, package_), 'item'));
  } finally {
    await body.drop();
  }
}

async function* once(buffer: Buffer): AsyncGenerator<Buffer> {
  yield buffer;
}

/** Own words where the platform falls over: a body that is no object, no tarball named. */
export function givenIn(fields: Json | undefined, operation: Operation): Given {
  if (fields === undefined || fields === null || typeof fields !== 'object' || Array.isArray(fields)) {
    refuse(400, 'Request is not in valid JSON format');
  }
  const tarfile = textAt(fields, 'tarfile') ?? '';
  if (tarfile === '') refuse(400, `Application-${operation} rejected: a tar file must be named.`);
  const text = (key: string) => {
    const value = valueAt(fields, key) ?? '';
    return typeof value === 'string' ? value : python(value);
  };
  return { tarfile, name: text('app_name') || text('name'), version: text('app_version') };
}

export function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/]+/i.test(text);
}

/** The archive of the body, kept under the file's name and the time as the platform keeps it. */
async function packageIn(
  world: World,
  { tarfile, name, version }: Given,
  archive: string | undefined,
): Promise<Package> {
  const kept = `${(world.clock.now() / 1000).toFixed(7)}-${basename(tarfile)}`;
  checkExtension(kept, 'upload');
  try {
    const bytes = archive === undefined ? once(Buffer.alloc(0)) : createReadStream(archive);
    return await readPackage(bytes, { name, version });
  } catch (error) {
    if (!(error instanceof BadPackage)) throw error;
    refuse(
      400,
      error.stage === 'extract'
        ? `Application-upload rejected: failed to extract tar file ${kept}.`
        : `Application-upload rejected: ${error.message}`,
    );
  }
}

export function checkExtension(file: string, operation: Operation): void {
  if (/\.(tgz|tar\.gz)$/.test(file)) return;
  // Own words.
  refuse(400, `Application-${operation} rejected: ${file} is not called .tgz or .tar.gz.`);
}

function accept(world: World, package_: Package): App {
  const { applications } = world.sysinv;
  const { name } = package_;
  if (applications.named(name)) {
    refuse(400, `Application-upload rejected: application ${name} already exists.`);
  }
  checkKubernetes(world);
  const fault = applications.faults.take(name, 'upload', 'refuse');
  if (fault) refuse(400, `Application-upload rejected: ${fault.text ?? 'it is not to be uploaded now.'}`);
  const app = newApp(package_, applications.nextId(), world.clock.now());
  applications.add(app);
  startUpload(world, app);
  return app;
}

/** What the address leads to is looked at later: until then the application has names that stand for others. */
function uploadFromUrl(world: World, { tarfile, name, version }: Given): App {
  const { applications } = world.sysinv;
  const placeholder = (kind: string) => `app-${kind}-placeholder-${hashOf(tarfile)}`;
  const package_ = plain(name || placeholder('name'), version || placeholder('version'), []);
  if (applications.named(package_.name)) {
    refuse(400, `Application-upload rejected: application ${package_.name} already exists.`);
  }
  checkKubernetes(world);
  const app = newApp(package_, applications.nextId(), world.clock.now());
  Object.assign(app.row, { manifest_name: 'manifest-placeholder', manifest_file: 'tarfile-placeholder' });
  applications.add(app);
  startDownload(world, app, tarfile);
  return app;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
