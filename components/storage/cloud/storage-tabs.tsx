'use client';
/** The places of the room of storage. */
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { showTab, Tabs } from '@/components/ui/tabs';

const PLACES = [
  { href: '/storage', label: 'Overview' },
  { href: '/storage/groups', label: 'Volume groups' },
  { href: '/storage/osds', label: 'OSDs' },
] as const;

function useTabs() {
  const path = usePathname();
  return PLACES.map((place) => ({ ...place, current: place.href === path }));
}

export function StorageTabs() {
  return (
    <div className="flex-none">
      <Tabs label="Storage" link={Link} items={useTabs()} />
    </div>
  );
}

/** The same links for the row of tabs of a table, which has its saved views in it. */
export function StorageTabLinks() {
  return useTabs().map(({ href, label, current }) => (
    <Link
      key={href}
      href={href}
      className="tab"
      aria-current={current ? 'page' : undefined}
      ref={current ? showTab : undefined}
    >
      {label}
    </Link>
  ));
}
