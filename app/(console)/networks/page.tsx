import type { Metadata } from 'next';
import { PlatformList } from '@/components/networks/cloud/platform-list';
import { NetworkRoom } from './room';

export const metadata: Metadata = { title: 'Networks' };

export default function NetworksPage() {
  return (
    <NetworkRoom>
      <PlatformList />
    </NetworkRoom>
  );
}
