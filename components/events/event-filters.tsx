'use client';

import { User } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { EVENT_STATES } from '@/components/fault/event-words';
import type { FacetState } from '@/components/table/facet-state';
import { FacetSheet, Facets } from '@/components/table/facets';
import { useZone } from '@/components/ui/clock';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { laterPart } from '@/components/ui/later-part';
import { SearchField } from '@/components/ui/search-field';
import { SEVERITIES } from '@/lib/domain/alarm';
import { type EventFilter, isSeverity, isState, NO_FILTER, STATES } from '@/lib/domain/event-filter';
import type { DeedsShown, EventCounts } from '@/lib/domain/event-log';
import type { LogState } from '@/lib/domain/log-record';
import { raiseFirst } from '@/lib/format/words';
import type { EventUrl } from '@/lib/url/event-url';
import { spanWords } from './span-words';

// There once something is narrowed to.
const Chip = laterPart(async () => (await import('./filter-chip')).FilterChip);

const collator = new Intl.Collator('en', { numeric: true });
/** What the list is narrowed by. The values and their counts come from the whole range, not from the rows on hand. */
export function EventFilters({
  url,
  counts,
  deeds,
}: {
  url: EventUrl;
  counts: EventCounts | undefined;
  deeds: DeedsShown | undefined;
}) {
  const { filter, setFilter, selection, select } = url;
  const zone = useZone();
  const facets = facetStates(filter, counts, deeds, setFilter);
  const narrowed =
    facets.some(({ on }) => on.length > 0) ||
    filter.entity !== '' ||
    filter.text !== '' ||
    selection !== null;
  return (
    <>
      <TextFilter value={filter.text} onChange={(text) => setFilter({ text })} />
      {selection && (
        <Chip
          label="Time"
          value={spanWords(selection, zone)}
          remove="Clear the selected time"
          onRemove={() => select(null)}
        />
      )}
      <Facets facets={facets} />
      <FacetSheet
        facets={facets}
        shown="Show events"
        clear={() => setFilter({ states: [], severities: [], hosts: [], ids: [] })}
      />
      {filter.entity !== '' && (
        <Chip
          label="Entity"
          value={filter.entity}
          remove="Clear the entity"
          onRemove={() => setFilter({ entity: '' })}
        />
      )}
      {narrowed && (
        <button
          type="button"
          className="link px-1 max-md:min-h-11"
          onClick={() => {
            setFilter(NO_FILTER);
            if (selection) select(null);
          }}
        >
          Clear all
        </button>
      )}
    </>
  );
}

const PAUSE_MS = 300;

/** Asks once somebody stops typing: every change is a question to the server. */
function TextFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState({ text: value, of: value });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Changed from elsewhere: back, a link, "Clear all".
  if (typed.of !== value) setTyped({ text: value, of: value });
  return (
    <SearchField
      label="Search events"
      placeholder="Text, host, id"
      value={typed.text}
      onValueChange={(text) => {
        setTyped({ text, of: value });
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onChange(text.slice(0, 255)), text === '' ? 0 : PAUSE_MS);
      }}
      className="w-[232px] max-lg:w-[180px] max-lg:[&_kbd]:hidden max-md:h-11 max-md:w-auto max-md:flex-1"
    />
  );
}

/** Never gone without a word: who may not see them, or cannot now, is told so where they would be chosen. */
function deedsOption(deeds: DeedsShown | undefined): Partial<FacetState['options'][number]> {
  if (deeds?.kind === 'withheld') return { count: null, off: deeds.why };
  return deeds?.kind === 'failed' ? { count: null, off: `Cannot be read now. ${deeds.why}` } : {};
}

const MENU = { look: 'menu', holdsBack: false } as const;

function facetStates(
  filter: EventFilter,
  counts: EventCounts | undefined,
  deeds: DeedsShown | undefined,
  set: (part: Partial<EventFilter>) => void,
): FacetState[] {
  const options = (
    facet: keyof EventCounts['facets'],
    order: readonly string[],
    text: (value: string) => string = (value) => value,
    glyph: (value: string) => FacetState['options'][number]['glyph'] = () => null,
    always: readonly string[] = [],
  ) => {
    const found = counts?.facets[facet] ?? {};
    const rank = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
    return [...new Set<string>([...Object.keys(found), ...filter[facet], ...always])]
      .sort((a, b) => rank(a) - rank(b) || collator.compare(a, b))
      .map((value) => ({ value, text: text(value), glyph: glyph(value), count: found[value] ?? 0 }));
  };
  return [
    {
      id: 'what',
      label: 'What',
      ...MENU,
      on: filter.states,
      options: options(
        'states',
        STATES,
        (value) => (isState(value) ? EVENT_STATES[value] : value),
        (value) => value === 'operator' && <User size={14} strokeWidth={1.75} aria-hidden />,
        ['operator'],
      ).map((option) => (option.value === 'operator' ? { ...option, ...deedsOption(deeds) } : option)),
      set: (values) => set({ states: values.filter((value): value is LogState => isState(value)) }),
    },
    {
      id: 'severity',
      label: 'Severity',
      ...MENU,
      on: filter.severities,
      options: options('severities', SEVERITIES, raiseFirst, (value) =>
        isSeverity(value) ? <SeverityGlyph severity={value} size={14} /> : null,
      ),
      set: (values) => set({ severities: values.filter(isSeverity) }),
    },
    {
      id: 'host',
      label: 'Host',
      ...MENU,
      on: filter.hosts,
      options: options('hosts', []),
      set: (values) => set({ hosts: [...values] }),
    },
    {
      id: 'id',
      label: 'ID',
      ...MENU,
      on: filter.ids,
      options: options('ids', []),
      set: (values) => set({ ids: [...values] }),
    },
  ];
}
