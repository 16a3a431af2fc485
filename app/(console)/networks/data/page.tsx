import type { Metadata } from 'next';
import { DataList } from '@/components/networks/cloud/data-list';
import { NetworkRoom } from '../room';

export const metadata: Metadata = { title: 'Data networks' };

export default function DataNetworksPage() {
  return (
    <NetworkRoom>
      <DataList />
    </NetworkRoom>
  );
}
