/** The questions of a health report about Kubernetes, applications and a platform upgrade. */
import type { World } from '../../kernel/world';
import { isActiveController } from '../host';
import { kubeHosts } from '../kube/hosts';
import { KUBE_VERSIONS } from '../kube/versions';
import { hasWorker } from '../seed/context';
import { type Check, listed } from './health-line';

const COMPONENTS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler'];

/** _check_patch_current: no software deployment is under way. */
export function deployment({ sysinv: { kube } }: World): Check {
  const { deploying } = kube.trouble;
  return {
    title: 'All hosts are patch current',
    good: deploying === null,
    more: [`Deployment in progress: ${deploying?.from} to ${deploying?.to}`],
  };
}

/** A host that is down takes its node with it; one that is locked does not. */
const downNodes = (world: World) =>
  kubeHosts(world).filter(({ row, bootedAt }) => row.invprovision === 'provisioned' && bootedAt === null);

export function nodes(world: World): Check {
  const down = downNodes(world).map(({ row }) => row.hostname ?? '');
  return listed('All kubernetes nodes are ready', 'Kubernetes nodes not ready', [
    ...new Set([...down, ...world.sysinv.kube.trouble.nodes]),
  ]);
}

export function controlPlanePods(world: World): Check {
  const down = downNodes(world)
    .filter(({ row }) => row.personality === 'controller')
    .flatMap(({ row }) => COMPONENTS.map((component) => `${component}-${row.hostname}`));
  const troubled = world.sysinv.kube.trouble.pods.filter((pod) => isControlPlane(pod));
  return listed('All kubernetes control plane pods are ready', 'Kubernetes control plane pods not ready', [
    ...new Set([...down, ...troubled]),
  ]);
}

const isControlPlane = (pod: string) => COMPONENTS.some((component) => pod.startsWith(component));

/** _check_kube_all_pods_are_healthy, for the root CA alone. */
export function pods(world: World): Check {
  return listed(
    'All kubernetes pods are in a valid state',
    'Kubernetes pods not in a valid state',
    world.sysinv.kube.trouble.pods.map((pod) => `${pod} (namespace: kube-system)`),
  );
}

/** Uploaded or applied: while one is in any other state, no upgrade begins. */
export function appChecks({ sysinv }: World): Check {
  const odd = sysinv.applications
    .shown()
    .map(({ row }) => row)
    .filter(({ status }) => status !== 'uploaded' && status !== 'applied');
  return listed(
    'All kubernetes applications are in a valid state',
    'Kubernetes applications not in a valid state',
    odd.map(({ name }) => name),
  );
}

/** What a platform upgrade asks for beside the rest. */
export function upgradeChecks(world: World): Check[] {
  const { sysinv } = world;
  const latest = KUBE_VERSIONS.at(-1)?.version ?? '';
  const nameless = sysinv.hosts.some(({ row }) => row.hostname === null);
  const second = sysinv.byName('controller-1');
  return [
    {
      title: 'Active kubernetes version is the latest supported version',
      good: sysinv.kube.version === latest,
      more: [`Upgrade kubernetes to the latest version: [${latest}]. See "system kube-version-list"`],
    },
    { title: 'Platform Issuer and expected certificates are healthy', good: true },
    // Shown only when it is not good, and never counted.
    ...(nameless
      ? [
          {
            title: 'Boot Device and Root file system Device',
            good: false,
            counts: false,
            more: ['Cannot determine the root disk for None'],
          },
        ]
      : []),
    ...(sysinv.isSimplex() ? [{ title: 'Valid platform-backup partition', good: true }] : []),
    ...(second && hasWorker(second) ? [{ title: 'No instances running on controller-1', good: true }] : []),
    appChecks(world),
    {
      title: 'Active controller is controller-0',
      good: sysinv.hosts.some((host) => isActiveController(host) && host.row.hostname === 'controller-0'),
    },
  ];
}
