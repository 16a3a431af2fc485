import type { Metadata } from 'next';
import { PoolList } from '@/components/networks/cloud/pool-list';
import { NetworkRoom } from '../room';

export const metadata: Metadata = { title: 'Address pools' };

export default function PoolsPage() {
  return (
    <NetworkRoom>
      <PoolList />
    </NetworkRoom>
  );
}
