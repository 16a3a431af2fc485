/** The address of the events page, read by server and browser alike. */
import { SEVERITIES } from '@/lib/domain/alarm';
import type { EventFilter } from '@/lib/domain/event-filter';
import { type EventRange, LONGEST_RANGE, PRESET_NAMES, rangeAround } from '@/lib/domain/event-range';
import type { LogState } from '@/lib/domain/log-record';
import { listOf, oneOf, type ParamValues, param, readSearch, textParam } from './params';

/** What an address calls the kinds of events. */
const WHAT = ['raised', 'cleared', 'log', 'message', 'operator'] as const;
const STATE_OF = {
  raised: 'set',
  cleared: 'clear',
  log: 'log',
  message: 'msg',
  operator: 'operator',
} as const;
export const WORD_OF: Record<LogState, (typeof WHAT)[number]> = {
  set: 'raised',
  clear: 'cleared',
  log: 'log',
  msg: 'message',
  operator: 'operator',
};

/** An instant with its zone: a link means the same to everybody. */
const instantParam = param<number>(
  (text) => {
    const at = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(at) || at < 0 ? null : at;
  },
  (at) => new Date(at).toISOString().replace('.000Z', 'Z'),
);

const spanParam = param<{ from: number; to: number }>(
  (text) => {
    const [from, to] = text.split('~').map((part) => instantParam.parse(part));
    return typeof from === 'number' && typeof to === 'number' && from < to && to - from <= LONGEST_RANGE
      ? { from, to }
      : null;
  },
  ({ from, to }) => [from, to].map((at) => instantParam.serialize(at)).join('~'),
);

export const EVENT_PARAMS = {
  last: oneOf(PRESET_NAMES),
  from: instantParam,
  to: instantParam,
  sel: spanParam,
  at: instantParam,
  what: listOf(oneOf(WHAT)).withDefault([]),
  severity: listOf(oneOf(SEVERITIES)).withDefault([]),
  host: listOf(textParam).withDefault([]),
  id: listOf(textParam).withDefault([]),
  entity: textParam.withDefault(''),
  text: textParam.withDefault(''),
};

export type EventPlace = {
  range: EventRange;
  /** A part of the range that the list is narrowed to. */
  selection: { from: number; to: number } | null;
  filter: EventFilter;
  /** The instant that a link leads to. */
  at: number | null;
};

/** What the parameters mean. Without a range of its own, a link to an instant shows the hour around it. */
export function placeOf(state: ParamValues<typeof EVENT_PARAMS>): EventPlace {
  const { last, from, to, sel, at } = state;
  const fixed = from !== null && to !== null && from < to && to - from <= LONGEST_RANGE;
  const range: EventRange = fixed
    ? { from, to }
    : at !== null && last === null
      ? rangeAround(at)
      : { last: last ?? '24h' };
  const filter: EventFilter = {
    states: state.what.map((word) => STATE_OF[word]),
    severities: state.severity,
    hosts: state.host,
    ids: state.id,
    entity: state.entity,
    text: state.text,
  };
  return { range, selection: sel, filter, at };
}

export const loadPlace = async (
  search: Promise<Record<string, string | string[] | undefined>>,
): Promise<EventPlace> => placeOf(await readSearch(EVENT_PARAMS, search));
