'use client';
/** What a drawer of details is made of: a part with a head, a fact that may be unknown, a way to another thing. */
import type { ReactNode } from 'react';
import { Drawer } from './drawer';
import { Kv } from './kv';

/** Facts of one drawer share their second edge. */
export function Facts({ children }: { children: ReactNode }) {
  return <Kv className="grid-cols-[148px_minmax(0,1fr)]">{children}</Kv>;
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mb-4">
      <h3 className="mb-1.5">{title}</h3>
      {children}
    </section>
  );
}

/** A text of the platform, whatever it holds; "Unknown" where it said nothing. */
export function Said({ children }: { children: string | number | null }) {
  return children === null || children === '' ? (
    <span className="text-unk-fg">Unknown</span>
  ) : (
    <span className="mono [overflow-wrap:anywhere]">{children}</span>
  );
}

export function Way({
  to,
  children,
  onOpen,
}: {
  to: string;
  children: ReactNode;
  onOpen: (key: string) => void;
}) {
  return (
    <button
      type="button"
      className="link mono max-md:min-h-11 [overflow-wrap:anywhere]"
      onClick={() => onOpen(to)}
    >
      {children}
    </button>
  );
}

/** The drawer beside the page that it is about: where there is room it stays in sight as the page scrolls. */
export function DetailDrawer({
  title,
  footer,
  onClose,
  children,
}: {
  title: ReactNode;
  footer?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <div className="contents xl:sticky xl:top-3 xl:flex xl:h-[calc(100dvh-var(--topbar)-28px)] xl:flex-none xl:self-start">
      <Drawer beside title={title} {...(footer ? { footer } : {})} onClose={onClose}>
        {children}
      </Drawer>
    </div>
  );
}
