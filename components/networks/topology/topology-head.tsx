'use client';
/** What the page shows, in numbers. */
import Link from 'next/link';
import { PageHeader } from '@/components/shell/page';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';

export function TopologyHead() {
  const hosts = useView('hosts', {})?.data?.hosts;
  const facts = useView('topology', {})?.data;
  const devices = facts?.devices.filter(({ hostname }) => hostname === null).length;
  return (
    <PageHeader
      title="Topology"
      plainName
      lead={
        hosts &&
        facts &&
        devices !== undefined &&
        `${formatCounted(hosts.length, 'host')}, ${formatCounted(devices, 'device')} heard by LLDP, ${formatCounted(facts.networks.length, 'data network')}.`
      }
      actions={
        <Link href="/networks" prefetch={false} className="link max-md:min-h-11">
          Networks
        </Link>
      }
    />
  );
}
