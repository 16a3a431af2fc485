/** Applications (sysinv api/controllers/v1/kube_app.py): reads, PATCH with a directive, DELETE. */
import type { Call, Reply } from '../../kernel/http';
import { textAt, valueAt } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import type { Operation } from '../apps/faults';
import { runsOn } from '../apps/kubernetes';
import * as life from '../apps/life';
import { type App, type AppStatus, STATUSES } from '../apps/types';
import { abortUpdate } from '../apps/update';
import { startUpdateAll } from '../apps/update-all';
import { refuse } from '../faults';
import { appBody, checkKubernetes } from './app-body';
import { postUpdate } from './app-update';
import { postApp } from './app-upload';
import type { RouteOn } from './collections';
import { jsonBody } from './json-patch';
import { knownArguments } from './listing';
import { ok } from './wire';

export function appRoutes(on: RouteOn): void {
  on('GET', '/v1/apps', (call, { world }) => {
    knownArguments(call, [], false);
    return ok({ apps: world.sysinv.applications.shown().map((app) => appBody(app, 'list')) });
  });
  on('GET', '/v1/apps/get_apps_update_status', (_call, { world }) => ok(world.sysinv.applications.updateAll));
  on('GET', '/v1/apps/get_all_apps_by_status', byStatus);
  on('GET', '/v1/apps/kube_app_get_by_id', (call, { world }) => {
    const id = call.query.get('id') ?? refuse(400, 'Missing argument: "id"');
    const app = world.sysinv.applications.all.find(({ row }) => String(row.id) === id);
    return app ? ok(appBody(app, 'item')) : refuse(404, `No application with id ${id}.`);
  });
  on('GET', '/v1/apps/:name', (call, { world }) => {
    const app = world.sysinv.applications.named(call.params.name ?? '');
    return app ? ok(appBody(app, 'item')) : refuse(404, `No application with name ${call.params.name}.`);
  });
  on('POST', '/v1/apps', postApp);
  on('POST', '/v1/apps/update', postUpdate);
  on('POST', '/v1/apps/update_all', (_call, { world }) => {
    checkKubernetes(world);
    startUpdateAll(world);
    return { status: 200 };
  });
  on('PATCH', '/v1/apps/:name', patch);
  on('DELETE', '/v1/apps/:name', remove);
}

function byStatus(call: Call, { world }: Caller): Reply {
  const text = call.query.get('status') ?? refuse(400, 'Missing argument: "status"');
  const status = STATUSES.find((one) => one === text);
  // Own words.
  if (!status) refuse(400, `get_all_apps_by_status rejected: ${text} is no status.`);
  return ok(world.sysinv.applications.withStatus(status).map((app) => appBody(app, 'item')));
}

const DIRECTIVES = ['apply', 'remove', 'abort'] as const;

function patch(call: Call, { world }: Caller): Reply {
  const text = call.query.get('directive') ?? refuse(400, 'Missing argument: "directive"');
  const directive = DIRECTIVES.find((one) => one === text);
  if (!directive) refuse(403, 'Operation not permitted.');
  const body = jsonBody(call);
  if (body === undefined || valueAt(body, 'values') === undefined) refuse(400, 'Missing argument: "values"');
  const app =
    world.sysinv.applications.named(call.params.name ?? '') ??
    refuse(400, `Application-${directive} rejected: application not found.`);
  if (directive === 'apply') apply(world, app, textAt(body, 'values', 'mode'));
  else if (directive === 'abort') abort(world, app);
  else {
    checkStatus(app, 'remove', ['applied', 'apply-failed', 'remove-failed']);
    checkKubernetes(world);
    checkHook(world, app, 'remove');
    life.startRemove(world, app, call.query.get('force') === 'True');
  }
  return ok(appBody(app, 'item'));
}

function apply(world: World, app: App, mode: string | undefined): void {
  const { name, app_version: version, status } = app.row;
  // Only stx-openstack has modes, and the simulated clouds have no stx-openstack. Own words, here and for the version.
  if (mode !== undefined) refuse(400, `Application-apply rejected: ${name} has no modes.`);
  const running = world.sysinv.kube.version;
  if (!runsOn(app, running)) {
    refuse(400, `Application-apply rejected: ${name} (${version}) does not run on Kubernetes ${running}.`);
  }
  if (status === 'applying') {
    refuse(400, 'Application-apply rejected: install/update is already in progress.');
  }
  checkStatus(app, 'apply', ['uploaded', 'apply-failed', 'applied']);
  checkKubernetes(world);
  checkHook(world, app, 'apply');
  life.startApply(world, app);
}

function abort(world: World, app: App): void {
  checkStatus(app, 'abort', ['applying', 'updating', 'removing']);
  if (app.row.status === 'updating') abortUpdate(world, app);
  else life.abort(world, app);
}

function remove(call: Call, { world }: Caller): Reply {
  const app =
    world.sysinv.applications.named(call.params.name ?? '') ??
    refuse(400, 'Application-delete rejected: application not found.');
  checkStatus(app, 'delete', ['uploaded', 'upload-failed']);
  checkHook(world, app, 'delete');
  const fault = world.sysinv.applications.faults.take(app.row.name, 'delete', 'fail');
  // What the conductor answers is passed on as it is.
  if (fault) refuse(400, `${fault.text ?? `Application ${app.row.name} could not be deleted`}.`);
  life.deleteApp(world, app);
  return { status: 204 };
}

function checkStatus({ row }: App, operation: string, allowed: readonly AppStatus[]): void {
  if (allowed.includes(row.status)) return;
  refuse(
    400,
    `Application-${operation} rejected: operation is not allowed while the current status is ${row.status}.`,
  );
}

/** What the application's own plug-in has to say against it, when the control port gave it something to say. */
export function checkHook(world: World, { row }: App, operation: Operation): void {
  const fault = world.sysinv.applications.faults.take(row.name, operation, 'refuse');
  if (fault)
    refuse(400, `Application-${operation} rejected: ${fault.text ?? `${row.name} does not allow it now.`}`);
}
