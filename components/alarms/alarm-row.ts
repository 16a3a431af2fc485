/** A row of the alarms list: plain values, so that a poll draws only what changed. */
import { type Alarm, entityHost, leftOut, type Severity } from '@/lib/domain/alarm';
import { entityPlace } from '@/lib/domain/alarm-entity';
import type { ClearedAlarm } from '@/lib/domain/cleared-alarm';
import type { AlarmSums } from '@/lib/queries/active-alarms';
import type { Look } from '@/lib/queries/alarm-look';

export const AGES = ['hour', 'day', 'week', 'older'] as const;
export type Age = (typeof AGES)[number];
export type AlarmState = 'active' | 'suppressed' | 'shelved';

export type AlarmRow = {
  /** Uuid of the alarm. */
  key: string;
  alarmId: string;
  severity: Severity;
  entity: string;
  reason: string;
  /** Short name of what it stands on. */
  place: string;
  host: string | null;
  type: string | null;
  probableCause: string | null;
  blocksUpgrades: boolean;
  state: AlarmState;
  raisedAt: number | null;
  /** null while it stands. */
  clearedAt: number | null;
  age: Age;
  /** Raised since this browser last looked, and neither opened here nor seen by anybody. */
  fresh: boolean;
  seenBy: string | null;
  notes: number;
  shelvedUntil: number | null;
};

const HOUR = 3_600_000;

function ageOf(span: number): Age {
  if (span < HOUR) return 'hour';
  if (span < 24 * HOUR) return 'day';
  return span < 7 * 24 * HOUR ? 'week' : 'older';
}

/** @param now server time; a minute's step will do */
export function alarmRows(alarms: readonly Alarm[], sums: AlarmSums, look: Look, now: number): AlarmRow[] {
  return alarms.map((alarm) => {
    const mark = sums.markOf(alarm);
    const state = leftOut(alarm, sums.shelved) ?? 'active';
    const isNew = look.since !== null && alarm.raisedAt > look.since && !look.opened.has(alarm.id);
    return {
      key: alarm.id,
      alarmId: alarm.alarmId,
      severity: alarm.severity,
      entity: alarm.entity,
      reason: alarm.reason,
      place: entityPlace(alarm.entity),
      host: entityHost(alarm.entity) ?? null,
      type: alarm.type,
      probableCause: alarm.probableCause,
      blocksUpgrades: alarm.managementAffecting,
      state,
      raisedAt: alarm.raisedAt,
      clearedAt: null,
      age: ageOf(now - alarm.raisedAt),
      fresh: isNew && state === 'active' && !mark?.seen,
      seenBy: mark?.seen?.by ?? null,
      notes: mark?.notes.length ?? 0,
      shelvedUntil: state === 'shelved' ? (mark?.shelf?.until ?? null) : null,
    };
  });
}

export const clearedRow = (alarm: ClearedAlarm): AlarmRow => ({
  key: alarm.id,
  alarmId: alarm.alarmId,
  severity: alarm.severity,
  entity: alarm.entity,
  reason: alarm.reason,
  place: entityPlace(alarm.entity),
  host: entityHost(alarm.entity) ?? null,
  ...{ type: null, probableCause: null, blocksUpgrades: false, state: 'active', age: 'hour' },
  raisedAt: alarm.raisedAt,
  clearedAt: alarm.clearedAt,
  ...{ fresh: false, seenBy: null, notes: 0, shelvedUntil: null },
});
