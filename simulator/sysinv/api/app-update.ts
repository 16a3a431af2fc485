/**
 * POST /v1/apps/update. The tarball lies on the controller or at an address: unlike an upload, the platform takes
 * none from the body (sysinv api/controllers/v1/kube_app.py update), and one that it has not got does not exist.
 */
import type { Call, Reply } from '../../kernel/http';
import { type Json, valueAt } from '../../kernel/json';
import type { Caller } from '../../kernel/world';
import { packageOfFile, SHELF } from '../apps/catalogue';
import { packageAt } from '../apps/download';
import type { Package } from '../apps/types';
import { beginUpdate } from '../apps/update';
import { refuse } from '../faults';
import { appBody, checkKubernetes } from './app-body';
import { checkExtension, type Given, givenIn, isUrl } from './app-upload';
import { checkHook } from './apps';
import { jsonBody, python } from './json-patch';
import { ok } from './wire';

export async function postUpdate(call: Call, { world }: Caller): Promise<Reply> {
  const body = jsonBody(call);
  const given = givenIn(body, 'update');
  const package_ = await packageOf(given);
  const keep = {
    overrides: choiceIn(body, 'reuse_user_overrides'),
    attributes: choiceIn(body, 'reuse_attributes'),
  };
  const { applications } = world.sysinv;
  const { name, version } = package_;
  const from = applications.named(name) ?? refuse(400, 'Application-update rejected: application not found.');
  checkKubernetes(world);
  checkHook(world, from, 'update');
  const { status, app_version } = from.row;
  // Own words for both: no recording has an update.
  if (status === 'updating') refuse(400, 'Application-update rejected: an update is already in progress.');
  if (status !== 'applied') {
    refuse(
      400,
      `Application-update rejected: operation is not allowed while the current status is ${status}.`,
    );
  }
  if (app_version === version) {
    refuse(400, `Application-update rejected: version ${version} is the one that is applied.`);
  }
  const to = beginUpdate(world, from, package_, keep);
  return ok(appBody(to, 'item'));
}

/** 'true' and 'false' are texts, as the command line sends them; what is left out the application decides. */
function choiceIn(body: Json | undefined, key: string): boolean | undefined {
  const value = valueAt(body, key) ?? null;
  if (value === null) return undefined;
  if (value === 'true' || value === 'True') return true;
  if (value === 'false' || value === 'False') return false;
  refuse(400, `Application-update rejected: ${key} is true or false as a text, not ${python(value)}.`);
}

async function packageOf({ tarfile, name, version }: Given): Promise<Package> {
  if (isUrl(tarfile)) {
    const found = await packageAt(tarfile, { name, version });
    if (typeof found === 'string') refuse(400, `Application-update rejected: ${found}`);
    return found;
  }
  checkExists(tarfile);
  checkExtension(tarfile, 'update');
  return (
    packageOfFile(tarfile) ??
    refuse(400, `Application-update rejected: failed to extract tar file ${tarfile}.`)
  );
}

function checkExists(tarfile: string): void {
  if (!SHELF.includes(tarfile)) {
    refuse(400, `Application-update rejected: the controller has no tar file ${tarfile}.`);
  }
}
