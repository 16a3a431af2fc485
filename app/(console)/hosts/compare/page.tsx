import type { Metadata } from 'next';
import { CompareHead } from '@/components/hosts/compare/compare-head';
import { CompareBoard } from '@/components/hosts/compare/compare-later';
import { HostsRoom } from '../room';

export const metadata: Metadata = { title: 'Compare hosts' };

export default function ComparePage() {
  return (
    <HostsRoom>
      <CompareHead />
      <CompareBoard />
    </HostsRoom>
  );
}
