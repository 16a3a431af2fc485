/**
 * Labels that the platform itself reads: what each does, which values it may have, and whether the host must be locked.
 * Sources: sysinv api/controllers/v1/label.py (_check_host_locked, evaluate_case_agnostic_policy_name, _semantic_check_worker_labels,
 * _semantic_check_stalld_labels), helm/common.py, common/constants.py.
 */
import type { Unknown } from '../host';

export type KnownLabel = {
  key: string;
  does: string;
  /** All values that are taken, or that mean something; null: the platform sets no bound. */
  values: readonly string[] | null;
  /** Does the platform refuse other values? Where it does not, they have no effect. */
  strict?: boolean;
  /** Capitals do not count. */
  anyCase?: boolean;
  /** Assigned and removed on a locked host only. */
  locked: boolean;
};

const ON = ['enabled'];
const openstack = (key: string, does: string): KnownLabel => ({ key, does, values: ON, locked: true });

export const STALLD = 'starlingx.io/stalld';
export const STALLD_FUNCTIONS = 'starlingx.io/stalld_cpu_functions';

export const KNOWN_LABELS: readonly KnownLabel[] = [
  {
    ...{
      key: 'sriovdp',
      does: 'Runs the SR-IOV device plugin, which hands VFs to pods',
      values: ON,
      locked: true,
    },
  },
  {
    ...{
      key: 'kube-topology-mgr-policy',
      does: 'How the kubelet aligns processors and devices to NUMA nodes',
    },
    values: ['none', 'best-effort', 'restricted', 'single-numa-node'],
    ...{ strict: true, anyCase: true, locked: true },
  },
  {
    ...{ key: 'kube-cpu-mgr-policy', does: 'Static gives pods that ask for whole processors their own' },
    ...{ values: ['static'], strict: true, anyCase: true, locked: true },
  },
  {
    ...{ key: 'kube-memory-mgr-policy', does: 'Static reserves memory for pods on their NUMA node' },
    ...{ values: ['none', 'static'], strict: true, anyCase: true, locked: true },
  },
  {
    key: 'kube-ignore-isol-cpus',
    does: 'The kubelet does not treat isolated processors apart',
    ...{ values: ON, locked: false },
  },
  {
    ...{
      key: 'disable-nohz-full',
      does: 'Leaves the timer tick on for all processors',
      values: ON,
      locked: true,
    },
  },
  {
    key: 'power-management',
    does: 'Runs the power manager of Kubernetes',
    ...{ values: ON, strict: true, locked: false },
  },
  {
    key: 'lvm-csi',
    does: 'Gives pods volumes of a local volume group',
    ...{ values: ON, strict: true, locked: false },
  },
  {
    ...{
      key: 'sriovdp-isrdma',
      does: 'Disabled: VFs are handed out without RDMA',
      values: ['enabled', 'disabled'],
    },
    locked: true,
  },
  {
    ...{ key: 'sriovdp-vhostnet', does: 'VFs are handed out with vhost-net', values: ON, locked: true },
  },
  {
    ...{
      key: 'ptp-registration',
      does: 'Runs ptp-notification here, for pods that ask for the time',
      values: ['true'],
    },
    locked: false,
  },
  {
    ...{
      key: 'ptp-notification',
      does: 'Watches the clock of this host for ptp-notification',
      values: ['true'],
    },
    locked: false,
  },
  openstack('openstack-control-plane', 'Runs the control plane of OpenStack'),
  openstack('openstack-compute-node', 'Runs virtual machines of OpenStack'),
  openstack('openvswitch', 'Runs Open vSwitch for OpenStack'),
  openstack('remote-storage', 'Virtual machines keep their disks in Ceph, not on this host'),
  { key: 'sriov', does: 'Virtual machines of OpenStack may have VFs', values: ON, locked: false },
  {
    key: STALLD,
    does: 'Watches for threads that get no processor, and lets them run',
    ...{ values: ['enabled', 'disabled'], strict: true, anyCase: true, locked: false },
  },
  {
    key: STALLD_FUNCTIONS,
    does: 'Which processors stalld watches',
    values: ['application', 'application-isolated', 'all'],
    ...{ strict: true, anyCase: true, locked: false },
  },
];

const BY_KEY = new Map(KNOWN_LABELS.map((one) => [one.key, one]));

export const knownLabel = (key: string): KnownLabel | undefined => BY_KEY.get(key);

/** Does the platform take this label from, or give it to, a locked host only? */
export const needsLock = (key: string): boolean => knownLabel(key)?.locked ?? false;

/** Keys of Kubernetes' own, which the kubelet sets and sets again. */
export const isOfKubernetes = (key: string): boolean => /(^|\.)(kubernetes|k8s)\.io\//.test(key);

/** Labels of stalld stay with the platform: Kubernetes never sees them (conductor manager.py update_kubernetes_label). */
export const isOfStalld = (key: string): boolean => key.includes(STALLD);

/** What a label does, or null for one of somebody's own. */
export const labelDoes = (key: string): Unknown<string> => {
  const known = knownLabel(key);
  if (known) return known.does;
  if (isOfStalld(key)) return 'A setting of stalld';
  return isOfKubernetes(key) ? 'Kubernetes sets this itself' : null;
};
