/** What holds the volumes of a world, before it is rows. */

export type StoragePlan = {
  /** Ceph on the hosts, Ceph by Rook in the cluster, or volume groups alone. */
  kind: 'ceph' | 'rook' | 'lvm';
  /** Names of the tiers of Ceph; the first is the platform's own. */
  tiers: readonly string[];
};

export const CEPH: StoragePlan = { kind: 'ceph', tiers: ['storage'] };
