'use client';
/** One box of the drawing of storage. */
import { clsx } from 'clsx';
import { memo } from 'react';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import type { StorageNode } from '@/lib/domain/storage/layout';
import { isLow } from '@/lib/domain/storage/layout-place';
import type { StorageFault } from '@/lib/domain/storage/storage-faults';
import { formatBytes } from '@/lib/format/bytes';
import { ShareBar } from './share-bar';
import { LookGlyph } from './state-word';
import { heightOf, leftOf, topOf, widthOf } from './storage-geometry';
import { boxWords, percentWord } from './storage-words';

type Props = {
  node: StorageNode;
  faults: readonly StorageFault[] | undefined;
  traced: boolean;
  hit: boolean;
  pinned: boolean;
  /** Takes focus when one tabs into the drawing. */
  tabStop: boolean;
  /** What can be made of it stands on its second line, drawn over it. */
  offering: boolean;
};

export const StorageBox = memo(function StorageBox(props: Props) {
  const { node, faults, traced, hit, pinned, tabStop, offering } = props;
  const words = boxWords(node, faults);
  return (
    <button
      type="button"
      data-key={node.key}
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={pinned}
      aria-label={words}
      title={words}
      style={{
        left: `${leftOf(node.column) / 10}%`,
        width: `${widthOf(node.column) / 10}%`,
        top: topOf(node),
        height: heightOf(node),
      }}
      className={clsx(
        'absolute flex flex-col gap-1 rounded-2 border px-2.5 text-left',
        offering ? 'justify-start pt-[3px]' : 'justify-center',
        traced ? 'border-accent-fill' : node.quiet ? 'border-line' : 'border-line hover:border-control',
        node.quiet && 'border-dashed',
        traced ? 'bg-selected' : node.kind === 'rest' || node.kind === 'tier' ? 'bg-canvas' : 'bg-surface',
        hit && 'shadow-[inset_0_0_0_1px_var(--accent-fill)]',
      )}
    >
      <BoxLines node={node} faults={faults} />
    </button>
  );
});

/** Name, words and size; below it the bar, or what else there is to say. */
export function BoxLines({ node, faults }: Pick<Props, 'node' | 'faults'>) {
  const { kind, name, words, sizeBytes, capacity, state } = node;
  const worst = faults?.[0];
  const bar = capacity?.bar ?? null;
  const size = sizeBytes === null ? null : formatBytes(sizeBytes);
  const moving = state !== null && state.look !== 'settled';
  // One line of words: beside the name where a bar is below, or nothing is.
  const said = [moving ? state.word : '', capacity?.odds.length ? 'does not add up' : '', words]
    .filter(Boolean)
    .join(', ');
  const beside = bar !== null || kind === 'disk' || isLow(kind);
  const unsized = sizeBytes === null && ['disk', 'partition', 'vg', 'osd', 'fs'].includes(kind);
  return (
    <>
      <span className="flex w-full min-w-0 items-center gap-1.5">
        {worst && <SeverityGlyph severity={worst.severity} size={13} />}
        <LookGlyph look={state?.look ?? null} size={13} />
        <span
          className={clsx(
            'min-w-0 truncate',
            MONO.includes(kind) ? 'mono font-medium' : 'text-small',
            node.quiet || kind === 'free' ? 'text-ink-3' : 'text-ink',
          )}
        >
          {name}
        </span>
        {beside && said && (
          <span className={clsx('gives-way text-micro', moving ? 'text-ink-2' : 'text-ink-3')}>{said}</span>
        )}
        <span className="flex-1" />
        {node.tag && <span className="gives-way text-micro text-ink-3">{node.tag}</span>}
        {(size ?? (unsized ? 'Unknown' : null)) !== null && (
          <span
            className={clsx(
              'flex-none text-small tabular-nums',
              unsized ? 'text-unk-fg' : node.quiet ? 'text-ink-3' : 'text-ink-2',
            )}
          >
            {size ?? 'Unknown'}
          </span>
        )}
        {worst?.fullPercent != null && (
          <span className="flex-none text-small font-medium tabular-nums text-ink">
            {percentWord(worst.fullPercent)}
          </span>
        )}
      </span>
      {bar && <ShareBar bar={bar} />}
      {!beside && said && (
        <span className={clsx('w-full truncate text-micro', moving ? 'text-ink-2' : 'text-ink-3')}>
          {said}
        </span>
      )}
    </>
  );
}

/** What one could paste into a shell. */
const MONO: readonly StorageNode['kind'][] = ['disk', 'partition', 'pv', 'vg', 'osd', 'fs', 'unread'];
