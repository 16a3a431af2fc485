import type { ReactNode } from 'react';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../prefetched';

/** Around the pages about several hosts. @param fill as high as the window, for a table that scrolls inside */
export function HostsRoom({ fill = false, children }: { fill?: boolean; children: ReactNode }) {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'system', params: {} },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page fill={fill}>{children}</Page>
    </Prefetched>
  );
}
