/** Under a stage of an upgrade: how far its hosts are, and what it waits for. */
import { type Host, hostName, isController } from '@/lib/domain/host';
import { NOT_HERE } from '@/lib/domain/kube/kube';
import { kubeVerdict } from '@/lib/domain/kube/kube-checks';
import { stageCall } from '@/lib/domain/kube/next-calls';
import { type KubeHostRow, type KubeSituation, kubeRows } from '@/lib/domain/kube/situation';
import type { StageView } from '@/lib/domain/kube/stages';
import { KUBELET_DONE, type UpgradeStageId } from '@/lib/domain/kube/upgrade-stages';
import { listWords } from '@/lib/format/words';

type Props = { stage: StageView<UpgradeStageId>; situation: KubeSituation };

export function UpgradeStageDetail({ stage, situation }: Props) {
  const here = stage.mark === 'working' || stage.mark === 'failed' || stage.mark === 'waiting';
  if (!here) return null;
  const rows = kubeRows(situation);
  const lines = [
    ...(stage.id === 'first' || stage.id === 'second' ? [planes(rows)] : []),
    ...(stage.id === 'kubelets' ? kubelets(rows) : []),
    ...(stage.id === 'cordon' ? ['Pods are moved off the host, as far as they can be.'] : []),
    ...waits(stage, situation),
  ];
  return lines.map((line) => (
    <span key={line} className="text-ink-2 text-small [overflow-wrap:anywhere]">
      {line}
    </span>
  ));
}

const versionOf = (version: string | null): string => version ?? 'an unknown version';

const planes = (rows: readonly KubeHostRow[]): string => {
  const said = rows
    .filter(({ host }) => isController(host))
    .map(({ host, kube }) => `${hostName(host)} runs ${versionOf(kube.controlPlane)}`);
  return said.length === 0 ? 'Which version the control planes run is not known.' : `${listWords(said)}.`;
};

const MOST_NAMES = 5;
const names = (hosts: readonly Host[]): string =>
  hosts.length > MOST_NAMES
    ? `${hosts.slice(0, MOST_NAMES).map(hostName).join(', ')} and ${hosts.length - MOST_NAMES} more`
    : listWords(hosts.map(hostName));

function kubelets(all: readonly KubeHostRow[]): string[] {
  const rows = all.filter(({ kube }) => kube.kubelet !== NOT_HERE);
  const of = (status: string) => rows.filter(({ kube }) => kube.status === status).map(({ host }) => host);
  const working = of('upgrading-kubelet');
  const failed = of('upgrading-kubelet-failed');
  return [
    `${of(KUBELET_DONE).length} of ${rows.length} upgraded.`,
    ...(working.length > 0 ? [`Under way: ${names(working)}.`] : []),
    ...(failed.length > 0 ? [`Failed: ${names(failed)}.`] : []),
  ];
}

/** Why the next step cannot be taken yet. */
function waits(stage: StageView<UpgradeStageId>, situation: KubeSituation): string[] {
  if (stage.mark !== 'waiting' && stage.mark !== 'failed') return [];
  const call = stageCall(stage.id, situation);
  const verdict = call && kubeVerdict(call, situation);
  return verdict && !verdict.ok ? [verdict.why] : [];
}
