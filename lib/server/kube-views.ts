/** Views of Kubernetes. */
import 'server-only';
import type { Kubernetes } from '@/lib/domain/kube/kube';
import { isRootcaWorking } from '@/lib/domain/kube/rootca-stages';
import { isUpgradeWorking } from '@/lib/domain/kube/upgrade-stages';
import { getKubeCluster } from '@/lib/stx/sysinv/kubernetes/cluster';
import { getKubePaths, getKubernetes } from '@/lib/stx/sysinv/kubernetes/kubernetes';
import { none, type Pace, view } from './view';

const pace = ({ upgrade, hosts, rootca, rootcaHosts }: Kubernetes): Pace =>
  isUpgradeWorking(upgrade, hosts) || isRootcaWorking(rootca, rootcaHosts) ? 'fast' : 'slow';

export const kubeViews = {
  /** Versions, upgrade, root CA and where hosts stand: four requests, followed closely while the platform is at work. */
  kubernetes: view({ params: none, load: (connection) => getKubernetes(connection), pace }),
  /** Name, version and address of the cluster, and its root CA: two requests. No credential of the answer is kept. */
  kubeCluster: view({ params: none, load: (connection) => getKubeCluster(connection), pace: () => 'minute' }),
  /** Paths between versions, which change with a release: a request for each version. */
  kubePaths: view({ params: none, load: (connection) => getKubePaths(connection), pace: () => 'rare' }),
};
