/** May the memory of a NUMA node be changed, and so? As the platform checks it (sysinv api/controllers/v1/memory.py). */
import { type Host, hostName, isLocked, isStorage, type Unknown } from '../host';
import type { MemoryNode } from '../host-parts';
import { allowed, denied, type Verdict } from '../result';
import { hasWorkerFunction, NEEDS_LOCK, unlockedSimplex } from './host-rules';
import { type MemoryChange, type MemoryWish, totalsOf, wishAfter } from './memory-plan';

/** @property simplex, @property vswitch null: not known */
export type MemoryFacts = {
  host: Host;
  hosts: readonly Host[];
  simplex: Unknown<boolean>;
  vswitch: Unknown<string>;
};

const HOST = 'sysinv memory.py _check_host';
const PAGES = 'sysinv memory.py _check_huge_values';
const RESERVED = 'sysinv memory.py _check_memory';

/** The last unlocked host of a cloud is let through, as the platform does. */
export function memoryHostVerdict({ host, hosts, simplex }: Omit<MemoryFacts, 'vswitch'>): Verdict {
  if (isStorage(host))
    return denied('Storage hosts have all of their memory for storage.', 'sysinv memory.py patch');
  const another = hosts.some((one) => one.id !== host.id && !isLocked(one));
  return unlockedSimplex(host, simplex) || (!isLocked(host) && another) ? denied(NEEDS_LOCK, HOST) : allowed;
}

/** Huge pages are for hosts that run applications. */
export const offersPages = (host: Host): boolean => hasWorkerFunction(host);
export const offersVswitchPages = ({ host, vswitch }: Pick<MemoryFacts, 'host' | 'vswitch'>): boolean =>
  offersPages(host) && vswitch !== null && vswitch !== 'none';

export type MemoryField = 'reservedMib' | 'pages2M' | 'pages1G' | 'vswitchPages';

/** What is wrong with one field of a form; null: nothing. */
export function memoryFault(
  node: MemoryNode,
  wish: MemoryWish,
  field: MemoryField,
  facts: MemoryFacts,
): string | null {
  const value = wish[field];
  if (value === null) return null;
  const least = node.minimumReservedMib;
  if (field === 'reservedMib') return least !== null && value < least ? `At least ${least} MiB` : null;
  if (field === 'vswitchPages') return null;
  if (field === 'pages1G' && node.supports1G === false && value > 0)
    return 'This processor has no pages of 1 GiB';
  if (wish.asPercentage && value > 100) return 'Up to 100 %';
  const other = field === 'pages2M' ? wish.pages1G : wish.pages2M;
  const vswitch = facts.vswitch !== null && facts.vswitch !== 'none';
  return !vswitch && value > 0 && (other ?? 0) > 0 ? 'Pages of one size only: set one of them to 0' : null;
}

const FIELDS: readonly MemoryField[] = ['reservedMib', 'pages2M', 'pages1G', 'vswitchPages'];

/** A change to one node. What does not fit is left to the platform: it alone knows the whole of the node (`overWords`). */
export function memoryVerdict(node: MemoryNode, to: MemoryChange, facts: MemoryFacts): Verdict {
  const host = memoryHostVerdict(facts);
  if (!host.ok) return host;
  const wish = wishAfter(node, to);
  const where = `NUMA node ${node.node ?? 'unknown'}`;
  const pages = to.pages2M !== undefined || to.pages1G !== undefined || to.vswitchPages !== undefined;
  if (pages && !offersPages(facts.host))
    return denied(
      `${hostName(facts.host)} runs no applications: it has no huge pages.`,
      'sysinv memory.py patch',
    );
  for (const field of FIELDS) {
    const fault = memoryFault(node, wish, field, facts);
    if (fault) return denied(`${where}: ${fault}.`, field === 'reservedMib' ? RESERVED : PAGES);
  }
  return vswitchVerdict(where, wish, to, facts);
}

function vswitchVerdict(
  where: string,
  wish: MemoryWish,
  to: MemoryChange,
  { vswitch }: MemoryFacts,
): Verdict {
  if (vswitch === 'none' && (to.vswitchPages ?? 0) > 0)
    return denied(`${where}: this cloud has no vSwitch.`, PAGES);
  if (vswitch === null || vswitch === 'none') return allowed;
  const of1G = wish.vswitchSizeMib === 1024;
  if (of1G && (wish.pages2M ?? 0) > 0)
    return denied(`${where}: the vSwitch has pages of 1 GiB, applications can have those only.`, PAGES);
  return !of1G && (wish.pages1G ?? 0) > 0
    ? denied(`${where}: the vSwitch has pages of 2 MiB, applications can have those only.`, PAGES)
    : allowed;
}

/** What a person should know of a wish that the platform may refuse; null: nothing. */
export function overWords(node: MemoryNode, wish: MemoryWish): string | null {
  const { smallMib, wholeMib: whole } = totalsOf(node, wish);
  if (smallMib !== null && smallMib < 0)
    return `${-smallMib} MiB more than the node seems to have. The platform knows it exactly, and may refuse this.`;
  if (whole !== null && wish.reservedMib !== null && wish.reservedMib > (whole * 2) / 3)
    return 'More than two thirds for the platform. The platform may refuse this.';
  return null;
}
