import type { Metadata } from 'next';
import { ImageList } from '@/components/applications/registry/image-list';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Registry' };

export default function RegistryPage() {
  return (
    <Prefetched
      views={[
        { view: 'registryImages', params: {} },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page fill>
        <ImageList />
      </Page>
    </Prefetched>
  );
}
