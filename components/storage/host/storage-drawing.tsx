'use client';
/** How the storage is laid out: from disks to volumes. The same is in a list for those who hear it. */
import { useMemo } from 'react';
import { BoxDrawing } from '@/components/drawing/box-drawing';
import { useListedKeys } from '@/components/table/use-table-keys';
import { pathsOf, stepFrom } from '@/lib/domain/drawing/trace';
import type { BarKind } from '@/lib/domain/storage/capacity';
import { STORAGE_COLUMNS, type StorageLayout } from '@/lib/domain/storage/layout';
import { BarLegend } from './share-bar';
import { StorageBox } from './storage-box';
import { drawingHeight, leftOf } from './storage-geometry';
import { StorageLinks } from './storage-links';
import { boxWords } from './storage-words';
import type { HostStorageModel } from './use-host-storage';
import type { StorageSelection } from './use-storage-selection';

const KEYS = [
  { keys: ['↑', '↓', '←', '→'], label: 'walk the drawing' },
  { keys: ['Enter'], label: 'follow a box, again for its details' },
];
const HEADS = STORAGE_COLUMNS.map((words, column) => ({
  words,
  left: column === 0 || column === 1 || column === 2 || column === 3 ? leftOf(column) : 0,
}));
const HELP =
  'Arrow keys lead along the lines and through a column. Enter follows a box to both ends, Enter again opens its details, Escape lets go.';

type Props = { model: HostStorageModel; selection: StorageSelection; stale: boolean };

export function StorageDrawing({ model: { layout, faults }, selection, stale }: Props) {
  const { trace, pinned, hits } = selection;
  useListedKeys(KEYS, 'page');
  return (
    <BoxDrawing
      label="How it is laid out"
      className="min-w-[940px]"
      heads={HEADS}
      height={drawingHeight(layout.rows)}
      stale={stale}
      help={HELP}
      keys={layout.nodes.map(({ key }) => key)}
      stepFrom={(key, step) => stepFrom(layout, key, step)}
      selection={selection}
      also={<PathList layout={layout} faults={faults} />}
    >
      {(stop) => (
        <>
          <StorageLinks layout={layout} trace={trace} />
          {layout.nodes.map((node) => (
            <StorageBox
              key={node.key}
              node={node}
              faults={faults.byKey.get(node.key)}
              traced={trace.nodes.has(node.key)}
              hit={hits?.has(node.key) ?? false}
              pinned={node.key === pinned}
              tabStop={node.key === stop}
            />
          ))}
        </>
      )}
    </BoxDrawing>
  );
}

export function StorageLegend({ layout: { nodes, links } }: { layout: StorageLayout }) {
  const kinds = new Set<BarKind>(
    nodes.flatMap(({ capacity }) => capacity?.bar?.parts.map(({ kind }) => kind) ?? []),
  );
  return <BarLegend kinds={kinds} journals={links.some(({ kind }) => kind === 'journal')} />;
}

/** Every way through the drawing in words. */
function PathList({ layout, faults }: Pick<HostStorageModel, 'layout' | 'faults'>) {
  const paths = useMemo(() => pathsOf(layout), [layout]);
  return (
    <ul aria-label="Ways from disk to volume" className="sr-only">
      {paths.map((path) => (
        <li key={path.map(({ key }) => key).join(' ')}>
          {path.map((node) => boxWords(node, faults.byKey.get(node.key))).join('; ')}
        </li>
      ))}
    </ul>
  );
}
