'use client';

import { Search } from 'lucide-react';
import { Kbd } from '@/components/ui/kbd';
import { overlayStore } from './shell-store';

/** Looks like a field, opens the palette. */
export function PaletteTrigger() {
  return (
    <button
      type="button"
      className="palette-trigger max-md:hidden"
      aria-keyshortcuts="Control+K Meta+K"
      aria-haspopup="dialog"
      onClick={() => overlayStore.set('palette')}
    >
      <Search size={14} strokeWidth={1.75} aria-hidden className="flex-none" />
      <span className="min-w-0 flex-1 truncate text-left">Find or run…</span>
      <span className="max-lg:hidden">
        <Kbd keys={['Ctrl', 'K']} />
      </span>
    </button>
  );
}
