/** Writes of labels of hosts (sysinv api/controllers/v1/label.py): several at once, one is removed. */
import type { Call, Reply } from '../../../kernel/http';
import type { Json } from '../../../kernel/json';
import type { Caller, World } from '../../../kernel/world';
import { checkLocked, checkPolicies, checkStalld, type Labels } from '../../checks/devices/labels';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { newOnHost, perHost, removeRow, rowsOn } from '../../network/rows';
import { notFound, type RouteOn } from '../collections';
import { hostOf } from '../hosts-read';
import { jsonBody, python } from '../json-patch';
import { ok, wireRow } from '../wire';
import { overwrites } from './overwrite';

export function labelRoutes(on: RouteOn): void {
  on('POST', '/v1/labels/:id', post);
  on('DELETE', '/v1/labels/:id', remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = jsonBody(call);
  const host = hostOf(call, world);
  if (body === undefined || body === null || typeof body !== 'object' || Array.isArray(body)) {
    // Own words.
    return refuse(400, 'Labels are a JSON object');
  }
  const labels = labelsIn(body, host);
  const keys = Object.keys(labels);
  checkLocked(host, keys);
  checkPolicies(labels);
  checkStalld(world, host, labels);
  const rows = rowsOn(world, 'labels', host);
  const found = (key: string) => rows.find(({ label_key }) => label_key === key);
  if (!overwrites(call)) {
    const there = keys.find(found);
    if (there !== undefined) {
      refuse(
        400,
        `Label ${there} exists for host ${host.row.hostname}. Use overwrite option to assign a new value.`,
      );
    }
  }
  const written = keys.map((key) => {
    const row = found(key);
    if (row) return Object.assign(row, { label_value: labels[key] });
    const { uuid } = newOnHost(world, 'labels', host);
    const made = { uuid, label_key: key, label_value: labels[key] ?? '', host_uuid: host.row.uuid };
    rows.push(made);
    return made;
  });
  return ok({ labels: written.map((row) => wireRow(perHost('labels'), row, call.origin, 'list')) });
}

function labelsIn(body: { [key: string]: Json }, host: Host): Labels {
  const labels: Labels = {};
  for (const [key, value] of Object.entries(body)) {
    if (value === null) {
      refuse(400, `Null input detected for Label ${key} for host ${host.row.hostname}. Input invalid.`);
    }
    labels[key] = typeof value === 'string' ? value : python(value);
  }
  return labels;
}

function remove(call: Call, { world }: Caller): Reply {
  const id = call.params.id ?? '';
  const row = world.sysinv.row(perHost('labels'), id) ?? notFound(perHost('labels'), id);
  const host = ownerOf(world, String(row.host_uuid));
  checkLocked(host, [String(row.label_key)]);
  removeRow(rowsOn(world, 'labels', host), row);
  return { status: 204 };
}

function ownerOf(world: World, uuid: string): Host {
  return world.sysinv.find(uuid) ?? refuse(404, `Server ${uuid} could not be found.`);
}
