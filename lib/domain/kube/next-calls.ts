/** What to ask for at a stage: its one call, or that of the host whose turn it is. */
import { type Host, isController, isLocked } from '../host';
import { NOT_HERE, type RootcaHost } from './kube';
import { FAILED_OF, type RootcaCall, type UpgradeCall } from './kube-calls';
import { hostPhaseMark, hostPhaseOf, podPhaseOf, type RootcaStageId } from './rootca-stages';
import { type KubeHostRow, type KubeSituation, kubeRows, refOf } from './situation';
import { HOST_FAILED, HOST_WORKING, KUBELET_DONE, type UpgradeStageId } from './upgrade-stages';
import { compareVersions } from './version';

const PLAIN: Partial<Record<UpgradeStageId, UpgradeCall>> = {
  images: { do: 'download-images' },
  'pre-apps': { do: 'pre-apps' },
  networking: { do: 'networking' },
  storage: { do: 'storage' },
  complete: { do: 'complete' },
  'post-apps': { do: 'post-apps' },
  abort: { do: 'abort' },
};

/** null: the stage has no call, or nobody whose turn it is. */
export function stageCall(stage: UpgradeStageId, s: KubeSituation): UpgradeCall | null {
  const plain = PLAIN[stage];
  if (plain) return plain;
  if (stage === 'cordon' || stage === 'uncordon') {
    const host = s.hosts.find(isController);
    return host ? { do: stage, host: refOf(host) } : null;
  }
  const host =
    stage === 'first' || stage === 'second'
      ? nextControlPlane(s, stage)
      : stage === 'kubelets'
        ? nextKubelet(s)
        : null;
  if (!host) return null;
  const ref = refOf(host);
  return stage === 'kubelets'
    ? { do: 'kubelet', host: ref, force: false }
    : { do: 'control-plane', host: ref };
}

/** One that failed before the others; of the rest the first by name. */
const turn = (rows: readonly KubeHostRow[]): Host | null =>
  rows.toSorted((a, b) => Number(failed(b)) - Number(failed(a)))[0]?.host ?? null;
const failed = ({ kube }: KubeHostRow): boolean => kube.status !== null && HOST_FAILED.includes(kube.status);

/** First the one that is ahead, or any; second the one that is behind. */
function nextControlPlane(s: KubeSituation, stage: 'first' | 'second'): Host | null {
  const planes = kubeRows(s)
    .filter(({ host }) => isController(host))
    .toSorted((a, b) => (a.host.hostname ?? '').localeCompare(b.host.hostname ?? ''));
  const ahead = planes.toSorted(
    (a, b) => compareVersions(b.kube.controlPlane ?? '', a.kube.controlPlane ?? '') ?? 0,
  );
  if (stage === 'first') return planes.length > 1 ? turn(ahead) : (planes[0]?.host ?? null);
  const behind = ahead.at(-1);
  return planes.length > 1 && behind ? behind.host : null;
}

/** Controllers go first; among equals one that is locked already. */
function nextKubelet(s: KubeSituation): Host | null {
  const open = kubeRows(s).filter(
    ({ kube }) =>
      kube.kubelet !== NOT_HERE &&
      kube.status !== KUBELET_DONE &&
      (kube.status === null || !HOST_WORKING.includes(kube.status)),
  );
  const controllers = open.filter(({ host }) => isController(host));
  const rows = (controllers.length > 0 ? controllers : open).toSorted(
    (a, b) =>
      Number(isLocked(b.host)) - Number(isLocked(a.host)) ||
      Number(a.host.activity === 'active') - Number(b.host.activity === 'active') ||
      (a.host.hostname ?? '').localeCompare(b.host.hostname ?? '', 'en', { numeric: true }),
  );
  return turn(rows);
}

/** What to set a step to that hangs; null where the command line has no way to. */
export function failCall({ kube }: KubeSituation): UpgradeCall {
  const state = kube.upgrade?.state ?? '';
  return { do: 'failed', state: FAILED_OF[state] ?? `${state}-failed` };
}

export function rootcaStageCall(stage: RootcaStageId, s: KubeSituation): RootcaCall | null {
  if (stage === 'certificate') return { do: 'rootca-generate', expiry: null, subject: null };
  const pods = podPhaseOf(stage);
  if (pods !== null) return { do: 'rootca-pods', phase: pods };
  const phase = hostPhaseOf(stage);
  if (phase === null) return null;
  const marked = (mark: string) => (row: RootcaHost) => hostPhaseMark(row, phase) === mark;
  const next =
    s.kube.rootcaHosts.find(marked('failed')) ??
    s.kube.rootcaHosts.filter(marked('ahead')).toSorted(controllersFirst)[0];
  const host = next && s.hosts.find(({ hostname }) => hostname !== null && hostname === next.hostname);
  return host ? { do: 'rootca-host', host: refOf(host), phase } : null;
}

const controllersFirst = (a: RootcaHost, b: RootcaHost): number =>
  Number(b.personality === 'controller') - Number(a.personality === 'controller') ||
  (a.hostname ?? '').localeCompare(b.hostname ?? '', 'en', { numeric: true });
