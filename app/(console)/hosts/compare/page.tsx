import type { Metadata } from 'next';
import { CompareHead } from '@/components/hosts/compare/compare-head';
import { CompareBoard } from '@/components/hosts/compare/compare-later';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Compare hosts' };

export default function ComparePage() {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'system', params: {} },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page>
        <CompareHead />
        <CompareBoard />
      </Page>
    </Prefetched>
  );
}
