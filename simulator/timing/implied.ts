/**
 * Alarms of clocks that somebody else raised: noise, a test, an operator. Whatever raised them, the clocks then read as the
 * alarm says, so that the notification API and the metrics of a host agree with its alarms.
 */
import type { Cloud } from './cloud';
import type { Fault, FaultKind } from './faults';

/** Entity suffixes, as the collectd plugins write them, and what they tell of a clock. */
const FORMS: readonly [RegExp, FaultKind][] = [
  [/^host=([^.]+)\.instance=(.+)\.ptp$/, 'ptp4l-crash'],
  [/^host=([^.]+)\.instance=(.+)\.ptp=no-lock$/, 'grandmaster-loss'],
  [/^host=([^.]+)\.instance=(.+)\.ptp=out-of-tolerance$/, 'out-of-tolerance'],
  [/^host=([^.]+)\.interface=(?:.+)\.ptp=GNSS-signal-loss$/, 'gnss-loss'],
  [/^host=([^.]+)\.gnss-monitor=(?:.+)\.ptp=GNSS-signal-loss$/, 'gnss-loss'],
  [/^host=([^.]+)\.interface=(?:.+)\.ptp=1PPS-signal-loss$/, '1pps-loss'],
  [/^host=([^.]+)\.interface=(?:.+)\.synce=source-loss$/, 'synce-source-loss'],
];

/** @param own says which alarms are those of the audits, which add nothing */
export function impliedFaults(world: Cloud, own: { owns(id: string, entity: string): boolean }): Fault[] {
  return world.fm.alarms.flatMap(({ alarm_id, entity_instance_id, reason_text, timestamp, id }) => {
    if (alarm_id !== '100.119' || own.owns(alarm_id, entity_instance_id)) return [];
    for (const [form, kind] of FORMS) {
      const [, host, instance] = form.exec(entity_instance_id) ?? [];
      if (!host) continue;
      const until = Number.POSITIVE_INFINITY;
      const fault: Fault = { id: -id, kind, host, since: timestamp, until };
      if (instance) fault.instance = instance;
      if (kind === 'out-of-tolerance') {
        // The offset stands where the text says, and has stood there for as long as the alarm.
        fault.peakNs = offsetIn(reason_text) ?? 1180;
        fault.since = timestamp - 600_000;
      }
      return [fault];
    }
    return [];
  });
}

const UNITS: Record<string, number> = { nsec: 1, microsecs: 1000, millisecs: 1_000_000 };

/** Nanoseconds that a text of the platform says. */
function offsetIn(text: string): number | undefined {
  const [, amount, unit] = /out of tolerance by ([\d.]+) (nsec|microsecs|millisecs)/.exec(text) ?? [];
  const scale = UNITS[unit ?? ''];
  return amount && scale ? Number(amount) * scale : undefined;
}
