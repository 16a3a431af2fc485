import type { Metadata } from 'next';
import { CopyHead } from '@/components/networks/copy/copy-head';
import { CopyBoard } from '@/components/networks/copy/copy-later';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Copy a network layout' };

export default function CopyPage() {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'system', params: {} },
        { view: 'interfaceChoices', params: {}, later: true },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page>
        <CopyHead />
        <CopyBoard />
      </Page>
    </Prefetched>
  );
}
