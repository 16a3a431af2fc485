import type { ReactNode } from 'react';

/** A part of the drawer, from edge to edge. */
export function Part({ title, meta, children }: { title: string; meta?: ReactNode; children: ReactNode }) {
  return (
    <section className="-mx-5 border-t border-line px-5 py-3.5 first:border-t-0 first:pt-0">
      <header className="mb-2 flex items-baseline gap-3">
        <h3 className="font-semibold text-body text-ink">{title}</h3>
        {meta && <span className="ml-auto text-small text-ink-3">{meta}</span>}
      </header>
      {children}
    </section>
  );
}
