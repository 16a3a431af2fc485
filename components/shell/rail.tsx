'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Fragment, useId } from 'react';
import { BrandMark } from '@/components/ui/glyphs/brand-mark';
import { IconButton } from '@/components/ui/icon-button';
import { CloudBadge } from './cloud-badge';
import { NAV, navItemAt } from './nav';
import { RailCount } from './rail-count';
import { RailLink } from './rail-link';
import { useMedia } from './use-media';
import { UserMenu } from './user-menu';

/** The sidebar: cloud, places, user. Icons only below 1024 px or when the reader wants it so. */
export function Rail({
  collapsed,
  onCollapsedChange,
}: {
  collapsed: boolean;
  onCollapsedChange: (to: boolean) => void;
}) {
  const current = navItemAt(usePathname());
  const narrow = useMedia('(max-width: 1023px)');
  const id = useId();
  const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <aside className="rail" aria-label="Sidebar">
      <div className="rail-brand">
        <BrandMark />
        <span className="rail-label flex-1">Roost</span>
      </div>
      <CloudBadge />
      <nav className="rail-places" aria-label="Places">
        {NAV.map((group, index) => (
          <Fragment key={group.title ?? ''}>
            {group.title && (
              <h2 id={`${id}${index}`} className="rail-heading font-medium text-ink-3">
                {group.title}
              </h2>
            )}
            <ul aria-labelledby={group.title ? `${id}${index}` : undefined} className="flex flex-col gap-px">
              {group.items.map((item) => (
                <li key={item.id}>
                  <RailLink
                    item={item}
                    current={item === current}
                    iconOnly={collapsed || narrow}
                    count={item.count && <RailCount of={item.count} />}
                  />
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      </nav>
      <div className="flex justify-center max-lg:hidden">
        <IconButton
          label={collapsed ? 'Widen the sidebar' : 'Narrow the sidebar'}
          aria-expanded={!collapsed}
          className={collapsed ? undefined : 'ml-auto'}
          icon={collapsed ? <PanelLeftOpen {...icon} /> : <PanelLeftClose {...icon} />}
          onClick={() => onCollapsedChange(!collapsed)}
        />
      </div>
      <UserMenu />
    </aside>
  );
}
