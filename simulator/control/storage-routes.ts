/** Controls of storage: what befalls it, work that fails, an application applied, rows past every check. */
import type { Router } from '../kernel/http';
import { type Json, textAt } from '../kernel/json';
import type { World } from '../kernel/world';
import { STORAGE_FAULTS, type StorageFault } from '../storage/faults';
import { endStorage, type StorageRequest, startStorage } from '../storage/scenarios';
import { percentOf } from '../storage/wanted';
import { applyStorageApp } from '../sysinv/storage/app';
import { makeStorageOdd } from '../sysinv/storage/odd';
import { numberAt } from './read';
import { type ControlRoute, done, refuse } from './route';

export function storageRoutes(routes: Router<ControlRoute>): void {
  routes.on('GET', '/control/storage', ({ worlds: [world] }) =>
    done({
      scenarios: STORAGE_FAULTS,
      health: world?.storage.health() ?? null,
      failures: world?.storage.failures ?? 0,
      faults: world ? world.storage.faults.map((fault) => faultBody(world, fault)) : [],
    }),
  );
  routes.on('POST', '/control/storage/start', ({ worlds }, body) => {
    const request = readRequest(body);
    if (typeof request === 'string') return refuse(400, request);
    const started = worlds.map((world) => ({ world, fault: startStorage(world, request) }));
    const refused = started.find(({ fault }) => typeof fault === 'string')?.fault;
    if (typeof refused === 'string') return refuse(404, refused);
    const [first] = started;
    const { world, fault } = first ?? {};
    return done({ fault: world && fault && typeof fault !== 'string' ? faultBody(world, fault) : null });
  });
  routes.on('POST', '/control/storage/end', ({ worlds }, body) => {
    const which = { kind: textAt(body, 'scenario'), host: textAt(body, 'host') };
    return done({
      ended: worlds.flatMap((world) => endStorage(world, which).map((fault) => faultBody(world, fault))),
    });
  });
  routes.on('POST', '/control/storage/fail', ({ worlds }, body) => {
    const times = numberAt(body, 'times') ?? 1;
    if (!Number.isInteger(times) || times < 0) return refuse(400, 'times is a whole number from 0');
    for (const { storage } of worlds) storage.failures = times;
    return done({ failures: times });
  });
  routes.on('POST', '/control/storage/apply-app', ({ worlds }) => {
    const applied = worlds.filter((world) => applyStorageApp(world)).length;
    return applied > 0 ? done({ applied }) : refuse(404, 'no backend has an application');
  });
  routes.on('POST', '/control/storage/odd', ({ worlds }, body) => {
    const name = textAt(body, 'host') ?? '';
    const hosts = worlds.flatMap((world) => {
      const host = world.sysinv.find(name);
      return host ? [{ world, host }] : [];
    });
    for (const { world, host } of hosts) makeStorageOdd(world, host);
    return hosts.length > 0 ? done() : refuse(404, `no host ${name}`);
  });
}

function readRequest(body: Json): StorageRequest | string {
  const scenario = STORAGE_FAULTS.find((kind) => kind === textAt(body, 'scenario'));
  if (!scenario) return `scenario is one of ${STORAGE_FAULTS.join(', ')}`;
  const minutes = numberAt(body, 'minutes');
  if (minutes !== undefined && minutes <= 0) return 'minutes is a number above 0';
  return {
    scenario,
    host: textAt(body, 'host'),
    osd: numberAt(body, 'osd'),
    filesystem: textAt(body, 'filesystem'),
    minutes,
  };
}

function faultBody(world: World, fault: StorageFault) {
  const { id, kind, host, osd, filesystem, phase, rebuilt, since } = fault;
  const percent = kind === 'filesystem-full' ? percentOf(world, fault) : undefined;
  return {
    id,
    scenario: kind,
    ...(host !== undefined && { host }),
    ...(osd !== undefined && { osd }),
    ...(filesystem !== undefined && { filesystem }),
    ...(percent !== undefined && { percent: Math.round(percent * 100) / 100 }),
    phase,
    ...(rebuilt !== undefined && { rebuilt }),
    since: new Date(since).toISOString(),
  };
}
