/** A platform at rest for tests of preflights: every fact read, nothing in the way; and what a preflight makes of it. */
import type { CheckOutcome } from './check';
import type { Host } from './host';
import type { HostAction } from './host-actions';
import {
  type FactName,
  factsFor,
  type HostFacts,
  type InterfaceFact,
  type PreflightFacts,
  type ReadFacts,
} from './host-facts';
import type { RuleContext } from './host-rules/context';
import { preflight } from './preflight';
import type { MemoryFact } from './readiness-facts';
import { ok } from './result';
import { testActive, testContext, testHost, testStandby, testSystem } from './test-facts';

export const testInterface = (changes: Partial<InterfaceFact> = {}): InterfaceFact => ({
  ...{ id: `i-${changes.name ?? 'eth0'}`, name: 'eth0', type: 'ethernet', class: 'platform', networks: [] },
  ...{ ptpRole: 'none', ipv4Mode: null, ipv6Mode: null },
  ...{ vfs: null, vfDriver: null, vfChannels: null, usedBy: [] },
  ...changes,
});

export const testMemory = (changes: Partial<MemoryFact> = {}): MemoryFact => ({
  ...{ node: 0, totalMib: 124_000, reservedMib: 8000, minimumMib: 1000, hugepagesConfigured: true },
  ...{ vswitch: { required: null, pages: 0, sizeMib: 1024 }, asPercentage: false, possible2M: 58_000 },
  ...{ pages2M: { now: 0, pending: null, percentage: null } },
  ...{ pages1G: { now: 32, pending: null, percentage: null } },
  ...changes,
});

export const AT_REST: HostFacts = {
  alarms: [],
  apps: [{ name: 'cert-manager', status: 'applied' }],
  kubeRootca: { state: null, hostState: null },
  kubeHostUpgrade: { status: null },
  interfaces: [
    testInterface({ name: 'oam0', networks: ['oam'] }),
    testInterface({ name: 'mgmt0', networks: ['mgmt', 'cluster-host'] }),
  ],
  dataNetworks: [],
  networkTypes: ['mgmt', 'oam', 'cluster-host'],
  physicalVolumes: [{ volumeGroup: 'cgts-vg', state: 'provisioned' }],
  partitions: [{ device: '/dev/sda5', status: 1 }],
  osds: [{ state: 'configured', tierId: 't0' }],
  storageBackends: [{ backend: 'ceph', state: 'configured', task: null, minReplication: 1 }],
  controllerFs: [{ name: 'platform', replicated: true, status: 'available' }],
  hostFs: [],
  monitors: [{ hostname: 'controller-0' }, { hostname: 'controller-1' }, { hostname: 'storage-0' }],
  kernel: { provisioned: 'standard', running: 'standard' },
  ptpInstances: [],
  deploy: { state: null, hosts: [] },
  timeTakers: { placed: true, direct: [], further: 0, unplaced: 0 },
  memory: [testMemory(), testMemory({ node: 1, reservedMib: 1000, possible2M: 61_500 })],
  cpus: [{ thread: 0, function: 'Platform' }],
  devices: [],
  ports: [],
  labels: [],
  addresses: [],
  dataUses: [],
  dataNetworkTypes: [],
  volumeGroups: [{ name: 'cgts-vg', state: 'provisioned' }],
  tiers: [{ id: 't0', name: 'storage', type: 'ceph', backendId: null, osds: 4 }],
  oamUnits: { first: '10.10.10.11', second: '10.10.10.12' },
  filesystemRoom: { used: 100, given: 200 },
  ptpTransport: 'l2',
};

export const storage = (name: string, changes: Partial<Host> = {}): Host =>
  testHost({
    ...{
      id: name,
      hostname: name,
      number: null,
      personality: 'storage',
      subfunctions: ['storage'],
      peerGroup: 'group-0',
    },
    ...changes,
  });

export const STANDARD = testContext({
  hosts: [testActive(), testStandby(), storage('storage-0'), storage('storage-1'), testHost()],
});
export const SIMPLEX = testContext({
  system: testSystem({ type: 'All-in-one', mode: 'simplex' }),
  hosts: [testActive({ subfunctions: ['controller', 'worker'] })],
});

export const NAMES: readonly FactName[] = [
  'alarms',
  'apps',
  'kubeRootca',
  'kubeHostUpgrade',
  'interfaces',
  'dataNetworks',
  'networkTypes',
  'physicalVolumes',
  'partitions',
  'osds',
  'storageBackends',
  'controllerFs',
  'hostFs',
  'monitors',
  'kernel',
  'ptpInstances',
  'deploy',
  'timeTakers',
  'memory',
  'cpus',
  'devices',
  'ports',
  'labels',
  'addresses',
  'dataUses',
  'dataNetworkTypes',
  'volumeGroups',
  'tiers',
  'oamUnits',
  'filesystemRoom',
  'ptpTransport',
];
const allRead = (values: HostFacts): ReadFacts => ({
  alarms: ok(values.alarms),
  apps: ok(values.apps),
  kubeRootca: ok(values.kubeRootca),
  kubeHostUpgrade: ok(values.kubeHostUpgrade),
  interfaces: ok(values.interfaces),
  dataNetworks: ok(values.dataNetworks),
  networkTypes: ok(values.networkTypes),
  physicalVolumes: ok(values.physicalVolumes),
  partitions: ok(values.partitions),
  osds: ok(values.osds),
  storageBackends: ok(values.storageBackends),
  controllerFs: ok(values.controllerFs),
  hostFs: ok(values.hostFs),
  monitors: ok(values.monitors),
  kernel: ok(values.kernel),
  ptpInstances: ok(values.ptpInstances),
  deploy: ok(values.deploy),
  timeTakers: ok(values.timeTakers),
  memory: ok(values.memory),
  cpus: ok(values.cpus),
  devices: ok(values.devices),
  ports: ok(values.ports),
  labels: ok(values.labels),
  addresses: ok(values.addresses),
  dataUses: ok(values.dataUses),
  dataNetworkTypes: ok(values.dataNetworkTypes),
  volumeGroups: ok(values.volumeGroups),
  tiers: ok(values.tiers),
  oamUnits: ok(values.oamUnits),
  filesystemRoom: ok(values.filesystemRoom),
  ptpTransport: ok(values.ptpTransport),
});

/** Only the facts that the action needs, as the server reads them. */
export function facts(
  action: HostAction,
  host: Host,
  changes: Partial<HostFacts> = {},
  context: RuleContext = STANDARD,
): PreflightFacts {
  const read = allRead({ ...AT_REST, ...changes });
  const needed = factsFor(action, host);
  for (const name of NAMES) if (!needed.includes(name)) Reflect.deleteProperty(read, name);
  return { host, context, ...read };
}

export const outcomes = (action: HostAction, given: PreflightFacts): Record<string, CheckOutcome> =>
  Object.fromEntries(preflight(action, given).checks.map((check) => [check.id, check.outcome]));
