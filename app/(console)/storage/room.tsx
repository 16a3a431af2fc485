import type { ReactNode } from 'react';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../prefetched';

/** The places of this room are of one reading, and so are their first pictures. */
export function StorageRoom({ fill = false, children }: { fill?: boolean; children: ReactNode }) {
  return (
    <Prefetched
      views={[
        { view: 'cloudStorage', params: {} },
        { view: 'hosts', params: {}, later: true },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page fill={fill}>{children}</Page>
    </Prefetched>
  );
}
