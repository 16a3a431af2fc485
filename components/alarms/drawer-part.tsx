import type { ReactNode } from 'react';

/** A part of the drawer, from edge to edge. */
export function Part({ title, meta, children }: { title?: string; meta?: ReactNode; children: ReactNode }) {
  return (
    <section className="-mx-5 border-t border-line px-5 py-3.5">
      {title && (
        <header className="mb-2 flex items-baseline gap-3 text-small">
          <h4 className="font-normal text-ink-3">{title}</h4>
          {meta && <span className="ml-auto text-ink-3">{meta}</span>}
        </header>
      )}
      {children}
    </section>
  );
}
