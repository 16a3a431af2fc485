'use client';
/** Buttons of the bulk bar: each says how many of the selected types it would change. */
import { BellOff, BellRing } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { suppressionPlan, type TypeRow, WISH_WORDS } from '@/lib/domain/suppression';
import { openSuppression } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';

export function TypeBulk({ rows }: { rows: readonly TypeRow[] }) {
  const { viewer } = useViewer();
  const types = rows.map(({ type }) => type);
  return (['suppress', 'unsuppress'] as const).map((wish) => {
    const { able, verdict } = suppressionPlan(wish, types, null, viewer);
    const { label } = WISH_WORDS[wish];
    const Icon = wish === 'suppress' ? BellOff : BellRing;
    return (
      <Button
        key={wish}
        icon={<Icon size={14} strokeWidth={1.75} aria-hidden />}
        {...(verdict.ok ? {} : { disabledReason: verdict.why })}
        onClick={() =>
          openSuppression(
            wish,
            types.map(({ id }) => id),
          )
        }
      >
        {able.length > 0 ? `${label} ${able.length}…` : `${label}…`}
      </Button>
    );
  });
}
