'use client';
/** A panel of the overview about one domain: what is known of it, that it could not be read, or that it comes. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';

type Props = {
  title: string;
  meta?: ReactNode;
  /** Where all of it is. */
  link: { href: string; label: string };
  stale: boolean;
  /** About as high as what comes, so that nothing moves. */
  waits?: 'h-12' | 'h-24';
  /** Why there is nothing; null: it was not told, or it comes. */
  trouble: string | null;
  /** "Storage could not be read." */
  unread: string;
  /** undefined: not read yet. */
  children: ReactNode | undefined;
};

export function ReadingPanel(props: Props) {
  const { title, meta, link, stale, waits = 'h-12', trouble, unread, children } = props;
  return (
    <Panel
      title={title}
      className={stale ? 'grayscale' : undefined}
      meta={meta}
      actions={
        <Link className="link" href={link.href}>
          {link.label}
        </Link>
      }
      padded
    >
      {children ??
        (trouble === null ? (
          <SkeletonBlock className={waits} />
        ) : (
          <p className="text-unk-fg">
            {unread} <span className="mono">{trouble}</span>
          </p>
        ))}
    </Panel>
  );
}
