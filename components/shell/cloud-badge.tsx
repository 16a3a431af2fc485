'use client';

import { Box } from 'lucide-react';
import { cloudKind } from '@/lib/domain/system';
import { useView } from '@/lib/queries/view';

/** Name of the cloud, or null while it is not known. */
export function useCloudName(): string | null {
  return useView('system', {})?.data?.name ?? null;
}

/** Which cloud this is and of what kind. */
export function CloudBadge() {
  const system = useView('system', {})?.data;
  return (
    <div className="rail-cloud">
      <Box size={15} strokeWidth={1.75} aria-hidden className="text-ink-2" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium" title={system?.name}>
          {system ? system.name : <span className="text-unk-fg">Name unknown</span>}
        </span>
        <span className="truncate text-micro text-ink-3">{system ? cloudKind(system) : 'Not read yet'}</span>
      </span>
    </div>
  );
}
