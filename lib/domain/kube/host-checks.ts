/** What the platform will look at before it upgrades a host. Source: sysinv host.py kube_upgrade_control_plane, kube_upgrade_kubelet. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hostName, isController, isLocked } from '../host';
import { NOT_HERE } from './kube';
import { either, type KubeHostRow, type KubeSituation, kubeRow, kubeRows, unreadCheck } from './situation';
import { inState } from './upgrade-state';
import { compareVersions, minorSteps, nextOnTheWay } from './version';

/** KUBELET_MINOR_SKEW_TOLERANCE. */
const MOST_SKEW = 3;

const plane = checksOf('kube.control-plane', 'sysinv host.py kube_upgrade_control_plane');
const kubelet = checksOf('kube.kubelet', 'sysinv host.py kube_upgrade_kubelet');

const CONTROL_PLANE_FROM = ['upgraded-storage', 'upgraded-first-master', 'upgrading-first-master-failed'];
const planeFrom = (simplex: boolean): string[] => [
  ...CONTROL_PLANE_FROM,
  ...(simplex ? ['cordon-complete'] : ['upgraded-second-master', 'upgrading-second-master-failed']),
  'upgrading-kubelets',
];

export function controlPlaneChecks(hostId: string, s: KubeSituation): Check[] {
  const unread = unreadCheck(plane, s, 'hosts', 'which version the host runs');
  if (unread) return unread;
  const row = kubeRow(s, hostId);
  if (!row) return [plane.block('gone', { title: 'Kubernetes does not know this host' })];
  const { host, kube } = row;
  const name = hostName(host);
  const state = s.kube.upgrade?.state ?? null;
  const to = s.kube.upgrade?.to ?? null;
  const done = to !== null && kube.controlPlane === to;
  const over = ['upgraded-first-master', 'upgraded-second-master', 'upgrading-kubelets'];
  return [
    ...inState(plane, planeFrom(s.mode === 'simplex'), s),
    either(plane, 'personality', isController(host), `${name} has a control plane`, {
      title: `${name} does not have a control plane`,
    }),
    ...(kube.controlPlane === null
      ? [plane.block('version', { title: `The version of the control plane of ${name} is unknown` })]
      : []),
    ...(done && state !== null && over.includes(state)
      ? [plane.block('done', { title: `The control plane of ${name} already runs ${to}` })]
      : []),
    ...(done || to === null ? [] : skewChecks(row, to, s)),
    either(
      plane,
      'unlocked',
      host.administrative === 'unlocked' && host.operational === 'enabled',
      `${name} is unlocked and enabled`,
      {
        title: `${name} must be unlocked and enabled`,
        ...(isLocked(host) ? { wayOut: { kind: 'action', action: 'unlock', hostId, label: 'Unlock' } } : {}),
      },
    ),
    either(
      plane,
      'working',
      kube.status !== 'upgrading-etcd' && kube.status !== 'upgrading-control-plane',
      'It is not being upgraded already',
      { title: `The control plane of ${name} is being upgraded already`, wayOut: WAIT },
    ),
  ];
}

const WAIT: Check['wayOut'] = { kind: 'wait', label: 'Wait for the step' };

/** Kubelets that would be too old for the new control plane, and control planes that would drift apart. */
function skewChecks({ host, kube }: KubeHostRow, to: string, s: KubeSituation): Check[] {
  if (kube.controlPlane === null) return [];
  const rows = kubeRows(s);
  const known = s.kube.versions.map(({ version }) => version);
  const next = nextOnTheWay(kube.controlPlane, to, known) ?? to;
  const old = rows.filter(
    (row) => row.kube.kubelet !== null && (minorSteps(row.kube.kubelet, next) ?? 0) > MOST_SKEW,
  );
  const planes = rows.filter((row) => isController(row.host)).map((row) => row.kube.controlPlane);
  const first = planes.every(
    (version) => version === null || (compareVersions(kube.controlPlane ?? '', version) ?? 0) >= 0,
  );
  const equal = new Set(planes).size === 1;
  return [
    either(plane, 'skew', old.length === 0, `No kubelet is too old for ${next}`, {
      title: `Kubelets are too old for ${next}`,
      detail: `Upgrade the kubelet of ${old.map((row) => hostName(row.host)).join(', ')} first.`,
    }),
    ...(first && !equal
      ? [
          plane.block('second', {
            title: 'The other control plane is behind',
            detail: `Upgrade it before ${hostName(host)} goes on.`,
          }),
        ]
      : []),
  ];
}

