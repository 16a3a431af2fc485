/** Fault management's memory: active alarms, the event log, what is suppressed. */
import type { Clock } from '../kernel/clock';
import { EventLog } from './log-table';

export type Severity = 'critical' | 'major' | 'minor' | 'warning';

export function isSeverity(text: string): text is Severity {
  return text === 'critical' || text === 'major' || text === 'minor' || text === 'warning';
}

/** What a raiser says; the rest (uuid, times, suppression) is fault management's own. */
export type AlarmSpec = {
  alarm_id: string;
  entity_type_id: string;
  entity_instance_id: string;
  severity: Severity;
  reason_text: string;
  alarm_type: string;
  probable_cause: string;
  proposed_repair_action: string;
  service_affecting: boolean;
  suppression: boolean;
  mgmt_affecting: boolean;
  degrade_affecting: boolean;
};

export type Alarm = AlarmSpec & { id: number; uuid: string; timestamp: number };

/** `set` and `clear` come in pairs for an alarm; a `log` stands alone. */
export type EventState = 'set' | 'clear' | 'log';
export type Event = AlarmSpec & { id: number; uuid: string; timestamp: number; state: EventState };

/** A row of the log that is over: `at` in epoch milliseconds. */
export type PastEvent = { spec: AlarmSpec; state: EventState; uuid: string; at: number };

export type Suppression = {
  id: number;
  uuid: string;
  alarm_id: string;
  description: string;
  suppressed: boolean;
};

/** fm.conf event_tablemax_size as the platform ships it. */
export const EVENT_LOG_MAX = 4000;

export class FmState {
  /** How many rows the event log keeps; the oldest go. */
  private eventLogMax = EVENT_LOG_MAX;
  private readonly table = new EventLog();
  private readonly active = new Map<string, Alarm>();
  private listed: readonly Alarm[] | undefined;
  private rows: readonly Suppression[] = [];
  private rowOf = new Map<string, Suppression>();
  private nextId = 1;

  /** @param newUuid a source of uuids, the same for the same world */
  constructor(
    private readonly clock: Clock,
    private readonly newUuid: () => string,
  ) {}

  /** In order of their integer id. A new list after every change. */
  get alarms(): readonly Alarm[] {
    this.listed ??= [...this.active.values()];
    return this.listed;
  }

  /** In order of their stamps, oldest first. */
  get events(): readonly Event[] {
    return this.table.rows;
  }

  /** The log between two stamps, both included, newest first; microseconds since the epoch. */
  newestEvents(from: number, to: number): Iterable<Event> {
    return this.table.newestFirst(from, to);
  }

  get suppressions(): readonly Suppression[] {
    return this.rows;
  }

  set suppressions(rows: readonly Suppression[]) {
    this.rows = rows;
    this.rowOf = new Map(rows.map((row) => [row.alarm_id, row]));
  }

  /**
   * Sets an alarm and writes its `set` event under the same uuid. An alarm that is already set for the same id and
   * entity is updated in place (severity, text, time) and keeps its uuid, as fm-core does. Returns the uuid.
   * @param at epoch milliseconds; now, if left out
   */
  raise(spec: AlarmSpec, at = this.clock.now()): string {
    this.listed = undefined;
    const key = keyOf(spec.alarm_id, spec.entity_instance_id);
    const present = this.active.get(key);
    if (present) {
      Object.assign(present, spec, { timestamp: at });
      this.record(present, 'set', present.uuid, at);
      return present.uuid;
    }
    const alarm: Alarm = { ...spec, id: this.nextId++, uuid: this.newUuid(), timestamp: at };
    this.active.set(key, alarm);
    this.record(alarm, 'set', alarm.uuid, at);
    return alarm.uuid;
  }

  /** Clears an alarm and writes a `clear` event with a uuid of its own. False when there was none. */
  clear(alarmId: string, entity: string, at = this.clock.now()): boolean {
    const key = keyOf(alarmId, entity);
    const alarm = this.active.get(key);
    if (!alarm) return false;
    this.listed = undefined;
    this.active.delete(key);
    this.record(alarm, 'clear', this.newUuid(), at);
    return true;
  }

  /** Clears every alarm on an entity and below it: `host=worker-1` and `host=worker-1.…`. Returns how many. */
  clearEntityPrefix(entity: string): number {
    const found = this.alarms.filter(
      ({ entity_instance_id: id }) => id === entity || id.startsWith(`${entity}.`),
    );
    for (const alarm of found) this.clear(alarm.alarm_id, alarm.entity_instance_id);
    return found.length;
  }

  /** Writes an entry to the event log that is no alarm. Returns its uuid. */
  log(spec: AlarmSpec, at = this.clock.now()): string {
    const uuid = this.newUuid();
    this.record(spec, 'log', uuid, at);
    return uuid;
  }

  /** Sets how many rows the event log keeps, and drops the oldest beyond that. */
  capEvents(rows: number): void {
    this.eventLogMax = rows;
    this.table.cut(rows);
  }

  /**
   * Writes what happened before now into the log, touching no active alarm: rows in order of time, as a database that
   * was restored has them. The cap grows to hold them.
   */
  restore(past: readonly PastEvent[]): void {
    this.eventLogMax = Math.max(this.eventLogMax, this.events.length + past.length);
    this.table.insertMany(
      past.map(({ spec, state, uuid, at }) => ({ ...spec, id: this.nextId++, uuid, timestamp: at, state })),
    );
  }

  find(alarmId: string, entity: string): Alarm | undefined {
    return this.active.get(keyOf(alarmId, entity));
  }

  isSuppressed(alarmId: string): boolean {
    return this.rowOf.get(alarmId)?.suppressed === true;
  }

  /** Suppresses an id or lifts that. False for an id without a row. */
  suppress(alarmId: string, suppressed: boolean): boolean {
    const row = this.rowOf.get(alarmId);
    if (row) row.suppressed = suppressed;
    return row !== undefined;
  }

  private record(spec: AlarmSpec, state: EventState, uuid: string, at: number): void {
    this.table.insert({ ...spec, id: this.nextId++, uuid, timestamp: at, state });
    this.table.cut(this.eventLogMax);
  }
}

function keyOf(alarmId: string, entity: string): string {
  return `${alarmId} ${entity}`;
}
