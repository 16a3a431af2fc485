import type { Metadata } from 'next';
import { HostList } from '@/components/hosts/host-list';
import { HostsRoom } from './room';

export const metadata: Metadata = { title: 'Hosts' };

export default function HostsPage() {
  return (
    <HostsRoom fill>
      <HostList />
    </HostsRoom>
  );
}
