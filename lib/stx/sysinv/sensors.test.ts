import { describe, expect, it } from 'vitest';
import { recorded } from '../test-recordings';
import { decodeSensorGroups, decodeSensors } from './sensors';

const HOST = '9d939249-adec-56b9-a8bf-e3fd1cb840d2';

describe('sensors', () => {
  it('are read as they were recorded', () => {
    const { rows, unreadable } = decodeSensors(
      recorded(`get-153-get-ihosts-${HOST}-isensors.json`, 'isensors'),
    );
    expect([rows.length, unreadable]).toEqual([12, []]);
    expect(rows.find(({ name }) => name === 'Temperature_1')).toMatchObject({
      ...{ type: 'temperature', datatype: 'analog', status: 'ok', suppressed: false, intervalSeconds: 120 },
      ...{ actions: { critical: 'alarm', major: 'log', minor: 'ignore' }, value: null },
      limits: { critical: { lower: null, upper: '95.000' } },
      unit: { base: 'celsius', modifier: '1', rate: null },
    });
  });

  it('say what is not known, and one odd row spoils none', () => {
    const { rows, unreadable } = decodeSensors([
      { uuid: 'a', sensorname: 'x', suppress: 'True', t_critical_upper: 'na', actions_major: '' },
      { uuid: 'b' },
    ]);
    expect(rows).toMatchObject([
      { suppressed: true, status: null, limits: { critical: { upper: null } }, actions: { major: null } },
    ]);
    expect(unreadable).toMatchObject([{ id: 'b' }]);
  });
});

it('groups are read as they were recorded', () => {
  const { rows, unreadable } = decodeSensorGroups(
    recorded(`get-154-get-ihosts-${HOST}-isensorgroups.json`, 'isensorgroups'),
  );
  expect(unreadable).toEqual([]);
  expect(rows[0]).toMatchObject({
    ...{ name: 'server temperature', intervalSeconds: 120, suppressed: false, algorithm: null },
    choices: {
      critical: ['alarm', 'ignore', 'log', 'reset', 'powercycle'],
      minor: ['alarm', 'ignore', 'log'],
    },
    limits: { critical: { lower: null, upper: null } },
  });
});
