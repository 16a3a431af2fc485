'use client';
import Link from 'next/link';
import { wholeMib } from '@/lib/domain/capacity/memory-plan';
import type { MemoryNode } from '@/lib/domain/host-parts';
import { formatGib } from '@/lib/format/bytes';
import { useView } from '@/lib/queries/view';
import { MemoryBar, MemoryLegend } from '../drawing/memory-bar';
import { currentParts, pagesSentence } from '../drawing/memory-words';
import { PartPanel } from './part-panel';

/** Memory per NUMA node: what the platform keeps, huge pages in use and free, and the rest. @param href of the host */
export function MemoryPanel({ hostId, href }: { hostId: string; href: string }) {
  const seen = useView('hostMemory', { hostId });
  const nodes = seen?.data?.rows ?? [];
  const totals = nodes.map((node) => node.totalMib);
  const total = totals.every((mib) => mib !== null) ? totals.reduce((sum, mib) => sum + (mib ?? 0), 0) : null;
  return (
    <PartPanel
      title="Memory"
      seen={seen}
      meta={nodes.length === 0 ? undefined : total === null ? 'Total unknown' : formatGib(total / 1024)}
      actions={
        <>
          {nodes.length > 0 && (
            <MemoryLegend kinds={['platform', 'used', 'free', 'small']} className="max-lg:hidden" />
          )}
          <Link className="link" href={`${href}/memory`} prefetch={false}>
            Pages
          </Link>
        </>
      }
    >
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="text-ink-3">None inventoried yet.</p>
        ) : (
          <div className="grid gap-x-5 gap-y-3 md:grid-cols-2">
            {rows.map((node) => (
              <NodeMemory key={node.id} node={node} />
            ))}
          </div>
        )
      }
    </PartPanel>
  );
}

function NodeMemory({ node }: { node: MemoryNode }) {
  return (
    <div>
      <h3 className="mb-1.5 text-ink-3 text-small">NUMA node {node.node ?? 'unknown'}</h3>
      <MemoryBar parts={currentParts(node)} whole={wholeMib(node) ?? 0} />
      <p className="mt-1.5 text-ink-2">
        {formatGib((node.platformReservedMib ?? 0) / 1024)} platform
        {node.hugePages.map((pages) => pagesSentence(node, pages)).join('')}
      </p>
    </div>
  );
}
