/** The applications that a cloud begins with. */
import { rowUuid, stamp } from '../rows';
import type { SeedContext } from '../seed/context';
import { known, plain } from './catalogue';
import { Applications, settingsOf } from './store';
import * as texts from './texts';
import type { App, AppStatus, Package } from './types';

type Plan = [name: string, version: string, status: AppStatus, progress?: string];

/** None of them is under way, or no host could be unlocked. A failure's alarm was deleted by somebody. */
const PLANS: Plan[] = [
  ['platform-integ-apps', '26.09-1', 'applied'],
  ['cert-manager', '26.09-3', 'applied'],
  ['nginx-ingress-controller', '26.09-2', 'applied'],
  ['ptp-notification', '26.09-1', 'applied'],
  ['oidc-auth-apps', '26.09-1', 'uploaded'],
  ['metrics-server', '26.09-1', 'uploaded'],
  ['snmp', '26.09-9', 'apply-failed', texts.releaseFailed('snmp')],
  ['node-feature-discovery', '26.09-4', 'applied'],
  ['sriov-fec-operator', '26.09-1', 'uploaded'],
  [
    'kubernetes-power-manager',
    '26.09-1',
    'uploaded',
    `${texts.COMPLETED} - it needs applications that are missing: intel-device-plugins-operator (compatible version(s): 26\\.09-.*)`,
  ],
  ['dell-storage', '26.09-2', 'remove-failed', texts.ABORTED],
  [
    'broken-app',
    '1.0-1',
    'upload-failed',
    texts.uploadFailed('broken-app', '1.0-1', 'failed to validate application metadata.'),
  ],
];

/** The application that does the work of a backend, where one does. */
const STORAGE_PLANS: Record<string, Plan> = {
  rook: ['rook-ceph', '26.09-1', 'applied'],
  lvm: ['lvm-csi', '26.09-1', 'applied'],
};

export function seedApplications(context: SeedContext): Applications {
  const storage = STORAGE_PLANS[context.storage.kind];
  const apps = new Applications(
    [...PLANS, ...(storage ? [storage] : [])].map((plan, n) => seeded(plan, n, context)),
  );
  const certificates = apps.named('cert-manager');
  if (certificates) settingsOf(certificates, 'cert-manager', 'cert-manager').user = 'replicaCount: 2\n';
  return apps;
}

function seeded([name, version, status, progress]: Plan, n: number, context: SeedContext): App {
  const active = status === 'applied';
  const app = newApp(known(name, version) ?? plain(name, version, []), n + 1, context.deployedAt + n * 1000);
  Object.assign(app.row, {
    updated_at: stamp(context.deployedAt + 600_000 + n * 1000),
    status,
    progress: progress ?? texts.COMPLETED,
    active,
  });
  // The platform's own charts are enabled by name, those of others have nothing said of them.
  for (const chart of app.package.charts) {
    if (chart.system !== null || name === 'cert-manager')
      settingsOf(app, chart.name, chart.namespace).enabled = !chart.disabled;
  }
  return app;
}

/** @param now epoch milliseconds, when it was created */
export function newApp(package_: Package, id: number, now: number): App {
  const { name, version } = package_;
  return {
    row: {
      uuid: rowUuid('apps', 0, id - 1),
      id,
      created_at: stamp(now),
      updated_at: null,
      name,
      app_version: version,
      manifest_name: `${name}-fluxcd-manifests`,
      manifest_file: 'fluxcd-manifests',
      status: 'uploading',
      progress: null,
      active: false,
    },
    package: package_,
    settings: new Map(package_.charts.map((chart) => [`${chart.name}/${chart.namespace}`, { user: null }])),
    cancel: [],
  };
}
