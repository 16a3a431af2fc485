'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { PART, useLivePart } from '@/components/ui/live-part';

/**
 * The body of a page: gutters, the gap between panels, and no wider than 1680 px.
 * `fill`: as high as the window from 720 px on, for a table that scrolls inside; its head and foot stay in sight.
 */
export function Page({
  className,
  fill = false,
  children,
}: {
  className?: string;
  fill?: boolean;
  children: ReactNode;
}) {
  const part = useLivePart<HTMLDivElement>();
  return (
    <div ref={part} {...{ [PART]: '' }} className={clsx('page', fill && 'page-fill', className)}>
      {children}
    </div>
  );
}

export interface PageHeaderProps {
  /** The page's name, or its finding. The one h1; focus comes here after a navigation. */
  title: ReactNode;
  /** One sentence of evidence under it. */
  lead?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Before the title: the glyph of a host's state. */
  before?: ReactNode;
  /** The top bar of a phone already says the page's name: a title that says no more steps back there. */
  plainName?: boolean;
}

export function PageHeader({ title, lead, actions, before, plainName = false }: PageHeaderProps) {
  return (
    <header
      className={clsx(
        'flex flex-wrap items-start gap-x-4 gap-y-2',
        // Nothing of it is left to see there: out of the way of the gaps.
        plainName && !lead && !actions && 'max-md:absolute',
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-0.5">
        <div className="flex min-w-0 items-center gap-2.5">
          {before}
          <h1
            tabIndex={-1}
            className={clsx('min-w-0 [overflow-wrap:anywhere]', plainName && 'max-md:sr-only')}
          >
            {title}
          </h1>
        </div>
        {lead && <p className="text-ink-2">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
