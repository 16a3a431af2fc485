'use client';

import { later } from '@/components/ui/later';
import { Menu, menuParts } from '@/components/ui/menu';
import { leadingRole } from '@/lib/domain/rights';
import { useViewer } from '@/lib/queries/viewer';

/** What stands in the menu, with the menu's own code: it opens with both or not at all, so that a key finds its item. */
const items = later(async () => {
  const [held] = await Promise.all([import('./user-menu-items'), menuParts.load()]);
  return held;
});

/** Who is signed in, as what, until when; and what that person likes. */
export function UserMenu() {
  const { viewer } = useViewer();
  return (
    <Menu
      align="start"
      part={items}
      label="Your session and preferences"
      className="w-60"
      trigger={
        <button type="button" className="rail-user">
          <span className="avatar" aria-hidden>
            {initials(viewer.userName)}
          </span>
          <span className="rail-label flex min-w-0 flex-1 flex-col leading-[15px]">
            <span className="truncate text-small">{viewer.userName}</span>
            <span className="truncate text-micro text-ink-3">{leadingRole(viewer) ?? 'no role here'}</span>
          </span>
        </button>
      }
    >
      <Items />
    </Menu>
  );
}

/** Drawn only while the menu is open; its code is there by then. */
function Items() {
  const held = items.held();
  return held ? <held.UserMenuItems /> : null;
}

/** `ingrid.nilsen` gives IN, `admin` gives AD. */
export function initials(userName: string): string {
  const [first = '', second] = userName.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  const letters = second ? `${[...first][0] ?? ''}${[...second][0] ?? ''}` : [...first].slice(0, 2).join('');
  return letters.toLocaleUpperCase('en-GB') || '?';
}
