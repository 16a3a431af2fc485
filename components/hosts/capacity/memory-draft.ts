/** What was typed about the memory of a host, over what its NUMA nodes are to be. */
import {
  changeTo,
  type MemoryChange,
  type MemoryWish,
  totalsOf,
  wishOf,
} from '@/lib/domain/capacity/memory-plan';
import type { MemoryField } from '@/lib/domain/capacity/memory-rules';
import type { MemoryNode } from '@/lib/domain/host-parts';
import { wholeNumber } from './cpu-draft';

export type MemoryDraft = {
  /** By uuid of the node and field. */
  typed: Readonly<Record<string, string>>;
  /** Pages in percent; null: as it is now. One for all nodes of the form. */
  asPercentage: boolean | null;
  /** MiB of a page of the vswitch; null: as it is now. */
  vswitchSizeMib: number | null;
};

export const NO_MEMORY_DRAFT: MemoryDraft = { typed: {}, asPercentage: null, vswitchSizeMib: null };

const keyOf = (node: MemoryNode, field: MemoryField): string => `${node.id}/${field}`;

/** Are the pages of a node counted in percent? */
export const inPercent = (draft: MemoryDraft, node: MemoryNode): boolean =>
  draft.asPercentage ?? node.asPercentage ?? false;

/** How all nodes count; null: not all in the same way, and nobody has said yet. */
export function countedAs(draft: MemoryDraft, nodes: readonly MemoryNode[]): 'number' | 'percent' | null {
  const ways = new Set(nodes.map((node) => inPercent(draft, node)));
  if (ways.size !== 1) return null;
  return ways.has(true) ? 'percent' : 'number';
}

/** What a field begins with: the same memory, where pages come to be counted in another way, to a whole percent or page. */
function startOf(node: MemoryNode, field: MemoryField, percent: boolean): number | null {
  const now = wishOf(node);
  if ((field !== 'pages2M' && field !== 'pages1G') || percent === now.asPercentage) return now[field];
  const { wholeMib, reservedMib, vswitchMib, mib2M, mib1G } = totalsOf(node, now);
  const [mib, sizeMib] = field === 'pages2M' ? [mib2M, 2] : [mib1G, 1024];
  if (!percent) return Math.floor(mib / sizeMib);
  const room = (wholeMib ?? 0) - reservedMib - vswitchMib;
  return room > 0 ? Math.round((100 * mib) / room) : 0;
}

export const fieldText = (
  draft: MemoryDraft,
  node: MemoryNode,
  field: MemoryField,
  percent: boolean,
): string => draft.typed[keyOf(node, field)] ?? String(startOf(node, field, percent) ?? '');

export const withField = (
  draft: MemoryDraft,
  node: MemoryNode,
  field: MemoryField,
  text: string,
): MemoryDraft => ({ ...draft, typed: { ...draft.typed, [keyOf(node, field)]: text } });

/** Numbers of pages mean nothing as percent: what was typed of them goes. */
export const withPercent = (draft: MemoryDraft, asPercentage: boolean): MemoryDraft => ({
  ...draft,
  asPercentage,
  typed: Object.fromEntries(Object.entries(draft.typed).filter(([key]) => !/\/pages(2M|1G)$/.test(key))),
});

/** The node as the draft wants it; null: a field holds no number. An empty field that was never told stays so. */
export function wishIn(draft: MemoryDraft, node: MemoryNode, percent: boolean): MemoryWish | null {
  const read = (field: MemoryField): number | null | undefined => {
    const text = fieldText(draft, node, field, percent);
    if (text === '' && draft.typed[keyOf(node, field)] === undefined) return null;
    return wholeNumber(text) ?? undefined;
  };
  const reservedMib = read('reservedMib');
  const pages2M = read('pages2M');
  const pages1G = read('pages1G');
  const vswitchPages = read('vswitchPages');
  if (
    reservedMib === undefined ||
    pages2M === undefined ||
    pages1G === undefined ||
    vswitchPages === undefined
  )
    return null;
  return {
    ...{ reservedMib, pages2M, pages1G, vswitchPages, asPercentage: percent },
    vswitchSizeMib: draft.vswitchSizeMib ?? node.vswitch.sizeMib,
  };
}

/** What is changed of a node. Hosts without huge pages are not asked for how they are counted. */
export function changeIn(node: MemoryNode, wish: MemoryWish, pages: boolean): MemoryChange | null {
  const change = changeTo(node, wish);
  if (!change || pages) return change;
  return change.reservedMib === undefined ? null : { reservedMib: change.reservedMib };
}
