/** Alarms that stood until a moment ago: they leave a trace instead of vanishing from under the reader's eyes. */
import { type Alarm, SEVERITIES, type Severity } from './alarm';
import type { EventRecord } from './event';

export type ClearedAlarm = {
  /** Uuid of the alarm where it is known (its `set` event has the same), else of the event that cleared it. */
  id: string;
  alarmId: string;
  severity: Severity;
  entity: string;
  reason: string;
  /** null when the raise is older than what was read. */
  raisedAt: number | null;
  clearedAt: number;
};

/** An alarm that one reading had and the next had not, with the time of that next one. */
export type GoneAlarm = { alarm: Alarm; at: number };

const keyOf = ({ alarmId, entity }: { alarmId: string; entity: string }): string => `${alarmId} ${entity}`;

/**
 * The newest clear of each alarm id and entity since `from`, newest first, those that stand again left out. The event
 * log says it best but is read less often; what left the list of active alarms stands in until it does.
 * @param events null while the event log could not be read
 */
export function clearedAlarms(
  events: readonly EventRecord[] | null,
  gone: readonly GoneAlarm[],
  active: readonly Alarm[],
  from: number,
): ClearedAlarm[] {
  const standing = new Set(active.map(keyOf));
  const found = new Map<string, ClearedAlarm>();
  // The log is newest first; two records of one instant have to change places too.
  for (const event of [...(events ?? [])].reverse().sort((a, b) => a.at - b.at)) {
    if (event.suppressed) continue;
    const key = keyOf({ alarmId: event.eventLogId, entity: event.entity });
    const known = found.get(key);
    if (event.state === 'set') found.set(key, fromSet(event));
    else if (event.state === 'clear') {
      const raised = known && known.clearedAt === STANDS ? known : null;
      found.set(key, { ...(raised ?? { ...fromSet(event), raisedAt: null }), clearedAt: event.at });
    }
  }
  for (const { alarm, at } of gone) {
    const known = found.get(keyOf(alarm));
    if (known && known.clearedAt !== STANDS && known.clearedAt >= alarm.raisedAt) {
      found.set(keyOf(alarm), { ...fromAlarm(alarm, known.clearedAt) });
    } else found.set(keyOf(alarm), fromAlarm(alarm, at));
  }
  return [...found]
    .flatMap(([key, alarm]) => (standing.has(key) || alarm.clearedAt === STANDS ? [] : [alarm]))
    .filter(({ clearedAt }) => clearedAt >= from)
    .sort((a, b) => b.clearedAt - a.clearedAt);
}

/** Raised, and no clear seen yet. */
const STANDS = Number.NEGATIVE_INFINITY;

const fromSet = ({ id, eventLogId, severity, entity, reason, at }: EventRecord): ClearedAlarm => ({
  ...{ id, alarmId: eventLogId, severity: severity ?? SEVERITIES[3], entity, reason },
  raisedAt: at,
  clearedAt: STANDS,
});

const fromAlarm = (
  { id, alarmId, severity, entity, reason, raisedAt }: Alarm,
  clearedAt: number,
): ClearedAlarm => ({ id, alarmId, severity, entity, reason, raisedAt, clearedAt });

/**
 * What left the list between two readings is added to what left before; what is older than `from` or stands again goes.
 * @param at server time of the newer reading
 */
export function addGone(
  gone: readonly GoneAlarm[],
  before: readonly Alarm[],
  now: readonly Alarm[],
  at: number,
  from: number,
): GoneAlarm[] {
  const standing = new Set(now.map(keyOf));
  const left = before.filter((alarm) => !standing.has(keyOf(alarm)) && !alarm.suppressed);
  const fresh = new Set(left.map(keyOf));
  return [
    ...gone.filter(
      (each) => !standing.has(keyOf(each.alarm)) && !fresh.has(keyOf(each.alarm)) && each.at >= from,
    ),
    ...left.map((alarm) => ({ alarm, at })),
  ];
}
