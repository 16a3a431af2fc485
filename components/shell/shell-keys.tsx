'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { laterPart } from '@/components/ui/later-part';
import { type Shortcut, useShortcutListener, useShortcuts } from '@/lib/queries/shortcuts';
import { useStore } from '@/lib/queries/store';
import { navItems, openPlace } from './nav';
import { listenAhead, takeAhead } from './palette/type-ahead';
import { overlayStore } from './shell-store';

// Neither is in the first load: both come when they are first asked for.
const Palette = laterPart(async () => (await import('./palette/palette')).Palette, putAway);
const KeySheet = laterPart(async () => (await import('./key-sheet')).KeySheet, putAway);

/** The keys that work everywhere, and what they open. */
export function ShellKeys() {
  const router = useRouter();
  const overlay = useStore(overlayStore);
  const entries = useMemo<readonly Shortcut[]>(
    () => [
      {
        keys: 'mod+k',
        label: 'Find or run',
        group: 'Everywhere',
        run: () => {
          const open = overlayStore.get();
          if (open === 'palette') overlayStore.set(null);
          else if (!document.querySelector('.scrim')) {
            listenAhead();
            overlayStore.set('palette');
          }
        },
      },
      { keys: '/', label: 'Search on this page', group: 'Everywhere', run: search },
      { keys: '?', label: 'List the keys', group: 'Everywhere', run: () => overlayStore.set('keys') },
      ...navItems().map(
        (item): Shortcut => ({
          keys: `g ${item.key}`,
          label: item.label,
          group: 'Go to',
          run: () => openPlace(item, router),
        }),
      ),
    ],
    [router],
  );
  useShortcuts(entries);
  useShortcutListener();
  return (
    <>
      {overlay === 'palette' && <Palette />}
      {overlay === 'keys' && <KeySheet />}
    </>
  );
}

/** What could not be fetched is not open: the next press asks again. */
function putAway(): void {
  takeAhead();
  overlayStore.set(null);
}

/** The search field of the page, or the palette where there is none. */
function search(): void {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-search]')];
  const visible = fields.find((field) => field.checkVisibility());
  if (visible) visible.focus();
  else overlayStore.set('palette');
}
