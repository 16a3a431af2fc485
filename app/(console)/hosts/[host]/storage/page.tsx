import { HostStorage } from '@/components/storage/host/host-storage-later';
import { Prefetched } from '../../../prefetched';
import { firstStorage } from './first-storage';

export default async function HostStoragePage({ params }: { params: Promise<{ host: string }> }) {
  const host = decodeURIComponent((await params).host);
  return (
    <Prefetched views={[{ view: 'alarms', params: {}, later: true }, ...(await firstStorage(host))]}>
      <HostStorage hostRef={host} />
    </Prefetched>
  );
}
