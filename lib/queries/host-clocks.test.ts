import { expect, it } from 'vitest';
import { clockCounts } from '@/lib/domain/clock/clock-counts';
import { HOUR, NOW, testInputs, testPtpHost } from '@/lib/domain/clock/test-clocks';
import { testAlarm } from '@/lib/domain/test-facts';
import { hostClocks } from './host-clocks';

const noLock = testAlarm({
  ...{ id: 'no-lock', alarmId: '100.119', severity: 'major', raisedAt: NOW - HOUR },
  ...{ entity: 'host=worker-0.instance=ptp4l.ptp=no-lock', reason: 'Not locked' },
});
const { ports: _, ...derived } = testInputs({ alarms: [noLock] });
const inputs = { ...derived, live: null };
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
