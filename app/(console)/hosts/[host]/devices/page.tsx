import { HostDevices } from '@/components/devices/host/host-devices-later';
import { env } from '@/lib/env';
import { Prefetched } from '../../../prefetched';
import { firstPart } from '../first-part';

export default async function HostDevicesPage({ params }: { params: Promise<{ host: string }> }) {
  const host = decodeURIComponent((await params).host);
  return (
    <Prefetched
      views={[
        { view: 'alarms', params: {}, later: true },
        { view: 'deviceImages', params: {}, later: true },
        ...(await firstPart(host, 'hostDevices')),
      ]}
    >
      <HostDevices hostRef={host} mostMb={env().ROOST_UPLOAD_MAX_MB} />
    </Prefetched>
  );
}
