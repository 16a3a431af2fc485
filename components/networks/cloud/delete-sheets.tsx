'use client';
/** Deleting a data network or an address pool: what goes with it, and what keeps it. */
import { GoesWithIt } from '@/components/action/goes-with-it';
import type { NetworkState } from '@/lib/domain/network/cloud/network-state';
import { networksFedBy } from '@/lib/domain/network/cloud/pool-facts';
import { deletedWithPool } from '@/lib/domain/network/cloud/pool-rules';
import type { JobProps } from './network-job-sheet';
import { NetworkSheet } from './network-sheet';

export function DeleteDataSheet({ job: { name }, facts, onClose }: JobProps<'delete-data'>) {
  return (
    <NetworkSheet
      title={`Delete data network ${name}`}
      sentence="It cannot be brought back. Workloads that name it find it no more."
      button={`Delete data network ${name}`}
      danger
      done={`${name} was deleted`}
      facts={facts}
      calls={[{ do: 'data.delete', name }]}
      gap={null}
      onClose={onClose}
    />
  );
}

export function DeletePoolSheet({ job: { name }, facts, onClose }: JobProps<'delete-pool'>) {
  const effects = effectsOf(name, facts);
  return (
    <NetworkSheet
      title={`Delete address pool ${name}`}
      sentence="It cannot be brought back: it would have to be typed again."
      button={`Delete address pool ${name}`}
      danger
      done={`${name} was deleted`}
      facts={facts}
      calls={[{ do: 'pool.delete', name }]}
      gap={null}
      onClose={onClose}
    >
      <GoesWithIt effects={effects.map((title) => ({ title }))} />
    </NetworkSheet>
  );
}

function effectsOf(name: string, facts: NetworkState): string[] {
  const pool = facts.cloud.pools.find((one) => one.name === name);
  if (!pool) return [];
  const gone = deletedWithPool(pool, facts);
  const left = networksFedBy(facts.cloud, pool).filter((network) => !gone.includes(network));
  return [
    ...gone.map((network) => `Network ${network.name}, whose primary pool it is`),
    ...left.map((network) => `Its place as a pool of network ${network.name}`),
    ...(pool.taken
      ? [
          `${pool.taken === 1 ? '1 address' : `${pool.taken} addresses`} of it, also where interfaces have them`,
        ]
      : []),
  ];
}
