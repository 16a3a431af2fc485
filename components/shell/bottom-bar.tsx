'use client';

import { Menu as Lines } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { laterPart } from '@/components/ui/later-part';
import { useStore } from '@/lib/queries/store';
import { bottomBar, navItemAt } from './nav';
import { overlayStore } from './shell-store';

const MoreSheet = laterPart(
  async () => (await import('./more-sheet')).MoreSheet,
  () => overlayStore.set(null),
);

/** The phone's places: at most four and More. */
export function BottomBar() {
  const current = navItemAt(usePathname());
  const { bar } = bottomBar();
  const open = useStore(overlayStore) === 'more';
  return (
    <>
      <nav className="bottom-bar" aria-label="Places">
        {bar.map((item) => (
          <Link
            key={item.id}
            href={item.href}
            className="bottom-link"
            aria-current={item === current ? 'page' : undefined}
          >
            <item.icon size={20} strokeWidth={1.75} aria-hidden />
            {item.label}
          </Link>
        ))}
        <button
          type="button"
          className="bottom-link"
          aria-haspopup="dialog"
          onClick={() => overlayStore.set('more')}
        >
          <Lines size={20} strokeWidth={1.75} aria-hidden />
          More
        </button>
      </nav>
      {open && <MoreSheet />}
    </>
  );
}
