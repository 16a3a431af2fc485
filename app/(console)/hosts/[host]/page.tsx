import { HostOverview } from '@/components/hosts/overview/host-overview';
import { findHost } from '@/lib/domain/host';
import { pageSession } from '@/lib/server/session';
import { readView } from '@/lib/server/views';
import { Prefetched, type Wanted } from '../../prefetched';

const PARTS = [
  'hostProcessors',
  'hostMemory',
  'hostSensors',
  'hostFilesystems',
  'hostLabels',
  'hostDevices',
  'hostDataNetworks',
  'hostKernel',
] as const;

export default async function HostOverviewPage({ params }: { params: Promise<{ host: string }> }) {
  const ref = decodeURIComponent((await params).host);
  const hosts = (await readView(await pageSession(), 'hosts', {})).value?.data.hosts ?? [];
  const host = findHost(hosts, ref);
  const views: Wanted[] = host
    ? PARTS.map((view) => ({ view, params: { hostId: host.id }, later: true }))
    : [];
  return (
    <Prefetched views={views}>
      <HostOverview hostRef={ref} />
    </Prefetched>
  );
}
