import { describe, expect, it } from 'vitest';
import type { Alarm } from '../alarm';
import { testHost } from '../test-facts';
import { countSensors, limitWords, sensorUrgency, unitWords } from './sensor';
import {
  type GroupChange,
  groupAttributes,
  type SensorCall,
  sensorCli,
  sensorSteps,
  sensorTitle,
} from './sensor-calls';
import { sensorFaults } from './sensor-faults';
import { sensorHref } from './sensor-href';
import { sensorPlace } from './sensor-place';
import { actionChoices, intervalVerdict, relearnVerdict, sensorVerdict, wouldRaise } from './sensor-rules';
import { testGroup, testModel, testSensor } from './test-sensors';

describe('sensors by what they say', () => {
  it('add up to their number: suppressed ones count as nothing else', () => {
    const counts = countSensors([
      testSensor({ status: 'critical' }),
      testSensor({ status: 'critical', suppressed: true }),
      testSensor({ status: 'offline' }),
      testSensor({ status: null }),
      testSensor({}),
    ]);
    expect(counts).toEqual({
      ...{ total: 5, suppressed: 1, critical: 1, major: 0, minor: 0, unknown: 2, ok: 1 },
    });
  });

  it('are urgent by what they say, unless they are suppressed', () => {
    const urgencies = ['critical', 'major', 'minor', 'offline', 'ok'].map((status) =>
      sensorUrgency(testSensor({ status })),
    );
    expect(urgencies).toEqual([4, 3, 2, 1, 0]);
    expect(sensorUrgency(testSensor({ status: 'critical', suppressed: true }))).toBe(0);
  });

  it.each([
    [null, '85.000', 'above 85'],
    ['10.500', '13.200', 'below 10.5 or above 13.2'],
    ['low', null, 'below low'],
    [null, null, null],
  ])('limits %s and %s read %s', (lower, upper, words) => {
    expect(limitWords({ lower, upper })).toBe(words);
  });

  it.each([
    [{ base: 'celsius', modifier: '1', rate: null }, '°C'],
    [{ base: 'revolutions', modifier: '10**2', rate: '/minute' }, '10**2 revolutions/minute'],
    [{ base: null, modifier: '1', rate: null }, null],
  ])('unit %j reads %s', (unit, words) => {
    expect(unitWords(unit)).toBe(words);
  });
});

describe('changes to sensors', () => {
  const change = (to: GroupChange): SensorCall => ({ do: 'group.change', group: 'g1', to });

  it('send only what is not so yet', () => {
    const model = testModel();
    expect(sensorSteps.remaining(change({ intervalSeconds: 120, major: 'alarm' }), model)).toEqual(
      change({ major: 'alarm' }),
    );
    expect(sensorSteps.remaining(change({ intervalSeconds: 120 }), model)).toBeNull();
    expect(sensorSteps.remaining({ do: 'group.suppress', group: 'g1', suppress: false }, model)).toBeNull();
    expect(
      sensorSteps.remaining({ do: 'sensor.suppress', sensor: 'gone', suppress: true }, model),
    ).not.toBeNull();
  });

  it('of a group hold for its sensors, and are taken back with what was there', () => {
    const model = testModel();
    const call = change({ intervalSeconds: 300, critical: 'reset' });
    const after = sensorSteps.after(call, model);
    expect(after.groups[0]).toMatchObject({ intervalSeconds: 300, actions: { critical: 'reset' } });
    expect(after.sensors.map(({ intervalSeconds }) => intervalSeconds)).toEqual([300, 120]);
    expect(sensorSteps.inverse(call, model)).toEqual(change({ intervalSeconds: 120, critical: 'alarm' }));
    expect(
      sensorSteps.after({ do: 'group.suppress', group: 'g1', suppress: true }, model).sensors,
    ).toMatchObject([{ suppressed: true }, { suppressed: false }]);
    expect(sensorSteps.inverse({ do: 'relearn' }, model)).toBeNull();
    expect(sensorSteps.after({ do: 'relearn' }, model)).toEqual({ sensors: [], groups: [] });
  });

  it.each<[SensorCall, string, string]>([
    [
      change({ intervalSeconds: 300, critical: 'log' }),
      'system host-sensorgroup-modify worker-0 g1 audit_interval_group=300 actions_critical_group=log',
      'Change server fans',
    ],
    [
      { do: 'group.suppress', group: 'g1', suppress: true },
      'system host-sensorgroup-modify worker-0 g1 suppress=True',
      'Suppress group server fans',
    ],
    [
      { do: 'sensor.suppress', sensor: 's1', suppress: false },
      'system host-sensor-modify worker-0 s1 suppress=False',
      'Unsuppress Fan_1',
    ],
    [{ do: 'relearn' }, 'system host-sensorgroup-relearn worker-0', 'Relearn the sensors'],
  ])('%j as a command and in words', (call, command, title) => {
    expect(sensorCli(call, 'worker-0')).toBe(command);
    expect(sensorTitle(call, testModel())).toBe(title);
  });

  it('name what the platform calls it', () => {
    expect(groupAttributes({ minor: 'log' })).toEqual([['actions_minor_group', 'log']]);
  });
});

