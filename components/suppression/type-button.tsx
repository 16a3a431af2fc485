'use client';
import { Button } from '@/components/ui/button';
import type { AlarmType } from '@/lib/domain/alarm-type';
import { maySuppress, WISH_WORDS, wishOf } from '@/lib/domain/suppression';
import { openSuppression } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';

/** Opens the preflight for one type: nothing happens by this press alone. */
export function TypeButton({ type }: { type: AlarmType }) {
  const { viewer } = useViewer();
  const wish = wishOf(type);
  const verdict = maySuppress(viewer, wish);
  const { label } = WISH_WORDS[wish];
  return (
    <Button
      variant="ghost"
      aria-label={`${label} ${type.alarmId}…`}
      {...(verdict.ok ? {} : { disabledReason: verdict.why })}
      onClick={() => openSuppression(wish, [type.id])}
    >
      {label}…
    </Button>
  );
}
