import { expect, it } from 'vitest';
import { alarmText } from './alarm-text';
import { testAlarm } from './test-facts';

it('says everything of an alarm, in UTC, with what people said of it', () => {
  const raisedAt = Date.parse('2026-08-21T10:46:31.5Z');
  const alarm = testAlarm({ ...{ raisedAt, repair: 'Monitor and wait.', serviceAffecting: true } });
  const said = { by: 'kari', at: Date.parse('2026-08-21T10:58:00Z') };
  const mark = {
    ...{ id: alarm.id, raisedAt, shelf: null },
    seen: { ...said, why: 'splitter work' },
    notes: [{ ...said, id: 'n', text: 'CHG-20817' }],
  };
  expect(alarmText(alarm, mark, 'nordic')).toBe(`Alarm: 100.101 major
Reason: Platform CPU threshold exceeded
Cloud: nordic
Entity: host=worker-0
Raised: 2026-08-21 10:46:31 UTC
Proposed repair: Monitor and wait.
Probable cause: unknown
Type: unknown
Service-affecting: yes
Blocks upgrades: no
UUID: a0
Seen: kari, 2026-08-21 10:58:00 UTC: splitter work
Note: kari, 2026-08-21 10:58:00 UTC: CHG-20817
`);
  expect(alarmText(testAlarm(), undefined, null)).toContain('Service-affecting: unknown');
});
