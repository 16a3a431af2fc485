'use client';

import { type ReactNode, useState } from 'react';
import { laterPart } from '@/components/ui/later-part';
import { BottomBar } from './bottom-bar';
import { Freshness, PauseButton, RefreshButton } from './freshness';
import { Herald } from './herald';
import { rememberRail } from './look';
import { Rail } from './rail';
import { ShellKeys } from './shell-keys';
import { TopBar } from './top-bar';
import { WarmUp } from './warm-up';

// Nothing is wrong in the first paint: what does not answer is known by the readings that follow it.
const Banners = laterPart(async () => (await import('./banners')).Banners);

/** The frame of every page of the console. `railCollapsed` comes from a cookie, so that nothing moves after the first paint. */
export function Shell({ railCollapsed, children }: { railCollapsed: boolean; children: ReactNode }) {
  const [collapsed, setCollapsed] = useState(railCollapsed);
  return (
    <div className="shell" data-rail={collapsed ? 'collapsed' : 'wide'}>
      <a href="#main" className="skip">
        Skip to content
      </a>
      <Rail
        collapsed={collapsed}
        onCollapsedChange={(to) => {
          setCollapsed(to);
          rememberRail(to);
        }}
      />
      <div className="shell-body">
        <TopBar />
        <main id="main" tabIndex={-1}>
          <div className="-mb-2 flex items-center justify-between px-(--gutter) pt-1.5 md:hidden">
            <Freshness />
            <span className="flex">
              <PauseButton />
              <RefreshButton />
            </span>
          </div>
          <Banners />
          {children}
        </main>
      </div>
      <BottomBar />
      <Herald />
      <ShellKeys />
      <WarmUp />
    </div>
  );
}
