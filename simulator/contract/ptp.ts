/**
 * What a recorded write of PTP needs in the simulated cloud: names that are free or taken, ids of rows that fit, and
 * rows as they were before the write.
 */
import type { Json } from '../kernel/json';
import type { World } from '../kernel/world';
import { ownedBy, removeOwner } from '../sysinv/cloud/parameters';
import { hostKind } from '../sysinv/state';
import type { Recording } from './recording';

type Row = { [key: string]: Json };

const includes = (list: Json | undefined, text: string) => Array.isArray(list) && list.includes(text);

/** A body of POST whose name is free in this cloud, where the recorded one was accepted. */
export function withFreeName(body: Row, world: World, { method, status, path }: Recording): Row {
  const segment = path.split('/')[2] ?? '';
  if (method !== 'POST' || status >= 300 || !/^ptp_inst|^ptp_int/.test(segment)) return body;
  const taken = world.sysinv.cloud(segment).some(({ name }) => name === body.name);
  return taken ? { ...body, name: `${body.name}-new` } : body;
}

/** An assignment of an instance or a PTP interface by id: one that is not there yet, or is, or does not exist. */
export function withFittingId(operation: Row, world: World, { status }: Recording, path: string): Row {
  const [, , , ref = ''] = path.split('/');
  if (status === 400 || typeof operation.value !== 'number') return operation;
  const wanted = status === 409;
  const place =
    operation.path === '/ptp_instances/-' ? world.sysinv.find(ref)?.row.hostname : faceOf(world, ref);
  const [segment, column] =
    operation.path === '/ptp_instances/-'
      ? (['ptp_instances', 'hostnames'] as const)
      : (['ptp_interfaces', 'interface_names'] as const);
  // A host has one of each of these, so that another may be refused for the first.
  const single = ['gnss-monitor', 'dpll-mgr'];
  const fitting = world.sysinv
    .cloud(segment)
    .find(
      (row) => includes(row[column], place ?? '') === wanted && !single.includes(String(row.service ?? '')),
    );
  return { ...operation, value: fitting?.id ?? operation.value };
}

/** `host/interface` of an interface's uuid. */
function faceOf(world: World, uuid: string): string | undefined {
  const kind = hostKind('iinterfaces');
  const row = kind && world.sysinv.row(kind, uuid);
  const owner = world.sysinv.hosts.find(({ row: host }) => host.uuid === row?.ihost_uuid);
  return row && owner ? `${owner.row.hostname}/${row.ifname}` : undefined;
}

/** Before a write that was accepted, its row did not have what it adds, and nobody held what it deletes. */
export function arrangePtp(world: World, { method, status, requestBody }: Recording, path: string): void {
  const [, , segment = '', uuid] = path.split('/');
  if (status >= 300 || (segment !== 'ptp_instances' && segment !== 'ptp_interfaces')) return;
  const row = world.sysinv.cloud(segment).find((candidate) => candidate.uuid === uuid);
  if (!row) return;
  if (method === 'DELETE' && segment === 'ptp_instances') row.hostnames = [];
  if (method !== 'PATCH' || !Array.isArray(requestBody)) return;
  const adds = requestBody.map((operation) =>
    operation !== null && typeof operation === 'object' && !Array.isArray(operation) ? operation.value : null,
  );
  for (const parameter of ownedBy(world, row)) {
    if (adds.includes(`${parameter.name}=${parameter.value}`)) removeOwner(world, parameter, row);
  }
}
