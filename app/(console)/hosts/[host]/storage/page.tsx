import { HostStorage } from '@/components/storage/host/host-storage-later';
import { Prefetched } from '../../../prefetched';
import { firstPart } from '../first-part';

export default async function HostStoragePage({ params }: { params: Promise<{ host: string }> }) {
  const host = decodeURIComponent((await params).host);
  return (
    <Prefetched
      views={[{ view: 'alarms', params: {}, later: true }, ...(await firstPart(host, 'hostStorage'))]}
    >
      <HostStorage hostRef={host} />
    </Prefetched>
  );
}
