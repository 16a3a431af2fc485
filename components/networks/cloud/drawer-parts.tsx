'use client';
/** What the drawers of this room are made of. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { Drawer } from '@/components/ui/drawer';
import { LongList } from '@/components/ui/long-list';
import { Note } from '@/components/ui/note';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { hostName } from '@/lib/domain/host';
import type { NetworkPlace } from '@/lib/domain/network/cloud/cloud-networks';
import type { Seen } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';

export function Part({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="border-line border-t py-3 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-2 pb-2">
        <h3 className="font-semibold text-body text-ink">{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}

/** A text of the platform, whatever it holds. `none`: what it means that there is none; without it that is unknown. */
export function Said({ children, none }: { children: string | number | null; none?: string }) {
  if (children === null || children === '')
    return <span className={none ? 'text-ink-3' : 'text-unk-fg'}>{none ?? 'Unknown'}</span>;
  return <span className="mono [overflow-wrap:anywhere]">{children}</span>;
}

/** An address with a button that copies it. */
export function CopiedAddress({ address, copy = address }: { address: string; copy?: string }) {
  return (
    <span className="-my-1.5 inline-flex max-w-full items-center gap-1 align-middle max-md:my-0">
      <span className="mono min-w-0 [overflow-wrap:anywhere]">{address}</span>
      <CopyButton text={copy} label={`Copy ${copy}`} />
    </span>
  );
}

export function GoneDrawer({ what, onClose }: { what: string; onClose: () => void }) {
  return (
    <Drawer beside title={what} onClose={onClose}>
      <Note tone="unknown" title={`This ${what.toLowerCase()} is not in the list.`}>
        It was deleted, or it never was one of this cloud.
      </Note>
    </Drawer>
  );
}

/** Names of hosts by the platform's integer. */
export function useHostNames(): (number: number | null) => string | null {
  const hosts = useView('hosts', {})?.data?.hosts;
  return (number) => {
    const host = number === null ? undefined : hosts?.find((one) => one.number === number);
    return host ? hostName(host) : null;
  };
}

/** Interfaces of hosts, each with the way to it. */
export function Places({
  seen,
  name,
  none,
}: {
  seen: Seen<readonly NetworkPlace[]> | undefined;
  name: string;
  none: string;
}) {
  const hostOf = useHostNames();
  if (!seen?.data) {
    return seen?.error ? <Unread message={seen.error.message} /> : <SkeletonBlock className="h-12" />;
  }
  if (seen.data.length === 0) return <p className="text-ink-3">{none}</p>;
  const items = seen.data.map((place) => {
    const host = hostOf(place.hostNumber);
    const face = place.interface ?? 'an interface without a name';
    return host === null
      ? { text: `${face} of host number ${place.hostNumber ?? 'unknown'}` }
      : { text: `${host} ${face}`, href: `/hosts/${encodeURIComponent(host)}/network` };
  });
  const sorted = items.toSorted((a, b) => NATURAL.compare(a.text, b.text));
  return <LongList link={Link} label={`Search ${name}`} name={name} items={sorted} />;
}

const NATURAL = new Intl.Collator('en', { numeric: true });

export function Unread({ message }: { message: string }) {
  return (
    <p className="text-unk-fg">
      Unknown. <span className="mono">{message}</span>
    </p>
  );
}
