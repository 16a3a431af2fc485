/** Quotas of Ceph's pools. */
import { type CephBackend, POOLS } from '../backend';

/** GiB of all pools; what has no quota counts as nothing. */
export const quotaSumGib = (quotas: CephBackend['quotaGib']): number =>
  POOLS.reduce((sum, pool) => sum + (quotas[pool] ?? 0), 0);
