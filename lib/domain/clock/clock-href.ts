/** From an alarm or event about time to the clock that it is about. */
import { entityHost } from '../alarm';
import { isTimingId } from './timing-fault';

/** Where the console shows that clock; null when it is about something else, or names no host. */
export function clockHref(alarmId: string, entity: string): string | null {
  const host = isTimingId(alarmId) ? entityHost(entity) : undefined;
  return host === undefined ? null : `/clocks?open=${encodeURIComponent(host)}`;
}
