import { describe, expect, it } from 'vitest';
import type { Alarm } from './alarm';
import { blockingSentence, findingSentence, findings, type Readings } from './attention';
import type { Host } from './host';
import { hostTrouble, needsAttention, needsLook } from './host-trouble';
import { testActive, testAlarm, testHost, testLocked, testUnprovisioned } from './test-facts';

const worker = (n: number, changes: Partial<Host> = {}): Host =>
  testHost({ id: `w${n}`, hostname: `worker-${n}`, ...changes });
const on = (n: number, changes: Partial<Alarm>): Alarm =>
  testAlarm({ id: `a${n}${changes.alarmId ?? ''}`, entity: `host=worker-${n}`, ...changes });
const read = (hosts: Host[], alarms: Alarm[] = []): Readings => ({
  hosts: { hosts, unreadable: [] },
  alarms: { alarms, unreadable: [], capped: false },
});
const failed = { operational: 'disabled', availability: 'failed' };

describe('the trouble with a host', () => {
  const cases: [string, Host, Alarm[] | null, [string, string] | null][] = [
    ['healthy', worker(1), [], null],
    ['failed', worker(1, failed), [], ['failed', 'worker-1 failed']],
    [
      'failed, recovering',
      worker(1, { ...failed, task: 'Rebooting' }),
      [],
      ['failed', 'worker-1 failed. Rebooting'],
    ],
    [
      'failed, with the platform’s reason',
      worker(1, failed),
      [on(1, { severity: 'critical', reason: 'worker-1 experienced a service-affecting failure.' })],
      ['failed', 'worker-1 failed. worker-1 experienced a service-affecting failure'],
    ],
    [
      'unlocked and away',
      worker(1, { operational: 'disabled', availability: 'offline' }),
      [],
      ['down', 'worker-1 is unlocked and offline'],
    ],
    [
      'unlocked and booting',
      worker(1, { operational: 'disabled', availability: 'offline', task: 'Booting' }),
      [],
      null,
    ],
    [
      'critical alarm',
      worker(1),
      [on(1, { severity: 'critical', reason: 'Memory is full' })],
      ['critical', 'worker-1: Memory is full'],
    ],
    [
      'state never said',
      worker(1, { availability: null }),
      [],
      ['unknown', 'The state of worker-1 is unknown'],
    ],
    [
      'degraded',
      worker(1, { availability: 'degraded' }),
      [on(1, { reason: '/var/log is 84% full' })],
      ['degraded', 'worker-1 is degraded. /var/log is 84% full'],
    ],
    [
      'degraded, alarms unread',
      worker(1, { availability: 'degraded' }),
      null,
      ['degraded', 'worker-1 is degraded'],
    ],
    [
      'major alarm',
      worker(1),
      [on(1, { reason: 'worker-1 lost its source' })],
      ['major', 'worker-1 lost its source'],
    ],
    [
      'configuration',
      worker(1, { configStatus: 'Config out-of-date' }),
      [on(1, { alarmId: '250.001', reason: 'x' })],
      ['major', 'worker-1 has an out-of-date configuration. Lock and unlock to apply it'],
    ],
    [
      'configuration, alarms unread',
      testLocked({ configStatus: 'Config out-of-date' }),
      null,
      ['major', 'worker-0 has an out-of-date configuration. Unlock to apply it'],
    ],
    [
      'task that gave up',
      testLocked({ task: 'Power-On Failed - BMC is not provisioned' }),
      [],
      ['major', 'worker-0: Power-On Failed - BMC is not provisioned'],
    ],
    ['minor alarm', worker(1), [on(1, { severity: 'minor', reason: 'r' })], ['minor', 'worker-1: r']],
    [
      'locked',
      testLocked(),
      [testAlarm({ alarmId: '200.001', severity: 'warning' })],
      ['on-purpose', 'worker-0 is locked'],
    ],
    [
      'locked and off',
      testLocked({ availability: 'power-off' }),
      [],
      ['on-purpose', 'worker-0 is locked and power-off'],
    ],
    [
      'locked, alarm besides',
      testLocked(),
      [testAlarm({ severity: 'minor', reason: 'r' })],
      ['minor', 'worker-0: r'],
    ],
    [
      'locked and installing',
      testLocked({ availability: 'offline', install: { state: 'installing', done: 1, total: 2 } }),
      [],
      null,
    ],
    [
      'installation failed',
      testLocked({ availability: 'offline', install: { state: 'failed', done: null, total: null } }),
      [],
      ['failed', 'The installation of worker-0 failed'],
    ],
    [
      'worker half of an all-in-one',
      testActive({ subfunctions: ['controller', 'worker'], subfunctionOperational: 'disabled' }),
      [],
      ['degraded', 'The worker function of controller-0 is disabled'],
    ],
    ['second state of a plain worker', worker(1, { subfunctionOperational: 'disabled' }), [], null],
    ['discovered', testUnprovisioned(), [], ['on-purpose', '3c:fd:fe:00:0a:00 is locked']],
    ['suppressed alarms are the caller’s to leave out', worker(1), [], null],
  ];
  it.each(cases)('%s', (_name, host, alarms, expected) => {
    const trouble = hostTrouble(host, alarms);
    expect(trouble && [trouble.rank, trouble.headline]).toEqual(expected);
    expect(needsAttention(host, alarms)).toBe(
      expected !== null && !['minor', 'warning', 'on-purpose'].includes(expected[0]),
    );
  });

  it('never mixes glyphs: a state shows the host’s, an alarm its severity', () => {
    expect(hostTrouble(worker(1, { availability: 'degraded' }), [on(1, {})])?.glyph).toEqual({
      family: 'host',
      condition: 'degraded',
    });
    expect(hostTrouble(worker(1), [on(1, {})])?.glyph).toEqual({ family: 'severity', severity: 'major' });
  });
});

