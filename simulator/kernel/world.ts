/** What one simulated cloud is made of. Each service keeps its own state; the kernel only carries it. */
import type { FmState } from '../fm/state';
import type { Streams } from '../fm/streams/streams';
import type { IdentityState } from '../keystone/state';
import type { Storage } from '../storage/storage';
import type { SysinvState } from '../sysinv/state';
import type { Timing } from '../timing/timing';
import type { Clock } from './clock';
import type { FaultList } from './faults';
import type { RequestCounts } from './requests';

export const WORLD_NAMES = [
  'simplex',
  'duplex',
  'standard',
  'fleet',
  'dualstack',
  'sixonly',
  'subcloud',
  'ceph',
  'rook',
  'lvm',
  'kube',
  'upgrading',
] as const;
export type WorldName = (typeof WORLD_NAMES)[number];

/** What there can be in a world. Those of other families of addresses, a subcloud, and what Kubernetes' upgrade is shown in, have the hosts, clocks and alarms of one that is here. */
export type InventoryName = Exclude<WorldName, 'dualstack' | 'sixonly' | 'subcloud' | 'kube' | 'upgrading'>;

export function inventoryOf(name: WorldName): InventoryName {
  if (name === 'subcloud') return 'duplex';
  if (name === 'kube' || name === 'upgrading') return 'ceph';
  return name === 'dualstack' || name === 'sixonly' ? 'standard' : name;
}

export type World = {
  /** `''` for the shared world; otherwise the tag of an isolated copy (see simulator/README.md). */
  tag: string;
  name: WorldName;
  inventory: InventoryName;
  clock: Clock;
  /** A deterministic number generator in [0, 1): the same world seeds the same content. */
  random: () => number;
  sysinv: SysinvState;
  fm: FmState;
  /** Alarms that come and go by themselves, when they are asked for. */
  streams: Streams;
  /** The hosts' clocks, and what befalls them. */
  timing: Timing;
  /** What fills up, fails and is rebuilt. */
  storage: Storage;
  /** Users, projects and roles of this copy, each with ids of its own. */
  identity: IdentityState;
  /** What goes wrong in this copy, set by the control port. */
  faults: FaultList;
  requests: RequestCounts;
};

/** Who calls, as the token says. `world` is the copy that this token's log-in belongs to. */
export type Caller = {
  world: World;
  userId: string;
  userName: string;
  /** Empty for a token without scope; such a token has no roles. */
  projectId: string;
  projectName: string;
  /** Role names with what they imply (admin implies member implies reader). */
  roles: string[];
};
