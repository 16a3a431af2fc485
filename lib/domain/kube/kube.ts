/** Kubernetes of a cloud, as sysinv tells of it: versions, an upgrade, an update of the root CA, and where hosts stand in them. */
import type { Unknown, UnreadableRow } from '../host';

export type KubeVersion = {
  /** With its letter: `v1.33.0`. */
  version: string;
  /** available, unavailable, active, partial (common/kubernetes.py KUBE_STATE_*). */
  state: Unknown<string>;
  /** What runs, or what an upgrade leads to. */
  target: Unknown<boolean>;
};

/** What the list of versions does not say. */
export type KubeVersionPath = {
  version: string;
  upgradeFrom: readonly string[];
  downgradeTo: readonly string[];
  appliedPatches: readonly string[];
  availablePatches: readonly string[];
};

export type KubeUpgrade = {
  from: Unknown<string>;
  to: Unknown<string>;
  /** One of the states of upgrade-stages.ts; a word this console does not know is kept. */
  state: Unknown<string>;
  /** Epoch milliseconds. */
  createdAt: Unknown<number>;
  updatedAt: Unknown<number>;
};

/** The platform's word for a host that does not run such a part: a worker has no control plane. */
export const NOT_HERE = 'N/A';

export type KubeHost = {
  id: string;
  /** Platform's integer id of the host. */
  hostNumber: Unknown<number>;
  target: Unknown<string>;
  /** null while nothing goes on. */
  status: Unknown<string>;
  /** A version, or `NOT_HERE`. */
  controlPlane: Unknown<string>;
  kubelet: Unknown<string>;
};

export type RootcaUpdate = {
  state: Unknown<string>;
  /** Ids of certificates: hash of the issuer and serial number. */
  from: Unknown<string>;
  to: Unknown<string>;
  createdAt: Unknown<number>;
  updatedAt: Unknown<number>;
};

export type RootcaHost = {
  id: string;
  hostname: Unknown<string>;
  personality: Unknown<string>;
  /** null: nothing was asked of it yet. */
  state: Unknown<string>;
};

/** Of the cluster what everybody may know: the platform sends the keys of its administrator along, which stay out. */
export type KubeCluster = {
  name: Unknown<string>;
  version: Unknown<string>;
  endpoint: Unknown<string>;
  /** Of the root CA that is in use: hash of the issuer and serial number. */
  rootcaId: Unknown<string>;
  /** Why a part is not known, in the platform's words. */
  unread: readonly string[];
};

export type KubePart = 'versions' | 'upgrade' | 'hosts' | 'rootca' | 'rootcaHosts';

export type Kubernetes = {
  versions: readonly KubeVersion[];
  /** null: none, where the part could be read. */
  upgrade: KubeUpgrade | null;
  hosts: readonly KubeHost[];
  rootca: RootcaUpdate | null;
  rootcaHosts: readonly RootcaHost[];
  unread: readonly { part: KubePart; message: string }[];
  unreadable: readonly (UnreadableRow & { part: KubePart })[];
};

export const PART_NAMES: Record<KubePart, string> = {
  versions: 'the versions',
  upgrade: 'the upgrade',
  hosts: 'the versions of the hosts',
  rootca: 'the update of the root CA',
  rootcaHosts: 'the update of the root CA on the hosts',
};

export const unreadKube = ({ unread }: Pick<Kubernetes, 'unread'>, part: KubePart): Unknown<string> =>
  unread.find((one) => one.part === part)?.message ?? null;

/** The version that every host runs; null while they differ, or nobody knows. */
export const activeVersion = ({ versions }: Pick<Kubernetes, 'versions'>): Unknown<string> =>
  versions.find(({ state }) => state === 'active')?.version ?? null;
