import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';

/** A page, or a panel of one, that has only one thing to say, and the way on. `asPage` makes the words the heading. */
export function PageState({
  icon,
  title,
  action,
  asPage = true,
  children,
}: {
  icon: ReactNode;
  title: string;
  action?: ReactNode;
  asPage?: boolean;
  children?: ReactNode;
}) {
  const words = asPage ? (
    <h1 tabIndex={-1} className="text-title">
      {title}
    </h1>
  ) : (
    title
  );
  return (
    <div className={clsx(asPage && 'page')}>
      <Panel>
        <EmptyState icon={icon} title={words} action={action}>
          <div className="mx-auto max-w-[60ch] [overflow-wrap:anywhere]">{children}</div>
        </EmptyState>
      </Panel>
    </div>
  );
}
