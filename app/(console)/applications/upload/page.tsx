import type { Metadata } from 'next';
import { UploadHead } from '@/components/applications/upload/upload-head';
import { UploadBody } from '@/components/applications/upload/upload-later';
import { Page } from '@/components/shell/page';
import { env } from '@/lib/env';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Upload an application' };

export default function UploadPage() {
  return (
    <Prefetched
      views={[
        { view: 'applications', params: {} },
        { view: 'system', params: {} },
        { view: 'runningKubernetes', params: {}, later: true },
        { view: 'alarms', params: {}, later: true },
      ]}
    >
      <Page>
        <UploadHead />
        <UploadBody mostMb={env().ROOST_UPLOAD_MAX_MB} />
      </Page>
    </Prefetched>
  );
}
