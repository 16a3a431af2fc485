/** What is said and drawn of the memory of a NUMA node. */
import { type MemoryWish, pendingPages, totalsOf } from '@/lib/domain/capacity/memory-plan';
import type { HugePages, MemoryNode } from '@/lib/domain/host-parts';
import { formatCount } from '@/lib/format/number';
import type { MemoryPart } from './memory-bar';

export const pageSize = (sizeMib: number): string =>
  sizeMib >= 1024 ? `${sizeMib / 1024} GiB` : `${sizeMib} MiB`;

/** As the node is. */
export function currentParts(node: MemoryNode): MemoryPart[] {
  let used = 0;
  let free = 0;
  for (const { sizeMib, total, available } of node.hugePages) {
    free += (available ?? 0) * sizeMib;
    used += Math.max(0, (total ?? 0) - (available ?? 0)) * sizeMib;
  }
  const vswitch = (node.vswitch.total ?? 0) * (node.vswitch.sizeMib ?? 0);
  return [
    { kind: 'platform', mib: node.platformReservedMib ?? 0 },
    { kind: 'vswitch', mib: vswitch },
    { kind: 'used', mib: used },
    { kind: 'free', mib: free },
    { kind: 'small', mib: (node.smallPages ?? 0) / 256 },
  ];
}

/** As the node would be with a wish: nobody uses any of it yet. */
export function wishedParts(node: MemoryNode, wish: MemoryWish): MemoryPart[] {
  const { reservedMib, vswitchMib, mib2M, mib1G, smallMib } = totalsOf(node, wish);
  return [
    { kind: 'platform', mib: reservedMib },
    { kind: 'vswitch', mib: vswitchMib },
    { kind: 'pages', mib: mib2M + mib1G },
    { kind: 'small', mib: Math.max(0, smallMib ?? 0) },
  ];
}

/** "30 of 32 in use"; null where there are none, and none to come. */
export function inUseWords({ total, available }: HugePages): string | null {
  if (total === null) return null;
  return available === null
    ? 'use unknown'
    : `${formatCount(Math.max(0, total - available))} of ${formatCount(total)} in use`;
}

/** As the end of a sentence about the node: "; 1 GiB pages: 2 of 32 in use, 4 after the next unlock". */
export function pagesSentence(node: MemoryNode, pages: HugePages): string {
  const waits = pendingPages(node, pages.sizeMib);
  if (pages.total === null || (pages.total === 0 && !waits)) return '';
  const then = waits === null ? '' : `, ${formatCount(waits)} after the next unlock`;
  return `; ${pageSize(pages.sizeMib)} pages: ${inUseWords(pages)}${then}`;
}
