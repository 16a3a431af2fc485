import { describe, expect, it } from 'vitest';
import type { AlarmList } from '../../alarm';
import { testAlarm, testHost } from '../../test-facts';
import { backendRows, kindWord } from './backend-rows';
import { configPhase, configWord } from './config-state';
import { fillOf, fillsOf } from './fill';
import { storageFinding } from './finding';
import { groupRows } from './group-rows';
import { osdHosts, osdRows, osdSentence } from './osd-rows';
import { cephHealth } from './storage-alarms';
import {
  testBackend,
  testCephBackend,
  testCloudStorage,
  testGroupFill,
  testOsd,
  testTier,
} from './test-cloud-storage';

const list = (alarms: AlarmList['alarms'], capped = false): AlarmList => ({ alarms, unreadable: [], capped });
const full = (host: string, place: string, actual: string, severity: 'major' | 'critical' = 'major') =>
  testAlarm({
    ...{ id: `${host} ${place}`, alarmId: '100.104', severity, entity: `host=${host}.${place}` },
    reason: `File System threshold exceeded ; threshold 80.00%, actual ${actual}%`,
  });

describe('how full something is', () => {
  it('is in the text of its alarm', () => {
    expect(fillOf(full('controller-0', 'filesystem=/var/log', '84.30'))).toMatchObject({
      ...{ hostname: 'controller-0', of: 'filesystem', name: '/var/log' },
      ...{ actualPercent: 84.3, limitPercent: 80 },
    });
    expect(fillOf(full('worker-1', 'volumegroup=cgts-vg', '91'))).toMatchObject({
      ...{ of: 'volume group', name: 'cgts-vg', actualPercent: 91 },
    });
  });

  it('stays unknown where the text has no figure or the entity another form', () => {
    const odd = testAlarm({ alarmId: '100.104', entity: 'host=worker-1', reason: 'Disk full' });
    expect(fillOf(odd)).toMatchObject({
      ...{ of: 'unknown', name: 'host=worker-1', actualPercent: null, limitPercent: null },
    });
    expect(fillOf(testAlarm({ alarmId: '200.001' }))).toBeNull();
  });

  it('is listed worst first: by severity, then by how full', () => {
    const names = fillsOf([
      full('a', 'filesystem=/1', '81'),
      full('b', 'filesystem=/2', '95', 'critical'),
      full('c', 'filesystem=/3', '89'),
      testAlarm({ alarmId: '800.001' }),
    ]).map(({ name }) => name);
    expect(names).toEqual(['/2', '/3', '/1']);
  });
});

describe('health of Ceph', () => {
  it.each([
    ['800.001', 'alarmed'],
    ['800.010', 'alarmed'],
    ['800.011', 'alarmed'],
    ['800.104', 'quiet'],
  ])('with alarm %s it is %s', (alarmId, word) => {
    expect(cephHealth(list([testAlarm({ alarmId })])).word).toBe(word);
  });

  it('is unknown without alarms, and where fault management kept some back', () => {
    expect(cephHealth(null).word).toBe('unknown');
    expect(cephHealth(list([], true)).word).toBe('unknown');
    expect(cephHealth(list([])).word).toBe('quiet');
  });
});

describe('states', () => {
  it.each([
    ['configured', 'set'],
    ['configuring', 'changing'],
    ['configuring-with-app', 'changing'],
    ['force-deleting-with-app', 'changing'],
    ['configuring-on-unlock', 'waiting'],
    ['configuration-failed', 'failed'],
    ['http_error', 'failed'],
    ['in-use', 'other'],
    [null, 'unknown'],
    ['', 'unknown'],
  ] as const)('%s is %s', (state, phase) => expect(configPhase(state)).toBe(phase));

  it('read as the platform says them', () => {
    expect(configWord('configuring-with-app')).toBe('Configuring-with-app');
    expect(configWord(null)).toBe('Unknown');
    expect([kindWord('ceph-rook'), kindWord('netapp'), kindWord('new-kind')]).toEqual([
      ...['Ceph by Rook', 'NetApp', 'new-kind'],
    ]);
  });
});

describe('backends', () => {
  it('come with their tier, quotas and alarms, those in trouble first', () => {
    const storage = testCloudStorage({
      backends: [
        testBackend(),
        testBackend({ id: 'b-lvm', name: 'lvm-store', kind: 'lvm', state: 'configuration-failed' }),
      ],
      cephBackends: [testCephBackend()],
      tiers: [testTier()],
    });
    const alarm = testAlarm({ alarmId: '800.104', entity: 'storage_backend=lvm-store' });
    const [first, second] = backendRows(storage, [alarm]);
    expect(first).toMatchObject({
      backend: { name: 'lvm-store' },
      phase: 'failed',
      ceph: null,
      alarms: [alarm],
    });
    expect(second).toMatchObject({ ceph: { tier: 'storage' }, tiers: [{ name: 'storage' }], alarms: [] });
  });
});

