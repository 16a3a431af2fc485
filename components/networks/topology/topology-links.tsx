'use client';
/** The lines of the topology. What is on the way is drawn last, over the others. */
import { memo } from 'react';
import type { Topology, TopologyLink } from '@/lib/domain/network/topology';
import type { TopologyTrace } from '@/lib/domain/network/topology-look';
import {
  type Area,
  areaOf,
  bowPath,
  branchPath,
  cablePath,
  endsPath,
  heightOf,
  knotPath,
  PITCH,
  railPath,
  railX,
} from './topology-geometry';

type Line = { key: string; d: string; on: boolean; knot?: boolean; direct?: boolean };

/** Of a cable over more rows than these only the ends are drawn until it is followed: many would hide the short ones. */
const FAR = 12 * PITCH;

export const TopologyLinks = memo(function TopologyLinks(props: {
  topology: Topology;
  trace: TopologyTrace;
}) {
  const { topology, trace } = props;
  const networks = topology.nodes.filter(({ kind }) => kind === 'network').length;
  const lines = [...linesOf(topology, trace, networks), ...railsOf(topology, trace, networks)];
  return (
    <svg
      aria-hidden
      viewBox={`0 0 1000 ${heightOf(topology.rows, networks)}`}
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
    >
      {lines
        .sort((a, b) => Number(a.on) - Number(b.on))
        .map(({ key, d, on, knot, direct }) => (
          <path
            key={key}
            d={d}
            vectorEffect="non-scaling-stroke"
            strokeWidth={knot ? 7 : on ? 2 : 1.2}
            strokeDasharray={direct ? '4 4' : undefined}
            strokeOpacity={on || knot ? 1 : 0.6}
            className={on ? 'text-accent-fill' : 'text-series-2'}
          />
        ))}
    </svg>
  );
});

function linesOf({ links, byKey }: Topology, trace: TopologyTrace, networks: number): Line[] {
  const area = (key: string): Area | undefined => {
    const node = byKey.get(key);
    return node && areaOf(node, networks);
  };
  return links.flatMap((link): Line[] => {
    const [from, to] = [area(link.from), area(link.to)];
    if (!from || !to || link.from === link.to) return [];
    const on = trace.links.has(link);
    const key = idOf(link);
    if (link.kind === 'cable') {
      const far = !on && Math.abs(from.top - to.top) > FAR;
      return [{ key, on, d: far ? endsPath(from, to) : cablePath(from, to) }];
    }
    if (link.kind === 'direct') return [{ key, on, direct: true, d: bowPath(from, to) }];
    const x = railX(byKey.get(link.to)?.row ?? 0, networks);
    return [
      { key, on, d: branchPath(from, x) },
      { key: `${key} knot`, on, knot: true, d: knotPath(from, x) },
    ];
  });
}

function railsOf({ nodes, links, byKey }: Topology, trace: TopologyTrace, networks: number): Line[] {
  return nodes.flatMap((node): Line[] => {
    if (node.kind !== 'network') return [];
    const here = links.filter(({ to }) => to === node.key);
    const lowest = (only: (link: TopologyLink) => boolean) =>
      here
        .filter(only)
        .flatMap(({ from }) => byKey.get(from) ?? [])
        .toSorted((a, b) => b.row - a.row)[0];
    const line = (on: boolean, last = lowest(on ? (link) => trace.links.has(link) : () => true)): Line[] =>
      last
        ? [
            {
              key: `rail ${node.key} ${on}`,
              on,
              d: railPath(railX(node.row, networks), areaOf(node, networks), areaOf(last, networks)),
            },
          ]
        : [];
    return [...line(false), ...line(true)];
  });
}

const idOf = ({ kind, from, to }: TopologyLink): string => JSON.stringify([kind, from, to]);
