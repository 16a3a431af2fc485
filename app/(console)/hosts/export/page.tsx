import type { Metadata } from 'next';
import { ExportHead } from '@/components/hosts/export/export-head';
import { ExportBoard } from '@/components/hosts/export/export-later';
import { HostsRoom } from '../room';

export const metadata: Metadata = { title: 'Configuration as YAML' };

export default function ExportPage() {
  return (
    <HostsRoom>
      <ExportHead />
      <ExportBoard />
    </HostsRoom>
  );
}
