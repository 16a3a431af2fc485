import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** 24 px. */
  icon: ReactNode;
  /** "No other hosts yet" on first use; "No host matches 2 filters" when a filter hides them. Never the same words for both. */
  title: ReactNode;
  /** The one way on: add the first, clear the filters. */
  action?: ReactNode;
  children?: ReactNode;
}

/** Nothing to show, and what fills it. Only for an answer that was empty: what could not be asked is not empty. */
export function EmptyState({ icon, title, action, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <span className="empty-icon" aria-hidden>
        {icon}
      </span>
      {/* Not a paragraph: a page whose only words these are makes them its heading. */}
      <div className="empty-title">{title}</div>
      {children && <div>{children}</div>}
      {action && <div className="mt-2 flex items-center gap-2">{action}</div>}
    </div>
  );
}
