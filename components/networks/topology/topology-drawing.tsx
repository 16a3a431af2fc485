'use client';
/** Switches, hosts and data networks as one drawing. The table has the same facts. */
import { useMemo } from 'react';
import { BoxDrawing } from '@/components/drawing/box-drawing';
import { useListedKeys } from '@/components/table/use-table-keys';
import type { Topology } from '@/lib/domain/network/topology';
import { stepTo } from '@/lib/domain/network/topology-look';
import { TopologyBox } from './topology-box';
import { areaOf, heightOf } from './topology-geometry';
import { TopologyLinks } from './topology-links';
import type { TopologySelection } from './use-topology-trace';

const KEYS = [
  { keys: ['↑', '↓', '←', '→'], label: 'walk the drawing' },
  { keys: ['Enter'], label: 'follow a box, again for its details' },
];
const COLUMNS = [
  { kind: 'switch', words: 'Heard by LLDP' },
  { kind: 'hosts', words: 'Hosts' },
  { kind: 'network', words: 'Data networks' },
] as const;
const HELP =
  'Arrow keys lead along the lines and through a column. Enter follows a box, Enter again opens its details, Escape lets go. Of long cables only the ends are drawn until they are followed. The table has the same facts.';

/** Hosts that are linked to each box. */
function linkedHosts({ links, byKey }: Topology): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { from, to } of links)
    counts.set(to, (counts.get(to) ?? 0) + (byKey.get(from)?.hosts.length ?? 0));
  return counts;
}

type Props = { topology: Topology; selection: TopologySelection; stale: boolean };

export function TopologyDrawing({ topology, selection, stale }: Props) {
  const { trace, pinned } = selection;
  useListedKeys(KEYS, 'page');
  const linked = useMemo(() => linkedHosts(topology), [topology]);
  const networks = topology.nodes.filter(({ kind }) => kind === 'network').length;
  return (
    <BoxDrawing
      label="Drawing"
      className="min-w-[900px]"
      heads={COLUMNS.map(({ kind, words }) => ({ words, left: areaOf({ kind, row: 0 }, networks).left }))}
      height={heightOf(topology.rows, networks)}
      stale={stale}
      help={HELP}
      keys={topology.nodes.map(({ key }) => key)}
      stepFrom={(key, step) => stepTo(topology, key, step)}
      selection={selection}
    >
      {(stop) => (
        <>
          <TopologyLinks topology={topology} trace={trace} />
          {topology.nodes.map((node) => (
            <TopologyBox
              key={node.key}
              node={node}
              linked={linked.get(node.key) ?? 0}
              networks={networks}
              traced={trace.nodes.has(node.key)}
              pinned={node.key === pinned}
              tabStop={node.key === stop}
            />
          ))}
        </>
      )}
    </BoxDrawing>
  );
}
