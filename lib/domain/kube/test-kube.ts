/** A duplex cloud on v1.32.2 for tests: two controllers and a worker, all at rest. */
import { testHost } from '../test-facts';
import type { KubeHost, Kubernetes, KubeUpgrade } from './kube';
import type { KubeSituation } from './situation';

const FROM = 'v1.32.2';
const TO = 'v1.33.0';

export const testKubeHost = (number: number, over: Partial<KubeHost> = {}): KubeHost => ({
  ...{ id: `row-${number}`, hostNumber: number, target: null, status: null },
  ...{ controlPlane: number <= 2 ? FROM : 'N/A', kubelet: FROM },
  ...over,
});

export const testUpgrade = (state: string | null, over: Partial<KubeUpgrade> = {}): KubeUpgrade => ({
  ...{ from: FROM, to: TO, state, createdAt: null, updatedAt: null },
  ...over,
});

export const testKubernetes = (over: Partial<Kubernetes> = {}): Kubernetes => ({
  versions: [
    { version: 'v1.31.5', state: 'unavailable', target: false },
    { version: FROM, state: 'active', target: true },
    { version: TO, state: 'available', target: false },
    { version: 'v1.34.1', state: 'available', target: false },
  ],
  ...{ upgrade: null, rootca: null, rootcaHosts: [], unread: [], unreadable: [] },
  hosts: [1, 2, 5].map((number) => testKubeHost(number)),
  ...over,
});

export const controller = (number: number) =>
  testHost({
    ...{ id: `controller-${number - 1}`, number, hostname: `controller-${number - 1}` },
    ...{ personality: 'controller', subfunctions: ['controller'] },
    activity: number === 1 ? 'active' : 'standby',
  });

export const testSituation = (
  kube: Partial<Kubernetes> = {},
  over: Partial<KubeSituation> = {},
): KubeSituation => ({
  kube: testKubernetes(kube),
  hosts: [controller(1), controller(2), testHost({ id: 'worker-0', number: 5 })],
  mode: 'duplex',
  ...over,
});
