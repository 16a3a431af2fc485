import { describe, expect, it } from 'vitest';
import type { Alarm } from '../alarm';
import { testHost } from '../test-facts';
import { interfaceChangeHint } from './change-rule';
import { laneFaults } from './lane-faults';
import { lanesOf } from './lanes';
import { boardNetwork } from './test-network';

const lanes = lanesOf(boardNetwork(), 'worker-2');
const alarm = (entity: string, more: Partial<Alarm> = {}): Alarm => ({
  ...{ id: entity, alarmId: '100.112', severity: 'major', entity, entityType: null, reason: 'port failed' },
  ...{ repair: null, probableCause: null, type: null, raisedAt: 0, managementAffecting: false },
  ...{ degradeAffecting: false, serviceAffecting: null, suppressed: false },
  ...more,
});
const PTP = { alarmId: '100.119', reason: 'worker-2 is out of tolerance' } as const;

describe('what alarms are about', () => {
  it.each<[string, Alarm, string[]]>([
    ['a port by its name', alarm('host=worker-2.port=eno1'), ['port:eno1']],
    ['a port by its uuid', alarm('host=worker-2.port=p-enp24s0f0'), ['port:enp24s0f0']],
    ['an interface', alarm('host=worker-2.interface=bond0'), ['if:bond0']],
    ['another host', alarm('host=worker-20.port=eno1'), []],
    ['the host alone', alarm('host=worker-2'), []],
    [
      'a PTP instance',
      alarm('host=worker-2.instance=ptp-tsc.ptp=out-of-tolerance', PTP),
      ['timing:ptp-tsc@ptp0'],
    ],
    ['a PTP instance that is not drawn', alarm('host=worker-2.instance=other.ptp=no-lock', PTP), []],
    ['a port that measures time', alarm('host=worker-2.interface=enp81s0f1.ptp=GNSS-signal-loss', PTP), []],
  ])('%s', (_, one, keys) => {
    expect([...laneFaults([one], 'worker-2', lanes).keys()]).toEqual(keys);
  });

  it('the worst of several counts, suppressed ones too', () => {
    const faults = laneFaults(
      [
        alarm('host=worker-2.port=eno1', { severity: 'minor' }),
        alarm('host=worker-2.port=p-eno1', { severity: 'critical', suppressed: true }),
        alarm('host=worker-2.instance=ptp-tsc.ptp=no-lock', PTP),
      ],
      'worker-2',
      lanes,
    );
    expect(faults.get('port:eno1')).toMatchObject({ severity: 'critical', clock: null });
    expect(faults.get('timing:ptp-tsc@ptp0')).toMatchObject({ clock: 'freerun', words: 'Not locked' });
  });
});

describe('what a change of interfaces needs', () => {
  const system = (mode: string) => ({
    ...{ id: 's', name: 'c', type: 'All-in-one', mode, description: null, location: null, contact: null },
    ...{ softwareVersion: null, timezone: null, region: null, distributedCloudRole: null },
    ...{ vswitch: null, leavingSimplex: false },
  });
  it.each([
    ['unlocked', 'duplex', 'Lock the host to change platform interfaces'],
    ['locked', 'duplex', null],
    ['unlocked', 'simplex', null],
  ])('%s, %s', (administrative, mode, hint) => {
    expect(interfaceChangeHint(testHost({ administrative }), system(mode))).toBe(hint);
  });
  it('claims nothing without knowing the cloud', () => {
    expect(interfaceChangeHint(testHost(), null)).toBeNull();
  });
});
