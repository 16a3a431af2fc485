'use client';

import { clsx } from 'clsx';
import { Download, Rows3 } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { later } from '@/components/ui/later';
import { SearchField } from '@/components/ui/search-field';
import { useSavedViews } from '@/lib/url/saved-views';
import { NO_QUERY, readQuery, writeQuery } from '@/lib/url/table-state';
import { ColumnChooser } from './column-chooser';
import { facetOptions } from './facet-state';
import { FacetSheet, Facets } from './facets';
import { GroupMenu } from './group-menu';
import type { DataTableProps } from './props';
import type { DataTableModel } from './use-data-table';
import { useDensity } from './use-density';
import { Views } from './views';

const csvWriter = later(() => import('./csv'));

/** Title, views, search, facets, density and columns. */
export function Toolbar<T extends object>({
  props,
  table,
}: {
  props: DataTableProps<T>;
  table: DataTableModel<T>;
}) {
  const { state, columns, all } = table;
  const { query } = state;
  const saved = useSavedViews(props.id);
  const [density, setDensity] = useDensity();
  const { views, viewLinks: ViewLinks } = props;
  const loaded = props.rows !== undefined;
  const tabs = useMemo(
    () =>
      (views ?? []).map((view, index) => ({
        id: index === 0 ? null : view.id,
        label: view.label,
        count: !loaded ? null : view.match ? all.filter((row) => view.match?.(row)).length : all.length,
      })),
    [views, all, loaded],
  ).map(({ id: view, ...tab }) => ({
    ...tab,
    query: writeQuery({ ...NO_QUERY, view, sort: query.sort, cols: query.cols }),
    current: query.view === view,
  }));
  const facets = table.facetColumns.map((column) => {
    const on = query.facets[column.id] ?? [];
    return {
      id: column.id,
      label: column.facet?.label ?? column.label,
      look: column.facet?.look ?? ('menu' as const),
      holdsBack: column.facet?.standing !== undefined,
      on,
      options: facetOptions(column, table.engine.facetCounts(column.id), on),
      set: (values: readonly string[]) => state.set({ facets: { ...query.facets, [column.id]: values } }),
    };
  });
  const apply = (text: string) =>
    state.apply(
      readQuery(
        text,
        facets.map(({ id }) => id),
      ),
    );
  const download = async () => {
    const writer = await csvWriter.load().catch(() => undefined);
    if (!writer) return;
    const rows = table.order.flatMap((key) => table.byKey.get(key) ?? []);
    writer.saveFile(writer.csvFileName(props.id, new Date()), writer.csvText(props.columns, rows));
  };
  const csv =
    props.csv === false ? null : (
      <Button
        icon={<Download size={14} strokeWidth={1.75} aria-hidden />}
        className="max-md:hidden"
        onClick={() => void download()}
        variant={props.heading ? 'default' : 'ghost'}
        disabledReason={loaded ? null : `There are no ${props.noun.many} to save yet`}
      >
        CSV
      </Button>
    );

  return (
    <>
      {props.heading && (
        <div
          className={clsx(
            'flex flex-none items-center gap-4',
            // The heading itself is in the bar above: nothing is left of a row without a lead and actions.
            props.lead || props.actions
              ? 'max-md:flex-wrap max-md:justify-between max-md:gap-2'
              : 'max-md:contents',
          )}
        >
          <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 max-md:contents">
            <h1 tabIndex={-1} className="max-md:sr-only">
              {props.heading}
            </h1>
            {props.lead && <p className="text-small text-ink-2">{props.lead}</p>}
          </div>
          {csv}
          {props.actions && <div className="flex gap-4 max-md:flex-wrap max-md:gap-2">{props.actions}</div>}
        </div>
      )}
      {(tabs.length > 0 || props.places) && (
        <Views
          places={props.places}
          label="Views"
          tabs={ViewLinks ? [] : tabs}
          saved={saved.views}
          query={writeQuery(query)}
          apply={apply}
          save={saved}
        />
      )}
      <div className="flex flex-none flex-wrap items-center gap-2">
        {props.searchPlaceholder !== null && (
          <SearchField
            ref={table.refs.search}
            label={`Search ${props.noun.many}`}
            placeholder={props.searchPlaceholder}
            hint={table.hints.length > 0 ? '/' : ''}
            value={query.q}
            onValueChange={(q) => state.set({ q })}
            className="w-[232px] max-xl:w-[172px] max-xl:[&_kbd]:hidden max-md:h-11 max-md:w-auto max-md:flex-1"
          />
        )}
        {props.tools}
        {ViewLinks && <ViewLinks label="Shown" tabs={tabs} apply={apply} />}
        <Facets facets={facets} />
        {facets.length > 0 && (
          <FacetSheet
            facets={facets}
            shown={`Show ${table.order.length} ${table.order.length === 1 ? props.noun.one : props.noun.many}`}
            clear={() => state.set({ facets: {} })}
          />
        )}
        <span className="flex-1 max-md:hidden" />
        {props.groupings && (
          <GroupMenu
            groupings={props.groupings}
            group={query.group}
            choose={(group) => state.set({ group })}
          />
        )}
        {!props.heading && csv}
        {!props.heading && props.actions}
        <Button
          variant="ghost"
          className="max-md:hidden"
          icon={<Rows3 size={14} strokeWidth={1.75} aria-hidden />}
          aria-label={`Row height: ${density}`}
          title={`Row height: ${density}`}
          onClick={() => setDensity(density === 'compact' ? 'comfortable' : 'compact')}
        >
          <span className="max-xl:hidden">{density === 'compact' ? 'Compact' : 'Comfortable'}</span>
        </Button>
        <ColumnChooser
          columns={props.columns}
          shown={columns.visibleIds}
          chosen={columns.chosen}
          onChoose={(cols) => state.set({ cols })}
        />
      </div>
    </>
  );
}
