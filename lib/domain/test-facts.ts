/** Hosts, systems and viewers for tests: a healthy one of each, to be changed where a test needs it. */
import type { Alarm } from './alarm';
import type { Host } from './host';
import type { RuleContext } from './host-rules/context';
import type { Role, Viewer } from './rights';
import type { System } from './system';

export function testHost(changes: Partial<Host> = {}): Host {
  return {
    id: '9ff0fedc-2d10-59f2-85eb-c654338459e9',
    number: 5,
    hostname: 'worker-0',
    personality: 'worker',
    subfunctions: ['worker'],
    administrative: 'unlocked',
    operational: 'enabled',
    availability: 'available',
    subfunctionOperational: 'enabled',
    subfunctionAvailability: 'available',
    activity: null,
    task: null,
    lastAction: null,
    vimProgress: 'services-enabled',
    inventoryState: 'inventoried',
    provisionState: 'provisioned',
    configStatus: null,
    configApplied: '454e4ebc-028e-4344-9d8f-74821f362ace',
    configTarget: '454e4ebc-028e-4344-9d8f-74821f362ace',
    install: { state: 'completed', done: null, total: null },
    mgmtMac: '3c:fd:fe:00:04:00',
    mgmtIp: '192.168.204.24',
    boardManagement: { type: 'dynamic', address: '10.10.11.14', userName: 'bmcadmin' },
    serial: 'SGH7000004',
    location: 'rack-1/u5',
    peerGroup: null,
    clockSynchronization: 'ntp',
    uptimeSeconds: 1037108,
    bootDevice: '/dev/disk/by-path/pci-0000:00:1f.2-ata-1.0',
    rootfsDevice: '/dev/disk/by-path/pci-0000:00:1f.2-ata-1.0',
    installOutput: 'text',
    console: 'ttyS0,115200n8',
    serialDcd: false,
    appArmor: 'disabled',
    maxCpuMhzConfigured: null,
    maxCpuMhzAllowed: 3500,
    maxCpuConfigurable: false,
    softwareVersion: '26.09',
    rebootNeeded: false,
    deviceImageUpdate: null,
    createdAt: null,
    updatedAt: null,
    ...changes,
  };
}

/** A locked host, ready to be unlocked. */
export const testLocked = (changes: Partial<Host> = {}): Host =>
  testHost({
    administrative: 'locked',
    operational: 'disabled',
    availability: 'online',
    subfunctionOperational: 'disabled',
    subfunctionAvailability: 'online',
    vimProgress: 'services-disabled',
    ...changes,
  });

export const testActive = (changes: Partial<Host> = {}): Host =>
  testHost({
    id: 'c0',
    number: 1,
    hostname: 'controller-0',
    personality: 'controller',
    subfunctions: ['controller'],
    activity: 'active',
    ...changes,
  });

export const testStandby = (changes: Partial<Host> = {}): Host =>
  testActive({ id: 'c1', number: 2, hostname: 'controller-1', activity: 'standby', ...changes });

/** A discovered node: no name, no personality, hardly anything known. */
export const testUnprovisioned = (changes: Partial<Host> = {}): Host =>
  testLocked({
    id: 'u0',
    number: 12,
    hostname: null,
    personality: null,
    subfunctions: [],
    mgmtMac: '3c:fd:fe:00:0a:00',
    inventoryState: null,
    provisionState: null,
    ...changes,
  });

export function testSystem(changes: Partial<System> = {}): System {
  return {
    id: 's0',
    name: 'lab',
    type: 'Standard',
    mode: 'duplex',
    description: null,
    location: null,
    contact: null,
    softwareVersion: '26.09',
    timezone: 'UTC',
    region: 'RegionOne',
    distributedCloudRole: null,
    vswitch: 'none',
    leavingSimplex: false,
    ...changes,
  };
}

export const testViewer = (...roles: Role[]): Viewer => ({
  userName: 'ingrid',
  domainName: 'Default',
  projectName: 'admin',
  roles: roles.length > 0 ? roles : ['admin', 'member', 'reader'],
});

export const testContext = (changes: Partial<RuleContext> = {}): RuleContext => ({
  viewer: testViewer(),
  system: testSystem(),
  hosts: [testActive(), testStandby(), testHost()],
  ...changes,
});

export function testAlarm(changes: Partial<Alarm> = {}): Alarm {
  return {
    id: 'a0',
    alarmId: '100.101',
    severity: 'major',
    entity: 'host=worker-0',
    entityType: 'system.host',
    reason: 'Platform CPU threshold exceeded',
    repair: null,
    probableCause: null,
    type: null,
    raisedAt: 1_000_000,
    managementAffecting: false,
    degradeAffecting: false,
    serviceAffecting: null,
    suppressed: false,
    ...changes,
  };
}
