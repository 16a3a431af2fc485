import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeAlarmTypes } from './suppression';

const recorded = (name: string): unknown[] => {
  const file = new URL(`../../../simulator/recordings/fm/${name}.json`, import.meta.url);
  const { body } = JSON.parse(readFileSync(file, 'utf8'));
  return body.event_suppression ?? [body];
};

describe('types of alarms', () => {
  it('reads every recorded row, each with words to show', () => {
    const { types, unreadable } = decodeAlarmTypes(recorded('event-suppression-list'));
    expect(unreadable).toEqual([]);
    expect(types).toHaveLength(135);
    for (const { alarmId, says } of types) {
      expect(says.length, alarmId).toBeGreaterThan(0);
      for (const { text } of says) expect(text, alarmId).not.toMatch(/[\n]| {2}|^\{|^OR\b|\.\.\.$/);
    }
    const hidden = types.filter(({ suppressed }) => suppressed).map(({ alarmId }) => alarmId);
    expect(hidden).toEqual(['100.118', '200.010', '280.003']);
  });

  it('knows which are hidden', () => {
    const { types } = decodeAlarmTypes(recorded('event-suppression-list-suppressed'));
    expect(types.length).toBeGreaterThan(0);
    expect(types.every(({ suppressed }) => suppressed)).toBe(true);
    expect(decodeAlarmTypes(recorded('event-suppression-patch-suppress')).types).toMatchObject([
      { alarmId: '100.119', suppressed: true, cut: true },
    ]);
  });

  it('lists an odd row instead of taking it for "not hidden"', () => {
    const [row] = recorded('event-suppression-get');
    const odd = { ...Object(row), suppression_status: 'None' };
    const { types, unreadable } = decodeAlarmTypes([odd, row]);
    expect(types).toHaveLength(1);
    expect(unreadable).toMatchObject([{ name: '100.119' }]);
    expect(unreadable[0]?.why).toContain('suppression_status');
  });
});
