/** One alarm as plain text for a ticket. */
import type { Alarm } from './alarm';
import type { AlarmMark } from './alarm-mark';

const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
const known = (value: string | null): string => value ?? 'unknown';
const affecting = (value: boolean | null): string => (value === null ? 'unknown' : value ? 'yes' : 'no');

/**
 * Every line is `name: value`, times in UTC, so that it reads the same wherever it is pasted.
 * @param cloud the cloud's name, or null while it is not known
 */
export function alarmText(alarm: Alarm, mark: AlarmMark | undefined, cloud: string | null): string {
  const lines: [string, string][] = [
    ['Alarm', `${alarm.alarmId} ${alarm.severity}`],
    ['Reason', alarm.reason],
    ...(cloud ? [['Cloud', cloud] satisfies [string, string]] : []),
    ['Entity', alarm.entity],
    ['Raised', utc(alarm.raisedAt)],
    ['Proposed repair', known(alarm.repair)],
    ['Probable cause', known(alarm.probableCause)],
    ['Type', known(alarm.type)],
    ['Service-affecting', affecting(alarm.serviceAffecting)],
    ['Blocks upgrades', affecting(alarm.managementAffecting)],
    ['UUID', alarm.id],
  ];
  if (mark?.seen)
    lines.push(['Seen', `${mark.seen.by}, ${utc(mark.seen.at)}${mark.seen.why && `: ${mark.seen.why}`}`]);
  for (const { by, at, text } of mark?.notes ?? []) lines.push(['Note', `${by}, ${utc(at)}: ${text}`]);
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}
