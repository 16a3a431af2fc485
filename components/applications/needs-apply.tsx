'use client';
/** Overrides were changed through this console, and nothing has been applied since. Of changes made by another way nobody tells. */
import { Pill } from '@/components/ui/pill';
import { Time } from '@/components/ui/time';
import type { Change } from '@/lib/domain/application/overrides/pending';
import { useView } from '@/lib/queries/view';

/** The last change that was not applied; undefined where there is none, or nobody knows of one. */
export const useNeedsApply = (name: string): Change | undefined =>
  useView('applicationsPending', {})?.data?.pending.find(({ application }) => application === name);

/** @param full with what was changed and when */
export function NeedsApply({ change: { chart, at }, full = false }: { change: Change; full?: boolean }) {
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-2">
      <Pill tone="accent">Needs apply</Pill>
      {full && (
        <span className="text-ink-3 text-small">
          <span className="mono">{chart}</span> was changed here at <Time at={at} />
        </span>
      )}
    </span>
  );
}
