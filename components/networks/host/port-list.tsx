'use client';
/** On a phone the lanes are a list: each port with who is at the other end, and below it what stands on it. */
import { clsx } from 'clsx';
import { useMemo } from 'react';
import type { ListLine } from '@/lib/domain/drawing/list';
import { laneList } from '@/lib/domain/network/lane-list';
import { BoxLines, boxWords } from './lane-box';
import type { HostNetworkModel } from './use-host-network';
import type { Selection } from './use-selection';

type Props = { model: HostNetworkModel; selection: Selection; stale: boolean };

export function PortList({ model, selection, stale }: Props) {
  const { lanes } = model;
  const groups = useMemo(() => laneList(lanes), [lanes]);
  // A group is what a search hits when anything on its way is.
  const shown = groups.filter(({ key }) => selection.hits === null || selection.trace.nodes.has(key));
  return (
    <ul aria-label="Ports" className={clsx('flex flex-col gap-2', stale && 'grayscale')}>
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

const DEPTHS = ['', 'pl-4', 'pl-8', 'pl-12', 'pl-14'];

function Line({ line, model, selection }: Omit<Props, 'stale'> & { line: ListLine }) {
  const node = model.lanes.byKey.get(line.key);
  if (!node) return null;
  const fault = model.faults.get(line.key);
  const shown = line.again ? { ...node, about: 'As above' } : node;
  return (
    <div className={DEPTHS[Math.min(line.depth, DEPTHS.length - 1)]}>
      <button
        type="button"
        aria-label={boxWords(shown, fault)}
        onClick={() => selection.showDetails(line.key)}
        className={clsx(
          'flex min-h-11 w-full flex-col justify-center px-2 text-left',
          line.depth > 0 ? 'border-l border-line' : 'rounded-2',
          node.kind === 'port' && 'bg-canvas',
          selection.open === line.key && 'bg-selected',
        )}
      >
        <BoxLines node={shown} fault={fault} />
      </button>
    </div>
  );
}
