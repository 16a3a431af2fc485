'use client';

import { BrandMark } from '@/components/ui/glyphs/brand-mark';
import { Crumbs } from './crumbs';
import { Freshness, PauseButton, RefreshButton } from './freshness';
import { PaletteTrigger } from './palette-trigger';
import { AlarmTally } from './tally';

export function TopBar() {
  return (
    <header className="topbar">
      <span className="md:hidden">
        <BrandMark size={22} />
      </span>
      <Crumbs />
      <PaletteTrigger />
      <AlarmTally />
      <span className="flex items-center gap-3 max-md:hidden">
        <Freshness />
        <span className="flex">
          <RefreshButton offersKey />
          <PauseButton />
        </span>
      </span>
    </header>
  );
}
