'use client';
/** The places of a room that has several: links, of which the one of this page is marked. */
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { showTab, Tabs } from '@/components/ui/tabs';

export type RoomPlace = { href: string; label: string };
type Props = { label: string; places: readonly RoomPlace[] };

function usePlaces(places: readonly RoomPlace[]) {
  const path = usePathname();
  return places.map((place) => ({ ...place, current: place.href === path }));
}

export function PlaceTabs({ label, places }: Props) {
  return (
    <div className="flex-none">
      <Tabs label={label} link={Link} items={usePlaces(places)} />
    </div>
  );
}

/** The same links for the row of tabs of a table, which has its saved views in it. */
export function PlaceTabLinks({ places }: Pick<Props, 'places'>) {
  return usePlaces(places).map(({ href, label, current }) => (
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
