import type { ComponentType, ReactNode, Ref } from 'react';

interface LinkProps {
  href: string;
  className: string;
  'aria-current': 'page' | undefined;
  ref?: Ref<HTMLAnchorElement> | undefined;
  children: ReactNode;
}

export interface TabItem {
  href: string;
  label: ReactNode;
  count?: number;
  current?: boolean;
}

export interface TabsProps {
  /** Spoken name of the row: "Host", "Views". */
  label: string;
  items: readonly TabItem[];
  /** The router's own link; a plain anchor without it. */
  link?: ComponentType<LinkProps> | 'a';
  /** After the last tab: "Save view". */
  after?: ReactNode;
}

const COUNT = new Intl.NumberFormat('en-GB');

/** Where a row is wider than the screen, the tab of the place where one is stands in sight. For `ref`. */
export function showTab(tab: HTMLElement | null): void {
  const row = tab?.closest('.tabs');
  if (!tab || !row) return;
  const beyond = tab.getBoundingClientRect().right - row.getBoundingClientRect().right;
  // With room to spare: what stands before it may still grow.
  if (beyond > 0) row.scrollLeft += beyond + row.clientWidth / 3;
}

/** Tabs that are places: each has an address, so they are links in a nav and not ARIA tabs. */
export function Tabs({ label, items, link: Link = 'a', after }: TabsProps) {
  return (
    <nav aria-label={label} className="tabs">
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          className="tab"
          aria-current={item.current ? 'page' : undefined}
          ref={item.current ? showTab : undefined}
        >
          {item.label}
          {item.count !== undefined && <span className="tab-count">{COUNT.format(item.count)}</span>}
        </Link>
      ))}
      {after}
    </nav>
  );
}
