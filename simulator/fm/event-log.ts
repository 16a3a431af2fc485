/** /v1/event_log (fm-rest-api controllers/v1/event_log.py). */
import type { Call, Reply } from '../kernel/http';
import type { World } from '../kernel/world';
import type { EntityNames } from './ports';
import {
  boolOf,
  checkArguments,
  checkMarker,
  filtersOf,
  limitOf,
  matchesAll,
  momentOf,
  nextLink,
  refuse,
} from './query';
import type { Event } from './state';
import { eventBody } from './wire';

const LIST_ARGUMENTS = [
  'alarms',
  'logs',
  'include_suppress',
  'expand',
  'limit',
  'marker',
  'sort_key',
  'sort_dir',
];
const DETAIL_ARGUMENTS = ['alarms', 'logs', 'limit', 'marker', 'sort_key', 'sort_dir'];
const FIELDS = [
  'uuid',
  'event_log_type',
  'event_log_id',
  'entity_type_id',
  'entity_instance_id',
  'severity',
  'start',
  'end',
];
const EXACT = ['uuid', 'event_log_type'];

/** Newest first, or oldest first by `timestamp`. Without a limit every row comes back, however many. */
export function listEvents(world: World, call: Call, names: EntityNames, detail: boolean): Reply {
  checkArguments(call, detail ? DETAIL_ARGUMENTS : LIST_ARGUMENTS);
  const { fm } = world;
  const expand = detail || boolOf(call, 'expand');
  const includeSuppressed = boolOf(call, 'include_suppress');
  const [alarms, logs] = [boolOf(call, 'alarms'), boolOf(call, 'logs')];
  const limit = limitOf(call);
  const filters = filtersOf(call, FIELDS);
  const from = filters.filter(({ field }) => field === 'start').map(({ value }) => momentOf(value));
  const to = filters.filter(({ field }) => field === 'end').map(({ value }) => momentOf(value));
  const fields = filters.filter(({ field }) => field !== 'start' && field !== 'end');
  checkMarker(call, (uuid) => fm.events.some((event) => event.uuid === uuid), 'Event Log');
  const rows: Event[] = [];
  const newestFirst = fm.newestEvents(Math.max(...from, 0), Math.min(...to, Number.MAX_SAFE_INTEGER));
  const oldestFirst = call.query.get('sort_key') === 'timestamp' && call.query.get('sort_dir') === 'asc';
  for (const event of oldestFirst ? [...newestFirst].reverse() : newestFirst) {
    if (alarms !== logs && (event.state === 'log') !== logs) continue;
    // Suppressing an id hides its set and clear events; what is only logged stays.
    if (!includeSuppressed && event.state !== 'log' && fm.isSuppressed(event.alarm_id)) continue;
    if (!matchesAll((field) => textOf(event, field), fields, EXACT)) continue;
    if (rows.push(event) === limit) break;
  }
  const event_log = rows.map((event) => eventBody(fm, event, expand, names(event.entity_instance_id)));
  const last = rows.at(-1);
  if (!last || limit === undefined || rows.length < limit) return { status: 200, body: { event_log } };
  const next = detail
    ? nextLink(call, '/v1/event_log/detail', limit, last.uuid, ['id', 'asc'])
    : nextLink(call, '/v1/event_log', limit, last.uuid, ['timestamp', 'desc']);
  return { status: 200, body: { event_log, next } };
}

export function getEvent(world: World, call: Call, names: EntityNames): Reply {
  const uuid = call.params.id ?? '';
  // A set and what updated it share the alarm's uuid; the first is the one found.
  const event = world.fm.events.find((candidate) => candidate.uuid === uuid);
  if (!event) return refuse(404, `[HTTP 404] Event Log ${uuid} could not be found.`);
  return { status: 200, body: eventBody(world.fm, event, true, names(event.entity_instance_id)) };
}

/** The log's own names of two columns. */
function textOf(event: Event, field: string): string {
  if (field === 'event_log_id') return event.alarm_id;
  if (field === 'event_log_type') return event.alarm_type;
  if (field === 'uuid' || field === 'entity_type_id' || field === 'entity_instance_id') return event[field];
  return event.severity;
}
