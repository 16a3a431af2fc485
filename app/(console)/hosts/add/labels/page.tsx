import type { Metadata } from 'next';
import { LabelsHead } from '@/components/hosts/labels/labels-head';
import { Labels } from '@/components/hosts/labels/labels-later';
import { Page } from '@/components/shell/page';
import { env } from '@/lib/env';
import { Prefetched } from '../../../prefetched';

export const metadata: Metadata = { title: 'Labels for hosts' };

export default function LabelsPage() {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'system', params: {} },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page>
        <LabelsHead />
        <Labels origin={env().ROOST_URL.replace(/\/+$/, '')} />
      </Page>
    </Prefetched>
  );
}
