/** What the steps of Kubernetes do, and what is said once one has been taken. */
import type { KubeDeed } from '@/lib/domain/kube/kube-calls';

export const EFFECT: Record<KubeDeed, string> = {
  start: 'Notes the upgrade and raises an alarm that it is in progress. Nothing is upgraded yet.',
  'download-images':
    'Fetches the images of the new version to the registry and to the controllers. Nothing restarts.',
  'pre-apps': 'Updates applications that must fit the new version before it runs. What they run may restart.',
  networking:
    'Upgrades Calico, Multus and the SR-IOV plug-ins. Pods keep running; new ones may wait a little.',
  storage: 'Upgrades the snapshot controller and what belongs to volumes. Pods keep running.',
  cordon:
    'Takes no new pods to the host and moves those away that can be. On a simplex system they wait until it is uncordoned.',
  uncordon: 'Lets pods run on the host again.',
  'control-plane':
    'Upgrades the API server, the scheduler and the controller manager of the host. They restart, and the API of this host is away meanwhile.',
  kubelet: 'Upgrades the kubelet of the host, which restarts.',
  complete:
    'Notes that every host runs the new version, and removes images of the old one. It cannot be aborted any more.',
  'post-apps': 'Updates applications that need the new version. What they run may restart.',
  abort:
    'Takes the control plane of this host back to the version before. Where nothing was upgraded yet, only the upgrade is given up.',
  failed:
    'Says that the step which is under way has failed, so that it can be tried again. What the platform is doing is not stopped.',
  delete: 'Forgets this upgrade and clears its alarm. The next one can then be started.',
  'rootca-start': 'Notes the update and raises an alarm that it is in progress. No certificate changes yet.',
  'rootca-generate':
    'Has cert-manager make a new root certificate beside the one in use. Nothing uses it yet.',
  'rootca-host':
    'Changes what this host trusts, or its certificates. Its control plane and its kubelet restart.',
  'rootca-pods': 'Restarts the pods of the cluster, part by part, so that they take over what they trust.',
  'rootca-complete':
    'Notes that the new root certificate is in use everywhere, and removes what the update left.',
  'rootca-abort':
    'Gives the update up where it stands. Certificates may then be of either root; a new update sets that right.',
  'kubelet-config':
    'Writes what the service parameters say into the configuration of kubelets; then it is made anew on each controller and worker, whose kubelet restarts. Pods keep running.',
};

export const DONE: Record<KubeDeed, string> = {
  start: 'started',
  'download-images': 'under way',
  'pre-apps': 'under way',
  networking: 'under way',
  storage: 'under way',
  cordon: 'under way',
  uncordon: 'under way',
  'control-plane': 'under way',
  kubelet: 'under way',
  complete: 'done',
  'post-apps': 'under way',
  abort: 'under way',
  failed: 'done',
  delete: 'done',
  'rootca-start': 'started',
  'rootca-generate': 'done',
  'rootca-host': 'under way',
  'rootca-pods': 'under way',
  'rootca-complete': 'done',
  'rootca-abort': 'done',
  'kubelet-config': 'under way',
};
