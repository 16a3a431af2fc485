/** Which alarms speak of storage, and what they say of Ceph. */
import { type Alarm, type AlarmList, byUrgency, parseEntity } from '../../alarm';
import { FILL_ALARM } from './fill';

/** Group 800 is storage (fault/fm-doc events.yaml); 100.104 is a full filesystem or volume group. */
export const isStorageAlarm = ({ alarmId }: Pick<Alarm, 'alarmId'>): boolean =>
  alarmId.startsWith('800.') || alarmId === FILL_ALARM;

/** Of Ceph's cluster: a part is unavailable, a replication group has no OSD, replication is lost. */
const CEPH_ALARMS: readonly string[] = ['800.001', '800.010', '800.011'];

/**
 * What is known of Ceph's health. sysinv does not tell it; fault management raises alarms about it. No alarm is no proof of
 * health: `quiet` says only that none is active.
 */
export type CephHealth =
  | { word: 'alarmed'; alarms: readonly Alarm[] }
  | { word: 'quiet' }
  | { word: 'unknown'; why: string };

/** @param list null: alarms could not be read, or not yet */
export function cephHealth(list: AlarmList | null): CephHealth {
  if (list === null) return { word: 'unknown', why: 'Alarms could not be read' };
  const alarms = list.alarms.filter(({ alarmId }) => CEPH_ALARMS.includes(alarmId)).sort(byUrgency);
  if (alarms.length > 0) return { word: 'alarmed', alarms };
  return list.capped
    ? { word: 'unknown', why: 'Fault management gave only a part of its alarms' }
    : { word: 'quiet' };
}

/** Storage alarms, worst first. */
export const storageAlarms = (alarms: readonly Alarm[]): Alarm[] =>
  alarms.filter(isStorageAlarm).sort(byUrgency);

/** The backend that an alarm is about (800.104 `storage_backend=<name>`), or null. */
export const alarmBackend = ({ entity }: Pick<Alarm, 'entity'>): string | null =>
  parseEntity(entity).find(({ key }) => key === 'storage_backend')?.value ?? null;
