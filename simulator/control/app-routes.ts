/** Controls of applications: what is to go wrong with them, how they are, whether Kubernetes answers. */
import type { Router } from '../kernel/http';
import { type Json, textAt, valueAt } from '../kernel/json';
import type { World } from '../kernel/world';
import { type AppFault, FAULT_KINDS, OPERATIONS } from '../sysinv/apps/faults';
import { setApp } from '../sysinv/apps/steps';
import { STATUSES } from '../sysinv/apps/types';
import { numberAt } from './read';
import { type ControlRoute, done, refuse } from './route';

export function appRoutes(routes: Router<ControlRoute>): void {
  routes.on('GET', '/control/apps', ({ worlds: [world] }) =>
    done({
      apps: world ? appsOf(world) : [],
      faults: world?.sysinv.applications.faults.list() ?? [],
      kubernetes: { healthy: world?.sysinv.applications.kubernetesHealthy ?? true },
    }),
  );
  routes.on('POST', '/control/apps/faults', ({ worlds }, body) => {
    const fault = readAppFault(body);
    if (typeof fault === 'string') return refuse(400, fault);
    for (const { sysinv } of worlds) sysinv.applications.faults.add(fault);
    return done();
  });
  routes.on('DELETE', '/control/apps/faults', ({ worlds }) => {
    for (const { sysinv } of worlds) sysinv.applications.faults.clear();
    return done();
  });
  routes.on('POST', '/control/apps/kubernetes', ({ worlds }, body) => {
    const healthy = valueAt(body, 'healthy');
    if (typeof healthy !== 'boolean') return refuse(400, 'healthy is true or false');
    for (const { sysinv } of worlds) sysinv.applications.kubernetesHealthy = healthy;
    return done();
  });
  routes.on('POST', '/control/apps/state', ({ worlds }, body) => {
    const name = textAt(body, 'app') ?? '';
    const status = STATUSES.find((one) => one === textAt(body, 'status'));
    if (!status) return refuse(400, `status is one of ${STATUSES.join(', ')}`);
    const progress = textAt(body, 'progress');
    const set = worlds.filter((world) => {
      const app = world.sysinv.applications.named(name);
      if (!app) return false;
      for (const cancel of app.cancel.splice(0)) cancel();
      setApp(world, app, {
        status,
        ...(progress !== undefined && { progress }),
        active: status === 'applied',
      });
      return true;
    }).length;
    return set ? done({ set }) : refuse(404, `no application ${name}`);
  });
}

function readAppFault(body: Json): AppFault | string {
  const operation = OPERATIONS.find((one) => one === textAt(body, 'operation'));
  if (!operation) return `operation is one of ${OPERATIONS.join(', ')}`;
  const kind = FAULT_KINDS.find((one) => one === (textAt(body, 'kind') ?? 'fail'));
  if (!kind) return `kind is one of ${FAULT_KINDS.join(', ')}`;
  const pointless =
    (operation === 'recover' && kind === 'refuse') || (operation === 'delete' && kind === 'hang');
  if (pointless) return `${operation} cannot ${kind}`;
  for (const key of ['chart', 'times']) {
    const value = numberAt(body, key);
    if (value !== undefined && value < 1) return `${key} is a number from 1`;
  }
  return {
    app: textAt(body, 'app'),
    operation,
    kind,
    chart: numberAt(body, 'chart'),
    images: valueAt(body, 'images') === true || undefined,
    text: textAt(body, 'text'),
    times: numberAt(body, 'times'),
  };
}

/** One line per row, inactive versions too. */
function appsOf(world: World): Record<string, unknown>[] {
  return world.sysinv.applications.all.map(({ row, package: { charts } }) => ({
    name: row.name,
    version: row.app_version,
    status: row.status,
    progress: row.progress,
    charts: charts.map(({ name, namespace }) => `${namespace}/${name}`),
  }));
}
