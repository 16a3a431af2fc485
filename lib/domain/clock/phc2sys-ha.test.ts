import { expect, it } from 'vitest';
import { deriveClocks } from './derive';
import { testConfig, testFault, testInputs, testInstance, testInterface, testReading } from './test-clocks';

const first = testInstance('ptp4l', ['worker-0'], { global: 'clientOnly=1' }, 'first');
const second = testInstance('ptp4l', ['worker-0'], { global: 'clientOnly=1' }, 'second');
const config = (flag: string) =>
  testConfig(
    [first, second, testInstance('phc2sys', ['worker-0'], { global: `ha_enabled=${flag}` }, 'ha')],
    [testInterface(first, ['worker-0/data0']), testInterface(second, ['worker-0/sriov0'])],
  );
const noLock = (name: string) => testFault(`instance=${name}.ptp=no-lock`);
const freerun = testReading({ quantity: 'ptp-lock', value: 'freerun' }, { instance: 'first' });

it.each([
  [
    'one of two sources lost costs redundancy',
    '1',
    [noLock('first')],
    'degraded',
    'On another source: first not locked',
  ],
  [
    'a source that does not run as well',
    '1',
    [testFault('instance=second.ptp')],
    'degraded',
    'On another source: second service not running',
  ],
  ['both lost is no time', '1', [noLock('first'), noLock('second')], 'freerun', 'Not locked'],
  [
    'phc2sys says that it has no source',
    '1',
    [noLock('first'), testFault('phc2sys=ha.phc2sys=no-source-clock')],
    'freerun',
    'Not locked',
  ],
  ['without HA one loss is a loss', '0', [noLock('first')], 'freerun', 'Not locked'],
])('%s', (_, flag, alarms, state, note) => {
  const [clock] = deriveClocks(testInputs({ config: config(flag), alarms }));
  expect(clock).toMatchObject({ state, note });
});

it('leaves the instance itself as it is, and believes a live reading of it likewise', () => {
  const [clock] = deriveClocks(testInputs({ config: config('1'), alarms: [noLock('first')] }));
  expect(clock?.instances.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'first freerun',
    'second no-fault',
    'ha no-fault',
  ]);
  const [live] = deriveClocks(
    testInputs({ config: config('1'), alarms: [], live: { readings: [freerun], sources: [] } }),
  );
  expect(live?.state).toBe('degraded');
});
