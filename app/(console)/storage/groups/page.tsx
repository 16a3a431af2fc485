import type { Metadata } from 'next';
import { GroupList } from '@/components/storage/cloud/group-list';
import { StorageRoom } from '../room';

export const metadata: Metadata = { title: 'Volume groups' };

export default function GroupListPage() {
  return (
    <StorageRoom fill>
      <GroupList />
    </StorageRoom>
  );
}
