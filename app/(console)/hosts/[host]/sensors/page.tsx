import { HostBoard } from '@/components/hosts/board/board-panel-later';
import { HostSensors } from '@/components/sensors/host-sensors-later';
import { Prefetched } from '../../../prefetched';
import { firstSensors } from './first-sensors';

export default async function HostSensorsPage({ params }: { params: Promise<{ host: string }> }) {
  const host = decodeURIComponent((await params).host);
  return (
    <Prefetched views={[{ view: 'alarms', params: {}, later: true }, ...(await firstSensors(host))]}>
      <HostSensors hostRef={host}>
        <HostBoard hostRef={host} />
      </HostSensors>
    </Prefetched>
  );
}
