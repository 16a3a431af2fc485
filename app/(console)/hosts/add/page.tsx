import type { Metadata } from 'next';
import { AddHost } from '@/components/add-host/add-host-later';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Add a host' };

export default function AddHostPage() {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'system', params: {} },
        { view: 'cloudFact', params: { fact: 'storageBackends' }, later: true },
      ]}
    >
      <AddHost />
    </Prefetched>
  );
}
