/**
 * Two controllers, two storage hosts and ten workers, of which nearly every one is in a state of its own, a node
 * that waits to be claimed, and rows that a console must survive. Nothing here moves by itself: a host that is
 * being installed stays at 14 of 20 until somebody acts on it.
 */
import type { Host } from '../sysinv/host';
import type { SeedContext } from '../sysinv/seed/context';
import { buildHost, DAY, discoveredHost, type HostPlan, oddHost, rebootConfig } from './build';
import { plug } from './timing/cabling';

const DOWN = { operational: 'disabled', vim_progress_status: 'services-disabled' } as const;

/** What is special about each worker, by its number. */
const WORKERS: Partial<HostPlan>[] = [
  {},
  { location: { locn: '<script>alert(1)</script>' } },
  { serialid: '=HYPERLINK("http://127.0.0.1/","SGH7000007")' },
  {
    ...DOWN,
    availability: 'failed',
    task: 'Rebooting',
    mtce_info: 'Heartbeat loss on the management network',
    up: undefined,
  },
  {
    ...DOWN,
    administrative: 'locked',
    availability: 'online',
    task: '',
    ihost_action: 'lock',
    up: 7800,
  },
  {},
  {
    ...DOWN,
    availability: 'intest',
    task: 'Enabling Worker Service',
    ihost_action: 'unlock',
    up: 180,
  },
  {
    config_status: 'Config out-of-date',
    config_target: rebootConfig(12),
  },
  {
    ...DOWN,
    administrative: 'locked',
    availability: 'offline',
    inv_state: 'reinstalling',
    install_state: 'installing',
    install_state_info: '14/20',
    up: undefined,
  },
  { ...DOWN, administrative: 'locked', availability: 'power-off', task: '', up: undefined },
];

export function standardHosts(context: SeedContext, now: number): Host[] {
  const controllers = [0, 1].map((n) =>
    buildHost(
      {
        id: n + 1,
        hostname: `controller-${n}`,
        personality: 'controller',
        place: 3 + n,
        active: n === 0,
        up: 41 * DAY + n * 900,
        availability: n === 0 ? 'available' : 'degraded',
      },
      context,
      now,
    ),
  );
  const storage = [0, 1].map((n) =>
    buildHost(
      {
        id: n + 3,
        hostname: `storage-${n}`,
        personality: 'storage',
        place: 21 + n,
        clock_synchronization: 'ntp',
        peers: { name: 'group-0', hosts: ['storage-0', 'storage-1'] },
        up: 39 * DAY + n * 700,
      },
      context,
      now,
    ),
  );
  const workers = WORKERS.map((special, n) =>
    buildHost(
      {
        id: n + 5,
        hostname: `worker-${n}`,
        personality: 'worker',
        subfunctions: n % 2 === 0 ? 'worker,lowlatency' : 'worker',
        place: 50 + n,
        up: 39 * DAY + n * 60,
        ...special,
      },
      context,
      now,
    ),
  );
  const odd = [discoveredHost(15, context, now), oddHost(16, 'spare-0', context, now)];
  const all = [...controllers, ...storage, ...workers, ...odd];
  // Both members of a bond on one switch, and a neighbour that calls itself what no console may take for markup.
  plug(all, 'worker-7/enp59s0f1', { system: 'leaf-1', port: 'Ethernet2/32' });
  plug(all, 'worker-9/enp59s0f1', { system: '<img src=x onerror=alert(1)>', port: '<b>Ethernet2/6</b>' });
  return all;
}
