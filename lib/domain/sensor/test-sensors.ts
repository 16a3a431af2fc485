/** A sensor, a group and a model for tests, to be changed where a test needs it. */
import type { Sensor, SensorGroup, SensorModel } from './sensor';

const unit = { base: 'rpm', modifier: '1', rate: null };
const none = { lower: null, upper: null };
const actions = { critical: 'alarm', major: 'log', minor: 'ignore' };

export const testSensor = (changes: Partial<Sensor>): Sensor => ({
  ...{ id: 's1', name: 'Fan_1', path: null, type: 'fan', datatype: 'analog' },
  ...{ status: 'ok', state: 'enabled', stateRequested: null, suppressed: false, groupId: 'g1' },
  ...{ intervalSeconds: 120, algorithm: 'threshold', actions, value: null, unit },
  limits: { critical: { lower: null, upper: '20000.000' }, major: none, minor: none },
  ...changes,
});

export const testGroup = (changes: Partial<SensorGroup>): SensorGroup => ({
  ...{ id: 'g1', name: 'server fans', path: null, type: 'fan', datatype: 'analog', state: 'enabled' },
  ...{ algorithm: null, intervalSeconds: 120, actions, suppressed: false, unit },
  choices: {
    critical: ['alarm', 'ignore', 'log', 'reset', 'powercycle'],
    major: ['alarm', 'ignore', 'log'],
    minor: ['alarm', 'ignore', 'log'],
  },
  limits: { critical: none, major: none, minor: none },
  ...changes,
});

/** One group with a sensor, and a sensor in no group. */
export const testModel = (): SensorModel => ({
  groups: [testGroup({})],
  sensors: [testSensor({}), testSensor({ id: 's2', name: 'PSU_1', groupId: null })],
});
