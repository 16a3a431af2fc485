/** The memory of a NUMA node: what it is made of now, what it is to be after the next unlock, and what a change makes of it. Pure. */
import type { Unknown } from '../host';
import type { HugePages, MemoryNode } from '../host-parts';

/** What of a node is changed; what is absent stays. Pages are counts, or percent where `asPercentage` is. */
export type MemoryChange = {
  reservedMib?: number | undefined;
  pages2M?: number | undefined;
  pages1G?: number | undefined;
  asPercentage?: boolean | undefined;
  vswitchPages?: number | undefined;
  vswitchSizeMib?: number | undefined;
};

/** Sizes of pages that a vswitch can have, in MiB. */
export const VSWITCH_SIZES = [2, 1024] as const;

export const pagesOf = ({ hugePages }: MemoryNode, sizeMib: number): HugePages | undefined =>
  hugePages.find((one) => one.sizeMib === sizeMib);

/** Pages of a size that the node is to have: what waits, else the share, else what is there. null: not told */
export function wantedPages(node: MemoryNode, sizeMib: number): Unknown<number> {
  const pages = pagesOf(node, sizeMib);
  if (!pages) return null;
  return pages.pending ?? (node.asPercentage ? pages.percentage : null) ?? pages.total;
}

/** All that a form shows of a node, as it is to be. */
export type MemoryWish = {
  reservedMib: Unknown<number>;
  pages2M: Unknown<number>;
  pages1G: Unknown<number>;
  asPercentage: boolean;
  vswitchPages: Unknown<number>;
  vswitchSizeMib: Unknown<number>;
};

export const wishOf = (node: MemoryNode): MemoryWish => ({
  reservedMib: node.platformReservedMib,
  pages2M: wantedPages(node, 2),
  pages1G: wantedPages(node, 1024),
  asPercentage: node.asPercentage ?? false,
  vswitchPages: node.vswitch.required ?? node.vswitch.total,
  vswitchSizeMib: node.vswitch.sizeMib,
});

/** A node as it is to be once a change was taken. */
export const wishAfter = (node: MemoryNode, to: MemoryChange): MemoryWish => {
  const now = wishOf(node);
  return {
    reservedMib: to.reservedMib ?? now.reservedMib,
    pages2M: to.pages2M ?? now.pages2M,
    pages1G: to.pages1G ?? now.pages1G,
    asPercentage: to.asPercentage ?? now.asPercentage,
    vswitchPages: to.vswitchPages ?? now.vswitchPages,
    vswitchSizeMib: to.vswitchSizeMib ?? now.vswitchSizeMib,
  };
};

/** What of a wish differs from what the node is to be already. Pages travel with how they are counted. */
export function changeTo(node: MemoryNode, wish: MemoryWish): MemoryChange | null {
  const now = wishOf(node);
  const other = wish.asPercentage !== now.asPercentage;
  const changed = (next: Unknown<number>, before: Unknown<number>, anyway = false): number | undefined =>
    next !== null && (anyway || next !== before) ? next : undefined;
  const pages2M = changed(wish.pages2M, now.pages2M, other);
  const pages1G = changed(wish.pages1G, now.pages1G, other);
  const reservedMib = changed(wish.reservedMib, now.reservedMib);
  const vswitchPages = changed(wish.vswitchPages, now.vswitchPages);
  const resized = changed(wish.vswitchSizeMib, now.vswitchSizeMib);
  // The platform wants the size with the number.
  const vswitchSizeMib = vswitchPages === undefined ? resized : (wish.vswitchSizeMib ?? undefined);
  const counted = pages2M !== undefined || pages1G !== undefined || other;
  const change: MemoryChange = {
    ...(reservedMib === undefined ? {} : { reservedMib }),
    ...(pages2M === undefined ? {} : { pages2M }),
    ...(pages1G === undefined ? {} : { pages1G }),
    ...(counted ? { asPercentage: wish.asPercentage } : {}),
    ...(vswitchPages === undefined ? {} : { vswitchPages }),
    ...(vswitchSizeMib === undefined ? {} : { vswitchSizeMib }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

const or0 = (value: Unknown<number>): number => value ?? 0;

/**
 * MiB of the node, as far as it can be told: the platform checks against node_memtotal_mib, which the API keeps to itself.
 * What is told is without what is reserved on hosts in service (conductor imemory_update_by_ihost), and with it before.
 */
export function wholeMib(node: MemoryNode): Unknown<number> {
  if (node.totalMib === null) return null;
  const pages = node.hugePages.reduce((sum, { sizeMib, total }) => sum + sizeMib * or0(total), 0);
  const vswitch = or0(node.vswitch.total) * or0(node.vswitch.sizeMib);
  const parts = or0(node.platformReservedMib) + vswitch + pages + or0(node.smallPages) / 256;
  return Math.max(node.totalMib, Math.round(parts));
}

export type MemoryTotals = {
  wholeMib: Unknown<number>;
  reservedMib: number;
  vswitchMib: number;
  mib2M: number;
  mib1G: number;
  /** What remains in pages of 4 KiB; below 0: more is asked for than there is. null: not known */
  smallMib: Unknown<number>;
};

/** What a wish makes of a node, in MiB. Shares are of what platform and vswitch leave. */
export function totalsOf(node: MemoryNode, wish: MemoryWish): MemoryTotals {
  const whole = wholeMib(node);
  const reservedMib = or0(wish.reservedMib);
  const vswitchMib = or0(wish.vswitchPages) * or0(wish.vswitchSizeMib);
  const room = whole === null ? 0 : Math.max(0, whole - reservedMib - vswitchMib);
  const mib = (pages: Unknown<number>, sizeMib: number): number =>
    wish.asPercentage ? Math.floor((room * or0(pages)) / 100) : or0(pages) * sizeMib;
  const mib2M = mib(wish.pages2M, 2);
  const mib1G = mib(wish.pages1G, 1024);
  const smallMib = whole === null ? null : whole - reservedMib - vswitchMib - mib2M - mib1G;
  return { wholeMib: whole, reservedMib, vswitchMib, mib2M, mib1G, smallMib };
}

/** What counts as the same number, of shares whose whole is known only about. */
const NEAR = 0.05;

/** Pages of a size that there will be after the next unlock; null: nothing of them waits. */
export function pendingPages(node: MemoryNode, sizeMib: number): Unknown<number> {
  const pages = pagesOf(node, sizeMib);
  if (!pages || pages.pending === null) return null;
  if (!node.asPercentage) return pages.pending === pages.total ? null : pages.pending;
  const { mib2M, mib1G } = totalsOf(node, wishOf(node));
  const then = Math.floor((sizeMib === 2 ? mib2M : mib1G) / sizeMib);
  // The platform keeps the percentage as pending: it never equals the number.
  const off = Math.abs(then - or0(pages.total));
  return off <= NEAR * Math.max(then, or0(pages.total)) ? null : then;
}

/** Does anything of the node wait for the next unlock? */
export const isPending = (node: MemoryNode): boolean =>
  node.hugePages.some(({ sizeMib }) => pendingPages(node, sizeMib) !== null) ||
  (node.vswitch.required !== null && node.vswitch.required !== node.vswitch.total);
