'use client';

import { FacetList } from './facet-list';
import type { FacetState } from './facet-state';

/** What the button of a facet opens. */
export function FacetPanel({ facet }: { facet: FacetState }) {
  return (
    <>
      <FacetList facet={facet} />
      {facet.on.length > 0 && <ClearFacet facet={facet} />}
    </>
  );
}

/** Several facets, one under the other. */
export function FacetSections({ facets }: { facets: readonly FacetState[] }) {
  return facets.map((facet) => (
    <section key={facet.id} className="mb-2">
      <h3 className="px-2 py-1.5">{facet.label}</h3>
      <FacetList facet={facet} filter={false} />
      {facet.on.length > 0 && <ClearFacet facet={facet} />}
    </section>
  ));
}

function ClearFacet({ facet }: { facet: FacetState }) {
  return (
    <button
      type="button"
      className="mt-1 block min-h-[30px] w-full rounded-2 px-2 text-left text-ink-2 hover:bg-hover max-md:min-h-11"
      onClick={() => facet.set([])}
    >
      Clear {facet.label.toLowerCase()}
    </button>
  );
}
