import { expect, it } from 'vitest';
import { clockCounts } from '@/lib/domain/clock/clock-counts';
import { packLinks } from '@/lib/domain/clock/links-wire';
import {
  HOUR,
  NOW,
  testConfig,
  testGrandmaster,
  testInputs,
  testInstance,
  testInterface,
  testNeighbour,
  testPort,
  testPtpHost,
} from '@/lib/domain/clock/test-clocks';
import { testAlarm } from '@/lib/domain/test-facts';
import { hostClocks } from './host-clocks';

const noLock = testAlarm({
  ...{ id: 'no-lock', alarmId: '100.119', severity: 'major', raisedAt: NOW - HOUR },
  ...{ entity: 'host=worker-0.instance=ptp4l.ptp=no-lock', reason: 'Not locked' },
});
const { ports: _, ...derived } = testInputs({ alarms: [noLock] });
const inputs = { ...derived, live: null, links: null };
const { id } = testPtpHost('worker-0');

it('keeps a mark that says the same, and derives once for all who look', () => {
  const first = hostClocks(inputs);
  expect(hostClocks({ ...inputs })).toBe(first);
  const later = hostClocks({ ...inputs, now: NOW + 10_000 });
  expect(later).not.toBe(first);
  expect(later.marks.get(id)).toBe(first.marks.get(id));
  expect(later.marks.get(id)).toMatchObject({ state: 'freerun', asks: true });
  expect(hostClocks({ ...inputs, alarms: [] }).marks.get(id)).toMatchObject({
    state: 'no-fault',
    asks: false,
  });
});

it('knows nothing of clocks while fault management does not answer, and says what it was', () => {
  const { marks, rows } = hostClocks({ ...inputs, alarms: [], fmTrouble: 'FM is down' });
  expect(marks.get(id)).toMatchObject({
    state: 'unknown',
    why: 'Fault management does not answer, was no fault',
    trouble: null,
  });
  expect(clockCounts(rows)).toEqual([{ state: 'unknown', count: 1 }]);
});

it('counts a clock below a break as unknown, as the page of clocks does, and says so in the sentence', () => {
  const slave = testInstance('ptp4l', ['worker-1'], { global: 'clientOnly=1 domainNumber=24' }, 'slave');
  const master = testGrandmaster();
  const config = testConfig(
    [...master.instances, slave],
    [...master.interfaces, testInterface(slave, ['worker-1/data0'])],
  );
  const links = packLinks({
    ports: [testPort('worker-0/data0/enp81s0f0'), testPort('worker-1/data0/enp81s0f0')],
    neighbours: [testNeighbour('worker-1/enp81s0f0', 'worker-0:lab/enp81s0f0')],
    unreadable: [],
  });
  const hosts = [testPtpHost('worker-0'), testPtpHost('worker-1')];
  const { marks, rows, sentence } = hostClocks({ ...inputs, hosts, config, links });
  expect(marks.get(testPtpHost('worker-1').id)).toMatchObject({ state: 'unknown', why: 'Below worker-0' });
  expect(clockCounts(rows)).toEqual([
    { state: 'freerun', count: 1 },
    { state: 'unknown', count: 1 },
  ]);
  expect(sentence.finding).toBe('No clock is verified');
  expect(sentence.second).toContain('1 clock gives no reading');
  const unplaced = hostClocks({ ...inputs, hosts, config });
  expect(unplaced.marks.get(testPtpHost('worker-1').id)).toMatchObject({ state: 'no-fault' });
});
