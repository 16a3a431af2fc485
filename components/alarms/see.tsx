'use client';
/** Marking alarms as seen from wherever: a key, the bulk bar, the drawer. */
import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { later } from '@/components/ui/later';
import { Refusal } from '@/components/ui/refusal';
import type { Alarm } from '@/lib/domain/alarm';
import { may } from '@/lib/domain/rights';
import { markFailure } from '@/lib/queries/mark-failure';
import { useStore } from '@/lib/queries/store';
import { useRefresh } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';

const sending = later(async () => (await import('./see-all')).seeAll);

export function useSee() {
  const { viewer } = useViewer();
  const refresh = useRefresh();
  const verdict = may(viewer, 'alarm.mark', 'Marking alarms as seen');
  const see = (alarms: readonly Alarm[]) => {
    if (!verdict.ok) {
      markFailure.set({
        what: 'Nothing was marked as seen',
        error: { kind: 'forbidden', message: verdict.why },
      });
      return;
    }
    // Code that is gone marks nothing, and the banner of a newer build says so.
    void sending.load().then(
      (seeAll) => seeAll(alarms, refresh),
      () => undefined,
    );
  };
  return { see, verdict };
}

/** Why the last of it was not kept, above the list until it is put away. */
export function SeenFailure() {
  const failure = useStore(markFailure);
  if (!failure) return null;
  const { message, service = null, status = null, requestId = null } = failure.error;
  return (
    <div className="relative flex-none [&_.note]:pr-10">
      <Refusal
        title={failure.what}
        message={message}
        service={service}
        status={status}
        requestId={requestId}
      />
      <span className="absolute top-1.5 right-1.5">
        <IconButton
          label="Put away"
          icon={<X size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => markFailure.set(null)}
        />
      </span>
    </div>
  );
}