describe('volume groups', () => {
  const hosts = [
    testHost({ id: 'h-0', hostname: 'worker-0' }),
    testHost({ id: 'h-1', hostname: 'worker-1' }),
  ];
  const gib = 1024 ** 3;

  it('failed first, then alarmed and unknown ones, then those with the least room', () => {
    const rows = groupRows(
      [
        testGroupFill({ id: 'roomy', availableBytes: 90 * gib }),
        testGroupFill({ id: 'taken', hostId: 'h-1', name: 'nova-local', availableBytes: 0 }),
        testGroupFill({ id: 'unknown', availableBytes: null, name: 'x' }),
        testGroupFill({ id: 'failed', state: 'error', name: 'y' }),
        testGroupFill({ id: 'alarmed', hostId: 'h-1' }),
        testGroupFill({ id: 'adding', state: 'adding', sizeBytes: 0, availableBytes: 0, name: 'z' }),
      ],
      hosts,
      [full('worker-1', 'volumegroup=cgts-vg', '85')],
    );
    expect(rows.map(({ group }) => group.id)).toEqual([
      ...['failed', 'unknown', 'alarmed', 'taken', 'roomy', 'adding'],
    ]);
    expect(rows.find(({ group }) => group.id === 'taken')).toMatchObject({
      ...{ hostname: 'worker-1', takenBytes: 100 * gib, share: 1, fill: null },
    });
  });

  it('without a size are never empty or full', () => {
    for (const over of [{ sizeBytes: 0, availableBytes: 0 }, { sizeBytes: null }, { availableBytes: null }])
      expect(groupRows([testGroupFill(over)], hosts, [])[0]).toMatchObject({ takenBytes: null, share: null });
  });

  it('of a host that is not in the list keep their place', () => {
    expect(groupRows([testGroupFill({ hostId: 'gone' })], hosts, [])[0]).toMatchObject({ hostname: null });
  });
});

describe('OSDs', () => {
  const hosts = [
    testHost({ id: 'h-s0', hostname: 'storage-0', peerGroup: 'group-0' }),
    testHost({ id: 'h-s1', hostname: 'storage-1' }),
  ];
  const places = [
    testOsd(),
    testOsd({ id: 'osd-1', osdNumber: 1 }),
    testOsd({ id: 'j', function: 'journal', osdNumber: null }),
    testOsd({ id: 'osd-2', osdNumber: 2, hostId: 'h-s1', state: 'failed' }),
    testOsd({ id: 'odd', hostId: null, function: null, osdNumber: null, state: null }),
  ];

  it('by host, those in trouble first', () => {
    expect(
      osdHosts(places, hosts).map(({ hostname, phase, journals, states }) => [
        ...[hostname, phase, journals],
        states.map(({ state, count }) => `${count} ${state}`).join(),
      ]),
    ).toEqual([
      ['storage-1', 'failed', 0, '1 failed'],
      [null, 'unknown', 0, '1 null'],
      ['storage-0', 'set', 1, '2 configured'],
    ]);
  });

  it('one by one, and in a sentence', () => {
    expect(osdRows(places, hosts).map(({ osd }) => osd.id)).toEqual(['osd-2', 'odd', 'osd-0', 'osd-1', 'j']);
    expect(osdSentence(places)).toBe('2 of 4 OSDs are configured');
    expect(osdSentence([testOsd()])).toBe('1 OSD is configured');
    expect(osdSentence([])).toBeNull();
  });
});

describe('the finding', () => {
  const storage = testCloudStorage({ backends: [testBackend()], storageFunctions: [testOsd()] });
  const fine = 'No storage alarm is active';
  it.each([
    ['nothing', list([]), fine],
    ['unread alarms', null, 'Alarms of storage are unknown'],
    ['a part of the alarms', list([], true), 'Fault management gave only a part of its alarms'],
    ['a full filesystem', list([full('a', 'filesystem=/1', '81')]), '1 filesystem over the limit'],
    [
      'Ceph and a full group',
      list([testAlarm({ alarmId: '800.011' }), full('a', 'volumegroup=cgts-vg', '81')]),
      '1 alarm of Ceph, 1 volume group over the limit',
    ],
    [
      'another alarm',
      list([testAlarm({ alarmId: '800.104', severity: 'critical' })]),
      'Critical storage alarm 800.104',
    ],
  ])('of %s', (_, alarms, finding) => {
    expect(storageFinding(storage, alarms)).toEqual({
      finding,
      second: '1 of 1 backend is configured. 1 OSD is configured.',
    });
  });

  it('of a failed backend, and of what could not be read', () => {
    const failed = testCloudStorage({ backends: [testBackend({ state: 'configuration-failed' })] });
    expect(storageFinding(failed, list([])).finding).toBe('Backend ceph-store is configuration-failed');
    const unread = (['backends', 'storageFunctions'] as const).map((part) => ({ part, message: 'no' }));
    expect(storageFinding(testCloudStorage({ unread }), list([])).second).toBe(
      'Backends are unknown. OSDs are unknown.',
    );
  });
});
