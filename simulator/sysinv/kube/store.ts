/** Kubernetes of one cloud: its upgrade, the update of its root CA, and what is to go wrong with either. */
import type { Row } from '../rows';
import { KubeFaults } from './faults';
import type { RootcaHostState, RootcaState, UpgradeState } from './states';
import { FIRST_VERSION } from './versions';

export type UpgradeRow = Row & {
  id: number;
  from_version: string;
  to_version: string;
  state: UpgradeState;
  created_at: string;
  updated_at: string | null;
};

export type RootcaRow = Row & {
  id: number;
  from_rootca_cert: string;
  to_rootca_cert: string | null;
  state: RootcaState;
};

export type RootcaHostRow = Row & {
  id: number;
  hostname: string;
  effective_rootca_cert: string;
  target_rootca_cert: string | null;
  state: RootcaHostState | null;
};

/** Lines of the health report that no host, alarm or application tells. */
export type Trouble = {
  /** Nodes and pods that are not ready, by name. */
  nodes: string[];
  pods: string[];
  /** A software deployment under way, `from to`. */
  deploying: { from: string; to: string } | null;
};

export const NO_TROUBLE: Trouble = { nodes: [], pods: [], deploying: null };

export class Kube {
  upgrade: UpgradeRow | null = null;
  rootca: RootcaRow | null = null;
  rootcaHosts: RootcaHostRow[] = [];
  /** What /v1/kube_cmd_versions says. */
  kubeadm = FIRST_VERSION;
  kubelet = FIRST_VERSION;
  /** What kubeadm's own config map says: the first control plane that is upgraded changes it. */
  version = FIRST_VERSION;
  /** The identifier of the root CA that is in use. */
  rootcaCert = 'd70efa2daaee06f8-70651228402253861027';
  /** Hosts that pods were moved away from. */
  readonly cordoned = new Set<string>();
  /** A copy of the control plane, from the networking step on: what an abort goes back to. */
  backup = false;
  trouble: Trouble = NO_TROUBLE;
  readonly faults = new KubeFaults();
  /** What goes on, by what it is about: `cloud`, `pods`, or a host's name. */
  readonly cancel = new Map<string, (() => void)[]>();

  /** A host that is deleted takes its row of the root CA with it. */
  forget(hostname: string): void {
    this.rootcaHosts = this.rootcaHosts.filter((row) => row.hostname !== hostname);
    for (const undo of this.cancel.get(hostname) ?? []) undo();
  }

  private lastId = 0;

  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }
}
