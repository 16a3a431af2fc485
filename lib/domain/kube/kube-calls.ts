/**
 * What can be asked of Kubernetes, each one request to sysinv (api/controllers/v1/kube_upgrade.py,
 * kube_rootca_update.py, host.py, kube_config_kubelet.py) and one command (cgts-client v1/kube_upgrade_shell.py,
 * kube_rootca_update_shell.py, iHost_shell.py, kube_config_kubelet_shell.py).
 */
import type { HostPhase, PodPhase } from './rootca-stages';

/** Steps of an upgrade that are asked for by the state that they begin with. */
export const STATE_OF = {
  'download-images': 'downloading-images',
  'pre-apps': 'pre-updating-apps',
  networking: 'upgrading-networking',
  storage: 'upgrading-storage',
  complete: 'upgrade-complete',
  'post-apps': 'post-updating-apps',
  abort: 'upgrade-aborting',
} as const;
export type PlainDeed = keyof typeof STATE_OF;

export const CORDON_STATE_OF = { cordon: 'cordon-started', uncordon: 'uncordon-started' } as const;
export type CordonDeed = keyof typeof CORDON_STATE_OF;

/** A host by its uuid, with the name that people and commands use. */
export type HostRef = { id: string; name: string };

export type UpgradeCall =
  /** `force`: alarms that do not affect management are no reason to refuse. */
  | { do: 'start'; version: string; force: boolean }
  | { do: PlainDeed }
  | { do: CordonDeed; host: HostRef }
  | { do: 'control-plane'; host: HostRef }
  /** `force`: again, where the kubelet has the version already; on simplex whatever state the host is in. */
  | { do: 'kubelet'; host: HostRef; force: boolean }
  /** Says that a step which hangs has failed, so that it can be tried again. `state`: the one it is set to. */
  | { do: 'failed'; state: string }
  | { do: 'delete' };

export type RootcaCall =
  | { do: 'rootca-start'; force: boolean }
  /** `expiry`: YYYY-MM-DD; null: as long as the one before. `subject`: "C=.. CN=.."; null: the platform's own. */
  | { do: 'rootca-generate'; expiry: string | null; subject: string | null }
  | { do: 'rootca-host'; host: HostRef; phase: HostPhase }
  | { do: 'rootca-pods'; phase: PodPhase }
  | { do: 'rootca-complete' | 'rootca-abort' };

/** Of the running cluster: every kubelet takes up what the service parameters of Kubernetes say. */
export type ClusterCall = { do: 'kubelet-config' };

export type KubeCall = UpgradeCall | RootcaCall | ClusterCall;
export type KubeDeed = KubeCall['do'];

/** What a sheet is opened for: a call that is ready, or one that a form fills in. */
export type KubeJob = { job: 'start' | 'rootca-start' | 'rootca-generate' } | { job: 'call'; call: KubeCall };

/** Is it about the root CA? */
export const isRootcaCall = (call: KubeCall): call is RootcaCall => call.do.startsWith('rootca-');

/** States that the command line can set to failed, and what to. */
export const FAILED_OF: Readonly<Record<string, string>> = {
  'downloading-images': 'downloading-images-failed',
  'upgrading-networking': 'upgrading-networking-failed',
  'upgrading-first-master': 'upgrading-first-master-failed',
  'upgrading-second-master': 'upgrading-second-master-failed',
};

/** "Upgrade the kubelet of worker-0". */
export function kubeTitle(call: KubeCall): string {
  switch (call.do) {
    case 'start':
      return `Start the upgrade to ${call.version}`;
    case 'download-images':
      return 'Download images';
    case 'pre-apps':
      return 'Update applications before the upgrade';
    case 'networking':
      return 'Upgrade networking';
    case 'storage':
      return 'Upgrade storage';
    case 'cordon':
      return `Cordon ${call.host.name}`;
    case 'uncordon':
      return `Uncordon ${call.host.name}`;
    case 'control-plane':
      return `Upgrade the control plane of ${call.host.name}`;
    case 'kubelet':
      return `Upgrade the kubelet of ${call.host.name}`;
    case 'complete':
      return 'Complete the upgrade';
    case 'post-apps':
      return 'Update applications after the upgrade';
    case 'abort':
      return 'Abort the upgrade';
    case 'failed':
      return 'Set the step to failed';
    case 'delete':
      return 'Delete the upgrade';
    case 'rootca-start':
      return 'Start an update of the root CA';
    case 'rootca-generate':
      return 'Generate a root CA';
    case 'rootca-host':
      return `${HOST_DEED[call.phase]} ${call.host.name}`;
    case 'rootca-pods':
      return POD_DEED[call.phase];
    case 'rootca-complete':
      return 'Complete the update of the root CA';
    case 'rootca-abort':
      return 'Abort the update of the root CA';
    case 'kubelet-config':
      return 'Apply the kubelet configuration';
  }
}

const HOST_DEED: Record<HostPhase, string> = {
  'trust-both-cas': 'Trust both root CAs on',
  'update-certs': 'Update the certificates of',
  'trust-new-ca': 'Trust the new root CA only on',
};
const POD_DEED: Record<PodPhase, string> = {
  'trust-both-cas': 'Trust both root CAs in pods',
  'trust-new-ca': 'Trust the new root CA only in pods',
};

const PLAIN_CLI: Record<PlainDeed, string> = {
  'download-images': 'kube-upgrade-download-images',
  'pre-apps': 'kube-pre-application-update',
  networking: 'kube-upgrade-networking',
  storage: 'kube-upgrade-storage',
  complete: 'kube-upgrade-complete',
  'post-apps': 'kube-post-application-update',
  abort: 'kube-upgrade-abort',
};

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

export function kubeCli(call: KubeCall): string {
  switch (call.do) {
    case 'start':
      return `system kube-upgrade-start${call.force ? ' --force' : ''} ${call.version}`;
    case 'cordon':
    case 'uncordon':
      return `system kube-host-${call.do} ${call.host.name}`;
    case 'control-plane':
      return `system kube-host-upgrade ${call.host.name} control-plane`;
    case 'kubelet':
      return `system kube-host-upgrade${call.force ? ' --force' : ''} ${call.host.name} kubelet`;
    case 'failed':
      return 'system kube-upgrade-failed';
    case 'delete':
      return 'system kube-upgrade-delete';
    case 'rootca-start':
      return `system kube-rootca-update-start${call.force ? ' --force' : ''}`;
    case 'rootca-generate':
      return [
        'system kube-rootca-update-generate-cert',
        ...(call.expiry === null ? [] : [`--expiry-date ${call.expiry}`]),
        ...(call.subject === null ? [] : [`--subject ${quoted(call.subject)}`]),
      ].join(' ');
    case 'rootca-host':
      return `system kube-rootca-host-update ${call.host.name} --phase ${call.phase}`;
    case 'rootca-pods':
      return `system kube-rootca-pods-update --phase ${call.phase}`;
    case 'rootca-complete':
    case 'rootca-abort':
      return `system kube-rootca-update-${call.do === 'rootca-complete' ? 'complete' : 'abort'}`;
    case 'kubelet-config':
      return 'system kube-config-kubelet';
    default:
      return `system ${PLAIN_CLI[call.do]}`;
  }
}
