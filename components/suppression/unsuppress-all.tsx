'use client';
/** The way to show everything again that is hidden. */
import { BellRing } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { AlarmType } from '@/lib/domain/alarm-type';
import { maySuppress } from '@/lib/domain/suppression';
import { openSuppression } from '@/lib/queries/action-store';
import { useViewer } from '@/lib/queries/viewer';

/** @param types undefined: not read yet */
export function UnsuppressAll({ types }: { types: readonly AlarmType[] | undefined }) {
  const { viewer } = useViewer();
  const hidden = types?.filter(({ suppressed }) => suppressed) ?? [];
  const verdict = maySuppress(viewer, 'unsuppress');
  const reason = !types
    ? 'The alarm types have not been read'
    : hidden.length === 0
      ? 'No type is suppressed'
      : verdict.ok
        ? null
        : verdict.why;
  return (
    <Button
      icon={<BellRing size={14} strokeWidth={1.75} aria-hidden />}
      disabledReason={reason}
      onClick={() =>
        openSuppression(
          'unsuppress',
          hidden.map(({ id }) => id),
          true,
        )
      }
    >
      Unsuppress all…
    </Button>
  );
}
