/**
 * Long because it is one table: every fact that the platform's checks look at, failing on its own before the same platform
 * at rest. Split, the platform at rest would stand in several files and drift apart.
 */
import { describe, expect, it } from 'vitest';
import type { CheckOutcome } from './check';
import type { TimeTakers } from './clock/time-takers';
import type { Host } from './host';
import { HOST_ACTIONS, type HostAction } from './host-actions';
import { type FactName, factsFor, type HostFacts, type PreflightFacts, type ReadFacts } from './host-facts';
import type { RuleContext } from './host-rules/context';
import { preflight } from './preflight';
import { fail, ok } from './result';
import {
  testActive,
  testAlarm,
  testContext,
  testHost,
  testLocked,
  testStandby,
  testSystem,
  testUnprovisioned,
  testViewer,
} from './test-facts';

/** A platform at rest: every fact read, nothing in the way. */
const AT_REST: HostFacts = {
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

const storage = (name: string, changes: Partial<Host> = {}): Host =>
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

const STANDARD = testContext({
  hosts: [testActive(), testStandby(), storage('storage-0'), storage('storage-1'), testHost()],
});
const SIMPLEX = testContext({
  system: testSystem({ type: 'All-in-one', mode: 'simplex' }),
  hosts: [testActive({ subfunctions: ['controller', 'worker'] })],
});

const NAMES: readonly FactName[] = [
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
function facts(
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

const outcomes = (action: HostAction, given: PreflightFacts): Record<string, CheckOutcome> =>
  Object.fromEntries(preflight(action, given).checks.map((check) => [check.id, check.outcome]));

describe('nothing blocks a platform at rest', () => {
  it.each<[HostAction, Host]>([
    ['lock', testHost()],
    ['lock', testStandby()],
    ['lock', storage('storage-0')],
    ['force-lock', testHost()],
    ['force-unsafe-lock', storage('storage-0')],
    ['unlock', testLocked()],
    [
      'unlock',
      testStandby({
        ...testLocked(),
        id: 'c1',
        hostname: 'controller-1',
        personality: 'controller',
        activity: null,
      }),
    ],
    [
      'unlock',
      storage('storage-1', { administrative: 'locked', operational: 'disabled', availability: 'online' }),
    ],
    ['force-unlock', testLocked()],
    ['swact', testActive()],
    ['force-swact', testActive()],
    ['reboot', testLocked()],
    ['reset', testLocked()],
    ['power-on', testLocked({ availability: 'power-off' })],
    ['power-off', testLocked()],
    ['reinstall', testLocked()],
    ['delete', testLocked()],
    ['edit', testHost()],
  ])('%s', (action, host) => {
    const sheet = preflight(action, facts(action, host));
    expect(sheet.checks.filter((check) => check.outcome === 'block')).toEqual([]);
    expect([sheet.blocked, sheet.refusal]).toEqual([false, null]);
  });
});

describe('each fact that the platform refuses', () => {
  const standbyLocked = testStandby({
    ...testLocked(),
    ...{
      id: 'c1',
      hostname: 'controller-1',
      personality: 'controller',
      subfunctions: ['controller'],
      activity: null,
    },
  });
  const storageLocked = storage('storage-1', {
    administrative: 'locked',
    operational: 'disabled',
    availability: 'online',
  });
  const rook = { backend: 'ceph-rook', state: 'configured', task: null, minReplication: null };
  const ptp = testLocked({ clockSynchronization: 'ptp' });
  const mgmt = { name: 'mgmt0', type: 'ethernet', networks: ['mgmt', 'cluster-host'], ptpRole: 'none' };
  const deploying = {
    state: 'host',
    hosts: [
      { hostname: 'controller-0', state: 'deploying' },
      { hostname: 'controller-1', state: 'pending' },
    ],
  };

  // action, host, facts, the check that answers, its outcome, and the outcome under force (null: not asked)
  const cases: [string, HostAction, Host, Partial<HostFacts>, string, CheckOutcome, CheckOutcome | null][] = [
    [
      'backup',
      'lock',
      testHost(),
      { alarms: [testAlarm({ alarmId: '210.001', entity: 'host=controller' })] },
      'lock.backup',
      'block',
      null,
    ],
    [
      'deployment step',
      'lock',
      testStandby(),
      { deploy: { state: 'activate', hosts: [] } },
      'lock.deploy',
      'block',
      null,
    ],
    [
      'deployment at rest',
      'lock',
      testStandby(),
      { deploy: { state: 'host', hosts: [] } },
      'lock.deploy',
      'pass',
      null,
    ],
    [
      'rook in transition',
      'lock',
      testStandby(),
      { storageBackends: [{ ...rook, task: 'applying' }] },
      'lock.rook',
      'block',
      'block',
    ],
    ['rook at rest', 'lock', testStandby(), { storageBackends: [rook] }, 'lock.rook', 'pass', 'pass'],
    [
      'OSD being configured',
      'lock',
      testStandby(),
      { osds: [{ state: 'configuring' }] },
      'lock.osds',
      'block',
      null,
    ],
    [
      'storage without ceph',
      'lock',
      storage('storage-0'),
      { storageBackends: [] },
      'lock.ceph',
      'block',
      'block',
    ],
    ['monitors to spare', 'lock', storage('storage-0'), {}, 'lock.monitors', 'pass', 'pass'],
    [
      'monitors at the limit',
      'lock',
      storage('storage-0'),
      { monitors: [{ hostname: 'storage-0' }, { hostname: 'controller-0' }] },
      'lock.monitors',
      'warn',
      'warn',
    ],
    [
      'application',
      'unlock',
      testLocked(),
      { apps: [{ name: 'a', status: 'applying' }] },
      'unlock.apps',
      'block',
      null,
    ],
    [
      'uploading off simplex',
      'unlock',
      testLocked(),
      { apps: [{ name: 'a', status: 'uploading' }] },
      'unlock.apps',
      'pass',
      null,
    ],
    [
      'root CA pods',
      'unlock',
      testLocked(),
      { kubeRootca: { state: 'updating-pods-trust-new-ca', hostState: null } },
      'unlock.rootca',
      'block',
      null,
    ],
    [
      'root CA host',
      'unlock',
      testLocked(),
      { kubeRootca: { state: 'x', hostState: 'updating-host-update-certs' } },
      'unlock.rootca',
      'block',
      null,
    ],
    [
      'root CA done',
      'unlock',
      testLocked(),
      { kubeRootca: { state: 'updated-pods-trust-new-ca', hostState: null } },
      'unlock.rootca',
      'pass',
      null,
    ],
    [
      'kubelet',
      'unlock',
      testLocked(),
      { kubeHostUpgrade: { status: 'upgrading-kubelet' } },
      'unlock.kubelet',
      'block',
      null,
    ],
    [
      'kubelet failed before',
      'unlock',
      testLocked(),
      { kubeHostUpgrade: { status: 'upgrading-kubelet-failed' } },
      'unlock.kubelet',
      'pass',
      null,
    ],
    [
      'no cgts-vg',
      'unlock',
      testLocked(),
      { physicalVolumes: [{ volumeGroup: 'nova-local', state: 'provisioned' }] },
      'unlock.cgts-vg',
      'block',
      'block',
    ],
    [
      'no management',
      'unlock',
      testLocked(),
      { interfaces: [{ ...mgmt, networks: ['cluster-host'] }] },
      'unlock.network-mgmt',
      'block',
      'block',
    ],
    [
      'no cluster-host',
      'unlock',
      testLocked(),
      { interfaces: [{ ...mgmt, networks: ['mgmt'] }] },
      'unlock.network-cluster-host',
      'block',
      'block',
    ],
    [
      'virtual management',
      'unlock',
      testLocked(),
      { interfaces: [{ ...mgmt, type: 'virtual' }] },
      'unlock.network-mgmt',
      'block',
      'block',
    ],
    ['no oam', 'unlock', standbyLocked, { interfaces: [mgmt] }, 'unlock.oam', 'block', 'block'],
    [
      'a worker needs no oam',
      'unlock',
      testLocked(),
      { interfaces: [mgmt] },
      'unlock.network-mgmt',
      'pass',
      'pass',
    ],
    [
      'no admin',
      'unlock',
      standbyLocked,
      { networkTypes: ['mgmt', 'admin'] },
      'unlock.network-admin',
      'block',
      'block',
    ],
    ['PTP without instance', 'unlock', ptp, {}, 'unlock.ptp', 'block', 'block'],
    ['PTP with instance', 'unlock', ptp, { ptpInstances: ['ptp1'] }, 'unlock.ptp', 'pass', 'pass'],
    [
      'PTP by interface',
      'unlock',
      ptp,
      { interfaces: [{ ...mgmt, ptpRole: 'slave' }] },
      'unlock.ptp',
      'pass',
      'pass',
    ],
    [
      'partition',
      'unlock',
      testLocked(),
      { partitions: [{ device: '/dev/sda6', status: 5 }] },
      'unlock.partitions',
      'block',
      'block',
    ],
    [
      'partition on unlock',
      'unlock',
      testLocked(),
      { partitions: [{ device: '/dev/sda6', status: 3 }] },
      'unlock.partitions',
      'pass',
      'pass',
    ],
    [
      'deployment here',
      'unlock',
      testLocked(),
      { deploy: { state: 'host', hosts: [{ hostname: 'worker-0', state: 'deploying' }] } },
      'unlock.deploy',
      'warn',
      null,
    ],
    [
      'deployed here',
      'unlock',
      testLocked(),
      { deploy: { state: 'host', hosts: [{ hostname: 'worker-0', state: 'deployed' }] } },
      'unlock.deploy',
      'pass',
      null,
    ],
    [
      'kernel',
      'unlock',
      testLocked(),
      { kernel: { provisioned: 'lowlatency', running: 'standard' } },
      'unlock.kernel',
      'warn',
      null,
    ],
    [
      'backend not ready',
      'unlock',
      standbyLocked,
      { storageBackends: [{ backend: 'ceph', state: 'configuring', task: null, minReplication: 1 }] },
      'unlock.storage-backend',
      'block',
      'block',
    ],
    [
      'backend waits for storage',
      'unlock',
      standbyLocked,
      {
        storageBackends: [
          { backend: 'ceph', state: 'configuring', task: 'provision-storage', minReplication: 1 },
        ],
      },
      'unlock.storage-backend',
      'pass',
      'pass',
    ],
    [
      'rook is not looked at',
      'unlock',
      standbyLocked,
      { storageBackends: [{ ...rook, state: 'configuring-with-app' }] },
      'unlock.storage-backend',
      'pass',
      'pass',
    ],
    [
      'filesystem with rook',
      'unlock',
      standbyLocked,
      {
        storageBackends: [rook],
        controllerFs: [{ name: 'ceph-float', replicated: true, status: 'drbd_fs_creating_in_progress' }],
      },
      'unlock.controllerfs',
      'block',
      null,
    ],
    ['no OSD', 'unlock', storageLocked, { osds: [] }, 'unlock.osds', 'block', 'block'],
    [
      'too few monitors',
      'unlock',
      storageLocked,
      { monitors: [{ hostname: 'controller-0' }] },
      'unlock.monitors',
      'block',
      'block',
    ],
    [
      'storage-0 brings the quorum back',
      'unlock',
      { ...storageLocked, hostname: 'storage-0' },
      { monitors: [{ hostname: 'controller-0' }] },
      'unlock.monitors',
      'pass',
      'pass',
    ],
    [
      'application applying',
      'swact',
      testActive(),
      { apps: [{ name: 'a', status: 'applying' }] },
      'swact.apps',
      'block',
      null,
    ],
    [
      'application removing',
      'swact',
      testActive(),
      { apps: [{ name: 'a', status: 'removing' }] },
      'swact.apps',
      'pass',
      null,
    ],
    [
      'drbd resize',
      'swact',
      testActive(),
      { controllerFs: [{ name: 'database', replicated: true, status: 'drbd_fs_resizing_in_progress' }] },
      'swact.controllerfs',
      'block',
      null,
    ],
    [
      'root CA',
      'swact',
      testActive(),
      { kubeRootca: { state: null, hostState: 'updating-host-trust-new-ca' } },
      'swact.rootca',
      'block',
      null,
    ],
    [
      'backend',
      'swact',
      testActive(),
      {
        storageBackends: [
          { backend: 'file', state: 'configuration-failed', task: null, minReplication: null },
        ],
      },
      'swact.storage-backend',
      'block',
      null,
    ],
    ['peer not deployed', 'swact', testActive(), { deploy: deploying }, 'swact.deploy', 'block', null],
    [
      'neither deployed',
      'swact',
      testActive(),
      {
        deploy: { state: 'start-done', hosts: deploying.hosts.map((row) => ({ ...row, state: 'pending' })) },
      },
      'swact.deploy',
      'pass',
      null,
    ],
    [
      'deployment without rows',
      'swact',
      testActive(),
      { deploy: { state: 'host', hosts: [] } },
      'swact.deploy',
      'unknown',
      null,
    ],
    [
      'rook on the host',
      'delete',
      testLocked(),
      { storageBackends: [rook], hostFs: [{ name: 'ceph', state: 'In-Use', functions: ['monitor'] }] },
      'delete.rook',
      'block',
      null,
    ],
    [
      'rook to be applied',
      'delete',
      testLocked(),
      { storageBackends: [rook], hostFs: [{ name: 'ceph', state: 'Reconfigure with App', functions: [] }] },
      'delete.rook',
      'block',
      null,
    ],
    [
      'rook elsewhere',
      'delete',
      testLocked(),
      { storageBackends: [rook], hostFs: [] },
      'delete.rook',
      'pass',
      null,
    ],
    ['deployment', 'delete', testLocked(), { deploy: deploying }, 'delete.deploy', 'block', null],
  ];

  it.each(cases)('%s: %s', (_name, action, host, changes, id, outcome, forced) => {
    const sheet = preflight(action, facts(action, host, changes));
    expect(sheet.checks.find((check) => check.id === id)).toMatchObject({ outcome });
    expect(sheet.blocked).toBe(outcome === 'block');
    if (action !== 'lock' && action !== 'unlock') return;
    const stronger = `force-${action}` as const;
    expect(outcomes(stronger, facts(stronger, host, changes))[id] ?? null).toBe(forced);
  });
});

describe('degraded standby', () => {
  const context = testContext({ hosts: [testActive(), testStandby({ availability: 'degraded' })] });
  const swact = (alarms: HostFacts['alarms']) =>
    outcomes('swact', facts('swact', testActive(), { alarms }, context))['swact.peer-degraded'];
  const bad = testAlarm({
    entity: 'host=controller-1.filesystem=/var/log',
    alarmId: '100.104',
    degradeAffecting: true,
  });

  it('counts only what degrades it and is not about redundancy', () => {
    expect(swact([bad])).toBe('block');
    expect(swact([{ ...bad, suppressed: true }])).toBe('block');
    expect(swact([{ ...bad, degradeAffecting: false }])).toBe('pass');
    expect(swact([{ ...bad, alarmId: '400.001' }])).toBe('pass');
    expect(swact([{ ...bad, entity: 'host=controller-0' }])).toBe('pass');
  });

  it('cannot tell without the alarms, and does not block', () => {
    const given = {
      ...facts('swact', testActive(), {}, context),
      alarms: fail({ kind: 'unavailable', message: 'fm does not answer.' }),
    };
    const sheet = preflight('swact', given);
    expect(sheet.checks.find((check) => check.id === 'swact.peer-degraded')).toMatchObject({
      outcome: 'unknown',
      title: 'Cannot tell: why controller-1 is degraded',
      detail: 'fm does not answer. The platform decides.',
      source: 'fm',
    });
    expect(sheet.blocked).toBe(false);
  });
});

describe('storage', () => {
  const context = (changes: Partial<Host>): RuleContext =>
    testContext({
      hosts: [testActive(), testStandby(), storage('storage-0'), storage('storage-1', changes)],
    });

  it('the last copy: only Ceph knows whether the pools are empty', () => {
    const down = { administrative: 'locked', operational: 'disabled' };
    expect(outcomes('lock', facts('lock', storage('storage-0'), {}, context({})))['lock.replicas']).toBe(
      'pass',
    );
    expect(outcomes('lock', facts('lock', storage('storage-0'), {}, context(down)))['lock.replicas']).toBe(
      'unknown',
    );
    expect(
      outcomes('lock', facts('lock', storage('storage-0'), {}, context({ peerGroup: 'group-1' })))[
        'lock.replicas'
      ],
    ).toBe('unknown');
  });

  it('controllers stay while all storage hosts are locked, save by force unsafe lock', () => {
    const locked = { administrative: 'locked', operational: 'disabled' };
    const all = testContext({
      hosts: [testActive(), testStandby(), storage('storage-0', locked), storage('storage-1', locked)],
    });
    const blocked = (action: HostAction) => preflight(action, facts(action, testStandby(), {}, all)).blocked;
    expect([blocked('lock'), blocked('force-lock'), blocked('force-unsafe-lock')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('an all-in-one has a floating monitor: no refusal over monitors', () => {
    const aio = { ...STANDARD, system: testSystem({ type: 'All-in-one' }) };
    expect(
      outcomes('lock', facts('lock', testStandby(), { monitors: [{ hostname: 'controller-1' }] }, aio))[
        'lock.monitors'
      ],
    ).toBeUndefined();
  });
});

describe('the sheet', () => {
  it('shows blockers first and what cannot be told last', () => {
    const sheet = preflight('lock', facts('lock', testActive({ task: 'Enabling' })));
    const order = sheet.checks.map((check) => check.outcome);
    expect(order).toEqual(
      [...order].sort(
        (a, b) =>
          ['block', 'warn', 'pass', 'unknown'].indexOf(a) - ['block', 'warn', 'pass', 'unknown'].indexOf(b),
      ),
    );
    expect(order[0]).toBe('block');
    expect(sheet.refusal).toBe('Right now the platform would refuse, for 1 reason.');
    expect(sheet.title).toBe('Lock controller-0');
    expect(sheet.cli).toBe('system host-lock controller-0');
    expect(sheet.force).toBe('force-lock');
    expect(sheet.typedName).toBeNull();
  });

  it('force: the name is typed, the warning stands, ordinary checks are left out', () => {
    const sheet = preflight('force-lock', facts('force-lock', testHost({ hostname: 'worker-1' })));
    expect(sheet.typedName).toBe('worker-1');
    expect(sheet.warning).toContain('It is logged and cannot be undone.');
    expect(sheet.checks.some((check) => check.id === 'lock.backup')).toBe(false);
    expect(preflight('force-unlock', facts('force-unlock', testUnprovisioned())).typedName).toBe(
      '3c:fd:fe:00:0a:00',
    );
  });

  it('a reader is blocked by the role, in words', () => {
    const sheet = preflight(
      'lock',
      facts('lock', testHost(), {}, { ...STANDARD, viewer: testViewer('reader') }),
    );
    expect(sheet.checks[0]).toMatchObject({
      id: 'role.role',
      outcome: 'block',
      title: expect.stringMatching(/^Your role is reader\./),
    });
  });

  it('nothing read: nothing passes by default, nothing blocks, everything is said', () => {
    for (const action of HOST_ACTIONS) {
      for (const host of [testLocked(), testStandby(), storage('storage-0')]) {
        const bare = preflight(action, { host, context: STANDARD });
        const full = preflight(action, facts(action, host));
        const listOnly = new Set(full.checks.map((check) => check.id));
        for (const check of bare.checks) {
          if (check.outcome === 'unknown') expect(check.title).toMatch(/^Cannot tell: /);
          if (check.outcome === 'block') expect(listOnly).toContain(check.id);
        }
      }
    }
    const unlock = preflight('unlock', { host: testLocked(), context: STANDARD });
    expect(unlock.checks.filter((check) => check.outcome === 'unknown').map((check) => check.id)).toEqual(
      expect.arrayContaining([
        'unlock.apps',
        'unlock.rootca',
        'unlock.cgts-vg',
        'unlock.interfaces',
        'unlock.partitions',
        'unlock.deploy',
      ]),
    );
  });

  it('on a simplex an uploading application counts, and the console goes away', () => {
    const host = testActive({
      ...testLocked(),
      id: 'c0',
      hostname: 'controller-0',
      personality: 'controller',
      subfunctions: ['controller', 'worker'],
      activity: 'active',
    });
    const sheet = preflight(
      'unlock',
      facts('unlock', host, { apps: [{ name: 'a', status: 'uploading' }] }, SIMPLEX),
    );
    expect(sheet.checks[0]).toMatchObject({ id: 'unlock.apps', outcome: 'block' });
    expect(sheet.affects[0]).toMatchObject({
      kind: 'console',
      title: 'This console goes away while controller-0 reboots',
    });
  });

  it('words: no full stop in titles, no empty source, no please', () => {
    for (const action of HOST_ACTIONS) {
      for (const host of [
        testHost(),
        testLocked(),
        testStandby(),
        storage('storage-0'),
        testUnprovisioned(),
      ]) {
        const sheet = preflight(action, facts(action, host));
        const ids = sheet.checks.map((check) => check.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { title, detail, cite } of sheet.checks) {
          expect(title).not.toMatch(/[.!]$|undefined|null/);
          expect(detail ?? '').not.toMatch(/undefined|null|please|\.\./i);
          expect(cite.length).toBeGreaterThan(5);
        }
        for (const { title } of sheet.affects) expect(title).not.toMatch(/[.!]$|undefined|null/);
      }
    }
  });
});

describe('what it affects', () => {
  const titles = (action: HostAction, given: PreflightFacts): string[] =>
    preflight(action, given).affects.map((e) => e.title);

  it('lock: peers, data networks, pods, the alarm', () => {
    const second = testHost({ id: 'w1', number: 6, hostname: 'worker-1' });
    const context = testContext({ hosts: [testActive(), testStandby(), testHost(), second] });
    const dataNetworks = [
      { name: 'physnet0', hostNumber: 5 },
      { name: 'physnet0', hostNumber: 6 },
      { name: 'physnet1', hostNumber: 6 },
    ];
    expect(titles('lock', facts('lock', testHost(), { dataNetworks }, context))).toEqual([
      '1 worker host stays in service',
      'Data network physnet0 drops from 2 hosts to 1',
      'Cannot tell: which pods leave, and where they go',
      'Raises 1 warning, 200.001, until it is unlocked',
    ]);
  });

  describe('lock: the clocks behind a host on PTP', () => {
    const onPtp = testHost({ clockSynchronization: 'ptp' });
    const clock = (timeTakers: Partial<TimeTakers>) =>
      preflight(
        'lock',
        facts('lock', onPtp, {
          timeTakers: { placed: true, direct: [], further: 0, unplaced: 0, ...timeTakers },
        }),
      ).affects.find(({ id }) => id === 'clock');

    it.each<[Partial<TimeTakers>, string, string | undefined]>([
      [{}, 'No host is seen to take its time from this one', undefined],
      [
        { direct: ['worker-2'] },
        'worker-2 takes its time from this host',
        'Without another source that is holdover, and alarm 100.119.',
      ],
      [
        { direct: ['worker-2', 'worker-7'], further: 3 },
        'worker-2 and worker-7 take their time from this host',
        'So do 3 hosts behind them. Without another source that is holdover, and alarm 100.119.',
      ],
      [
        { direct: ['a', 'b', 'c', 'd', 'e'], unplaced: 1 },
        'a, b, c and 2 more take their time from this host',
        'Without another source that is holdover, and alarm 100.119. Of 1 host on PTP nobody can tell where the time comes from.',
      ],
      [
        { placed: false },
        'Cannot tell: who takes the time from this host',
        'Configuration and cabling do not show where it stands among the clocks.',
      ],
    ])('%j', (takers, title, detail) => {
      expect(clock(takers)).toMatchObject({ title, ...(detail ? { detail } : {}) });
    });

    it('a reading that failed is said, and no clock is mentioned on a host that follows NTP', () => {
      const failed = {
        ...facts('lock', onPtp),
        timeTakers: fail({ kind: 'unavailable', message: 'sysinv is away' }),
      };
      expect(preflight('lock', failed).affects.find(({ id }) => id === 'clock')).toMatchObject({
        ...{
          title: 'Cannot tell: who takes the time from this host',
          detail: 'sysinv is away',
          unknown: true,
        },
      });
      expect(factsFor('lock', testHost())).not.toContain('timeTakers');
    });
  });

  it('does not raise what stands, does not count what is not in service', () => {
    const alarms = [testAlarm({ alarmId: '200.001' })];
    expect(titles('force-lock', facts('force-lock', testLocked(), { alarms }))).toEqual([
      'Cannot tell: which pods leave, and where they go',
    ]);
  });

  it('unlock clears what it clears', () => {
    const alarms = [
      testAlarm({ alarmId: '200.001' }),
      testAlarm({ alarmId: '250.001' }),
      testAlarm({ alarmId: '250.001', entity: 'host=worker-01' }),
    ];
    expect(titles('unlock', facts('unlock', testLocked({ configTarget: 'x' }), { alarms }))).toEqual([
      'Applies the configuration that is out of date',
      'Clears 200.001 and 250.001 when it is done',
    ]);
  });

  it('storage, controllers, swact, delete', () => {
    expect(titles('lock', facts('lock', storage('storage-0')))[0]).toBe('group-0 has 1 host left in service');
    expect(titles('lock', facts('lock', testStandby()))[0]).toBe('controller-0 runs without a standby');
    expect(titles('swact', facts('swact', testActive()))[0]).toBe('Active services move to controller-1');
    const alarms = [
      testAlarm(),
      testAlarm({ entity: 'host=worker-0.sensor=x' }),
      testAlarm({ entity: 'host=worker-01' }),
    ];
    expect(titles('delete', facts('delete', testLocked(), { alarms }))[1]).toBe(
      '2 alarms on it will be cleared',
    );
  });
});
