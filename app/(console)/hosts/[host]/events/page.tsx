import { HostEvents } from '@/components/hosts/host-events';

export default async function HostEventsPage({ params }: { params: Promise<{ host: string }> }) {
  return <HostEvents hostRef={decodeURIComponent((await params).host)} />;
}
