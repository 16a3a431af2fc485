'use client';
import { goTo, ViewCount, type ViewLinksProps } from './view-tab';

/** Views where the row of tabs belongs to the places of a room: beside the filters, whose kind they are. */
export function ViewSegments({ label, tabs, apply }: ViewLinksProps) {
  return (
    <nav aria-label={label} className="segmented max-md:order-last max-md:w-full">
      {tabs.map((tab) => (
        <a
          key={tab.label}
          href={`?${tab.query}`}
          onClick={goTo(tab.query, apply)}
          className="segment max-md:flex-1 max-md:justify-center max-md:px-1"
          aria-current={tab.current ? 'page' : undefined}
        >
          {tab.label}
          <ViewCount count={tab.count} />
        </a>
      ))}
    </nav>
  );
}
