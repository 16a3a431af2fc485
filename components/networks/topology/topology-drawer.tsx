'use client';
/** One box of the topology in full: every cable and every assignment that it stands for. Fetched when the first is opened. */
import Link from 'next/link';
import { Drawer } from '@/components/ui/drawer';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import type { TopologyNode } from '@/lib/domain/network/topology';
import {
  assignmentWords,
  type Cable,
  cableWords,
  networkKey,
  type TopologyHost,
} from '@/lib/domain/network/topology-hosts';
import { formatCounted } from '@/lib/format/number';
import { conditionWord } from './topology-box';
import { hostNetworkHref } from './topology-href';
import type { TopologyModel } from './use-topology';

/** More are in the table. */
const MOST = 100;

type Props = { model: TopologyModel; at: string; onClose: () => void };

export function TopologyDrawer({ model, at, onClose }: Props) {
  const node = model.topology.byKey.get(at);
  return (
    <div className="contents xl:sticky xl:top-3 xl:flex xl:h-[calc(100dvh-var(--topbar)-28px)] xl:flex-none xl:self-start">
      <Drawer
        beside
        title={<span className="mono min-w-0 truncate">{node?.name ?? 'Topology'}</span>}
        onClose={onClose}
      >
        {node ? (
          <Details node={node} model={model} />
        ) : (
          <Note tone="unknown" title="This is not in the drawing.">
            It is gone, or a filter hides it.
          </Note>
        )}
      </Drawer>
    </div>
  );
}

type Line = { one: TopologyHost; words: readonly string[] };

function Details({ node, model }: { node: TopologyNode; model: TopologyModel }) {
  const lines = linesOf(node, model);
  const more = lines.length - MOST;
  return (
    <>
      <p className="mb-3 text-ink-2 [overflow-wrap:anywhere]">
        {[node.about, formatCounted(lines.length, 'host')].filter(Boolean).join(', ')}
      </p>
      <ul aria-label={`Links of ${node.name}`} className="flex flex-col">
        {lines.slice(0, MOST).map(({ one, words }) => (
          <li key={one.host.id} className="border-t border-line py-2">
            <HostLine one={one} />
            <ul className="mono text-small text-ink-3">
              {words.map((word) => (
                <li key={word} className="[overflow-wrap:anywhere]">
                  {word}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="mt-3 text-small text-ink-3">
          And {formatCounted(more, 'host')} more: the table has them.
        </p>
      )}
    </>
  );
}

function HostLine({ one }: { one: TopologyHost }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <StateGlyph state={one.condition} size={14} />
      <Link href={hostNetworkHref(one)} className="link mono min-w-0 truncate max-md:min-h-11">
        {one.name}
      </Link>
      <span className="text-small text-ink-3">{conditionWord(one.condition)}</span>
      {one.worst !== null && (
        <span className="flex items-center gap-1 text-small">
          <SeverityGlyph severity={one.worst} size={13} />
          {formatCounted(one.alarms?.length ?? 0, 'alarm')}
        </span>
      )}
    </span>
  );
}

const toDevice = ({ port, farPort }: Cable): string => (farPort === null ? port : `${port} to ${farPort}`);

function linesOf(node: TopologyNode, { left }: TopologyModel): Line[] {
  if (node.kind === 'hosts') {
    return node.hosts.map((one) => ({
      one,
      words: [...one.cables.map(cableWords), ...one.assignments.map(assignmentWords)],
    }));
  }
  return left.flatMap((one): Line[] => {
    const words =
      node.kind === 'switch'
        ? one.cables.filter(({ to }) => to === node.key).map(toDevice)
        : one.assignments
            .filter(({ network }) => networkKey(network) === node.key)
            .map((assignment) => assignment.interface);
    return words.length > 0 ? [{ one, words }] : [];
  });
}
