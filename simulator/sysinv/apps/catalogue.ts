/**
 * The platform's applications that the simulated clouds know: names, namespaces and charts as they are in life;
 * versions follow the platform's release. `shelf` is what lies on the controller or on a server to download from.
 */
import type { Chart, Package } from './types';
import type { Values } from './yaml/values';

/** Where the platform keeps the tarballs that it was installed with. */
export const ISO_PATH = '/usr/local/share/applications/helm';

type ChartPlan = [name: string, namespace: string, system?: Values, disabled?: boolean];
type Plan = Partial<Omit<Package, 'charts'>> & { charts: ChartPlan[] };

const TWO_CONTROLLERS: Values = { replicaCount: 2 };
const ON_CONTROLLERS: Values = { nodeSelector: { 'node-role.kubernetes.io/control-plane': '' } };
/** What a repository of local images looks like in the overrides of the platform. */
const image = (repository: string, tag: string): Values => ({
  image: { repository: `registry.local:9001/${repository}`, tag },
  imagePullSecrets: [{ name: 'default-registry-key' }],
});

const PLANS: Record<string, Plan> = {
  'platform-integ-apps': {
    charts: [
      [
        'cephfs-provisioner',
        'kube-system',
        { ...image('quay.io/cephcsi/cephcsi', 'v3.13.1'), ...TWO_CONTROLLERS },
      ],
      [
        'rbd-provisioner',
        'kube-system',
        { ...image('quay.io/cephcsi/cephcsi', 'v3.13.1'), ...TWO_CONTROLLERS },
      ],
      [
        'ceph-pools-audit',
        'kube-system',
        { conf: { ceph: { monitors: ['192.168.204.3:6789', '192.168.204.4:6789'] } } },
      ],
    ],
    managed: true,
    triggers: ['host-delete', 'storage-backend-modify'],
  },
  'cert-manager': {
    charts: [
      [
        'cert-manager',
        'cert-manager',
        { ...TWO_CONTROLLERS, webhook: TWO_CONTROLLERS, cainjector: TWO_CONTROLLERS },
      ],
      ['cm-psp-rolebinding', 'cert-manager'],
    ],
    managed: true,
    triggers: ['host-unlock', 'detected-swact'],
    keepsOverrides: true,
    timing: 'pre',
  },
  'nginx-ingress-controller': {
    charts: [
      [
        'ingress-nginx',
        'kube-system',
        {
          controller: {
            ...ON_CONTROLLERS,
            kind: 'DaemonSet',
            hostNetwork: true,
            config: { 'nginx-status-ipv4-whitelist': '0.0.0.0/0' },
          },
        },
      ],
      ['ks-psp-rolebinding', 'kube-system'],
    ],
    managed: true,
    triggers: ['host-unlock', 'host-delete'],
    keepsOverrides: true,
    keepsAttributes: true,
  },
  'ptp-notification': {
    charts: [
      [
        'ptp-notification',
        'notification',
        { ...image('docker.io/starlingx/notificationservice-base', 'stx.12.0-v2.3.1') },
      ],
    ],
    keepsOverrides: true,
  },
  'oidc-auth-apps': {
    charts: [
      ['oidc-client', 'kube-system', TWO_CONTROLLERS],
      ['dex', 'kube-system', { ...TWO_CONTROLLERS, config: { web: { https: '0.0.0.0:5556' } } }],
      ['secret-observer', 'kube-system', { cronSchedule: '*/15 * * * *' }],
    ],
    dependencies: [[{ name: 'cert-manager', version: '.*', action: 'warn' }]],
  },
  'metrics-server': {
    charts: [['metrics-server', 'metrics-server', { ...TWO_CONTROLLERS, args: ['--kubelet-insecure-tls'] }]],
    keepsOverrides: true,
  },
  snmp: {
    charts: [['snmp', 'kube-system', image('docker.io/starlingx/stx-snmp', 'stx.12.0-v1.0.5')]],
  },
  'node-feature-discovery': {
    charts: [
      [
        'node-feature-discovery',
        'node-feature-discovery',
        { master: { replicaCount: 1 }, worker: { config: {} } },
      ],
    ],
    triggers: ['host-add'],
    timing: 'pre',
  },
  'deployment-manager': {
    charts: [['deployment-manager', 'platform-deployment-manager', { manager: { replicaCount: 1 } }]],
    managed: true,
  },
  'sriov-fec-operator': {
    charts: [
      ['sriov-fec', 'sriov-fec-system'],
      ['sriov-fec-operator', 'sriov-fec-system'],
    ],
    dependencies: [[{ name: 'node-feature-discovery', version: '.*', action: 'error' }]],
  },
  'kubernetes-power-manager': {
    charts: [['kubernetes-power-manager', 'intel-power']],
    dependencies: [
      [{ name: 'cert-manager', version: '.*', action: 'error' }],
      [{ name: 'intel-device-plugins-operator', version: '26\\.09-.*', action: 'error' }],
    ],
  },
  portieris: {
    charts: [
      ['portieris-psp-rolebinding', 'portieris'],
      ['portieris', 'portieris', { ...TWO_CONTROLLERS, caCert: null }],
    ],
    dependencies: [[{ name: 'cert-manager', version: '.*', action: 'apply' }]],
  },
  'dell-storage': {
    charts: [
      ['csi-powerstore', 'dell-storage', undefined, true],
      ['csi-unity', 'dell-storage', undefined, true],
      ['csm-replication', 'dell-storage', undefined, true],
    ],
    keepsAttributes: true,
  },
  'hello-kitty': { charts: [['hello', 'hello']] },
};