describe('rules of sensors', () => {
  it.each([
    [9, false],
    [10, true],
    [2_147_483_648, false],
    [Number.NaN, false],
    [10.5, false],
  ])('an interval of %s s is taken: %s', (seconds, ok) => {
    expect(intervalVerdict(seconds).ok).toBe(ok);
  });

  it('actions are those of the row, else those that the monitor takes', () => {
    expect(actionChoices(testGroup({}), 'major')).toEqual(['alarm', 'ignore', 'log']);
    const silent = testGroup({ choices: { critical: [], major: [], minor: [] } });
    expect(actionChoices(silent, 'critical')).toContain('powercycle');
    expect(actionChoices(silent, 'minor')).not.toContain('reset');
  });

  it.each<[SensorCall, RegExp | null]>([
    [{ do: 'group.change', group: 'g1', to: { minor: 'reset' } }, /reset is no action for minor/],
    [{ do: 'group.change', group: 'g1', to: { critical: 'reset', intervalSeconds: 60 } }, null],
    [{ do: 'group.change', group: 'g1', to: { intervalSeconds: 5 } }, /at least 10/],
    [{ do: 'group.change', group: 'gone', to: { minor: 'log' } }, /not there any more/],
    [{ do: 'group.suppress', group: 'gone', suppress: true }, /not there any more/],
    [{ do: 'sensor.suppress', sensor: 'gone', suppress: true }, /not there any more/],
    [{ do: 'relearn' }, null],
  ])('%j', (call, why) => {
    const verdict = sensorVerdict(call, testHost(), testModel());
    expect(verdict).toEqual(why === null ? { ok: true } : expect.objectContaining({ ok: false }));
    if (why && !verdict.ok) expect(verdict.why).toMatch(why);
  });

  it('nothing is learnt without board management', () => {
    for (const type of ['none', null]) {
      const host = testHost({ boardManagement: { type, address: null, userName: null } });
      expect(relearnVerdict(host)).toMatchObject({
        ok: false,
        why: expect.stringMatching(/^worker-0 has no/),
      });
    }
  });

  it('an alarm is raised where the action of the level says so', () => {
    const bad = testSensor({ id: 'a', status: 'critical' });
    const logged = testSensor({ id: 'b', status: 'major' });
    expect(wouldRaise([bad, logged, testSensor({})]).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('alarms about sensors', () => {
  const alarm = (alarmId: string, entity: string, changes: Partial<Alarm> = {}): Alarm => ({
    ...{ id: entity, alarmId, severity: 'minor', entity, entityType: null, reason: '', repair: null },
    ...{ probableCause: null, type: null, raisedAt: 0, managementAffecting: false, degradeAffecting: false },
    ...{ serviceAffecting: null, suppressed: false, ...changes },
  });

  it('stand on their sensor, their group, or the host', () => {
    const list = [
      alarm('200.007', 'host=worker-0.sensor=Fan_1'),
      alarm('200.007', 'host=worker-0.sensor=Gone'),
      alarm('200.007', 'host=worker-01.sensor=Fan_1'),
      alarm('200.015', 'host=worker-0.sensorgroup=server fans', { severity: 'major' }),
      alarm('200.014', 'host=worker-0'),
      alarm('100.101', 'host=worker-0'),
    ];
    const { byKey, ofHost } = sensorFaults(list, 'worker-0', new Set(['sensor:Fan_1', 'group:server fans']));
    expect([...byKey.keys()].toSorted()).toEqual(['group:server fans', 'sensor:Fan_1']);
    expect(ofHost.map(({ entity }) => entity)).toEqual(['host=worker-0.sensor=Gone', 'host=worker-0']);
  });

  it.each([
    ['200.007', 'host=worker-0.sensor=Fan_1', '/hosts/worker-0/sensors?open=sensor:Fan_1'],
    ['200.015', 'host=w.sensorgroup=server fans', '/hosts/w/sensors?open=group:server%20fans'],
    ['200.014', 'host=worker-0.sensor=profile', '/hosts/worker-0/sensors'],
    ['200.010', 'host=worker-0', '/hosts/worker-0/sensors'],
    ['100.101', 'host=worker-0', null],
  ])('%s on %s leads to %s', (id, entity, href) => {
    expect(sensorPlace(id, entity)?.href ?? null).toBe(href);
  });

  it('a name that is no name of an address stays whole', () => {
    expect(sensorHref('a b', { kind: 'sensor', name: 'x&y=z' })).toBe(
      '/hosts/a%20b/sensors?open=sensor:x%26y%3Dz',
    );
  });
});
