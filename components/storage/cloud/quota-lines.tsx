/** Quotas of the pools of bare-metal Ceph, and the size of its tier where the platform says it. */
import { Bar } from '@/components/ui/bar';
import { POOLS } from '@/lib/domain/storage/backend';
import { type BackendRow, isBareMetalCeph } from '@/lib/domain/storage/cloud/backend-rows';
import { quotaSumGib } from '@/lib/domain/storage/cloud/quotas';
import type { CloudStorage } from '@/lib/domain/storage/cloud-storage';
import { formatGib } from '@/lib/format/bytes';
import { isUnread } from './unread';

export function QuotaLines({ row: { backend, ceph }, storage }: { row: BackendRow; storage: CloudStorage }) {
  if (!isBareMetalCeph(backend)) return null;
  if (ceph === null) {
    return (
      <p className="text-unk-fg">
        {isUnread(storage, 'cephBackends')
          ? 'Quotas could not be read.'
          : 'The platform has no quotas of it.'}
      </p>
    );
  }
  const set = POOLS.flatMap((pool) => {
    const gib = ceph.quotaGib[pool];
    return gib === null || gib === 0 ? [] : [{ pool, gib }];
  });
  const sum = quotaSumGib(ceph.quotaGib);
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap gap-x-4 gap-y-0.5">
        <span>
          <span className="text-ink-3">Capacity of the tier</span>{' '}
          {ceph.totalGib === null ? <span className="text-unk-fg">Unknown</span> : formatGib(ceph.totalGib)}
        </span>
        <span>
          <span className="text-ink-3">Quotas</span> {set.length === 0 && 'None set'}
          {set.map(({ pool, gib }, index) => (
            <span key={pool}>
              {index > 0 && ', '}
              <span className="mono">{pool}</span> {formatGib(gib)}
            </span>
          ))}
        </span>
      </p>
      {set.length > 0 && ceph.totalGib !== null && (
        <Bar
          label={`Quotas of ${formatGib(sum)} of ${formatGib(ceph.totalGib)}`}
          max={ceph.totalGib}
          parts={[{ value: sum }]}
        />
      )}
      <p className="text-small text-ink-3">How full its pools are, sysinv does not tell.</p>
    </div>
  );
}
