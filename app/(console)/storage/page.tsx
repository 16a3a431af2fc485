import type { Metadata } from 'next';
import { StorageBoard } from '@/components/storage/cloud/storage-board';
import { StorageRoom } from './room';

export const metadata: Metadata = { title: 'Storage' };

export default function StoragePage() {
  return (
    <StorageRoom>
      <StorageBoard />
    </StorageRoom>
  );
}
