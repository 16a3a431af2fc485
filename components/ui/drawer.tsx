'use client';

import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { IconButton } from './icon-button';
import { ScrollRegion } from './scroll-region';

export interface DrawerProps {
  title: ReactNode;
  /** Beside the close button, for instance previous and next. */
  actions?: ReactNode;
  /** A row of Tabs under the title. */
  tabs?: ReactNode;
  footer?: ReactNode;
  /** From 1440 px on it stands in the row with its list instead of over it. */
  beside?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * Details beside a list (440 px, the whole screen on a phone). Not modal: the list keeps focus and keys while it is
 * open. Render it while it is open; Escape inside it closes it.
 */
export function Drawer({ title, actions, tabs, footer, beside = false, onClose, children }: DrawerProps) {
  const headingId = useId();
  return (
    <aside
      className={beside ? 'drawer drawer-beside' : 'drawer'}
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={tabs ? 'drawer-head drawer-head-tabs' : 'drawer-head'}>
        <div className="flex items-center gap-2">
          <h2 id={headingId} className="flex min-w-0 flex-1 items-center gap-2 text-title">
            {title}
          </h2>
          {actions}
          <IconButton label="Close" icon={<X size={16} strokeWidth={1.75} aria-hidden />} onClick={onClose} />
        </div>
        {tabs}
      </header>
      <ScrollRegion className="sheet-body" aria-labelledby={headingId}>
        {children}
      </ScrollRegion>
      {footer && <footer className="sheet-foot">{footer}</footer>}
    </aside>
  );
}
