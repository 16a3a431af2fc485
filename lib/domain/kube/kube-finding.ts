/** Kubernetes of a cloud in a sentence and its evidence. */
import { counted } from '../words';
import { activeVersion, type Kubernetes, unreadKube } from './kube';
import { isRootcaWorking, rootcaPlace } from './rootca-stages';
import { hasUpgradeFailed, KUBELET_DONE, upgradePlace } from './upgrade-stages';
import { isNewer } from './version';

export type KubeFinding = { finding: string; second: string };

export function kubeFinding(kube: Kubernetes): KubeFinding {
  const { upgrade, rootca, hosts } = kube;
  if (unreadKube(kube, 'upgrade') !== null)
    return { finding: 'Whether an upgrade is in progress is unknown', second: runs(kube) };
  if (upgrade) {
    const to = upgrade.to ?? 'an unknown version';
    const place = upgradePlace(upgrade.state);
    const state = upgrade.state === null ? 'The platform does not say its state.' : `State ${upgrade.state}.`;
    if (hasUpgradeFailed(upgrade, hosts))
      return {
        finding: `The upgrade to ${to} failed: ${place?.stage.title.toLowerCase() ?? ''}`,
        second: state,
      };
    if (place?.stage.id === 'abort')
      return {
        finding: `The upgrade to ${to} ${place.phase === 'done' ? 'was' : 'is being'} aborted`,
        second: state,
      };
    const done = hosts.filter(({ status }) => status === KUBELET_DONE).length;
    const progress =
      upgrade.state === 'upgrading-kubelets'
        ? ` ${done} of ${counted(hosts.length, 'kubelet')} upgraded.`
        : '';
    return {
      finding: `Upgrading from ${upgrade.from ?? 'an unknown version'} to ${to}`,
      second: `${state}${progress}`,
    };
  }
  if (rootca && rootca.state !== 'update-aborted')
    return {
      finding:
        rootcaPlace(rootca.state)?.phase === 'failed'
          ? 'The update of the root CA failed'
          : 'The root CA is being updated',
      second: `State ${rootca.state ?? 'unknown'}.${isRootcaWorking(rootca, kube.rootcaHosts) ? '' : ' It waits for a person.'}`,
    };
  const active = activeVersion(kube);
  return {
    finding: active === null ? 'No version is active on every host' : `${active} is active on every host`,
    second: runs(kube),
  };
}

function runs(kube: Kubernetes): string {
  if (unreadKube(kube, 'versions') !== null) return 'The versions could not be read.';
  const active = activeVersion(kube);
  const newer = kube.versions.filter(
    ({ version, state }) => state === 'available' && (active === null || isNewer(version, active)),
  );
  return newer.length === 0
    ? 'There is no newer version to upgrade to.'
    : `${newer.map(({ version }) => version).join(' and ')} ${newer.length === 1 ? 'is' : 'are'} available.`;
}
