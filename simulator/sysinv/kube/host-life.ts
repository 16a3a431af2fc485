/**
 * What is upgraded host by host: control planes with their etcd, kubelets (sysinv conductor/manager.py
 * kube_upgrade_control_plane, report_kube_upgrade_control_plane_result, report_kube_upgrade_kubelet_result).
 */
import type { World } from '../../kernel/world';
import { type Host, nameOf } from '../host';
import { controlPlanes, kubeRow, setKubeHost } from './hosts';
import { scheduleKube, setUpgrade } from './steps';
import { compareVersions, stepsBetween } from './versions';

/** Seconds of life. */
const BEGIN = 2;
const ETCD = 40;
const CONTROL_PLANE = 150;
const KUBELET = 50;

/** Whether no other control plane is newer: this one goes first. */
export function isFirst(world: World, host: Host): boolean {
  const own = String(kubeRow(world, host)?.control_plane_version);
  return [...controlPlanes(world).values()].every((other) => compareVersions(own, other) >= 0);
}

/** The next version of a control plane on the way to `to`; the same one when it is there. */
export function nextVersion(current: string, to: string): string | undefined {
  return current === to ? current : stepsBetween(current, to)[0];
}

/** POST …/kube_upgrade_control_plane that was accepted. */
export function upgradeControlPlane(world: World, host: Host, master: 'first' | 'second'): void {
  const { kube } = world.sysinv;
  const { upgrade } = kube;
  const current = String(kubeRow(world, host)?.control_plane_version);
  const version = upgrade && nextVersion(current, upgrade.to_version);
  if (!version) return;
  const cloud = `upgrading-${master}-master` as const;
  setKubeHost(world, host, { target_version: upgrade.to_version, status: 'upgrading-control-plane' });
  setUpgrade(world, cloud);
  const failed = (status: 'upgrading-etcd-failed' | 'upgrading-control-plane-failed') => () => {
    setKubeHost(world, host, { status });
    setUpgrade(world, `${cloud}-failed`);
  };
  const fault = kube.faults.take([cloud, 'upgrading-etcd', 'upgrading-control-plane'], host.row.hostname);
  const etcd = fault?.state === 'upgrading-etcd';
  scheduleKube(world, 'cloud', [
    [
      BEGIN,
      () => {
        kube.kubeadm = version;
        setKubeHost(world, host, { target_version: version, status: 'upgrading-etcd' });
      },
    ],
    ...(etcd
      ? ending(fault.kind, ETCD, failed('upgrading-etcd-failed'))
      : ([
          [ETCD, () => setKubeHost(world, host, { status: 'upgraded-etcd' })],
          ...(fault
            ? ending(fault.kind, CONTROL_PLANE, failed('upgrading-control-plane-failed'))
            : ([
                [
                  CONTROL_PLANE,
                  () => {
                    setKubeHost(world, host, { control_plane_version: version, status: null });
                    if (master === 'first') kube.version = version;
                    setUpgrade(world, `upgraded-${master}-master`);
                  },
                ],
              ] satisfies Steps)),
        ] satisfies Steps)),
  ]);
}

type Steps = [seconds: number, run: () => void][];

/** A failure after its time; what hangs has no end. */
function ending(kind: 'fail' | 'hang', seconds: number, failed: () => void): Steps {
  return kind === 'hang' ? [] : [[seconds, failed]];
}

/** POST …/kube_upgrade_kubelet that was accepted. A worker follows the control plane, a controller what it aims at. */
export function upgradeKubelet(world: World, host: Host): void {
  const { kube } = world.sysinv;
  const [controlPlane] = controlPlanes(world).values();
  const worker = host.row.personality === 'worker';
  const target = worker ? controlPlane : kubeRow(world, host)?.target_version;
  const version = typeof target === 'string' ? target : kube.version;
  setKubeHost(world, host, { target_version: version, status: 'upgrading-kubelet' });
  setUpgrade(world, 'upgrading-kubelets');
  const fault = kube.faults.take(['upgrading-kubelet'], host.row.hostname);
  const done = () => setKubeHost(world, host, { kubelet_version: version, status: 'upgraded-kubelet' });
  const failed = () => setKubeHost(world, host, { status: 'upgrading-kubelet-failed' });
  scheduleKube(world, nameOf(host), fault ? ending(fault.kind, KUBELET, failed) : [[KUBELET, done]]);
}
