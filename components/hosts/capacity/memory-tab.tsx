'use client';
/** Memory tab of a host: each NUMA node as a bar, now and after the next unlock, and the same as a table. */
import { OddRows } from '@/components/ui/odd-rows';
import { isPending, wholeMib, wishOf } from '@/lib/domain/capacity/memory-plan';
import { memoryHostVerdict } from '@/lib/domain/capacity/memory-rules';
import type { Host } from '@/lib/domain/host';
import type { MemoryNode } from '@/lib/domain/host-parts';
import { denied } from '@/lib/domain/result';
import { formatMib } from '@/lib/format/bytes';
import { useView } from '@/lib/queries/view';
import { MemoryBar, MemoryLegend } from '../drawing/memory-bar';
import { currentParts, pagesSentence, wishedParts } from '../drawing/memory-words';
import { PartPanel } from '../overview/part-panel';
import { useHost } from '../use-host';
import { CapacityButton } from './capacity-button';
import { MemoryTable } from './memory-table';
import { useCapacityContext } from './use-capacity';

export function MemoryTab({ hostRef }: { hostRef: string }) {
  const seen = useHost(hostRef);
  // That the host is gone, or that hosts could not be read, is said around this tab.
  return seen.state === 'here' ? <Memory host={seen.host} /> : null;
}

function Memory({ host }: { host: Host }) {
  const seen = useView('hostMemory', { hostId: host.id });
  const context = useCapacityContext();
  const nodes = seen?.data?.rows ?? [];
  const unreadable = seen?.data?.unreadable ?? [];
  const verdict =
    nodes.length === 0
      ? denied('The platform lists no memory of this host.')
      : unreadable.length > 0
        ? denied('A NUMA node of this host cannot be read.')
        : memoryHostVerdict({ host, ...context });
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {unreadable.length > 0 && (
        <OddRows
          title={
            unreadable.length === 1
              ? 'One NUMA node cannot be read.'
              : `${unreadable.length} NUMA nodes cannot be read.`
          }
          rows={unreadable.map((row, index) => ({
            ...{ key: row.id ?? String(index), what: 'Memory', name: row.name, why: row.why },
          }))}
        >
          The others stand.
        </OddRows>
      )}
      <PartPanel
        title="Memory"
        seen={seen}
        actions={
          <CapacityButton hostId={host.id} job="memory" verdict={verdict}>
            Change memory…
          </CapacityButton>
        }
      >
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="text-ink-3">None inventoried yet.</p>
          ) : (
            <>
              <MemoryLegend kinds={legendOf(rows)} className="mb-3" />
              <div className="grid gap-x-5 gap-y-4 md:grid-cols-2">
                {rows.map((node) => (
                  <NodeBars key={node.id} node={node} />
                ))}
              </div>
            </>
          )
        }
      </PartPanel>
      {seen?.data && nodes.length > 0 && <MemoryTable nodes={nodes} />}
    </div>
  );
}

/** Only what occurs. */
function legendOf(nodes: readonly MemoryNode[]) {
  const vswitch = nodes.some(({ vswitch: { total, required } }) => (total ?? 0) > 0 || (required ?? 0) > 0);
  return vswitch
    ? (['platform', 'vswitch', 'used', 'free', 'small'] as const)
    : (['platform', 'used', 'free', 'small'] as const);
}

function NodeBars({ node }: { node: MemoryNode }) {
  const whole = wholeMib(node);
  const waits = isPending(node);
  return (
    <section aria-label={`NUMA node ${node.node ?? 'unknown'}`} className="min-w-0">
      <h3 className="mb-1.5 flex justify-between gap-2 text-ink-3 text-small">
        <span>NUMA node {node.node ?? 'unknown'}</span>
        <span className="tabular-nums">{whole === null ? 'Size unknown' : formatMib(whole)}</span>
      </h3>
      <MemoryBar parts={currentParts(node)} whole={whole ?? 0} />
      <p className="mt-1.5 text-ink-2">
        {node.platformReservedMib === null ? 'Unknown' : formatMib(node.platformReservedMib)} platform
        {node.hugePages.map((pages) => pagesSentence(node, pages)).join('')}
      </p>
      {waits && (
        <>
          <h4 className="mt-2 mb-1 text-accent text-small">After the next unlock</h4>
          <MemoryBar parts={wishedParts(node, wishOf(node))} whole={whole ?? 0} />
        </>
      )}
    </section>
  );
}
