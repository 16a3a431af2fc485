'use client';
/** On a phone the drawing is a list: each disk, and below it what is on it. */
import { clsx } from 'clsx';
import { useMemo } from 'react';
import type { ListLine } from '@/lib/domain/drawing/list';
import { storageList } from '@/lib/domain/storage/layout-list';
import { BoxLines } from './storage-box';
import { boxWords } from './storage-words';
import type { HostStorageModel } from './use-host-storage';
import type { StorageSelection } from './use-storage-selection';

type Props = { model: HostStorageModel; selection: StorageSelection; stale: boolean };

export function StorageCards({ model, selection, stale }: Props) {
  const { layout } = model;
  const groups = useMemo(() => storageList(layout), [layout]);
  // A group is what a search hits when anything on its way is.
  const shown = groups.filter(({ key }) => selection.hits === null || selection.trace.nodes.has(key));
  return (
    <ul aria-label="Disks and what is on them" className={clsx('flex flex-col gap-2', stale && 'grayscale')}>
      {shown.map(({ key, lines }) => (
        <li key={key} className="panel p-2">
          {lines.map((line) => (
            <Line key={`${line.under ?? ''} ${line.key}`} line={line} model={model} selection={selection} />
          ))}
        </li>
      ))}
    </ul>
  );
}

const DEPTHS = ['', 'pl-4', 'pl-8', 'pl-12'];

function Line({ line, model, selection }: Omit<Props, 'stale'> & { line: ListLine }) {
  const node = model.layout.byKey.get(line.key);
  if (!node) return null;
  const faults = model.faults.byKey.get(line.key);
  const shown = line.again ? { ...node, words: 'As above', capacity: null } : node;
  return (
    <div className={DEPTHS[Math.min(line.depth, DEPTHS.length - 1)]}>
      <button
        type="button"
        aria-label={boxWords(shown, faults)}
        onClick={() => selection.showDetails(line.key)}
        className={clsx(
          'flex min-h-11 w-full flex-col justify-center gap-1 px-2 py-1 text-left',
          line.depth > 0 ? 'border-l border-line' : 'rounded-2',
          node.kind === 'disk' && 'bg-canvas',
          selection.open === line.key && 'bg-selected',
        )}
      >
        <BoxLines node={shown} faults={faults} />
      </button>
    </div>
  );
}
