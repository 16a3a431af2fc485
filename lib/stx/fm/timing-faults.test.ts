/** What the recorded alarms and events about time say, read as the clocks read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { timingFault } from '@/lib/domain/clock/timing-fault';
import { decodeAlarms } from './alarms';
import { decodeEvents } from './events';

const RECORDINGS = join(import.meta.dirname, '../../../simulator/recordings/fm');
const envelope = z.object({
  body: z
    .object({ alarms: z.array(z.unknown()).optional(), event_log: z.array(z.unknown()).optional() })
    .nullable()
    .catch(null),
});

const faults = readdirSync(RECORDINGS).flatMap((file) => {
  const { body } = envelope.parse(JSON.parse(readFileSync(join(RECORDINGS, file), 'utf8')));
  const { alarms } = decodeAlarms(body?.alarms ?? []);
  const { events } = decodeEvents(body?.event_log ?? []);
  return [...alarms, ...events.map((event) => ({ ...event, alarmId: event.eventLogId }))].flatMap(
    (report) => timingFault(report) ?? [],
  );
});

it('finds more than a few, all of a form that is known, each with its host', () => {
  expect(faults.length).toBeGreaterThan(30);
  expect(faults.filter(({ form, host }) => form === 'other' || host === null)).toEqual([]);
});

it.each([
  ['out-of-tolerance', { outBy: { ns: 4_127_000, atLeast: false } }],
  ['out-of-tolerance', { limits: { minorNs: 1_000, majorNs: 1_000_000 } }],
  ['process', { unit: 'ptp4l@ptp1.service' }],
  ['phc2sys-no-prc-lock', { clockClass: 248 }],
  ['gnss-monitor-satellites', { satellites: { seen: 3, threshold: 8 } }],
  ['gnss-monitor-quality', { signal: { minDb: 21, averageDb: 27.4, thresholdDb: 30 } }],
  ['gnss-signal-loss', { condition: 'unlocked' }],
  ['1pps-signal-loss', { condition: 'invalid' }],
])('reads the figures of their texts: %s %j', (form, figures) => {
  const found = faults.filter((fault) => fault.form === form).map((fault) => fault.figures);
  expect(found).toContainEqual(expect.objectContaining(figures));
});
