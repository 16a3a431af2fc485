import { HostMemory } from '@/components/hosts/capacity/tabs-later';
import { Prefetched } from '../../../prefetched';
import { firstParts } from '../first-parts';

export default async function HostMemoryPage({ params }: { params: Promise<{ host: string }> }) {
  const host = decodeURIComponent((await params).host);
  return (
    <Prefetched
      views={[{ view: 'alarms', params: {}, later: true }, ...(await firstParts(host, ['hostMemory']))]}
    >
      <HostMemory hostRef={host} />
    </Prefetched>
  );
}
