/** What the seeders of per-host rows share: who the host is, and how a row begins. */

import type { Json } from '../../kernel/json';
import type { StoragePlan } from '../cloud/storage/plan';
import type { TimingPlan } from '../cloud/timing-plan';
import type { Host } from '../host';
import { pick, type Row, rowUuid, stamp } from '../rows';

/** A family of addresses. */
export type Family = 4 | 6;

/** The hidden half of a world: what its inventory is drawn from. */
export type SeedContext = {
  /** When the cloud was deployed, epoch milliseconds. */
  deployedAt: number;
  systemName: string;
  systemUuid: string;
  /** All-in-one clouds run the worker functions on the controllers. */
  allInOne: boolean;
  /** What holds the cloud's volumes. */
  storage: StoragePlan;
  /** Host names of the members of the storage cluster's monitors. */
  monitors: readonly string[];
  /** Management and cluster-host networks of a /16: clouds of more than 250 hosts. */
  wide: boolean;
  /** The families of addresses that networks have, that of the primary pools first. */
  families: readonly [Family, ...Family[]];
  /** Managed by a system controller, which reaches it over a network of its own, admin. */
  subcloud: boolean;
  /** The version of Kubernetes that a host is installed with. */
  kubernetes: string;
  /** What keeps the hosts' time, and by whom. */
  timing: TimingPlan;
};

export type Seeder = (host: Host, context: SeedContext) => Row[];

/** Uuid, times and host of row `n` of a kind. */
export function begin(kind: string, host: Host, n: number, context: SeedContext): Row {
  return { uuid: rowUuid(kind, host.row.id, n), ihost_uuid: host.row.uuid, ...times(host, context) };
}

/** As {@link begin}, for the kinds that call the owner `host_uuid`. */
export function beginHostUuid(kind: string, host: Host, n: number, context: SeedContext): Row {
  return { uuid: rowUuid(kind, host.row.id, n), host_uuid: host.row.uuid, ...times(host, context) };
}

function times(host: Host, context: SeedContext): { created_at: Json; updated_at: Json } {
  const created = context.deployedAt + host.row.id * 1700;
  return { created_at: stamp(created), updated_at: stamp(created + 90_000) };
}

/** Whether sysinv-agent reported what is in the host: never for one that is discovered, added or being installed. */
export function isInventoried(host: Host): boolean {
  return host.row.inv_state === 'inventoried' || host.row.inv_state === 'reinstalling';
}

export function hasWorker(host: Host): boolean {
  return (host.row.subfunctions ?? '').split(',').includes('worker');
}

/** Four hexadecimal digits for serial numbers. */
export function hostHex(host: Host): string {
  return host.row.id.toString(16).padStart(4, '0');
}

/** A whole number in [low, high], the same for the same text. */
export function between(text: string, low: number, high: number): number {
  return low + Math.floor(pick(text) * (high - low + 1));
}
