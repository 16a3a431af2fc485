'use client';
/** A line of the tree: a receiver, a grandmaster, or a host's clock. */
import { clsx } from 'clsx';
import { ChevronDown, ChevronRight, Router, SatelliteDish } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import type { StateBand } from '@/lib/domain/clock/state-band';
import type { LinkLook, TreeLine } from '@/lib/domain/clock/tree-lines';
import { Band } from './band';
import { ClassCell, OffsetCell, RoleBadge, SystemCell } from './cells';
import { Spark } from './spark';
import { RowGlyph, StateWords } from './state-words';
import { Guides, guideWidth, ROW } from './tree-guides';

export type TreeRowProps = {
  line: TreeLine;
  row: ClockRow | undefined;
  band: StateBand | undefined;
  below: LinkLook | null;
  /** Of a root: what is known of it, in words. */
  about: string | null;
  /** Some host below it does not get its time. */
  broken: boolean;
  index: number;
  current: boolean;
  open: boolean;
  beside: boolean;
  onFold: (key: string) => void;
};

/** Drawn anew only when what it shows has changed. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { line, row, open, current, index } = props;
  const { node } = line;
  return (
    <tr
      aria-level={line.level}
      aria-setsize={line.size}
      aria-posinset={line.position}
      aria-rowindex={index + 2}
      {...(line.expanded === undefined ? {} : { 'aria-expanded': line.expanded })}
      {...(open ? { 'aria-current': 'true' as const } : {})}
      data-key={node.key}
      tabIndex={current ? 0 : -1}
      className={clsx(
        'group/row cursor-default *:border-b *:border-hair hover:bg-hover focus-visible:outline-offset-[-2px]',
        node.host === null && 'bg-sunken',
        open && 'bg-selected shadow-[inset_2px_0_0_var(--accent-fill)]',
        node.host !== null && 'cursor-pointer',
      )}
      style={{ height: ROW }}
    >
      <td className="relative p-0">
        <Guides line={line} below={props.below} />
        <Name {...props} />
      </td>
      {row ? (
        <>
          <td className="px-2.5">
            <StateWords row={row} />
          </td>
          <Cell hide="lg" end gone={props.beside}>
            <ClassCell clock={row.clock} />
          </Cell>
          <Cell hide="lg" gone={props.beside}>
            <SystemCell row={row} />
          </Cell>
          <Cell end>
            <OffsetCell clock={row.clock} />
          </Cell>
          <Cell hide="xl" gone={props.beside}>
            <Spark row={row} />
          </Cell>
        </>
      ) : (
        <>
          {/* What is to its right has nothing to say: the words may run over it. */}
          <td
            title={props.about ?? undefined}
            className="max-w-0 overflow-visible px-2.5 whitespace-nowrap text-ink-2"
          >
            {props.about}
          </td>
          <Cell hide="lg" gone={props.beside} />
          <Cell hide="lg" gone={props.beside} />
          <Cell />
          <Cell hide="xl" gone={props.beside} />
        </>
      )}
      <Cell hide="lg" gone={props.beside}>
        {props.band && row && <Band band={props.band} host={row.host} />}
      </Cell>
    </tr>
  );
});

/** Below 1024 (`lg`) or 1440 px (`xl`) there is no room for it. */
function Cell(props: { hide?: 'lg' | 'xl'; end?: boolean; gone?: boolean; children?: ReactNode }) {
  if (props.gone) return null;
  return (
    <td
      className={clsx(
        'overflow-hidden px-2.5',
        props.end && 'text-right',
        props.hide === 'lg' && 'max-lg:hidden',
        props.hide === 'xl' && 'max-xl:hidden',
      )}
    >
      {props.children}
    </td>
  );
}

function Name({ line, row, broken, onFold }: TreeRowProps) {
  const { node, expanded } = line;
  const Icon = node.kind === 'gnss' ? SatelliteDish : Router;
  const Chevron = expanded ? ChevronDown : ChevronRight;
  return (
    <span className="relative flex h-full min-w-0 items-center gap-2 pr-2.5">
      <span className="flex flex-none justify-end" style={{ width: guideWidth(line) - 6 }}>
        {row ? (
          <RowGlyph row={row} size={17} title={STATE_WORDS[row.state]} />
        ) : (
          <span
            className={clsx(
              'grid size-5 place-items-center rounded-1 border',
              broken ? 'border-crit-line bg-crit-tint text-crit-fg' : 'border-line bg-raised text-ink-2',
            )}
          >
            <Icon size={13} strokeWidth={1.75} aria-hidden />
          </span>
        )}
      </span>
      <span className={clsx('min-w-0 shrink truncate font-medium text-ink', row && 'mono')}>{node.name}</span>
      {row?.port && (
        <span className="mono gives-way text-small text-ink-3" title={howItHangs(line)}>
          {row.port}
        </span>
      )}
      <span className="flex-1" />
      {row && <RoleBadge role={row.clock.role} />}
      {expanded !== undefined && (
        // Keys fold by the arrows, so this is for the pointer alone.
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className="grid size-5 flex-none place-items-center rounded-1 text-ink-3 hover:bg-hover hover:text-ink"
          onClick={(event) => {
            event.stopPropagation();
            onFold(node.key);
          }}
        >
          <Chevron size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </span>
  );
}

/** How sure it is that it hangs there. */
function howItHangs({ node }: TreeLine): string {
  const domain = node.domain === null ? '' : `, domain ${node.domain}`;
  switch (node.proof) {
    case 'lldp':
      return `Its port hears the host above by LLDP${domain}`;
    case 'switch':
      return `Its port hears ${node.via ?? 'a switch'} by LLDP${domain}`;
    case 'configuration':
      return 'A receiver is configured on the host';
    case 'none':
      return '';
  }
}
