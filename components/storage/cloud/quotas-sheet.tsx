'use client';
/** Quotas of the pools of bare-metal Ceph, with what they come to as they are typed. */
import { useState } from 'react';
import { Bar } from '@/components/ui/bar';
import { TextField } from '@/components/ui/text-field';
import { type CephBackend, POOLS, type Pool } from '@/lib/domain/storage/backend';
import { quotaSumGib } from '@/lib/domain/storage/cloud/quotas';
import type { StorageState } from '@/lib/domain/storage/cloud/storage-state';
import { DEFAULT_TIER } from '@/lib/domain/storage/cloud/tier-rules';
import { gibOf } from '@/lib/domain/storage/fs-size';
import { formatGib } from '@/lib/format/bytes';
import { StorageSheet } from './storage-sheet';

type Props = { facts: StorageState; name: string; ceph: CephBackend; onClose: () => void };
const NO_QUOTA = '0';

export function QuotasSheet({ facts, name, ceph: given, onClose }: Props) {
  const [ceph] = useState(given);
  // A tier beside the first has pools for volumes and Kubernetes alone.
  const pools: readonly Pool[] =
    ceph.tier === null || ceph.tier === DEFAULT_TIER ? POOLS : ['cinder', 'kube'];
  const [typed, setTyped] = useState<Readonly<Partial<Record<Pool, string>>>>({});
  const firstOf = (pool: Pool) => String(ceph.quotaGib[pool] ?? NO_QUOTA);
  const textOf = (pool: Pool) => typed[pool] ?? firstOf(pool);
  const changed = pools.filter((pool) => textOf(pool).trim() !== firstOf(pool));
  const odd = changed.some((pool) => gibOf(textOf(pool)) === null);
  const gib = Object.fromEntries(
    changed.flatMap((pool) => {
      const value = gibOf(textOf(pool));
      return value === null ? [] : [[pool, value]];
    }),
  );
  const sum = quotaSumGib({ ...ceph.quotaGib, ...gib });
  const over = ceph.totalGib !== null && sum > ceph.totalGib;
  return (
    <StorageSheet
      title={`Quotas of ${name}`}
      sentence="A pool takes no more than its quota. 0 is no quota: the pool takes what is free, from the others as well."
      button={changed.length === 1 ? 'Save 1 change' : `Save ${changed.length} changes`}
      done={`Quotas of ${name} were changed`}
      facts={facts}
      calls={changed.length > 0 && !odd ? [{ do: 'backend.quotas', name, gib }] : []}
      gap={odd ? 'Quotas are whole numbers of GiB' : changed.length === 0 ? 'Nothing has been changed' : null}
      dirty={changed.length > 0}
      onClose={onClose}
    >
      <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
        {pools.map((pool, index) => (
          <TextField
            key={pool}
            label={<span className="mono">{pool}</span>}
            mono
            unit="GiB"
            inputMode="numeric"
            {...(index === 0 ? { 'data-autofocus': '' } : {})}
            value={textOf(pool)}
            was={changed.includes(pool) ? firstOf(pool) : null}
            error={gibOf(textOf(pool)) === null ? 'A whole number of GiB' : null}
            onChange={(event) => setTyped({ ...typed, [pool]: event.target.value })}
          />
        ))}
      </div>
      <div className="flex flex-col gap-1">
        <p className="flex flex-wrap justify-between gap-x-3">
          <span className={over ? 'text-major-fg' : 'text-ink-2'}>{formatGib(sum)} in quotas</span>
          {ceph.totalGib === null ? (
            <span className="text-unk-fg">Capacity of the tier unknown</span>
          ) : (
            <span className="text-ink-2">{formatGib(ceph.totalGib)} in the tier</span>
          )}
        </p>
        {ceph.totalGib !== null && (
          <Bar
            label={`${formatGib(sum)} in quotas of ${formatGib(ceph.totalGib)}`}
            max={Math.max(ceph.totalGib, sum)}
            parts={[{ value: sum, tone: over ? 'major' : 'accent' }]}
          />
        )}
        {over && (
          <p className="text-small text-ink-2">
            More than there is. The platform decides whether it takes that.
          </p>
        )}
      </div>
    </StorageSheet>
  );
}
