/** What a person narrows the event log by. The platform cannot: its filters match parts of words, and none is by state. */
import { entityHost, SEVERITIES, type Severity } from './alarm';
import type { LogRecord, LogState } from './log-record';

export const STATES = ['set', 'clear', 'log', 'msg', 'operator'] as const satisfies readonly LogState[];

export type EventFilter = {
  /** Any of these; none means all. */
  states: LogState[];
  severities: Severity[];
  /** Hostnames, whole. */
  hosts: string[];
  /** Catalogue ids, whole. */
  ids: string[];
  /** Part of the entity instance id. */
  entity: string;
  /** Words, each of which is somewhere in reason, entity or id. */
  text: string;
};

export const NO_FILTER: EventFilter = {
  states: [],
  severities: [],
  hosts: [],
  ids: [],
  entity: '',
  text: '',
};

export const FACETS = ['states', 'severities', 'hosts', 'ids'] as const;
export type EventFacet = (typeof FACETS)[number];
/** How many events each value would leave, under every filter but the facet's own. */
export type EventFacets = Record<EventFacet, Record<string, number>>;

type Test = (event: LogRecord) => boolean;

/** The value that a facet looks at; undefined where an event has none. */
export function facetValue(facet: EventFacet, event: LogRecord): string | undefined {
  if (facet === 'states') return event.state;
  // A log carries a severity in the platform's catalogue too, but nothing of that severity stands.
  if (facet === 'severities') return event.severity ?? undefined;
  return facet === 'ids' ? event.eventLogId : entityHost(event.entity);
}

function facetTests(filter: EventFilter): { facet: EventFacet; test: Test }[] {
  return FACETS.flatMap((facet) => {
    const wanted: ReadonlySet<string> = new Set<string>(filter[facet]);
    if (wanted.size === 0) return [];
    return [{ facet, test: (event: LogRecord) => wanted.has(facetValue(facet, event) ?? '') }];
  });
}

function textTest({ entity, text }: EventFilter): Test | null {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && entity === '') return null;
  return (event) => {
    if (entity !== '' && !event.entity.includes(entity)) return false;
    if (words.length === 0) return true;
    const whole = `${event.reason} ${event.entity} ${event.eventLogId}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  };
}

/** Whether an event passes the filter. */
export function eventTest(filter: EventFilter): Test {
  const tests = facetTests(filter).map(({ test }) => test);
  const text = textTest(filter);
  if (text) tests.push(text);
  return (event) => tests.every((test) => test(event));
}

/** Goes through events once: those that pass, and what each facet would leave. */
export function sift(
  events: Iterable<LogRecord>,
  filter: EventFilter,
  take: (event: LogRecord) => void,
): EventFacets {
  const tests = facetTests(filter);
  const text = textTest(filter);
  const facets: EventFacets = { states: {}, severities: {}, hosts: {}, ids: {} };
  for (const event of events) {
    if (text && !text(event)) continue;
    const failed = tests.filter(({ test }) => !test(event));
    if (failed.length > 1) continue;
    if (failed.length === 0) take(event);
    for (const facet of failed.length === 0 ? FACETS : failed.map((one) => one.facet)) {
      const value = facetValue(facet, event);
      if (value !== undefined) facets[facet][value] = (facets[facet][value] ?? 0) + 1;
    }
  }
  return facets;
}

export const isSeverity = (word: string): word is Severity => SEVERITIES.some((one) => one === word);
export const isState = (word: string): word is LogState => STATES.some((one) => one === word);
