'use client';
/** What can be asked for at a stage of an upgrade, and of the upgrade as a whole. */
import { isController } from '@/lib/domain/host';
import { failCall, stageCall } from '@/lib/domain/kube/next-calls';
import { type KubeSituation, kubeRows } from '@/lib/domain/kube/situation';
import type { StageView } from '@/lib/domain/kube/stages';
import type { UpgradeStageId } from '@/lib/domain/kube/upgrade-stages';
import { KubeCallButton } from './kube-button';

type Props = {
  stage: StageView<UpgradeStageId>;
  index: number;
  stages: readonly StageView<UpgradeStageId>[];
  situation: KubeSituation;
};

/** The stage that failed, the one whose turn it is, and the one after what is under way, which says why it waits. */
export function UpgradeStageAction({ stage, index, stages, situation }: Props) {
  const { mark, id } = stage;
  const next = stages.findIndex((one) => one.mark === 'ahead');
  // Kubelets of several hosts may be upgraded at once.
  const more = id === 'kubelets' && mark === 'working';
  const turn = mark === 'failed' || mark === 'waiting' || index === next || more || isAgain(stage, situation);
  // Whichever control plane is asked for before the first is done, is the first.
  const early = id === 'second' && mark === 'ahead';
  const call = turn && !early && id !== 'abort' ? stageCall(id, situation) : null;
  if (call === null) return null;
  const now = mark === 'failed' || mark === 'waiting';
  return (
    <KubeCallButton
      call={call}
      situation={situation}
      opens={now || more}
      {...(now ? { variant: 'primary' } : {})}
    />
  );
}

/** On the way over several minor versions the control plane goes on once all are alike. */
function isAgain({ id, mark }: StageView<UpgradeStageId>, situation: KubeSituation): boolean {
  const to = situation.kube.upgrade?.to ?? null;
  const planes = kubeRows(situation).filter(({ host }) => isController(host));
  const versions = new Set(planes.map(({ kube }) => kube.controlPlane));
  return id === 'first' && mark === 'done' && to !== null && versions.size === 1 && !versions.has(to);
}

/** Off where the platform refuses, with its reason. */
export function UpgradeFoot({ situation }: { situation: KubeSituation }) {
  return (
    <div className="flex flex-wrap gap-2">
      <KubeCallButton call={{ do: 'abort' }} situation={situation} variant="danger">
        Abort…
      </KubeCallButton>
      <KubeCallButton call={failCall(situation)} situation={situation}>
        Set to failed…
      </KubeCallButton>
      <KubeCallButton call={{ do: 'delete' }} situation={situation}>
        Delete…
      </KubeCallButton>
    </div>
  );
}
