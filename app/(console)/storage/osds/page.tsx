import type { Metadata } from 'next';
import { OsdList } from '@/components/storage/cloud/osd-list';
import { StorageRoom } from '../room';

export const metadata: Metadata = { title: 'OSDs' };

export default function OsdListPage() {
  return (
    <StorageRoom fill>
      <OsdList />
    </StorageRoom>
  );
}
