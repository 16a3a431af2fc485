'use client';
/** Where a difference can be changed: the tab of the host, and for its network the copy that proposes it. */
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import type { Section } from '@/lib/domain/declarative/section';
import { type Host, hostName } from '@/lib/domain/host';
import { hostHref } from '../host-identity';

const TABS: Readonly<Record<Section, { path: string; words: string }>> = {
  general: { path: '', words: 'Overview' },
  board: { path: '/sensors', words: 'Board management' },
  interfaces: { path: '/network', words: 'Network' },
  storage: { path: '/storage', words: 'Storage' },
  memory: { path: '/memory', words: 'Memory' },
  processors: { path: '/processor', words: 'Processor' },
  labels: { path: '/labels', words: 'Labels' },
  ptp: { path: '/clock', words: 'Clock' },
};

type Props = { section: Section; left: Host | null; right: Host | null };

export function SectionWays({ section, left, right }: Props) {
  const { path, words } = TABS[section];
  const hosts = [left, right].filter((host) => host !== null);
  return (
    <span className="flex flex-wrap items-center gap-2">
      {section === 'interfaces' && left !== null && right !== null && left !== right && (
        <Link
          className={buttonClass()}
          prefetch={false}
          href={`/networks/copy?from=${encodeURIComponent(hostName(left))}&to=${encodeURIComponent(hostName(right))}`}
        >
          Copy to {hostName(right)}…
        </Link>
      )}
      {hosts.map((host) => (
        <Link
          key={host.id}
          className="link max-md:inline-flex max-md:min-h-11 max-md:items-center"
          prefetch={false}
          href={`${hostHref(host)}${path}`}
        >
          {words} of {hostName(host)}
        </Link>
      ))}
    </span>
  );
}
