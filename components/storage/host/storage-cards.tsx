'use client';
/** On a phone the drawing is a list: each disk, and below it what is on it. */
import { clsx } from 'clsx';
import { useMemo } from 'react';
import { BoxList } from '@/components/drawing/box-list';
import { storageList } from '@/lib/domain/storage/layout-list';
import { BoxLines } from './storage-box';
import { StorageLegend } from './storage-drawing';
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
    <section aria-label="How it is laid out" className={clsx('flex flex-col gap-2', stale && 'grayscale')}>
      <StorageLegend layout={layout} title="How it is laid out" />
      <BoxList
        label="Disks and what is on them"
        groups={shown}
        open={selection.open}
        onOpen={selection.showDetails}
        box={(line) => {
          const node = layout.byKey.get(line.key);
          if (!node) return null;
          const faults = model.faults.byKey.get(line.key);
          const own = line.again ? { ...node, words: 'As above', capacity: null } : node;
          return {
            label: boxWords(own, faults),
            first: node.kind === 'disk',
            body: <BoxLines node={own} faults={faults} />,
          };
        }}
      />
    </section>
  );
}
