/** What the platform will look at before it takes a call of an upgrade. Source: sysinv kube_upgrade.py post, patch, delete. */
import { type Check, cannotTell, checksOf } from '../check';
import { controlPlaneChecks, kubeletChecks } from './host-checks';
import { activeVersion } from './kube';
import { FAILED_OF, type UpgradeCall } from './kube-calls';
import { either, type KubeSituation, unreadCheck } from './situation';
import { startChecks } from './start-checks';
import { KUBELET_DONE } from './upgrade-stages';
import { inState } from './upgrade-state';

const patch = checksOf('kube', 'sysinv kube_upgrade.py patch');
const remove = checksOf('kube', 'sysinv kube_upgrade.py delete');

/** States from which the platform goes on to a step, its own failure among them. */
const FROM = {
  'download-images': ['upgrade-started', 'downloading-images-failed'],
  'pre-apps': ['downloaded-images', 'pre-updating-apps-failed'],
  networking: ['pre-updated-apps', 'upgrading-networking-failed'],
  storage: ['upgraded-networking', 'upgrading-storage-failed'],
  cordon: ['upgraded-storage', 'cordon-failed'],
  uncordon: ['upgrading-kubelets', 'uncordon-failed'],
  'post-apps': ['upgrade-complete', 'post-updating-apps-failed'],
  delete: ['upgrade-complete', 'post-updating-apps-failed', 'post-updated-apps', 'upgrade-aborted'],
} as const;

const NOT_ABORTABLE = [
  'upgrade-aborting',
  'upgrade-aborted',
  'upgrade-complete',
  'post-updating-apps',
  'post-updating-apps-failed',
  'post-updated-apps',
];

export function upgradeChecks(call: UpgradeCall, s: KubeSituation): Check[] {
  switch (call.do) {
    case 'start':
      return startChecks(call.version, s);
    case 'download-images':
    case 'pre-apps':
    case 'networking':
    case 'storage':
    case 'post-apps':
      return inState(patch, FROM[call.do], s);
    case 'cordon':
      return [...onSimplex(s, 'Cordoning'), ...inState(patch, FROM.cordon, s)];
    case 'uncordon':
      return [...onSimplex(s, 'Uncordoning'), ...inState(patch, FROM.uncordon, s), ...allKubelets(s)];
    case 'control-plane':
      return controlPlaneChecks(call.host.id, s);
    case 'kubelet':
      return kubeletChecks(call.host.id, call.force, s);
    case 'complete':
      return completeChecks(s);
    case 'abort':
      return [...onSimplex(s, 'Aborting an upgrade'), ...abortable(s)];
    case 'failed':
      return inState(
        checksOf(
          'kube',
          'cgts-client kube_upgrade_shell.py do_kube_upgrade_failed; sysinv kube_upgrade.py patch',
        ),
        Object.keys(FAILED_OF),
        s,
      );
    case 'delete':
      return inState(remove, FROM.delete, s);
  }
}

function onSimplex({ mode }: KubeSituation, doing: string): Check[] {
  if (mode === null)
    return [
      patch.unknown(
        'simplex',
        cannotTell('whether this is a simplex system', 'The mode was not read', 'sysinv'),
      ),
    ];
  return [
    either(patch, 'simplex', mode === 'simplex', 'This is a simplex system', {
      title: `${doing} is not supported in ${mode}`,
    }),
  ];
}

function abortable(s: KubeSituation): Check[] {
  const unread = unreadCheck(patch, s, 'upgrade', 'how far the upgrade is');
  if (unread) return unread;
  const state = s.kube.upgrade?.state ?? null;
  if (s.kube.upgrade === null) return inState(patch, [], s);
  return [
    either(patch, 'state', state === null || !NOT_ABORTABLE.includes(state), `The upgrade is in ${state}`, {
      title: `The upgrade is in ${state}`,
      detail: 'Then it cannot be aborted any more.',
    }),
  ];
}

/** Only hosts that have been through their kubelet's upgrade let the way go on. */
function allKubelets(s: KubeSituation): Check[] {
  const unread = unreadCheck(patch, s, 'hosts', 'which kubelets are upgraded');
  if (unread) return unread;
  const open = s.kube.hosts.filter(({ status }) => status !== KUBELET_DONE).length;
  return [
    either(patch, 'kubelets', open === 0, 'Every host has been through the upgrade of its kubelet', {
      title: `${open} of ${s.kube.hosts.length} hosts have not completed the upgrade of their kubelet`,
      detail: `Each must be in ${KUBELET_DONE}.`,
    }),
  ];
}

function completeChecks(s: KubeSituation): Check[] {
  const simplex = s.mode === 'simplex';
  const wanted =
    s.mode === 'duplex' || s.mode === 'duplex-direct'
      ? ['upgrading-kubelets']
      : ['upgrading-kubelets', 'uncordon-complete'];
  const state = s.kube.upgrade?.state ?? null;
  return [
    ...inState(patch, wanted, s),
    ...allKubelets(s),
    ...toActive(s),
    ...(simplex && state === 'upgrading-kubelets'
      ? [
          patch.warn('cordoned', {
            title: 'A host that is cordoned must be uncordoned first',
            detail: 'The platform looks at the node itself, which this console cannot.',
          }),
        ]
      : []),
  ];
}

function toActive(s: KubeSituation): Check[] {
  const unread = unreadCheck(patch, s, 'versions', 'which version is active');
  if (unread) return unread;
  const to = s.kube.upgrade?.to ?? null;
  if (to === null) return [];
  return [
    either(patch, 'active', activeVersion(s.kube) === to, `${to} is active on every host`, {
      title: `${to} is not active`,
      detail: 'Control planes and kubelets of all hosts must run it.',
    }),
  ];
}
