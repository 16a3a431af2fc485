/** Clouds that are there for their storage: Ceph on hosts of its own, in two groups, and Ceph by Rook. Their hosts keep time by NTP. */
import type { Host } from '../sysinv/host';
import type { SeedContext } from '../sysinv/seed/context';
import { buildHost, DAY, type HostPlan } from './build';

const NTP = { clock_synchronization: 'ntp' } as const;

const controller = (n: number): HostPlan => ({
  ...NTP,
  id: n + 1,
  hostname: `controller-${n}`,
  personality: 'controller',
  place: 3 + n,
  active: n === 0,
  up: (30 + n) * DAY,
});

const worker = (id: number, n: number): HostPlan => ({
  ...NTP,
  id,
  hostname: `worker-${n}`,
  personality: 'worker',
  subfunctions: 'worker',
  place: 50 + n,
  up: 28 * DAY + n * 60,
});

/** Two controllers, two groups of two storage hosts, two workers of which the last is locked. */
export function cephHosts(context: SeedContext, now: number): Host[] {
  const storage = [0, 1, 2, 3].map((n): HostPlan => {
    const group = n >> 1;
    return {
      ...NTP,
      id: n + 3,
      hostname: `storage-${n}`,
      personality: 'storage',
      place: 21 + n,
      peers: { name: `group-${group}`, hosts: [`storage-${group * 2}`, `storage-${group * 2 + 1}`] },
      up: 29 * DAY + n * 700,
    };
  });
  const locked: Partial<HostPlan> = {
    administrative: 'locked',
    operational: 'disabled',
    availability: 'online',
    vim_progress_status: 'services-disabled',
  };
  const plans = [controller(0), controller(1), ...storage, worker(7, 0), { ...worker(8, 1), ...locked }];
  return plans.map((plan) => buildHost(plan, context, now));
}

/** Two all-in-one controllers that carry the OSDs, and a worker. */
export function rookHosts(context: SeedContext, now: number): Host[] {
  return [controller(0), controller(1), worker(3, 0)].map((plan) => buildHost(plan, context, now));
}
