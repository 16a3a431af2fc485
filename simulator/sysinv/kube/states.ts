/** The states of an upgrade of Kubernetes, of its hosts, and of an update of its root CA (sysinv common/kubernetes.py). */

export const UPGRADE_STATES = [
  'upgrade-started',
  'downloading-images',
  'downloading-images-failed',
  'downloaded-images',
  'pre-updating-apps',
  'pre-updating-apps-failed',
  'pre-updated-apps',
  'upgrading-networking',
  'upgrading-networking-failed',
  'upgraded-networking',
  'upgrading-storage',
  'upgrading-storage-failed',
  'upgraded-storage',
  'cordon-started',
  'cordon-failed',
  'cordon-complete',
  'upgrading-first-master',
  'upgrading-first-master-failed',
  'upgraded-first-master',
  'upgrading-second-master',
  'upgrading-second-master-failed',
  'upgraded-second-master',
  'upgrading-kubelets',
  'uncordon-started',
  'uncordon-failed',
  'uncordon-complete',
  'upgrade-complete',
  'post-updating-apps',
  'post-updating-apps-failed',
  'post-updated-apps',
  'upgrade-aborting',
  'upgrade-aborting-failed',
  'upgrade-aborted',
] as const;
export type UpgradeState = (typeof UPGRADE_STATES)[number];

export const HOST_STATES = [
  'upgrading-etcd',
  'upgraded-etcd',
  'upgrading-etcd-failed',
  'upgrading-control-plane',
  'upgrading-control-plane-failed',
  'upgrading-kubelet',
  'upgrading-kubelet-failed',
  'upgraded-kubelet',
  'upgrade-aborting',
] as const;
export type HostState = (typeof HOST_STATES)[number];

/** Of a host, and of the cloud while its hosts are in it. */
export const ROOTCA_HOST_STATES = [
  'updating-host-trust-both-cas',
  'updated-host-trust-both-cas',
  'updating-host-trust-both-cas-failed',
  'updating-host-update-certs',
  'updated-host-update-certs',
  'updating-host-update-certs-failed',
  'updating-host-trust-new-ca',
  'updated-host-trust-new-ca',
  'updating-host-trust-new-ca-failed',
] as const;
export type RootcaHostState = (typeof ROOTCA_HOST_STATES)[number];

export const ROOTCA_STATES = [
  'update-started',
  'update-new-rootca-cert-generated',
  'updating-pods-trust-both-cas',
  'updated-pods-trust-both-cas',
  'updating-pods-trust-both-cas-failed',
  'updating-pods-trust-new-ca',
  'updated-pods-trust-new-ca',
  'updating-pods-trust-new-ca-failed',
  'update-completed',
  'update-aborted',
  ...ROOTCA_HOST_STATES,
] as const;
export type RootcaState = (typeof ROOTCA_STATES)[number];
