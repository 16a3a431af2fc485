import { HostLabels } from '@/components/labels/host-labels-later';
import { Prefetched } from '../../../prefetched';
import { firstPart } from '../first-part';

export default async function HostLabelsPage({ params }: { params: Promise<{ host: string }> }) {
  const host = decodeURIComponent((await params).host);
  return (
    <Prefetched
      views={[{ view: 'alarms', params: {}, later: true }, ...(await firstPart(host, 'hostLabels'))]}
    >
      <HostLabels hostRef={host} />
    </Prefetched>
  );
}
