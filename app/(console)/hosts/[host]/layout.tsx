import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { HostFrame } from '@/components/hosts/host-frame';
import { Prefetched } from '../../prefetched';
import { firstVerdicts } from './first-verdicts';

type Params = { params: Promise<{ host: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: decodeURIComponent((await params).host) };
}

export default async function HostLayout({ params, children }: Params & { children: ReactNode }) {
  const host = decodeURIComponent((await params).host);
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'system', params: {} },
      ]}
    >
      <HostFrame hostRef={host} firstVerdicts={await firstVerdicts(host)}>
        {children}
      </HostFrame>
    </Prefetched>
  );
}
