/** Controls of rows, past every check, and of what keeps a host from being unlocked and is in no row. */
import type { Router } from '../kernel/http';
import { type Json, textAt, valueAt } from '../kernel/json';
import type { World } from '../kernel/world';
import type { Row } from '../sysinv/rows';
import { cloudKind, hostKind } from '../sysinv/state';
import { recountTiers } from '../sysinv/storage/ceph';
import type { Unseen } from '../sysinv/unseen';
import { type ControlRoute, done, refuse } from './route';

export function rowRoutes(routes: Router<ControlRoute>): void {
  routes.on('POST', '/control/sysinv/row', ({ worlds }, body) => {
    const patch = fields(valueAt(body, 'patch'));
    if (!patch) return refuse(400, 'patch is an object of columns');
    const found = find(worlds, body);
    if (typeof found === 'string') return refuse(400, found);
    for (const { row } of found) Object.assign(row, patch);
    recount(worlds, body);
    return found.length > 0 ? done({ patched: found.length }) : refuse(404, `no row ${named(body)}`);
  });
  routes.on('POST', '/control/sysinv/row/remove', ({ worlds }, body) => {
    const found = find(worlds, body);
    if (typeof found === 'string') return refuse(400, found);
    for (const { row, rows } of found) rows.splice(rows.indexOf(row), 1);
    recount(worlds, body);
    return found.length > 0 ? done({ removed: found.length }) : refuse(404, `no row ${named(body)}`);
  });
  routes.on('POST', '/control/sysinv/unseen', ({ worlds }, body) => {
    const name = textAt(body, 'hostname') ?? '';
    const hosts = worlds.flatMap((world) => {
      const host = world.sysinv.find(name);
      return host ? [{ world, host }] : [];
    });
    for (const { world, host } of hosts) world.sysinv.unseen.set(host.row.id, unseenOf(world, body));
    return hosts.length > 0 ? done() : refuse(404, `no host ${name}`);
  });
}

/** Tiers list their OSDs. */
function recount(worlds: readonly World[], body: Json): void {
  if (textAt(body, 'segment') === 'istors') for (const world of worlds) recountTiers(world);
}

const fields = (value: Json | undefined): { [column: string]: Json } | null =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;

const named = (body: Json): string => textAt(body, 'uuid') ?? JSON.stringify(valueAt(body, 'where') ?? null);

type Found = { row: Row; rows: Row[] };

/** Rows by uuid, or by the columns of `where`, those of one host when `hostname` names it. A sentence when asked wrongly. */
function find(worlds: readonly World[], body: Json): Found[] | string {
  const segment = textAt(body, 'segment') ?? '';
  if (segment === 'isystems') {
    return worlds.map(({ sysinv }) => ({ row: sysinv.system, rows: [sysinv.system] }));
  }
  const ofHosts = hostKind(segment);
  const kind = ofHosts ?? cloudKind(segment);
  if (!kind) return `no collection ${segment}`;
  const uuid = textAt(body, 'uuid');
  const where = fields(valueAt(body, 'where'));
  if (uuid === undefined && !where) return 'uuid or where says which row';
  const matches = (row: Row) =>
    uuid === undefined
      ? Object.entries(where ?? {}).every(([column, value]) => row[column] === value)
      : row.uuid === uuid;
  const hostname = textAt(body, 'hostname');
  return worlds.flatMap((world) => {
    const one = uuid === undefined ? undefined : world.sysinv.row(kind, uuid);
    const own = hostname === undefined ? undefined : world.sysinv.find(hostname);
    const lists = [
      ...(ofHosts
        ? world.sysinv.hosts
            .filter((host) => own === undefined || host === own)
            .map((host) => world.sysinv.rows(ofHosts, host))
        : []),
      world.sysinv.cloud(segment),
    ];
    if (one) return [{ row: one, rows: lists.find((rows) => rows.includes(one)) ?? [one] }];
    return uuid === undefined
      ? lists.flatMap((rows) => rows.filter(matches).map((row) => ({ row, rows })))
      : [];
  });
}

/** What is left out is in order. `kernel: true`: chosen just now. */
function unseenOf(world: World, body: Json): Unseen {
  const yes = (key: string) => valueAt(body, key) === true;
  const [manifest, objection] = [textAt(body, 'manifest'), textAt(body, 'objection')];
  return {
    ...(yes('deploying') && { deploying: true }),
    ...(yes('kernel') && { kernelChosenAt: world.clock.now() }),
    ...(yes('appArmor') && { appArmorPending: true }),
    ...(yes('restoring') && { restoring: true }),
    ...(manifest !== undefined && { manifest }),
    ...(objection !== undefined && { objection }),
  };
}
