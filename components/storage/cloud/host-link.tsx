'use client';
/** The way to the storage of a host. */
import Link from 'next/link';
import type { Unknown } from '@/lib/domain/host';
import { storageHref } from '@/lib/domain/storage/storage-href';

export const hostStorageHref = (hostname: string): string => `/hosts/${encodeURIComponent(hostname)}/storage`;

export function HostLink({ hostname, hostId }: { hostname: Unknown<string>; hostId?: Unknown<string> }) {
  if (hostname === null)
    return (
      <span className="text-unk-fg">
        Host unknown {hostId && <span className="mono [overflow-wrap:anywhere]">{hostId}</span>}
      </span>
    );
  return (
    <Link
      className="link mono inline-block min-h-6 max-w-full truncate align-middle leading-6 max-md:py-2.5"
      href={storageHref(hostname)}
      prefetch={false}
    >
      {hostname}
    </Link>
  );
}
