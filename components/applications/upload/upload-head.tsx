/** What the page is for. */
import { PageHeader } from '@/components/shell/page';

export const UploadHead = () => (
  <PageHeader
    title="Upload an application"
    lead="The platform unpacks the tarball and stores its charts. Nothing runs before it is applied."
  />
);
