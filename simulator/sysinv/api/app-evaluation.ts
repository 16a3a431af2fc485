/** What the platform works out over all applications: order, compatibility, who is to be applied or updated again. */
import type { Call, Reply } from '../../kernel/http';
import { textAt } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import { ISO_PATH, packageOfFile, SHELF } from '../apps/catalogue';
import { runsOn } from '../apps/kubernetes';
import { startApply } from '../apps/life';
import type { App } from '../apps/types';
import { httpError, refuse } from '../faults';
import { KUBE_VERSIONS } from '../kube/versions';
import type { RouteOn } from './collections';
import { jsonBody } from './json-patch';
import { knownArguments } from './listing';
import { ok } from './wire';

export function appEvaluationRoutes(on: RouteOn): void {
  on('GET', '/v1/reorder_apps', (_call, { world }) =>
    ok([...inOrder(world), 'unmanaged_apps', 'apps_with_cyclic_dependencies']),
  );
  on('GET', '/v1/query_compatible_apps', compatible);
  on('GET', '/v1/evaluate_apps_reapply', () => httpError(405));
  on('POST', '/v1/evaluate_apps_reapply', evaluate);
}

/** Managed applications, each after those that it needs. */
function inOrder(world: World): string[] {
  const managed = world.sysinv.applications.shown().filter((app) => app.package.managed);
  const order: string[] = [];
  const place = (app: App, above: readonly App[]): void => {
    if (order.includes(app.row.name) || above.includes(app)) return;
    for (const { name } of app.package.dependencies.flat()) {
      const needed = managed.find(({ row }) => row.name === name);
      if (needed) place(needed, [...above, app]);
    }
    order.push(app.row.name);
  };
  for (const app of managed) place(app, []);
  return order;
}

/** Applications whose tarball came with the platform and that run on a version of Kubernetes. */
function compatible(call: Call, { world }: Caller): Reply {
  knownArguments(call, ['k8s_ver', 'include_path'], false);
  const asked = call.query.get('k8s_ver') ?? refuse(400, 'Missing argument: "k8s_ver"');
  const versions = KUBE_VERSIONS.map(({ version }) => version);
  const wanted = `v${asked.replace(/^v/, '')}`;
  const active = versions.indexOf(world.sysinv.kube.version);
  // Own words.
  const cannot = (why: string) => refuse(400, `Unable to obtain compatible app list. Reason: ${why}`);
  if (!versions.includes(wanted)) cannot(`${asked} is not a version that the platform has.`);
  if (versions.indexOf(wanted) < active) cannot('the version is lower than the one that runs.');
  const paths = /^(true|yes|y|1|on|t)$/i.test(call.query.get('include_path') ?? 'false');
  const found = world.sysinv.applications.shown().flatMap(({ row }) => {
    const path = SHELF.filter((one) => one.startsWith(ISO_PATH)).findLast(
      (one) => packageOfFile(one)?.name === row.name,
    );
    const package_ = path === undefined ? undefined : packageOfFile(path);
    return path && package_ && runsOn({ package: package_ }, wanted) ? [paths ? path : row.name] : [];
  });
  return ok(found);
}

/** Applied applications that name the trigger are applied again. */
function evaluate(call: Call, { world }: Caller): Reply {
  const type = textAt(jsonBody(call), 'type');
  // Own words, both.
  if (type === undefined) refuse(400, "Failed to evaluate apps reapply: the body has no 'type'");
  for (const app of world.sysinv.applications.withStatus('applied')) {
    if (app.package.triggers.includes(type)) startApply(world, app);
  }
  return ok('The evaluation has begun');
}
