import { HostNetwork } from '@/components/networks/host/host-network-later';
import { Prefetched } from '../../../prefetched';
import { firstNetwork } from './first-network';

export default async function HostNetworkPage({ params }: { params: Promise<{ host: string }> }) {
  const host = decodeURIComponent((await params).host);
  return (
    <Prefetched views={[{ view: 'alarms', params: {}, later: true }, ...(await firstNetwork(host))]}>
      <HostNetwork hostRef={host} />
    </Prefetched>
  );
}
