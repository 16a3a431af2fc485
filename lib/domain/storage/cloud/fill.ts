/**
 * How full filesystems and volume groups are. sysinv does not know: the one word that the platform has is alarm 100.104, raised by
 * collectd's df plugin at 80 % and 90 % with the figures in its text (fault/fm-doc events.yaml). Below the limit nothing is said.
 */
import { type Alarm, byUrgency, parseEntity } from '../../alarm';
import type { Unknown } from '../../host';

export const FILL_ALARM = '100.104';

/** Where the platform raises it, in percent. */
export const FILL_LIMITS = { major: 80, critical: 90 } as const;

export type Fill = {
  alarm: Alarm;
  hostname: Unknown<string>;
  of: 'filesystem' | 'volume group' | 'unknown';
  /** `/var/log`, `cgts-vg`; what the platform wrote where it is neither. */
  name: string;
  /** Of 100, when the alarm was raised or last changed; null where its text has no figure. */
  actualPercent: Unknown<number>;
  limitPercent: Unknown<number>;
};

const percent = (text: string, word: string): number | null => {
  const value = Number(new RegExp(`${word}\\s+(\\d+(?:\\.\\d+)?)\\s*%`, 'i').exec(text)?.[1] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
};

/** @returns null for an alarm of something else */
export function fillOf(alarm: Alarm): Fill | null {
  if (alarm.alarmId !== FILL_ALARM) return null;
  const parts = parseEntity(alarm.entity);
  const partOf = (key: string) => parts.find((part) => part.key === key)?.value;
  const [filesystem, group] = [partOf('filesystem'), partOf('volumegroup')];
  return {
    alarm,
    hostname: partOf('host') ?? null,
    of: filesystem !== undefined ? 'filesystem' : group !== undefined ? 'volume group' : 'unknown',
    name: filesystem ?? group ?? alarm.entity,
    actualPercent: percent(alarm.reason, 'actual'),
    limitPercent: percent(alarm.reason, 'threshold'),
  };
}

/** All that are over a limit, worst first: by severity, then the fullest. Suppressed ones are facts as well. */
export function fillsOf(alarms: readonly Alarm[]): Fill[] {
  return alarms
    .flatMap((alarm) => fillOf(alarm) ?? [])
    .sort((a, b) => {
      const bySeverity = byUrgency({ ...a.alarm, raisedAt: 0 }, { ...b.alarm, raisedAt: 0 });
      return (
        bySeverity ||
        (b.actualPercent ?? -1) - (a.actualPercent ?? -1) ||
        byUrgency(a.alarm, b.alarm) ||
        (a.alarm.id < b.alarm.id ? -1 : 1)
      );
    });
}
