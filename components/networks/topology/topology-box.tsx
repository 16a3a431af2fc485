'use client';
/** One box of the topology: a switch, hosts, or a data network. */
import { clsx } from 'clsx';
import { memo } from 'react';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import type { HostCondition } from '@/lib/domain/host';
import type { TopologyNode } from '@/lib/domain/network/topology';
import { alarmsOf, conditionsOf } from '@/lib/domain/network/topology-look';
import { formatCounted } from '@/lib/format/number';
import { areaOf } from './topology-geometry';

export const conditionWord = (condition: HostCondition): string =>
  condition === 'in-progress' ? 'in test' : condition;

/** What a reader hears of a box. @param linked how many hosts are linked to a switch or a data network */
export function boxWords(node: TopologyNode, linked: number): string {
  const { kind, name, about, hosts } = node;
  const words = [about, ...(kind === 'hosts' ? stateWords(hosts) : [formatCounted(linked, 'host')])];
  const what = { switch: 'LLDP neighbour', network: 'Data network', hosts: hosts.length > 1 ? '' : 'Host' }[
    kind
  ];
  return [`${what} ${name}`.trim(), ...words].filter(Boolean).join(', ');
}

function stateWords(hosts: TopologyNode['hosts']): string[] {
  const states = conditionsOf(hosts).map(([condition, count]) =>
    hosts.length > 1 ? `${count} ${conditionWord(condition)}` : conditionWord(condition),
  );
  const alarms = alarmsOf(hosts);
  if (alarms === null) return [...states, 'alarms unknown'];
  return alarms.worst === null
    ? states
    : [...states, `${formatCounted(alarms.count, 'alarm')}, worst ${alarms.worst}`];
}

type Props = {
  node: TopologyNode;
  linked: number;
  networks: number;
  traced: boolean;
  pinned: boolean;
  /** Takes focus when one tabs into the drawing. */
  tabStop: boolean;
};

export const TopologyBox = memo(function TopologyBox({
  node,
  linked,
  networks,
  traced,
  pinned,
  tabStop,
}: Props) {
  const { left, right, top, height } = areaOf(node, networks);
  const words = boxWords(node, linked);
  return (
    <button
      type="button"
      data-key={node.key}
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={pinned}
      aria-label={words}
      title={words}
      style={{ left: `${left / 10}%`, width: `${(right - left) / 10}%`, top, height }}
      className={clsx(
        'absolute flex flex-col justify-center rounded-2 border px-2.5 text-left',
        traced ? 'border-accent-fill' : 'border-line hover:border-control',
        node.kind === 'network' ? 'bg-canvas' : traced ? 'bg-selected' : 'bg-surface',
        node.kind === 'hosts' &&
          node.hosts.length > 1 &&
          'shadow-[2px_2px_0_-1px_var(--surface),2px_2px_0_0_var(--line)]',
      )}
    >
      {node.kind === 'network' ? (
        <span className="flex w-full min-w-0 items-baseline gap-2">
          <Name>{node.name}</Name>
          <span className="flex-none truncate text-micro text-ink-3">{node.about}</span>
        </span>
      ) : (
        <>
          <span className="flex w-full min-w-0 items-center gap-1.5">
            {node.kind === 'hosts' && node.hosts.length === 1 && <State hosts={node.hosts} />}
            <Name>{node.name}</Name>
            {node.kind === 'hosts' && <Signs hosts={node.hosts} />}
          </span>
          {node.about && <span className="w-full truncate text-micro text-ink-3">{node.about}</span>}
        </>
      )}
    </button>
  );
});

const Name = ({ children }: { children: string }) => (
  <span className="mono min-w-0 flex-1 truncate font-medium text-ink">{children}</span>
);

function State({ hosts: [host] }: Pick<TopologyNode, 'hosts'>) {
  return host ? <StateGlyph state={host.condition} size={14} /> : null;
}

/** How many are in each state, and how many alarms stand there. */
function Signs({ hosts }: Pick<TopologyNode, 'hosts'>) {
  const alarms = alarmsOf(hosts);
  return (
    <span className="flex flex-none items-center gap-2 text-small text-ink-2 tabular-nums">
      {hosts.length > 1 &&
        conditionsOf(hosts).map(([condition, count]) => (
          <span key={condition} className="flex items-center gap-1">
            <StateGlyph state={condition} size={13} />
            {count}
          </span>
        ))}
      {alarms?.worst && (
        <span className="flex items-center gap-1 font-medium">
          <SeverityGlyph severity={alarms.worst} size={13} />
          {alarms.count}
        </span>
      )}
    </span>
  );
}
