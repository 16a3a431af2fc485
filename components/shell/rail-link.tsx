'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { Tooltip } from '@/components/ui/tooltip';
import type { NavItem } from './nav';

/** One place in the rail. Icon-only, its name is a tooltip; the words stay in the link for readers. */
export function RailLink({
  item,
  current,
  iconOnly,
  count,
}: {
  item: NavItem;
  current: boolean;
  iconOnly: boolean;
  count?: ReactNode;
}) {
  const Icon = item.icon;
  const link = item.ownTab ? (
    <a href={item.href} target="_blank" rel="noopener" className="rail-link">
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span className="rail-label">{item.label}</span>
      <span className="sr-only">, opens in its own tab</span>
    </a>
  ) : (
    <Link href={item.href} className="rail-link" aria-current={current ? 'page' : undefined}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span className="rail-label">{item.label}</span>
      {count}
    </Link>
  );
  return iconOnly ? (
    <Tooltip content={item.label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
