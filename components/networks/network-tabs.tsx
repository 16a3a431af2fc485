'use client';
/** The places of the room of networks. */
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { showTab, Tabs } from '@/components/ui/tabs';

const PLACES = [
  { href: '/networks', label: 'Platform networks' },
  { href: '/networks/pools', label: 'Address pools' },
  { href: '/networks/data', label: 'Data networks' },
  { href: '/networks/topology', label: 'Topology' },
  { href: '/networks/copy', label: 'Copy a layout' },
] as const;

function useTabs() {
  const path = usePathname();
  return PLACES.map((place) => ({ ...place, current: place.href === path }));
}

export function NetworkTabs() {
  return (
    <div className="flex-none">
      <Tabs label="Networks" link={Link} items={useTabs()} />
    </div>
  );
}

/** The same links for the row of tabs of a table, which has its saved views in it. */
export function NetworkTabLinks() {
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
