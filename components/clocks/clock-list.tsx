'use client';
/** The clocks as a flat list, most urgent first: what a filter shows, and what a phone shows. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { DataTable } from '@/components/table/data-table';
import { byUrgency, type ClockRow } from '@/lib/domain/clock/clock-row';
import type { StateBand } from '@/lib/domain/clock/state-band';
import { ClockCard } from './clock-card';
import { CLOCK_COLUMNS } from './clock-columns';
import { takeSearch } from './clock-list-later';
import { BandLength, WayToLook } from './clock-tools';
import { CLOCK_VIEWS } from './clock-views';
import { Bands } from './list-band';

const keyOf = ({ host }: ClockRow) => host;
const urgency = (row: ClockRow) => row.urgency;
const SORT = { id: 'state', desc: true };

export function ClockList(props: {
  rows: readonly ClockRow[];
  bands: ReadonlyMap<string, StateBand> | undefined;
  stale: boolean;
  aside: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  // Of equal urgency the list keeps this order: the one that has been so longest, as everywhere.
  const rows = useMemo(() => props.rows.toSorted(byUrgency), [props.rows]);
  useEffect(() => {
    if (!takeSearch()) return;
    const field = frame.current?.querySelector<HTMLInputElement>('input[type="search"]');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  return (
    <Bands value={props.bands}>
      <div ref={frame} className="contents">
        <DataTable
          id="clocks"
          noun={{ one: 'clock', many: 'clocks' }}
          columns={CLOCK_COLUMNS}
          rows={rows}
          rowKey={keyOf}
          rowLabel={keyOf}
          views={CLOCK_VIEWS}
          defaultSort={SORT}
          searchPlaceholder="Host, port, source"
          tools={
            <>
              <WayToLook list />
              <BandLength />
            </>
          }
          detail
          card={(row) => <ClockCard row={row} />}
          urgency={urgency}
          stale={props.stale}
          aside={props.aside}
        />
      </div>
    </Bands>
  );
}
