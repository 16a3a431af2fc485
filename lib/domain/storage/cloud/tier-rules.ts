/** What may be done to tiers of Ceph, as the platform checks it (sysinv api/controllers/v1/storage_tier.py). */
import { allowed, denied, type Verdict } from '../../result';
import type { Tier } from '../backend';
import type { CloudStorage } from '../cloud-storage';

/** The tier that every Ceph has (constants.SB_TIER_DEFAULT_NAMES). */
export const DEFAULT_TIER = 'storage';

const CHECK = 'sysinv storage_tier.py _check';

/** Is there a cluster for a new tier? */
export function newTierVerdict({ clusters, tiers }: Pick<CloudStorage, 'clusters' | 'tiers'>): Verdict {
  if (clusters.length === 0)
    return denied('There is no cluster of Ceph.', 'sysinv storage_tier.py _check_parameters');
  return tiers.some(({ name }) => name === DEFAULT_TIER)
    ? allowed
    : denied(`Tier ${DEFAULT_TIER} has to be there first.`, 'sysinv storage_tier.py _check_parameters');
}

export function createTierVerdict(name: string, storage: Pick<CloudStorage, 'clusters' | 'tiers'>): Verdict {
  const verdict = newTierVerdict(storage);
  if (!verdict.ok) return verdict;
  return storage.tiers.some((one) => one.name === name)
    ? denied(`There is a tier ${name} already.`, CHECK)
    : allowed;
}

/** May it have another name at all? */
export function renamableVerdict({ name, status }: Pick<Tier, 'name' | 'status'>): Verdict {
  const cite = 'sysinv storage_tier.py _pre_patch_checks';
  if (name === DEFAULT_TIER) return denied(`Tier ${DEFAULT_TIER} keeps its name.`, cite);
  return status === 'in-use' ? denied(`Tier ${name} is in use and keeps its name.`, cite) : allowed;
}

export function deleteTierVerdict({ name, status }: Pick<Tier, 'name' | 'status'>): Verdict {
  if (name === DEFAULT_TIER) return denied(`Tier ${DEFAULT_TIER} cannot be deleted.`, CHECK);
  return status === null || status === 'defined'
    ? allowed
    : denied(`Tier ${name} is ${status}. Only one that nothing uses can be deleted.`, CHECK);
}
