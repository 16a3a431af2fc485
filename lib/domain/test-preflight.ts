/** A platform at rest for tests of preflights: every fact read, nothing in the way; and what a preflight makes of it. */
import type { CheckOutcome } from './check';
import type { Host } from './host';
import type { HostAction } from './host-actions';
import { type FactName, factsFor, type HostFacts, type PreflightFacts, type ReadFacts } from './host-facts';
import type { RuleContext } from './host-rules/context';
import { preflight } from './preflight';
import { ok } from './result';
import { testActive, testContext, testHost, testStandby, testSystem } from './test-facts';

export const AT_REST: HostFacts = {
  alarms: [],
  apps: [{ name: 'cert-manager', status: 'applied' }],
  kubeRootca: { state: null, hostState: null },
  kubeHostUpgrade: { status: null },
  interfaces: [
    { name: 'oam0', type: 'ethernet', networks: ['oam'], ptpRole: 'none' },
    { name: 'mgmt0', type: 'ethernet', networks: ['mgmt', 'cluster-host'], ptpRole: 'none' },
  ],
  dataNetworks: [],
  networkTypes: ['mgmt', 'oam', 'cluster-host'],
  physicalVolumes: [{ volumeGroup: 'cgts-vg', state: 'provisioned' }],
  partitions: [{ device: '/dev/sda5', status: 1 }],
  osds: [{ state: 'configured' }],
  storageBackends: [{ backend: 'ceph', state: 'configured', task: null, minReplication: 1 }],
  controllerFs: [{ name: 'platform', replicated: true, status: 'available' }],
  hostFs: [],
  monitors: [{ hostname: 'controller-0' }, { hostname: 'controller-1' }, { hostname: 'storage-0' }],
  kernel: { provisioned: 'standard', running: 'standard' },
  ptpInstances: [],
  deploy: { state: null, hosts: [] },
  timeTakers: { placed: true, direct: [], further: 0, unplaced: 0 },
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
