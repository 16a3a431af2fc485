import type { Metadata } from 'next';
import { ExportHead } from '@/components/hosts/export/export-head';
import { ExportBoard } from '@/components/hosts/export/export-later';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Configuration as YAML' };

export default function ExportPage() {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'system', params: {} },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page>
        <ExportHead />
        <ExportBoard />
      </Page>
    </Prefetched>
  );
}
