import { HostClock } from '@/components/clocks/host/host-clock-later';
import { Prefetched } from '../../../prefetched';

export default async function HostClockPage({ params }: { params: Promise<{ host: string }> }) {
  return (
    <Prefetched
      views={[
        { view: 'alarms', params: {}, later: true },
        { view: 'ptpConfig', params: {}, later: true },
        { view: 'ptpLinks', params: {}, later: true },
        { view: 'ntpServers', params: {}, later: true },
        { view: 'liveClocks', params: {}, later: true },
        { view: 'timingEvents', params: { last: '24h' }, later: true },
      ]}
    >
      <HostClock hostRef={decodeURIComponent((await params).host)} />
    </Prefetched>
  );
}