export function kubeletChecks(hostId: string, force: boolean, s: KubeSituation): Check[] {
  const unread = unreadCheck(kubelet, s, 'hosts', 'which version the host runs');
  if (unread) return unread;
  const row = kubeRow(s, hostId);
  if (!row) return [kubelet.block('gone', { title: 'Kubernetes does not know this host' })];
  const { host, kube } = row;
  const name = hostName(host);
  const simplex = s.mode === 'simplex';
  const to = s.kube.upgrade?.to ?? null;
  const done = to !== null && kube.kubelet === to && kube.target === to;
  return [
    ...inState(
      kubelet,
      [simplex ? 'upgraded-first-master' : 'upgraded-second-master', 'upgrading-kubelets'],
      s,
    ),
    either(kubelet, 'personality', kube.kubelet !== NOT_HERE, `${name} has a kubelet`, {
      title: `${name} does not have a kubelet`,
    }),
    ...(isController(host) ? [] : [controllersFirst(s)]),
    ...(done && !force
      ? [
          kubelet.warn('done', {
            title: `The kubelet of ${name} already runs ${to}`,
            detail: 'The platform notes that it is upgraded, and does nothing.',
          }),
        ]
      : []),
    ...hostState(host, simplex, done, force, s.mode === null),
    either(kubelet, 'working', kube.status !== 'upgrading-kubelet', 'It is not being upgraded already', {
      title: `The kubelet of ${name} is being upgraded already`,
      wayOut: WAIT,
    }),
  ];
}

function controllersFirst(s: KubeSituation): Check {
  const open = kubeRows(s).filter(
    ({ host, kube }) => isController(host) && kube.controlPlane !== kube.kubelet,
  );
  return either(kubelet, 'controllers', open.length === 0, 'The kubelets of the controllers are upgraded', {
    title: 'The kubelets of all controllers must be upgraded first',
    detail: `${open.map(({ host }) => hostName(host)).join(' and ')} ${open.length === 1 ? 'is' : 'are'} left.`,
  });
}

function hostState(host: Host, simplex: boolean, done: boolean, force: boolean, unsure: boolean): Check[] {
  const name = hostName(host);
  // A kubelet that has the version is noted as upgraded before anybody looks at the host.
  if (done && !force) return [];
  if (unsure)
    return [
      kubelet.unknown(
        'locked',
        cannotTell('which state the host must be in', 'The mode was not read', 'sysinv'),
      ),
    ];
  if (simplex) {
    const fit = host.administrative === 'unlocked' && host.availability === 'available';
    return [
      either(kubelet, 'unlocked', fit, `${name} is unlocked and available`, {
        title: `${name} must be unlocked and available`,
        ...(force ? { outcome: 'warn' } : {}),
      }),
    ];
  }
  return [
    either(
      kubelet,
      'locked',
      isLocked(host) && host.availability === 'online',
      `${name} is locked and online`,
      {
        title: `${name} must be locked and online`,
        detail: 'Everything that it runs moves to other hosts.',
        ...(isLocked(host)
          ? { wayOut: { kind: 'wait', label: 'Wait until it is online' } }
          : { wayOut: { kind: 'action', action: 'lock', hostId: host.id, label: 'Lock' } }),
      },
    ),
  ];
}
