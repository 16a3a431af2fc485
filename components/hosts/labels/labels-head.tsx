import { PageHeader } from '@/components/shell/page';

/** What the page is for. */
export const LabelsHead = () => (
  <PageHeader
    title="Labels for hosts"
    lead="Name, serial number, MAC address, place, and a code that opens the page of the host on a phone."
  />
);
