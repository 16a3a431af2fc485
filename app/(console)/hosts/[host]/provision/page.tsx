import { HostProvision } from '@/components/hosts/provision/provision-later';
import { Prefetched } from '../../../prefetched';

/** Times are in the event log, which the first paint does not wait for. */
export default async function HostProvisionPage({ params }: { params: Promise<{ host: string }> }) {
  const host = decodeURIComponent((await params).host);
  return (
    <Prefetched
      views={[
        { view: 'alarms', params: {}, later: true },
        { view: 'hostLog', params: { entity: `host=${host}` }, later: true },
      ]}
    >
      <HostProvision hostRef={host} />
    </Prefetched>
  );
}
