'use client';
/** The list of the events page: what is new, and pages downwards from there, as one list. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { eventKey } from '@/lib/domain/event';
import type { EventFilter } from '@/lib/domain/event-filter';
import {
  anchorAt,
  type DeedsShown,
  type EventPageRequest,
  type EventRow,
  type EventRows,
  firstRequests,
  NEW_ROWS,
} from '@/lib/domain/event-log';
import type { EventRange } from '@/lib/domain/event-range';
import type { UnreadableRow } from '@/lib/domain/host';
import type { Failure } from '@/lib/domain/result';
import { serverNow } from './clock';
import { viewKey } from './keys';
import { isStale, type Seen } from './seen';
import { useViews } from './view';

export type EventLog = {
  /** Newest first; undefined until the first page was read. */
  rows: EventRow[] | undefined;
  unreadable: UnreadableRow[];
  /** Why there are no rows. */
  error: Failure | undefined;
  stale: boolean;
  /** When the newest of it was read. */
  asOf: number | undefined;
  /** There are older ones in the range. */
  more: boolean;
  /** Older ones are on their way. */
  loading: boolean;
  loadOlder: () => void;
  truncated: boolean;
  /** Whether writes made through this console are among the rows; undefined until that is known. */
  deeds: DeedsShown | undefined;
};

type Depth = { of: string; anchors: readonly number[]; pages: number };

/** A stretch of news this long becomes a page of its own, which is polled no more. */
const NEWS_ROWS = 500;

/** So many pages at most are read by themselves to reach an instant that a link leads to. */
const MOST_PAGES_TO_REACH = 40;

/**
 * @param openedAt server time at which the page was drawn first, epoch milliseconds
 * @param reach older pages are read until this instant is among them
 */
export function useEventLog(
  range: EventRange,
  filter: EventFilter,
  openedAt: number,
  reach: number | null = null,
): EventLog {
  const client = useQueryClient();
  const of = JSON.stringify([range, filter]);
  const [depth, setDepth] = useState<Depth>({ of, anchors: [anchorAt(openedAt)], pages: 1 });
  let now = depth;
  if (depth.of !== of) {
    now = { of, anchors: [anchorAt(serverNow())], pages: 1 };
    setDepth(now);
  }

  const { news, pages } = requests(
    range,
    filter,
    now,
    (request) =>
      // The queries of this view hold what its registry says.
      (client.getQueryData(viewKey('eventRows', request)) as Seen<EventRows> | undefined)?.data,
  );
  const seen = useViews('eventRows', [...news, ...pages]);
  const ofPages = seen.slice(news.length);
  const newest = seen[0]?.data;

  if (news.length > 0 && newest && newest.rows.length > NEWS_ROWS) {
    const top = (newest.rows[0]?.at ?? 0) + 1;
    // More than one reading can hold: what lies between is only reached from above.
    if (newest.next !== null) setDepth({ of, anchors: [top], pages: 1 });
    else if (top > (now.anchors.at(-1) ?? 0)) setDepth({ ...now, anchors: [...now.anchors, top] });
  }

  const first = ofPages[0];
  const last = ofPages.at(-1)?.data;
  const oldest = last?.rows.at(-1)?.at;
  const farther = reach !== null && last?.next != null && oldest !== undefined && oldest > reach;
  if (farther && now.pages === pages.length && pages.length < MOST_PAGES_TO_REACH)
    setDepth({ ...now, pages: now.pages + 1 });

  return {
    rows: first?.data ? together(seen.map((one) => one?.data?.rows ?? [])) : undefined,
    unreadable: seen.flatMap((one) => one?.data?.unreadable ?? []),
    error: seen.find((one) => one?.error)?.error,
    stale: seen.some((one) => isStale(one, serverNow())),
    asOf: seen[0]?.asOf,
    more: last !== undefined && last.next !== null,
    loading: ofPages.length > 1 && last === undefined,
    loadOlder: () => {
      if (last?.next == null) return;
      setDepth((was) =>
        was.of === of && was.pages === pages.length ? { ...was, pages: was.pages + 1 } : was,
      );
    },
    truncated: seen.some((one) => one?.data?.truncated),
    deeds: deedsOf(seen),
  };
}

/** What failed for one reading concerns the list. */
function deedsOf(seen: readonly (Seen<EventRows> | undefined)[]): DeedsShown | undefined {
  const all = seen.flatMap((one) => one?.data?.deeds ?? []);
  return all.find(({ kind }) => kind === 'failed') ?? all[0];
}

/** News first, then stretches of former news, then pages, each of which begins where the one above it ended. */
function requests(
  range: EventRange,
  filter: EventFilter,
  depth: Depth,
  held: (request: EventPageRequest) => EventRows | undefined,
): { news: EventPageRequest[]; pages: EventPageRequest[] } {
  const first = firstRequests(range, filter, depth.anchors[0] ?? 0);
  const news: EventPageRequest[] = [];
  if (first.newest) {
    for (const [index, after] of depth.anchors.entries()) {
      const before = depth.anchors[index + 1];
      news.unshift({ range, filter, after, ...(before === undefined ? {} : { before }), most: NEW_ROWS });
    }
  }
  const pages = [first.page];
  for (let request = first.page; pages.length < depth.pages; ) {
    const next = held(request)?.next;
    if (next === undefined || next === null) break;
    request = { ...first.page, before: next };
    pages.push(request);
  }
  return { news, pages };
}

/** Rows of all readings as one list. Readings of different moments may overlap by a late row. */
function together(parts: readonly (readonly EventRow[])[]): EventRow[] {
  const known = new Set<string>();
  return parts.flat().filter((row) => {
    const key = eventKey(row);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
