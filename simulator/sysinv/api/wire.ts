/** From rows to what travels: links as the caller sees the host, columns by kind of answer. */
import type { Clock } from '../../kernel/clock';
import type { Reply } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import { HOST_ITEM_ONLY, type Host } from '../host';
import type { Kind } from '../kinds';
import type { Row } from '../rows';

type Link = { href: string; rel: string };
type Wire = { [key: string]: Json };

function pair(origin: string, path: string): Link[] {
  return [
    { href: `${origin}/v1/${path}`, rel: 'self' },
    { href: `${origin}/${path}`, rel: 'bookmark' },
  ];
}

/** A row of a list, or an item, with its links. */
export function wireRow(kind: Kind, row: Row, origin: string, as: 'list' | 'item'): Wire {
  const wire: Wire = {};
  for (const [key, value] of Object.entries(row)) {
    if (kind.hidden?.includes(key)) continue;
    if (as === 'list' && kind.itemOnly?.includes(key)) continue;
    wire[key] = value;
  }
  const name = kind.links === undefined ? kind.segment : kind.links;
  if (name !== null) wire.links = pair(origin, `${name}/${row.uuid}`);
  const below = as === 'item' ? [...(kind.below ?? []), ...(kind.itemBelow ?? [])] : (kind.below ?? []);
  for (const child of below) wire[child] = pair(origin, `${kind.segment}/${row.uuid}/${child}`);
  return wire;
}

/** Collections that a host's item links to. */
const HOST_BELOW = [
  'iinterfaces',
  'ports',
  'ethernet_ports',
  'inodes',
  'icpus',
  'imemorys',
  'istors',
  'idisks',
  'partitions',
  'ceph_mon',
  'ipvs',
  'ilvgs',
  'host_fs',
  'kube_update_ca',
  'isensors',
  'isensorgroups',
  'pci_devices',
  'lldp_agents',
  'lldp_neighbours',
  'labels',
] as const;

/** Uptime is reported to sysinv now and then, not asked for: it moves in steps of so many milliseconds. */
export const UPTIME_STEP_MS = 30_000;

export function wireHost(host: Host, clock: Clock, origin: string, as: 'list' | 'item'): Wire {
  const wire: Wire = {};
  for (const [key, value] of Object.entries(host.row)) {
    if (as === 'list' && HOST_ITEM_ONLY.some((only) => only === key)) continue;
    if (!host.lacks.some((lack) => lack === key)) wire[key] = value;
  }
  if (host.bootedAt !== null && 'uptime' in wire) wire.uptime = uptimeOf(host.bootedAt, clock.now());
  wire.links = pair(origin, `ihosts/${host.row.uuid}`);
  if (as === 'item') {
    for (const child of HOST_BELOW) wire[child] = pair(origin, `ihosts/${host.row.uuid}/${child}`);
  }
  return wire;
}

function uptimeOf(bootedAt: number, now: number): number {
  const ms = Math.max(0, now - bootedAt);
  return Math.floor((ms - (ms % UPTIME_STEP_MS)) / 1000);
}

export function wireSystem(system: Row, origin: string, as: 'list' | 'item'): Wire {
  const { services, ...rest } = system;
  const wire: Wire = { ...rest, links: pair(origin, `isystems/${system.uuid}`) };
  if (as === 'item') {
    wire.services = services ?? null;
    wire.ihosts = pair(origin, `isystems/${system.uuid}/ihosts`);
  }
  return wire;
}

export function ok(body: Json): Reply {
  // A plain string is sent as text; sysinv sends it as JSON.
  if (typeof body === 'string' || body === null || typeof body !== 'object')
    return rawJson(JSON.stringify(body));
  return { status: 200, body };
}

/** JSON that is text already. */
export function rawJson(text: string): Reply {
  return { status: 200, body: text, headers: { 'Content-Type': 'application/json' } };
}
