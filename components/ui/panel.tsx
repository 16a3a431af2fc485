import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

export interface PanelProps {
  title?: ReactNode;
  /** Quiet text after the title: a count, a source, "as of 14:32:08". */
  meta?: ReactNode;
  /** At the right end of the head. */
  actions?: ReactNode;
  foot?: ReactNode;
  /** 14 px around the content; leave it off for tables and lists that reach the edge. */
  padded?: boolean;
  headingLevel?: 2 | 3;
  className?: string | undefined;
  children?: ReactNode;
}

/** A bounded part of a view. With a title it is a named region of the page. */
export function Panel({
  title,
  meta,
  actions,
  foot,
  padded = false,
  headingLevel = 2,
  className,
  children,
}: PanelProps) {
  const headingId = useId();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const head = title !== undefined || meta !== undefined || actions !== undefined;
  return (
    <section
      className={clsx('panel', className)}
      aria-labelledby={title === undefined ? undefined : headingId}
    >
      {head && (
        <header className="panel-head">
          {title !== undefined && <Heading id={headingId}>{title}</Heading>}
          {meta !== undefined && (
            <span
              className={clsx(
                'panel-meta',
                typeof meta === 'string' && meta.length > 20 && 'panel-meta-words',
              )}
              {...(typeof meta === 'string' ? { title: meta } : {})}
            >
              {meta}
            </span>
          )}
          {actions !== undefined && actions !== false && <span className="panel-actions">{actions}</span>}
        </header>
      )}
      {padded ? <div className={clsx('px-3.5 pb-3.5', !head && 'pt-3.5')}>{children}</div> : children}
      {foot !== undefined && <footer className="panel-foot">{foot}</footer>}
    </section>
  );
}
