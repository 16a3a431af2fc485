'use client';
import type { MemoryNode } from '@/lib/domain/host-parts';
import { formatGib } from '@/lib/format/bytes';
import { formatCount } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';
import { PartPanel } from './part-panel';

const LEGEND = [
  ['Platform', 'fill-series-4'],
  ['Huge pages in use', 'fill-series-1'],
  ['Huge pages free', 'fill-series-2'],
  ['4 KiB pages', 'fill-series-3'],
] as const;

/** Memory per NUMA node: what the platform keeps, huge pages in use and free, and the rest. */
export function MemoryPanel({ hostId }: { hostId: string }) {
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
        nodes.length > 0 && (
          <ul className="hidden gap-3 text-ink-2 text-small md:flex" aria-label="Legend">
            {LEGEND.map(([word, fill]) => (
              <li key={word} className="flex items-center gap-1.5">
                <svg width="9" height="9" aria-hidden>
                  <rect width="9" height="9" rx="2" className={fill} />
                </svg>
                {word}
              </li>
            ))}
          </ul>
        )
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
  const platform = node.platformReservedMib ?? 0;
  let used = 0;
  let free = 0;
  for (const { sizeMib, total, available } of node.hugePages) {
    free += (available ?? 0) * sizeMib;
    used += Math.max(0, (total ?? 0) - (available ?? 0)) * sizeMib;
  }
  const small = ((node.smallPages ?? 0) * 4) / 1024;
  const parts = [platform, used, free, small];
  const whole = Math.max(
    node.totalMib ?? 0,
    parts.reduce((sum, part) => sum + part, 0),
    1,
  );
  let x = 0;
  return (
    <div>
      <h3 className="mb-1.5 text-ink-3 text-small">NUMA node {node.node ?? 'unknown'}</h3>
      <svg width="100%" height="10" aria-hidden className="rounded-1">
        <rect width="100%" height="10" className="fill-track" />
        {parts.map((part, index) => {
          const start = x;
          x += (100 * part) / whole;
          const fill = LEGEND[index]?.[1];
          return (
            <rect
              key={fill}
              x={`${start}%`}
              width={`${(100 * part) / whole}%`}
              height="10"
              className={fill}
            />
          );
        })}
      </svg>
      <p className="mt-1.5 text-ink-2">
        {formatGib(platform / 1024)} platform{node.hugePages.map((pages) => pagesSentence(pages)).join('')}
      </p>
    </div>
  );
}

function pagesSentence({ sizeMib, total, available, pending }: MemoryNode['hugePages'][number]): string {
  if (total === null || (total === 0 && !pending)) return '';
  const size = sizeMib >= 1024 ? `${sizeMib / 1024} GiB` : `${sizeMib} MiB`;
  const inUse =
    available === null
      ? 'use unknown'
      : `${formatCount(Math.max(0, total - available))} of ${formatCount(total)} in use`;
  const waits =
    pending !== null && pending !== total ? `, ${formatCount(pending)} after the next unlock` : '';
  return `; ${size} pages: ${inUse}${waits}`;
}
