/** From an alarm or event to the Sensors tab. Only the drawers of alarms and events have this file. */
import { parseEntity } from '../alarm';
import type { AlarmPlace } from '../alarm-place';
import { OF_HOST, sensorAbout } from './sensor-faults';
import { sensorHref } from './sensor-href';

/** null: it is about no sensors. */
export function sensorPlace(alarmId: string, entity: string): AlarmPlace | null {
  if (alarmId !== '200.007' && !OF_HOST.includes(alarmId)) return null;
  const host = parseEntity(entity).find(({ key }) => key === 'host')?.value;
  if (!host) return null;
  const href = sensorHref(host, sensorAbout({ alarmId, entity }) ?? undefined);
  return { href, label: 'Sensors of this host' };
}
