'use client';
/** On a phone the lanes are a list: each port with who is at the other end, and below it what stands on it. */
import { useMemo } from 'react';
import { BoxList } from '@/components/drawing/box-list';
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
    <BoxList
      label="Ports"
      groups={shown}
      open={selection.open}
      onOpen={selection.showDetails}
      className={stale ? 'grayscale' : undefined}
      box={(line) => {
        const node = lanes.byKey.get(line.key);
        if (!node) return null;
        const fault = model.faults.get(line.key);
        const own = line.again ? { ...node, about: 'As above' } : node;
        return {
          label: boxWords(own, fault),
          first: node.kind === 'port',
          body: <BoxLines node={own} fault={fault} />,
        };
      }}
    />
  );
}