/** An application of the catalogue in a version; undefined for a name that it does not have. */
export function known(name: string, version: string): Package | undefined {
  const plan = Object.hasOwn(PLANS, name) ? PLANS[name] : undefined;
  if (!plan) return undefined;
  const { charts, ...rest } = plan;
  return { ...plain(name, version, charts.map(chartOf(version))), ...rest };
}

const chartOf =
  (version: string) =>
  ([name, namespace, system, disabled]: ChartPlan): Chart => ({
    name,
    release: name,
    namespace,
    version: `${version.replace('-', '.')}+STX`,
    system: system ?? null,
    ...(disabled && { disabled: true }),
  });

/** An application that says nothing but its charts. */
export function plain(name: string, version: string, charts: Chart[]): Package {
  return {
    name,
    version,
    charts,
    dependencies: [],
    sizeBytes: 200_000 * charts.length,
    keepsOverrides: false,
    keepsAttributes: false,
    noRollback: false,
    managed: false,
    triggers: [],
    kubernetes: {},
    timing: 'post',
  };
}

/** A newer version lies beside what is applied of these, and an older one of the first. */
const SHELVED = [
  'nginx-ingress-controller-26.09-1',
  'nginx-ingress-controller-26.09-3',
  'cert-manager-26.09-4',
  'metrics-server-26.09-2',
  'node-feature-discovery-26.09-5',
  'oidc-auth-apps-26.09-1',
  'ptp-notification-26.09-2',
  'kubernetes-power-manager-26.09-1',
  'portieris-26.09-1',
  'snmp-26.09-9',
].map((file) => `${ISO_PATH}/${file}.tgz`);

/** An administrator left these in a directory of his own. */
const ELSEWHERE = ['/scratch/hello-kitty-1.0-1.tgz', '/scratch/hello-kitty-1.1-0.tgz'];

/** Paths of tarballs on the controller. */
export const SHELF: readonly string[] = [...SHELVED, ...ELSEWHERE];

/** The application whose tarball is called so: `metrics-server-26.09-2.tgz`. */
export function packageOfFile(path: string): Package | undefined {
  const found = /([^/]+?)-(\d+\.\d+-\d+)\.(?:tgz|tar\.gz)$/.exec(path);
  return found ? known(found[1] ?? '', found[2] ?? '') : undefined;
}
