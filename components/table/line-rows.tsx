'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CellContext, Column } from './column';
import type { Line } from './lines';
import { Row, type RowActions, type RowProps } from './row';

export type LineRowsProps = {
  lines: readonly Line[];
  columns: readonly Column<unknown>[];
  chosen: boolean;
  context: CellContext;
  rowAt: (key: string) => object | undefined;
  labelOf: (key: string) => string;
  /** null: rows cannot be selected. */
  selected: ReadonlySet<string> | null;
  current: string | null;
  open: string | null;
  marked: string | null;
  menuFor: (key: string) => RowProps['menu'];
  actions: RowActions;
  /** What the head of a group says beside its name and count. */
  groupSummary: (id: string) => ReactNode;
  onFold: (id: string) => void;
};

/** The lines of `lines` from `from` up to `to`, between two spacers (CSS pixels) that keep the scroll bar honest. */
export function LineRows(props: LineRowsProps & { from: number; to: number; before: number; after: number }) {
  const { lines, columns, selected, from } = props;
  const shown = lines.slice(from, props.to);
  const rows = shown.flatMap((line) => (line.kind === 'row' ? [line.key] : []));
  // Tab always reaches a row: the current one may be filtered away, or scrolled out of what is drawn.
  const tabStop = rows.find((key) => key === props.current) ?? rows[0];

  return (
    <>
      <Spacer height={props.before} />
      <tbody data-table-body="">
        {shown.map((line, at) => {
          const index = from + at + 2;
          if (line.kind === 'group')
            return (
              <GroupHead
                key={line.key}
                line={line}
                index={index}
                indent={!!selected}
                summary={line.folded === undefined ? null : props.groupSummary(line.id)}
                onFold={props.onFold}
              />
            );
          if (line.kind === 'unreadable') {
            return <Unreadable key={line.key} line={line} index={index} indent={!!selected} />;
          }
          const row = props.rowAt(line.key);
          if (!row) return null;
          return (
            <Row
              key={line.key}
              row={row}
              rowKey={line.key}
              label={props.labelOf(line.key)}
              index={index}
              columns={columns}
              chosen={props.chosen}
              context={props.context}
              selected={!selected ? null : line.trailing ? 'never' : selected.has(line.key)}
              current={props.current === line.key}
              open={props.open === line.key}
              marked={props.marked === line.key}
              tabStop={tabStop === line.key}
              menu={props.menuFor(line.key)}
              actions={props.actions}
            />
          );
        })}
      </tbody>
      <Spacer height={props.after} />
    </>
  );
}

/** Keeps the height of the lines that are not in the document. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td height={height} className="p-0" />
      </tr>
    </tbody>
  );
}

function GroupHead(props: {
  line: Extract<Line, { kind: 'group' }>;
  index: number;
  indent: boolean;
  summary: ReactNode;
  onFold: (id: string) => void;
}) {
  const { id, label, count, folded } = props.line;
  const Arrow = folded ? ChevronRight : ChevronDown;
  return (
    <tr
      aria-rowindex={props.index}
      className="shadow-[inset_0_-1px_var(--hair),inset_0_0_0_28px_var(--canvas)]"
    >
      {props.indent && <td />}
      <th
        scope="rowgroup"
        className="h-7 overflow-visible px-2.5 text-left text-small font-medium whitespace-nowrap text-ink-3"
      >
        {folded === undefined ? (
          <>
            {label} <span className="font-normal">{count}</span>
          </>
        ) : (
          <button
            type="button"
            aria-expanded={!folded}
            className="inline-flex items-center gap-2 rounded-1 hover:text-ink"
            onClick={() => props.onFold(id)}
          >
            <Arrow size={14} strokeWidth={1.75} aria-hidden />
            {props.summary}
            <span className="text-ink-2">{label}</span>
            <span className="font-normal tabular-nums">{count.toLocaleString('en-GB')}</span>
          </button>
        )}
      </th>
    </tr>
  );
}

function Unreadable(props: { line: Extract<Line, { kind: 'unreadable' }>; index: number; indent: boolean }) {
  return (
    <tr aria-rowindex={props.index} className="shadow-[inset_0_0_0_40px_var(--unk-tint)]">
      {props.indent && <td />}
      <td colSpan={2} className="h-(--row) overflow-visible px-2.5 whitespace-nowrap">
        <span className="mono">{props.line.label}</span>{' '}
        <span className="border-b border-dashed border-unk-line text-unk-fg">cannot be read</span>{' '}
        <span className="text-small text-ink-3">{props.line.why}</span>
      </td>
    </tr>
  );
}
