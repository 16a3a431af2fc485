/**
 * The control port: what only a simulator has. Tests and demos set time, faults and states here. Loopback only;
 * nothing of the console knows this port (a test proves it).
 */
import type { Server } from 'node:http';
import { type Call, listen, type Reply, Router, readCall, send } from '../kernel/http';
import { parseJson, textAt, valueAt } from '../kernel/json';
import type { RequestCounts } from '../kernel/requests';
import type { Host } from '../kernel/service';
import type { World } from '../kernel/world';
import type { TokenStore } from '../keystone/tokens';
import { crashHost, patchHost } from '../sysinv/patch-host';
import type { Registry } from '../worlds/registry';
import { appRoutes } from './app-routes';
import { fmRoutes } from './fm-routes';
import { hostRoutes } from './host-routes';
import { kubeRoutes } from './kube-routes';
import { readFaults } from './read';
import { type ControlRoute, done, refuse } from './route';
import { rowRoutes } from './row-routes';
import { storageRoutes } from './storage-routes';
import { timingRoutes } from './timing-routes';

export type Control = { registry: Registry; tokens: TokenStore; host: Host };

export function startControl(control: Control, port: number): Promise<Server> {
  const routes = controlRoutes(control);
  return listen(port, async (req, res) => {
    const call = await readCall(req);
    await send(res, answer(control, routes, call));
  });
}

function answer(control: Control, routes: Router<ControlRoute>, call: Call): Reply {
  const found = routes.find(call.method, call.path);
  if (!found) return refuse(404, `no such control: ${call.path}`);
  if (!('handler' in found)) return refuse(405, `use ${found.allowed.join(' or ')}`);
  const body = call.body.length === 0 ? {} : parseJson(call.body);
  if (body === undefined) return refuse(400, 'the body is not JSON');
  const tag = call.query.get('tag') ?? textAt(body, 'tag') ?? '';
  const all = (call.query.get('scope') ?? textAt(body, 'scope')) === 'all';
  // Naming a copy makes it, as a log-in would: a test prepares its cloud before anybody signs in.
  const world = control.registry.join(tag);
  if (!world) return refuse(400, `not a tag: ${tag}`);
  return found.handler({ worlds: all ? control.registry.list() : [world], all }, body, call);
}

function controlRoutes({ registry, tokens, host }: Control): Router<ControlRoute> {
  const routes = new Router<ControlRoute>();
  routes.on('GET', '/control/worlds', () =>
    done({ worlds: registry.list().map(({ tag, name, clock }) => ({ tag, name, now: clock.now() })) }),
  );
  routes.on('DELETE', '/control/worlds', ({ worlds }) => {
    // The shared one stays.
    for (const { tag } of worlds) registry.drop(tag);
    return done();
  });
  routes.on('POST', '/control/advance', ({ worlds }, body) => {
    const ms = valueAt(body, 'ms');
    if (typeof ms !== 'number' || ms < 0) return refuse(400, 'ms is a number of milliseconds');
    for (const world of worlds) world.clock.advance(ms);
    return done();
  });
  routes.on('POST', '/control/speed', ({ worlds }, body) => {
    const factor = valueAt(body, 'factor');
    if (typeof factor !== 'number' || factor <= 0) return refuse(400, 'factor is a number above 0');
    for (const world of worlds) world.clock.setSpeed(factor);
    return done();
  });
  routes.on('GET', '/control/faults', ({ worlds, all }) =>
    done({ faults: faultsOf(worlds, all, host).list() }),
  );
  routes.on('POST', '/control/faults', ({ worlds, all }, body) => {
    const faults = readFaults(body);
    if (typeof faults === 'string') return refuse(400, faults);
    faultsOf(worlds, all, host).add(faults);
    return done();
  });
  routes.on('DELETE', '/control/faults', ({ worlds, all }) => {
    faultsOf(worlds, all, host).clear();
    return done();
  });
  routes.on('POST', '/control/expire-tokens', ({ worlds }, body) => {
    const user = textAt(body, 'user');
    return done({ expired: worlds.reduce((sum, world) => sum + tokens.expire(world, user), 0) });
  });
  routes.on('GET', '/control/requests', ({ worlds, all }) =>
    done({ requests: countsOf(worlds, all, host).list() }),
  );
  routes.on('DELETE', '/control/requests', ({ worlds, all }) => {
    countsOf(worlds, all, host).reset();
    return done();
  });
  fmRoutes(routes);
  timingRoutes(routes);
  storageRoutes(routes);
  rowRoutes(routes);
  appRoutes(routes);
  kubeRoutes(routes);
  hostRoutes(routes);
  routes.on('POST', '/control/sysinv/host', ({ worlds }, body) => {
    const hostname = textAt(body, 'hostname') ?? '';
    const fields = valueAt(body, 'patch');
    if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) {
      return refuse(400, 'patch is an object of host fields');
    }
    const patched = worlds.filter((world) => patchHost(world, hostname, fields)).length;
    return patched ? done({ patched }) : refuse(404, `no host ${hostname}`);
  });
  routes.on('POST', '/control/sysinv/crash', ({ worlds }, body) => {
    const hostname = textAt(body, 'hostname') ?? '';
    const crashed = worlds.filter((world) => crashHost(world, hostname)).length;
    return crashed ? done({ crashed }) : refuse(404, `no host ${hostname}`);
  });
  routes.on('POST', '/control/sysinv/unlock-answer', ({ worlds }, body) => {
    const seconds = valueAt(body, 'seconds');
    if (typeof seconds !== 'number' || seconds < 0) return refuse(400, 'seconds is a number from 0');
    for (const world of worlds) world.sysinv.unlockAnswerSeconds = seconds;
    return done();
  });
  routes.on('POST', '/control/lockout/reset', ({ worlds }) => {
    for (const world of worlds) world.identity.resetLockout();
    return done();
  });
  return routes;
}

/** Faults and counts over all copies are lists of their own, not those of each copy. */
function faultsOf(worlds: World[], all: boolean, host: Host) {
  return all ? host.faults : (worlds[0]?.faults ?? host.faults);
}

function countsOf(worlds: World[], all: boolean, host: Host): RequestCounts {
  return all ? host.requests : (worlds[0]?.requests ?? host.requests);
}
