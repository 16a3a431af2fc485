'use client';

import { clsx } from 'clsx';
import { laterPart } from '@/components/ui/later-part';
import { SkeletonRows } from '@/components/ui/skeleton';
import { CardRows } from './card-rows';
import { Foot } from './foot';
import { GridRows } from './grid-rows';
import { footHints } from './keys';
import type { DataTableProps } from './props';
import { Toolbar } from './toolbar';
import { useDataTable } from './use-data-table';
import { useHydrated, useMedia } from './use-media';

const NoMatch = laterPart(async () => (await import('./no-match')).NoMatch);
const BulkBar = laterPart(async () => (await import('./bulk-bar')).BulkBar);

/** Never taller than what the top bar and the page's padding leave of the window: the rows scroll, the head stays. */
const ROOT =
  'group/table flex max-h-[max(420px,calc(100dvh-var(--topbar)-44px))] min-h-0 min-w-0 flex-col gap-3';
/** The list and, where there is room, the detail beside it. */
const BESIDE = 'flex min-h-0 flex-[0_1_auto] gap-3';
const FRAME = 'flex min-h-0 flex-[0_1_auto] flex-col overflow-hidden rounded-3 border border-line bg-surface';

/** The one table of the product. See components/table/README.md for how a domain uses it. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const table = useDataTable(props);
  const { rows, noun } = props;
  const narrow = useMedia('(max-width: 719px)');
  const hydrated = useHydrated();
  const asCards = props.card !== undefined;
  const readable = table.all.length;
  const failed = props.unreadable?.length ?? 0;
  const picked = table.selection.picked;
  const shape = skeletonShape(table.columns.shown.map(({ width }) => width.min));
  const nothing =
    readable + failed === 0 ? (
      props.empty
    ) : table.order.length === 0 && readable > 0 ? (
      <NoMatch noun={noun} hidden={readable} query={table.state.query} clear={table.clearFilters} />
    ) : null;
  const foot = (
    <Foot
      noun={noun}
      shown={table.order.length + failed}
      total={readable + failed}
      unreadable={failed}
      waiting={table.waiting}
      hints={footHints(table.hints, props.rowKeys)}
    >
      {props.foot}
    </Foot>
  );

  return (
    <div
      ref={table.refs.root}
      data-stale={props.stale || undefined}
      className={clsx(
        ROOT,
        asCards && 'max-md:max-h-none',
        props.aside && 'xl:flex-1',
        picked.length > 0 && 'md:pb-16',
      )}
    >
      <Toolbar props={props} table={table} />
      <div className={clsx(BESIDE, props.aside && 'xl:flex-1')}>
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {!rows ? (
            <div className={FRAME}>
              {props.failed ?? <SkeletonRows label={`Reading ${noun.many}`} rows={8} columns={shape} />}
            </div>
          ) : nothing && table.trailing.length === 0 ? (
            <div className={FRAME}>
              {nothing}
              {readable > 0 && foot}
            </div>
          ) : (
            <>
              {!(asCards && hydrated && narrow) && (
                <div className={asCards ? `${FRAME} max-md:hidden` : FRAME}>
                  {nothing}
                  <GridRows props={props} table={table} />
                  {foot}
                </div>
              )}
              {asCards && (!hydrated || narrow) && (
                <div className="md:hidden">
                  {nothing}
                  <CardRows props={props} table={table} />
                  <div className="-mx-3.5 *:border-0">{foot}</div>
                </div>
              )}
            </>
          )}
        </div>
        {props.aside}
      </div>
      {props.bulk && picked.length > 0 && !(asCards && narrow) && (
        <BulkBar
          count={picked.length}
          hidden={table.selection.hidden}
          names={picked.map((row) => props.rowLabel(row))}
          onClear={table.selection.clear}
        >
          {props.bulk(picked, table.selection.clear)}
        </BulkBar>
      )}
    </div>
  );
}

/** Between two columns of the skeleton, in percent: components/ui/skeleton.tsx. */
const SKELETON_GAP = 3.5;

/** Widths of columns in pixels as shares of what the gaps leave, in percent. */
function skeletonShape(widths: readonly number[]): readonly number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  return widths.map((width) => ((100 - SKELETON_GAP * widths.length) * width) / sum);
}
