import { describe, expect, it } from 'vitest';
import { type Alarm, hiddenOn, type Severity } from './alarm';
import type { AlarmType } from './alarm-type';
import {
  hiddenSentence,
  suppressionCli,
  suppressionEffects,
  suppressionPlan,
  suppressionSentence,
  typeRows,
} from './suppression';

const type = (alarmId: string, suppressed = false): AlarmType => ({
  id: `row-${alarmId}`,
  alarmId,
  says: [{ severity: null, text: alarmId }],
  cut: false,
  suppressed,
});

let count = 0;
const alarm = (alarmId: string, severity: Severity, over: Partial<Alarm> = {}): Alarm => ({
  id: `alarm-${count++}`,
  alarmId,
  severity,
  entity: 'host=worker-1',
  entityType: null,
  reason: 'It is so.',
  repair: null,
  probableCause: null,
  type: null,
  raisedAt: count,
  managementAffecting: false,
  degradeAffecting: false,
  serviceAffecting: null,
  suppressed: false,
  ...over,
});

const viewer = (...roles: string[]) => ({
  userName: 'kim',
  domainName: 'Default',
  projectName: 'admin',
  roles,
});
const admin = viewer('admin');

describe('types with what stands of them', () => {
  const types = [type('100.101'), type('200.001', true), type('300.001')];

  it('counts hidden alarms too, and knows the worst', () => {
    const rows = typeRows(types, [
      alarm('100.101', 'minor'),
      alarm('100.101', 'critical'),
      alarm('200.001', 'warning', { suppressed: true }),
    ]);
    expect(rows.map(({ active, worst }) => [active, worst])).toEqual([
      [2, 'critical'],
      [1, 'warning'],
      [0, null],
    ]);
  });

  it('never says none for what could not be read', () => {
    expect(typeRows(types, null).map(({ active }) => active)).toEqual([null, null, null]);
  });

  it('never takes 100.1 for 100.101', () => {
    expect(typeRows([type('100.1')], [alarm('100.101', 'major')])[0]?.active).toBe(0);
  });
});

describe('a plan', () => {
  const types = [type('200.001'), type('100.101'), type('100.119', true)];

  it('leaves alone what is so already, and lists the alarms worst first', () => {
    const worst = alarm('200.001', 'critical');
    const plan = suppressionPlan(
      'suppress',
      types,
      [alarm('100.101', 'minor'), alarm('100.119', 'major'), worst],
      admin,
    );
    expect(plan.able.map(({ alarmId }) => alarmId)).toEqual(['100.101', '200.001']);
    expect(plan.already.map(({ alarmId }) => alarmId)).toEqual(['100.119']);
    expect(plan.alarms?.map(({ alarmId }) => alarmId)).toEqual(['200.001', '100.101']);
    expect(plan.verdict.ok).toBe(true);
  });

  it.each([
    ['reader', 'suppress', 'Your role is reader. Suppressing needs configurator or admin.'],
    ['operator', 'suppress', 'Your role is operator. Suppressing needs configurator or admin.'],
    ['operator', 'unsuppress', 'Your role is operator. Unsuppressing needs configurator or admin.'],
  ] as const)('is off for a %s who wants to %s', (role, wish, why) => {
    expect(suppressionPlan(wish, types, [], viewer(role)).verdict).toEqual({ ok: false, why });
  });

  it.each(['configurator', 'admin'])('is on for a %s', (role) => {
    expect(suppressionPlan('unsuppress', types, [], viewer(role)).verdict.ok).toBe(true);
  });

  it('says that there is nothing to do', () => {
    const done = suppressionPlan('suppress', [type('100.119', true)], [], admin);
    expect(done.verdict).toEqual({ ok: false, why: '100.119 is suppressed already.' });
    expect(suppressionPlan('suppress', [], [], admin).verdict).toEqual({
      ok: false,
      why: 'Nothing is selected.',
    });
  });
});

describe('what it says of itself', () => {
  const plan = (alarms: Alarm[] | null, ...types: AlarmType[]) =>
    suppressionPlan(types[0]?.suppressed ? 'unsuppress' : 'suppress', types, alarms, admin);

  it.each<[Alarm[] | null, string]>([
    [[], 'No alarm of it is active right now.'],
    [[alarm('1.1', 'major')], 'That is 1 active alarm right now.'],
    [null, 'How many alarms that is right now is unknown: they could not be read.'],
  ])('hiding one type: %#', (alarms, end) => {
    expect(suppressionSentence(plan(alarms, type('1.1')))).toBe(
      `Hides this alarm type, everywhere, until someone undoes it. ${end}`,
    );
  });

  it('showing several again', () => {
    const sentence = suppressionSentence(
      plan([alarm('1.1', 'major'), alarm('2.2', 'minor')], type('1.1', true), type('2.2', true)),
    );
    expect(sentence).toBe(
      'Shows 2 alarm types again, everywhere and for everyone. 2 active alarms come back into view.',
    );
  });

  const ids = (...given: Parameters<typeof plan>) => suppressionEffects(plan(...given)).map(({ id }) => id);

  it('always that events are hidden as well; that upgrades stay blocked only where they are', () => {
    expect(ids([], type('1.1'))).toEqual(['reach', 'events']);
    expect(ids([alarm('1.1', 'major', { managementAffecting: true })], type('1.1'))).toEqual([
      'reach',
      'events',
      'upgrades',
    ]);
  });

  it('that timing alarms still tell the clock views, and which', () => {
    expect(ids([], type('100.119'), type('1.1'))).toEqual(['reach', 'events', 'clocks']);
    const effects = suppressionEffects(plan([], type('100.119'), type('100.114')));
    expect(effects.at(-1)?.title).toBe('100.114 and 100.119 still tell the clock views');
  });

  it('nothing to fear from undoing it', () => {
    expect(ids([], type('1.1', true))).toEqual([]);
  });

  it('is the same as one command', () => {
    expect(suppressionCli('suppress', [type('1.1')])).toBe('fm event-suppress --alarm_id 1.1');
    expect(suppressionCli('unsuppress', [type('1.1'), type('2.2')])).toBe(
      'fm event-unsuppress --alarm_id 1.1,2.2',
    );
  });
});

describe('what is hidden now', () => {
  const hidden = alarm('1.1', 'major', { suppressed: true, entity: 'host=worker-1.port=eno1' });
  const types = [type('1.1', true), type('2.2')];

  it.each<[string, ReturnType<typeof type>[], Alarm[] | null, string]>([
    [
      'nothing',
      [type('1.1')],
      [alarm('1.1', 'major')],
      'No alarm type is suppressed. Every active alarm is shown.',
    ],
    [
      'one of one',
      types,
      [hidden, alarm('2.2', 'minor')],
      '1 alarm type is suppressed, everywhere and for everyone. 1 active alarm is hidden.',
    ],
    [
      'a type without alarms',
      types,
      [],
      '1 alarm type is suppressed, everywhere and for everyone. No alarm of it is active now.',
    ],
    [
      'unknown alarms',
      types,
      null,
      '1 alarm type is suppressed, everywhere and for everyone. How many alarms that hides is unknown: they could not be read.',
    ],
  ])('%s', (_, given, alarms, said) => {
    expect(hiddenSentence(given, alarms)).toBe(said);
  });

  it('is counted by host, by the whole name', () => {
    expect(hiddenOn([hidden, alarm('1.1', 'major')], 'worker-1')).toBe(1);
    expect(hiddenOn([hidden], 'worker-10')).toBe(0);
    expect(hiddenOn(undefined, 'worker-1')).toBeUndefined();
  });
});
