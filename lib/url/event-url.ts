'use client';

import { useMemo } from 'react';
import type { EventFilter } from '@/lib/domain/event-filter';
import type { EventRange } from '@/lib/domain/event-range';
import { changeSearch, useSearchText } from './address';
import { EVENT_PARAMS, type EventPlace, placeOf, WORD_OF } from './event-params';
import { useParams } from './use-params';

export type EventUrl = EventPlace & {
  setRange: (range: EventRange) => void;
  select: (span: { from: number; to: number } | null) => void;
  /** Typing replaces the history entry, everything else adds one. */
  setFilter: (part: Partial<EventFilter>) => void;
};

/** Everything about the events page that a link carries, save which row is open. */
export function useEventUrl(): EventUrl {
  const [state, set] = useParams(EVENT_PARAMS);
  return useMemo(() => {
    const place = placeOf(state);
    return {
      ...place,
      setRange: (next) =>
        set(
          {
            ...{ sel: null, at: null },
            ...('last' in next
              ? { last: next.last === '24h' ? null : next.last, from: null, to: null }
              : { last: null, from: next.from, to: next.to }),
          },
          'push',
        ),
      select: (span) => set({ sel: span, at: null }, 'push'),
      setFilter: (part) => {
        const { states, severities, hosts, ids, entity, text } = { ...place.filter, ...part };
        set(
          {
            what: states.map((one) => WORD_OF[one]),
            severity: [...severities],
            host: [...hosts],
            id: [...ids],
            entity,
            text,
          },
          'text' in part && Object.keys(part).length === 1 ? 'typing' : 'push',
        );
      },
    };
  }, [state, set]);
}

/** What a saved view of the events holds: everything but a link's instant, and the columns. */
const OF_VIEW = [...Object.keys(EVENT_PARAMS).filter((name) => name !== 'at'), 'cols'].sort();

/** One spelling for one view, so that two can be compared. */
export function eventViewOf(search: string): string {
  const from = new URLSearchParams(search);
  const view = new URLSearchParams();
  for (const name of OF_VIEW) {
    const text = from.get(name);
    if (text) view.set(name, text);
  }
  return view.toString();
}

/** The view on screen, and how to go to another: a place of its own, one step back from here. */
export function useEventView(): { query: string; apply: (query: string) => void } {
  const query = eventViewOf(useSearchText());
  return {
    query,
    apply: (text) => {
      const wanted = new URLSearchParams(text);
      const changes = OF_VIEW.map((name) => [name, wanted.get(name)] as const);
      changeSearch({ ...Object.fromEntries(changes), at: null, open: null }, 'push');
    },
  };
}
