'use client';
/** What the page shows, in numbers. */
import { PageHeader } from '@/components/shell/page';
import type { TopologyPart } from '@/lib/domain/network/topology-facts';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';
import { NetworkTabs } from '../network-tabs';

export function TopologyHead() {
  const hosts = useView('hosts', {})?.data?.hosts;
  const facts = useView('topology', {})?.data;
  const unread = (part: TopologyPart) => facts?.unread.some((one) => one.part === part) ?? true;
  const devices = facts?.devices.filter(({ hostname }) => hostname === null).length ?? 0;
  const parts = [
    formatCounted(hosts?.length ?? 0, 'host'),
    unread('cables') ? 'neighbours unknown' : `${formatCounted(devices, 'device')} heard by LLDP`,
    unread('networks') ? 'data networks unknown' : formatCounted(facts?.networks.length ?? 0, 'data network'),
  ];
  return (
    <>
      <PageHeader title="Topology" plainName lead={hosts && facts && `${parts.join(', ')}.`} />
      <NetworkTabs />
    </>
  );
}
