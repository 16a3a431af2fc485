'use client';

import { clsx } from 'clsx';
import { CirclePlus, ListFilter, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { laterPart } from '@/components/ui/later-part';
import { Popover } from '@/components/ui/popover';
import { FacetSegments, FacetToggles, FACET_OFF as OFF, FACET_ON as ON } from './facet-pressed';
import type { FacetState } from './facet-state';

const FacetPanel = laterPart(async () => (await import('./facet-panel')).FacetPanel);
const FacetSections = laterPart(async () => (await import('./facet-panel')).FacetSections);
// Phones only, and only when somebody filters: not in the first load.
const Sheet = laterPart(async () => (await import('@/components/ui/sheet')).Sheet);

/** Below 1024 px the first two keep a button of their own. */
const KEPT = 2;
const BUTTON =
  'inline-flex h-(--control-h) max-w-[260px] flex-none items-center gap-1.5 rounded-2 border px-2.5 whitespace-nowrap max-md:hidden';

/** The facet buttons: dashed while off, iris with their values while on. */
export function Facets({ facets }: { facets: readonly FacetState[] }) {
  const segments = facets.filter(({ look }) => look === 'segments');
  const always = facets.filter(({ look, holdsBack }) => look === 'toggles' && holdsBack);
  const others = facets.filter((facet) => !segments.includes(facet) && !always.includes(facet));
  const folded = others.slice(KEPT);
  return (
    <>
      {segments.map((facet) => (
        <FacetSegments key={facet.id} facet={facet} />
      ))}
      {others.map((facet, index) => {
        const className = index >= KEPT ? 'max-lg:hidden' : undefined;
        return facet.look === 'toggles' ? (
          <FacetToggles key={facet.id} facet={facet} className={clsx('max-md:hidden', className)} />
        ) : (
          <FacetButton key={facet.id} facet={facet} className={className} />
        );
      })}
      {folded.length > 0 && <FoldedFacets facets={folded} />}
      {always.map((facet) => (
        <FacetToggles key={facet.id} facet={facet} className="max-md:order-last max-md:min-h-11" />
      ))}
    </>
  );
}

function FacetButton({ facet, className }: { facet: FacetState; className?: string }) {
  const names = facet.options.filter((option) => facet.on.includes(option.value)).map(({ text }) => text);
  return (
    <Popover
      label={facet.label}
      className="w-[220px]"
      trigger={
        <button type="button" className={clsx(BUTTON, names.length > 0 ? ON : OFF, className)}>
          <CirclePlus size={14} strokeWidth={1.75} aria-hidden />
          {facet.label}
          {names.length > 0 && (
            <b className="min-w-0 truncate font-medium">
              {names.length > 2 ? `${names.length} values` : names.join(', ')}
            </b>
          )}
        </button>
      }
    >
      <FacetPanel facet={facet} />
    </Popover>
  );
}

function FoldedFacets({ facets }: { facets: readonly FacetState[] }) {
  const on = facets.filter((facet) => facet.on.length > 0).length;
  return (
    <Popover
      label="Filters"
      className="w-[260px]"
      trigger={
        <button type="button" className={clsx(BUTTON, 'lg:hidden', on > 0 ? ON : OFF)}>
          <ListFilter size={14} strokeWidth={1.75} aria-hidden />
          Filters
          {on > 0 && <b className="font-medium">{on}</b>}
        </button>
      }
    >
      <FacetSections facets={facets} />
    </Popover>
  );
}

/** On a phone all facets are in one sheet. */
export function FacetSheet(props: { facets: readonly FacetState[]; shown: string; clear: () => void }) {
  const { facets, shown, clear } = props;
  const [open, setOpen] = useState(false);
  const on = facets.filter((facet) => facet.on.length > 0).length;
  return (
    <>
      <button
        type="button"
        aria-label={on > 0 ? `Filters, ${on} on` : 'Filters'}
        className={clsx(
          'grid size-11 flex-none place-items-center rounded-2 border md:hidden',
          on > 0 ? ON : 'border-line bg-surface text-ink-2',
        )}
        onClick={() => setOpen(true)}
      >
        <SlidersHorizontal size={18} strokeWidth={1.75} aria-hidden />
      </button>
      {open && (
        <Sheet
          open
          onOpenChange={setOpen}
          title="Filters"
          footer={
            <>
              <Button onClick={() => setOpen(false)}>{shown}</Button>
              {on > 0 && (
                <Button variant="ghost" onClick={clear}>
                  Clear filters
                </Button>
              )}
            </>
          }
        >
          <FacetSections facets={facets} />
        </Sheet>
      )}
    </>
  );
}
