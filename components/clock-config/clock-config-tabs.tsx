'use client';
/** The lists of the room of clocks that are about configuration. */
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { navItems } from '@/components/shell/nav';
import { Tabs } from '@/components/ui/tabs';

const PLACES = [
  { href: '/clocks/instances', label: 'PTP instances' },
  { href: '/clocks/ntp', label: 'NTP and sources' },
] as const;

function useTabs() {
  const path = usePathname();
  const clocks = navItems().find(({ id }) => id === 'clocks');
  const places = clocks ? [{ href: clocks.href, label: 'Clocks' }, ...PLACES] : PLACES;
  return places.map((place) => ({ ...place, current: place.href === path }));
}

export function ClockConfigTabs() {
  return (
    <div className="flex-none">
      <Tabs label="Clocks" link={Link} items={useTabs()} />
    </div>
  );
}

/** The same links for the row of tabs of a table, which has its saved views in it. */
export function ClockConfigTabLinks() {
  return useTabs().map(({ href, label, current }) => (
    <Link key={href} href={href} className="tab" aria-current={current ? 'page' : undefined}>
      {label}
    </Link>
  ));
}
