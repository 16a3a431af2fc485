'use client';
/** The three lists of this room, as links in the row of tabs of each. */
import Link from 'next/link';
import { usePathname } from 'next/navigation';

const PLACES = [
  { href: '/networks', label: 'Platform networks' },
  { href: '/networks/pools', label: 'Address pools' },
  { href: '/networks/data', label: 'Data networks' },
] as const;

export function NetworkTabs() {
  const path = usePathname();
  return PLACES.map(({ href, label }) => (
    <Link key={href} href={href} className="tab" aria-current={href === path ? 'page' : undefined}>
      {label}
    </Link>
  ));
}
