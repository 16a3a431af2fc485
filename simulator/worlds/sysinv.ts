/** Fills a world's inventory. */
import type { InventoryName, World, WorldName } from '../kernel/world';
import { CEPH, type StoragePlan } from '../sysinv/cloud/storage/plan';
import { NO_TIMING, type TimingPlan } from '../sysinv/cloud/timing-plan';
import type { Host } from '../sysinv/host';
import { FIRST_VERSION } from '../sysinv/kube/versions';
import { rowUuid, stamp } from '../sysinv/rows';
import type { Family, SeedContext } from '../sysinv/seed/context';
import { makeStorageOdd } from '../sysinv/storage/odd';
import { DAY } from './build';
import { fleetHosts } from './fleet';
import { duplexHosts, simplexHosts } from './small';
import { standardHosts } from './standard';
import { cephHosts, rookHosts } from './stores';
import { fleetTiming } from './timing/fleet';
import { duplexTiming, simplexTiming } from './timing/small';
import { standardTiming } from './timing/standard';

type Plan = {
  systemName: string;
  description: string;
  location: string;
  mode: 'simplex' | 'duplex';
  allInOne: boolean;
  wide?: boolean;
  monitors: string[];
  /** Bare-metal Ceph of one tier, unless it says otherwise. */
  storage?: StoragePlan;
  hosts: (context: SeedContext, now: number, size?: number) => Host[];
  timing: (hosts: readonly Host[], context: SeedContext) => TimingPlan;
};

/** Worlds whose networks are not of IPv4 alone; the first family is that of the primary pools. */
const FAMILIES: Partial<Record<WorldName, SeedContext['families']>> = {
  dualstack: [4, 6],
  sixonly: [6],
};
const IPV4: readonly [Family] = [4];

const PLANS: Record<InventoryName, Plan> = {
  simplex: {
    systemName: 'edge-tromso-7',
    description: 'All-in-one simplex at a radio site',
    location: 'Tromso, site 7',
    mode: 'simplex',
    allInOne: true,
    monitors: ['controller-0'],
    hosts: simplexHosts,
    timing: simplexTiming,
  },
  duplex: {
    systemName: 'edge-bergen',
    description: 'All-in-one duplex in an exchange',
    location: 'Bergen, exchange 2',
    mode: 'duplex',
    allInOne: true,
    monitors: ['controller-0', 'controller-1'],
    hosts: duplexHosts,
    timing: duplexTiming,
  },
  standard: {
    systemName: 'nordic-central',
    description: 'Standard cloud with dedicated storage',
    location: 'Oslo, hall 3',
    mode: 'duplex',
    allInOne: false,
    monitors: ['controller-0', 'controller-1', 'storage-0'],
    hosts: standardHosts,
    timing: standardTiming,
  },
  fleet: {
    systemName: 'nordic-fleet',
    description: 'A thousand hosts',
    location: 'Oslo, halls 1 to 6',
    mode: 'duplex',
    allInOne: false,
    wide: true,
    monitors: ['controller-0', 'controller-1', 'storage-0'],
    hosts: fleetHosts,
    timing: fleetTiming,
  },
  ceph: {
    systemName: 'nordic-ceph',
    description: 'Standard cloud with two groups of storage hosts',
    location: 'Oslo, hall 4',
    mode: 'duplex',
    allInOne: false,
    monitors: ['controller-0', 'controller-1', 'storage-0'],
    storage: { kind: 'ceph', tiers: ['storage', 'gold'] },
    hosts: cephHosts,
    timing: () => NO_TIMING,
  },
  rook: {
    systemName: 'edge-rook',
    description: 'All-in-one duplex with a worker, Ceph by Rook',
    location: 'Bergen, exchange 5',
    mode: 'duplex',
    allInOne: true,
    monitors: ['controller-0', 'controller-1'],
    storage: { kind: 'rook', tiers: ['storage'] },
    hosts: rookHosts,
    timing: () => NO_TIMING,
  },
  lvm: {
    systemName: 'edge-lvm',
    description: 'All-in-one simplex without Ceph',
    location: 'Tromso, site 9',
    mode: 'simplex',
    allInOne: true,
    monitors: [],
    storage: { kind: 'lvm', tiers: [] },
    hosts: simplexHosts,
    timing: simplexTiming,
  },
};

/** @param size how many hosts, for a world that can have any number */
export function seedSysinv(world: World, size?: number): void {
  const plan = PLANS[world.inventory];
  const now = world.clock.now();
  const systemUuid = rowUuid('isystems', 0, 0);
  const deployedAt = now - 200 * DAY * 1000;
  const { systemName, allInOne, monitors, wide = false, storage = CEPH } = plan;
  const context: SeedContext = {
    deployedAt,
    systemName,
    systemUuid,
    allInOne,
    storage,
    monitors,
    wide,
    families: FAMILIES[world.name] ?? IPV4,
    subcloud: world.name === 'subcloud',
    kubernetes: FIRST_VERSION,
    timing: NO_TIMING,
  };
  world.sysinv.context = context;
  world.sysinv.hosts = plan.hosts(context, now, size);
  context.timing = plan.timing(world.sysinv.hosts, context);
  world.sysinv.system = {
    uuid: systemUuid,
    name: systemName,
    system_type: allInOne ? 'All-in-one' : 'Standard',
    system_mode: plan.mode,
    description: plan.description,
    contact: 'noc@example.com',
    location: plan.location,
    latitude: '59.9138',
    longitude: '10.7387',
    services: 72,
    software_version: '26.09',
    timezone: 'UTC',
    capabilities: {
      region_config: false,
      vswitch_type: 'none',
      shared_services: '[]',
      sdn_enabled: false,
      https_enabled: true,
      kernel_modules_configured: true,
      bm_region: 'External',
    },
    region_name: 'RegionOne',
    distributed_cloud_role: context.subcloud ? 'subcloud' : null,
    service_project_name: 'services',
    security_feature: 'spectre_meltdown_v1',
    created_at: stamp(deployedAt),
    updated_at: stamp(deployedAt + DAY * 1000),
  };
  const odd = world.inventory === 'standard' ? world.sysinv.byName('spare-0') : undefined;
  if (odd) makeStorageOdd(world, odd);
}
