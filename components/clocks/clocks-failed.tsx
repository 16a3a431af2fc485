import { ClockFading, UserLock } from 'lucide-react';
import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { NotRead } from '@/components/ui/not-read';
import type { Failure } from '@/lib/domain/result';

/** The inventory was never read: no hosts to say anything of. */
export function ClocksFailed({ error }: { error: Failure }) {
  if (error.kind !== 'forbidden')
    return <NotRead title="Clocks could not be read" error={error} fills="page" />;
  return (
    <EmptyState icon={<UserLock aria-hidden />} title="This project may not read hosts">
      <span className="mono">{error.message}</span>
      {error.requestId && <span className="mono block text-ink-3">{error.requestId}</span>}
      Sign in to another project.
    </EmptyState>
  );
}

export function NoPtp({ ntp }: { ntp: number }) {
  return (
    <EmptyState icon={<ClockFading aria-hidden />} title="No host keeps time by PTP">
      {ntp > 0 && (
        <span className="block">
          {ntp === 1 ? 'One host follows' : `${ntp} hosts follow`} NTP: the{' '}
          <Link className="link" href="/clocks?show=list">
            list
          </Link>{' '}
          has {ntp === 1 ? 'it' : 'them'}.
        </span>
      )}
      To set it up: set a locked host’s clock_synchronization to ptp, make a PTP instance (ptp4l) with its
      interfaces, assign both to the host, apply the configuration, and unlock it.
    </EmptyState>
  );
}
