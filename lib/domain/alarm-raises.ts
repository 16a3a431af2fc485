/** What was said of an alarm, raise by raise. */
import { type AlarmInstance, type AlarmMarkEntry, type AlarmMarkHistory, instanceKey } from './alarm-mark';

export type RaiseSaid = {
  alarm: AlarmInstance;
  /** When a console first found it gone, epoch milliseconds: it cleared then or before. null when none has. */
  clearedBy: number | null;
  /** What people said of it, oldest first, never empty. */
  said: AlarmMarkEntry[];
};

/**
 * Raises of which something was said, newest first. Those of which nobody said anything leave nothing behind.
 * @param standing the raise that stands now: it is left out
 */
export function raisesSaid({ entries }: AlarmMarkHistory, standing: AlarmInstance | null): RaiseSaid[] {
  const raises = new Map<string, RaiseSaid>();
  const now = standing && instanceKey(standing);
  for (const entry of entries) {
    const key = instanceKey(entry.alarm);
    if (key === now) continue;
    const raise = raises.get(key) ?? { alarm: entry.alarm, clearedBy: null, said: [] };
    if (entry.deed === 'cleared') raise.clearedBy = entry.at;
    else raise.said.unshift(entry);
    raises.set(key, raise);
  }
  return [...raises.values()]
    .filter(({ said }) => said.length > 0)
    .sort((a, b) => b.alarm.raisedAt - a.alarm.raisedAt);
}
