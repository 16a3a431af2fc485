'use client';

import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { hostName } from '@/lib/domain/host';
import { useView } from '@/lib/queries/view';
import { useCloudName } from './cloud-badge';
import { navItemAt, roomBelow } from './nav';

/** Where one is: cloud, place, thing. On a phone the last one, with the cloud above it. */
export function Crumbs() {
  const pathname = usePathname();
  const cloud = useCloudName();
  const place = navItemAt(pathname);
  const room = roomBelow(pathname);
  const name = useThing(pathname, place?.href);
  const thing = room ?? name;
  const last = thing ?? place?.label ?? null;
  // A name of the platform's is set as one; a room of the console is called in words.
  const mono = thing !== null && room === null && 'mono';
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 flex-[0_1_auto] max-md:flex-auto">
      <ol className="crumbs max-md:hidden">
        <li>
          {place?.href === '/' ? (
            <span className="max-w-44">{cloud ?? 'Cloud'}</span>
          ) : (
            <Link href="/" className="max-w-44">
              {cloud ?? 'Cloud'}
            </Link>
          )}
        </li>
        {place && (
          <Crumb>
            {thing ? (
              <Link href={place.href}>{place.label}</Link>
            ) : (
              <span aria-current="page">{place.label}</span>
            )}
          </Crumb>
        )}
        {thing && (
          <Crumb>
            <span aria-current="page" className={clsx(mono)}>
              {thing}
            </span>
          </Crumb>
        )}
      </ol>
      <p className="flex min-w-0 flex-col md:hidden">
        <span className="truncate text-micro text-ink-3">{cloud ?? 'Cloud'}</span>
        <span className={clsx('truncate text-title leading-5 font-semibold', mono)}>{last ?? 'Roost'}</span>
      </p>
    </nav>
  );
}

function Crumb({ children }: { children: ReactNode }) {
  return (
    <li>
      <ChevronRight size={13} strokeWidth={1.75} aria-hidden className="flex-none text-ink-disabled" />
      {children}
    </li>
  );
}

/** The name of what a path below a place is about; a host's address may hold its uuid. */
function useThing(pathname: string, placeHref: string | undefined): string | null {
  const hosts = useView('hosts', {})?.data?.hosts;
  if (!placeHref || placeHref === '/' || pathname === placeHref) return null;
  const [segment = ''] = pathname.slice(placeHref.length + 1).split('/');
  const name = decoded(segment);
  const host = placeHref === '/hosts' && hosts?.find(({ id, hostname }) => id === name || hostname === name);
  return host ? hostName(host) : name;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
