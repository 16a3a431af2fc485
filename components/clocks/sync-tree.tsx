'use client';
/** Who gets time from whom, as a treegrid (WAI-ARIA): arrows and j k walk, left and right fold, Enter opens. */
import { clsx } from 'clsx';
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import { tableKeyHints } from '@/components/table/keys';
import { useListedKeys, useTableKeys } from '@/components/table/use-table-keys';
import { step } from '@/components/table/walk';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { StateBand } from '@/lib/domain/clock/state-band';
import { type TreeLine, treeLines } from '@/lib/domain/clock/tree-lines';
import type { Clocks } from '@/lib/queries/clocks';
import { changeSearch } from '@/lib/url/address';
import { useOpenRow } from '@/lib/url/open-row';
import { rootAbout, rootBroken } from './root-words';
import { Sparks } from './spark';
import { ROW } from './tree-guides';
import { TreeHead } from './tree-head';
import { TreeRow } from './tree-row';
import { useSparks } from './use-sparks';
import { useWindow } from './use-window';

type Props = {
  clocks: Clocks;
  bands: ReadonlyMap<string, StateBand> | undefined;
  beside: boolean;
  stale: boolean;
  /** The field that `/` goes to. */
  search: RefObject<HTMLInputElement | null>;
};

export function SyncTreeGrid({ clocks, bands, beside, stale, search }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<{ key: string; index: number } | null>(null);
  const [open, setOpen] = useOpenRow();
  const { byHost, tree } = clocks;
  const lines = useMemo(
    () => treeLines(tree, folded, (host) => byHost.get(host)?.state),
    [tree, folded, byHost],
  );
  const keys = useMemo(() => lines.map(({ node }) => node.key), [lines]);
  const { from, to } = useWindow(scroller, lines.length, ROW);
  const sparks = useSparks(
    clocks,
    lines.slice(from, to).flatMap(({ node }) => node.host ?? []),
  );
  const fold = useCallback(
    (key: string) =>
      setFolded((was) => {
        const next = new Set(was);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );

  const openKey = open === null ? null : (lines.find(({ node }) => node.host === open)?.node.key ?? null);
  const goTo = (key: string) => {
    const index = keys.indexOf(key);
    if (index < 0) return;
    setCurrent({ key, index });
    reveal(scroller.current, key, index);
    const host = lines[index]?.node.host;
    if (open !== null && host && host !== open) changeSearch({ open: host }, 'typing');
  };
  const move = (by: 1 | -1): boolean => {
    const next = step(keys, current?.key ?? openKey, current?.index ?? 0, by);
    if (next !== null) goTo(next);
    return next !== null;
  };
  const openCurrent = (key: string | null | undefined): boolean => {
    const host = lines.find(({ node }) => node.key === key)?.node.host;
    if (host) setOpen(host);
    return host !== undefined && host !== null;
  };
  useTableKeys({
    root,
    where: 'page',
    rowKeys: [],
    run: (command) => {
      if (command.do === 'move') return move(command.by);
      if (command.do === 'open') return openCurrent(current?.key ?? openKey);
      if (command.do === 'search') {
        search.current?.focus();
        return search.current !== null;
      }
      if (command.do !== 'escape' || open === null) return false;
      changeSearch({ open: null, tab: null }, 'push');
      return true;
    },
  });

  useListedKeys(KEYS, 'page');

  /** Left and right as in a tree: fold, unfold, to the first below, to the one above. */
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines.find(({ node }) => node.key === keyAt(event.target));
    if (!line || event.defaultPrevented) return;
    const target = treeKey(event.key, line, lines);
    if (target === undefined) return;
    event.preventDefault();
    if (target === 'fold') fold(line.node.key);
    else goTo(target);
  };
  const onClick = (event: MouseEvent) => {
    const key = keyAt(event.target);
    if (key === undefined || !window.getSelection()?.isCollapsed) return;
    setCurrent({ key, index: keys.indexOf(key) });
    openCurrent(key);
  };
  const stop = current && keys.includes(current.key) ? current.key : (openKey ?? keys[0]);

  return (
    <div ref={root} className="flex min-h-0 flex-1 flex-col">
      <ScrollRegion
        ref={scroller}
        aria-label="Who gets time from whom"
        className="relative min-h-0 flex-1 overflow-auto overscroll-contain focus-visible:outline-offset-[-2px]"
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows take focus, open and fold: a treegrid's may
          role="treegrid"
          aria-label="Clocks"
          aria-rowcount={lines.length + 1}
          className={clsx('w-full table-fixed border-separate border-spacing-0', stale && 'grayscale')}
          onClick={onClick}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            const key = keyAt(event.target);
            if (key !== undefined && key !== current?.key) setCurrent({ key, index: keys.indexOf(key) });
          }}
        >
          <TreeHead beside={beside} bands={bands} />
          <Sparks value={sparks}>
            <tbody data-table-body>
              {from > 0 && <Gap height={from * ROW} />}
              {lines.slice(from, to).map((line, offset) => {
                const { node } = line;
                const row = node.host === null ? undefined : byHost.get(node.host);
                const next = lines[from + offset + 1];
                return (
                  <TreeRow
                    key={node.key}
                    line={line}
                    row={row}
                    band={node.host === null ? undefined : bands?.get(node.host)}
                    below={line.expanded && next ? (next.link === 'broken' ? 'broken' : next.link) : null}
                    about={row ? null : rootAbout(node, byHost)}
                    broken={!row && rootBroken(node)}
                    index={from + offset}
                    current={node.key === stop}
                    open={node.key === openKey}
                    beside={beside}
                    onFold={fold}
                  />
                );
              })}
              {to < lines.length && <Gap height={(lines.length - to) * ROW} />}
            </tbody>
          </Sparks>
        </table>
      </ScrollRegion>
    </div>
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      {/* One cell: more than the rows have would make columns of their own, which take the width of the others. */}
      <td style={{ height }} className="p-0" />
    </tr>
  );
}

const KEYS = [
  ...tableKeyHints({ selects: false, opens: true, searches: true }),
  { keys: ['←', '→'], label: 'fold and unfold' },
];

const keyAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined;

/** What a key does on a line: another line's key, `fold`, or nothing. */
function treeKey(key: string, line: TreeLine, lines: readonly TreeLine[]): string | undefined {
  const at = lines.indexOf(line);
  if (key === 'Home') return lines[0]?.node.key;
  if (key === 'End') return lines.at(-1)?.node.key;
  if (key === 'ArrowRight' && line.expanded === false) return 'fold';
  if (key === 'ArrowRight' && line.expanded) return lines[at + 1]?.node.key;
  if (key === 'ArrowLeft' && line.expanded) return 'fold';
  if (key === 'ArrowLeft')
    return lines.findLast((one, index) => index < at && one.level < line.level)?.node.key;
  return undefined;
}

const HEAD = 32;

/** Brings a row into sight below the head, and gives it focus once it is drawn. */
function reveal(scroller: HTMLElement | null, key: string, index: number, tries = 5): void {
  if (!scroller || tries === 0) return;
  const top = index * ROW;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + ROW + HEAD > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = top + ROW + HEAD - scroller.clientHeight;
  const row = scroller.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (row) row.focus({ preventScroll: true });
  else requestAnimationFrame(() => reveal(scroller, key, index, tries - 1));
}
