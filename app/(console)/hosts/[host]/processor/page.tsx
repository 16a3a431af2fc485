import { HostProcessor } from '@/components/hosts/capacity/tabs-later';
import { Prefetched } from '../../../prefetched';
import { firstParts } from '../first-parts';

export default async function HostProcessorPage({ params }: { params: Promise<{ host: string }> }) {
  const host = decodeURIComponent((await params).host);
  const first = await firstParts(host, ['hostProcessors', 'hostKernel']);
  return (
    <Prefetched views={[{ view: 'alarms', params: {}, later: true }, ...first]}>
      <HostProcessor hostRef={host} />
    </Prefetched>
  );
}
