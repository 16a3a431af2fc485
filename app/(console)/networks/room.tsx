import type { ReactNode } from 'react';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../prefetched';

/** The three lists of networks are of one reading, and so are their first pictures. */
export function NetworkRoom({ children }: { children: ReactNode }) {
  return (
    <Prefetched
      views={[
        { view: 'cloudNetworks', params: {} },
        { view: 'system', params: {}, later: true },
        { view: 'hosts', params: {}, later: true },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page fill>{children}</Page>
    </Prefetched>
  );
}
