/** A thousand hosts unless asked for another number: mostly well, with the few in a hundred that a large cloud always has. */
import type { Host } from '../sysinv/host';
import { pick } from '../sysinv/rows';
import type { SeedContext } from '../sysinv/seed/context';
import { buildHost, DAY, discoveredHost, type HostPlan, rebootConfig } from './build';

const HOSTS = 1000;
const STORAGE = 8;
/** A small fleet has fewer, or nothing would be left to work. */
const SMALL = 100;

const DOWN = { operational: 'disabled', vim_progress_status: 'services-disabled' } as const;

/** States out of the ordinary, each with its share of the workers. */
const SHARES: [number, (id: number) => Partial<HostPlan>][] = [
  [0.012, () => ({ availability: 'degraded' })],
  [0.006, () => ({ ...DOWN, availability: 'failed', task: 'Rebooting', up: undefined })],
  [
    0.008,
    () => ({ ...DOWN, administrative: 'locked', availability: 'online', task: '', ihost_action: 'lock' }),
  ],
  [0.004, () => ({ ...DOWN, administrative: 'locked', availability: 'offline', up: undefined })],
  [
    0.003,
    () => ({
      ...DOWN,
      availability: 'intest',
      task: 'Enabling Worker Service',
      ihost_action: 'unlock',
      up: 200,
    }),
  ],
  [0.002, () => ({ ...DOWN, administrative: 'locked', availability: 'power-off', up: undefined })],
  [
    0.003,
    () => ({
      ...DOWN,
      administrative: 'locked',
      availability: 'offline',
      inv_state: 'reinstalling',
      install_state: 'installing',
      install_state_info: '7/20',
      up: undefined,
    }),
  ],
  [0.005, (id) => ({ config_status: 'Config out-of-date', config_target: rebootConfig(id) })],
];

export function fleetHosts(context: SeedContext, now: number, size = HOSTS): Host[] {
  const storage = size < SMALL ? 2 : STORAGE;
  const hosts: Host[] = [];
  for (let id = 1; id < size; id++) hosts.push(buildHost(planOf(id, storage), context, now));
  hosts.push(discoveredHost(size, context, now));
  return hosts;
}

function planOf(id: number, storage: number): HostPlan {
  const common = {
    id,
    place: Math.floor(id / 250) * 256 + 2 + (id % 250),
    up: Math.floor((5 + pick(`up/${id}`) * 90) * DAY),
  };
  if (id <= 2) {
    return { ...common, hostname: `controller-${id - 1}`, personality: 'controller', active: id === 1 };
  }
  if (id <= 2 + storage) {
    const n = id - 3;
    const group = n >> 1;
    return {
      ...common,
      hostname: `storage-${n}`,
      personality: 'storage',
      clock_synchronization: 'ntp',
      peers: { name: `group-${group}`, hosts: [`storage-${group * 2}`, `storage-${group * 2 + 1}`] },
    };
  }
  const n = id - 3 - storage;
  return {
    ...common,
    hostname: `worker-${n}`,
    personality: 'worker',
    subfunctions: n % 4 === 0 ? 'worker,lowlatency' : 'worker',
    clock_synchronization: n % 10 === 9 ? 'ntp' : 'ptp',
    ...special(id),
  };
}

function special(id: number): Partial<HostPlan> {
  let chance = pick(`state/${id}`);
  for (const [share, plan] of SHARES) {
    if (chance < share) return plan(id);
    chance -= share;
  }
  return {};
}
