/**
 * What is worth knowing before every kubelet takes up its configuration. The platform looks at nothing itself: sysinv
 * kube_config_kubelet.py apply, conductor manager.py kube_config_kubelet and handle_kube_update_params_success.
 */
import { type Check, checksOf } from '../check';
import { hostName } from '../host';
import { type KubeSituation, kubeRows, unreadCheck } from './situation';

const config = checksOf('kube.kubelet-config', 'sysinv conductor manager.py kube_config_kubelet');

export function kubeletConfigChecks(s: KubeSituation): Check[] {
  const away = kubeRows(s)
    .map(({ host }) => host)
    .filter(({ operational }) => operational !== 'enabled');
  return [
    ...(unreadCheck(config, s, 'hosts', 'which hosts take it up') ?? []),
    ...inProgress(s),
    ...(away.length === 0
      ? []
      : [
          config.warn('away', {
            title: `${away.map(hostName).join(', ')} ${away.length === 1 ? 'takes' : 'take'} it up later`,
            detail:
              'Not enabled now: its configuration is out of date until it is unlocked or has started again.',
          }),
        ]),
  ];
}

function inProgress(s: KubeSituation): Check[] {
  const unread = unreadCheck(config, s, 'upgrade', 'whether an upgrade is in progress');
  if (unread) return unread;
  return [
    s.kube.upgrade === null
      ? config.pass('upgrade', { title: 'No upgrade of Kubernetes is in progress' })
      : config.warn('upgrade', {
          title: 'An upgrade of Kubernetes is in progress',
          detail: 'The platform does not refuse it for that. Kubelets restart beside the upgrade.',
        }),
  ];
}