describe('the list', () => {
  it('is ordered by attention, then by age, and gathers alarms under their host', () => {
    const list = findings(
      read(
        [
          testLocked({ id: 'l' }),
          worker(1, failed),
          worker(2, { availability: 'degraded' }),
          worker(3),
          worker(4),
          worker(5),
        ],
        [
          on(3, { severity: 'critical', raisedAt: 5 }),
          on(3, { alarmId: '100.103', raisedAt: 9 }),
          on(4, { raisedAt: 1 }),
          testAlarm({ id: 'app', entity: 'k8s_application=x', raisedAt: 2, reason: 'Application x failed.' }),
          testAlarm({ id: 'gone', entity: 'host=worker-99', severity: 'warning', reason: 'r' }),
          on(5, { suppressed: true, severity: 'critical' }),
        ],
      ),
    );
    expect(list.map((finding) => [finding.rank, finding.host?.name ?? finding.headline])).toEqual([
      ['failed', 'worker-1'],
      ['critical', 'worker-3'],
      ['degraded', 'worker-2'],
      ['major', 'Application x failed'],
      ['major', 'worker-4'],
      ['warning', 'r'],
      ['on-purpose', 'worker-0'],
    ]);
    expect(list[1]?.alarms.map((alarm) => alarm.severity)).toEqual(['critical', 'major']);
    expect(list[3]?.target).toEqual({ kind: 'alarm', id: 'app' });
    expect(new Set(list.map((finding) => finding.key)).size).toBe(list.length);
  });

  it('shows rows that nobody could read as unknown, and never calm', () => {
    const readings: Readings = {
      hosts: { hosts: [worker(1)], unreadable: [{ id: 'x', name: 'worker-9', why: 'bad' }] },
      alarms: { alarms: [], unreadable: [{ id: null, name: null, why: 'bad' }], capped: false },
    };
    expect(findings(readings).map((finding) => finding.headline)).toEqual([
      '1 alarm cannot be read',
      'worker-9 cannot be read',
    ]);
    expect(findingSentence(readings)).toBe('2 things need a look');
  });
});

