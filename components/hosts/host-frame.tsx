'use client';
/** Around every tab of a host: the header, or what there is to say when there is no such host. */
import { Unplug } from 'lucide-react';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Page } from '@/components/shell/page';
import { HostNotFound } from '@/components/shell/states/not-found';
import { PageState } from '@/components/shell/states/page-state';
import { SkeletonRows } from '@/components/ui/skeleton';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { HostHeader } from './host-header';
import { useHost } from './use-host';
import type { FirstVerdicts } from './use-verdict';

type Props = { hostRef: string; firstVerdicts: FirstVerdicts; children: ReactNode };

export function HostFrame({ hostRef, firstVerdicts, children }: Props) {
  const seen = useHost(hostRef);
  const path = usePathname();
  if (seen.state === 'gone') return <HostNotFound name={hostRef} />;
  if (seen.state === 'failed') {
    return (
      <PageState icon={<Unplug size={24} strokeWidth={1.5} />} title={`${hostRef} could not be read`}>
        <span className="mono">{seen.error.message}</span>
      </PageState>
    );
  }
  return (
    <Page>
      {seen.state === 'here' ? (
        <>
          {/* Older than two polls, no colour is a verdict any more. */}
          <div className={isStale(seen.reading, serverNow()) ? 'grayscale' : undefined}>
            <HostHeader host={seen.host} alarms={seen.alarms} path={path} firstVerdicts={firstVerdicts} />
          </div>
          {children}
        </>
      ) : (
        <SkeletonRows label="Reading the host" rows={6} />
      )}
    </Page>
  );
}
