import type { Metadata } from 'next';
import { LabelsHead } from '@/components/hosts/labels/labels-head';
import { Labels } from '@/components/hosts/labels/labels-later';
import { env } from '@/lib/env';
import { HostsRoom } from '../../room';

export const metadata: Metadata = { title: 'Labels for hosts' };

export default function LabelsPage() {
  return (
    <HostsRoom>
      <LabelsHead />
      <Labels origin={env().ROOST_URL.replace(/\/+$/, '')} />
    </HostsRoom>
  );
}