describe('the sentence', () => {
  const cases: [string, Readings, string][] = [
    ['all well', read([worker(1), worker(2)]), 'Every host is available and no alarm is active'],
    ['nothing there', read([]), 'No host is in the inventory and no alarm is active'],
    [
      'one locked',
      read([worker(1), testLocked()], [testAlarm({ alarmId: '200.001', severity: 'warning' })]),
      'Every unlocked host is available, 1 is locked; 1 warning alarm is active',
    ],
    [
      'one coming up',
      read([worker(1), worker(2, { operational: 'disabled', availability: 'intest', task: 'Enabling' })]),
      'No host needs attention, 1 host is coming into service and no alarm is active',
    ],
    [
      'small alarms',
      read([worker(1)], [on(1, { severity: 'minor' }), on(1, { alarmId: 'b', severity: 'warning' })]),
      'Every host is available; 1 minor and 1 warning alarms are active',
    ],
    [
      'service affected',
      read([worker(1, failed), worker(2, { availability: 'degraded' }), worker(3)], [on(3, {})]),
      'Service is affected on 1 host; 2 more need a look',
    ],
    ['service affected only', read([worker(1, failed), worker(2, failed)]), 'Service is affected on 2 hosts'],
    [
      'one more',
      read([worker(1, failed), worker(2, { availability: 'degraded' })]),
      'Service is affected on 1 host; 1 more needs a look',
    ],
    [
      'critical elsewhere',
      read([worker(1)], [testAlarm({ severity: 'critical', entity: 'k8s_application=x' })]),
      '1 critical alarm is active',
    ],
    [
      'host and elsewhere',
      read([worker(1, failed)], [testAlarm({ severity: 'critical', entity: 'k8s_application=x' })]),
      'Service is affected on 1 host, and 1 critical alarm elsewhere',
    ],
    ['only a look', read([worker(1, { availability: 'degraded' })]), '1 thing needs a look'],
    [
      'hosts unread',
      {
        hosts: null,
        alarms: { alarms: [on(1, { severity: 'critical' }), on(2, {})], unreadable: [], capped: false },
      },
      'Hosts could not be read. 1 critical and 1 major alarms are active',
    ],
    [
      'hosts unread, no alarm',
      { hosts: null, alarms: { alarms: [], unreadable: [], capped: false } },
      'Hosts could not be read. No alarm is active',
    ],
    [
      'alarms unread',
      { hosts: { hosts: [worker(1)], unreadable: [] }, alarms: null },
      'Alarms could not be read. Every host is available',
    ],
    [
      'alarms unread, trouble',
      { hosts: { hosts: [worker(1, failed)], unreadable: [] }, alarms: null },
      'Alarms could not be read. Service is affected on 1 host',
    ],
    [
      'more alarms than fault management gives at once',
      { hosts: null, alarms: { alarms: [on(1, { severity: 'critical' })], unreadable: [], capped: true } },
      'Hosts could not be read. At least 1 critical alarm is active',
    ],
    [
      'more alarms than fault management gives, and hosts are well',
      {
        hosts: { hosts: [worker(1)], unreadable: [] },
        alarms: { alarms: [], unreadable: [], capped: true },
      },
      '1 thing needs a look',
    ],
    ['nothing read', { hosts: null, alarms: null }, 'Neither hosts nor alarms could be read'],
    [
      'suppressed alarms are not active',
      read([worker(1)], [on(1, { severity: 'critical', suppressed: true })]),
      'Every host is available and no alarm is active',
    ],
  ];
  it.each(cases)('%s', (_name, readings, sentence) => expect(findingSentence(readings)).toBe(sentence));

  it('counts what blocks upgrades, suppressed alarms included', () => {
    const alarms = [
      on(1, { managementAffecting: true }),
      on(2, { managementAffecting: true, suppressed: true }),
      on(3, {}),
    ];
    expect(blockingSentence({ alarms, unreadable: [], capped: false })).toBe(
      'Upgrades are blocked by 2 management-affecting alarms.',
    );
    expect(blockingSentence({ alarms: [], unreadable: [], capped: false })).toBeNull();
    expect(blockingSentence(null)).toBeNull();
    expect(blockingSentence({ alarms, unreadable: [], capped: true })).toBe(
      'Upgrades are blocked by at least 2 management-affecting alarms.',
    );
  });

  it('the list and the saved view agree', () => {
    const hosts = [worker(1, failed), worker(2), worker(3), testLocked()];
    const alarms = [on(3, {})];
    const listed = findings(read(hosts, alarms))
      .filter((finding) => needsLook(finding.rank))
      .map((finding) => finding.host?.id);
    const viewed = hosts.filter((host) =>
      needsAttention(
        host,
        alarms.filter((alarm) => alarm.entity === `host=${host.hostname}`),
      ),
    );
    expect(listed.sort()).toEqual(viewed.map((host) => host.id).sort());
  });
});
