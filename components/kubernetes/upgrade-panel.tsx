'use client';
import { Note } from '@/components/ui/note';
/** The upgrade: its way through the states of the platform, or how to begin one. */
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import { type KubeUpgrade, unreadKube } from '@/lib/domain/kube/kube';
import type { KubeSituation } from '@/lib/domain/kube/situation';
import { targetOptions } from '@/lib/domain/kube/start-checks';
import { upgradePlace, upgradeStages } from '@/lib/domain/kube/upgrade-stages';
import { allowed, denied, type Verdict } from '@/lib/domain/result';
import { KubeJobButton } from './kube-button';
import { StageList } from './stage-list';
import { UpgradeFoot, UpgradeStageAction } from './upgrade-actions';
import { UpgradeStageDetail } from './upgrade-detail';

export function UpgradePanel({ situation }: { situation: KubeSituation }) {
  const { kube } = situation;
  const unread = unreadKube(kube, 'upgrade');
  if (unread !== null) {
    return (
      <Panel title="Upgrade" padded>
        <p className="text-unk-fg">
          Unknown. <span className="mono">{unread}</span>
        </p>
      </Panel>
    );
  }
  return kube.upgrade ? (
    <UnderWay upgrade={kube.upgrade} situation={situation} />
  ) : (
    <Panel
      title="Upgrade"
      actions={
        <KubeJobButton job={{ job: 'start' }} variant="primary" verdict={startVerdict(situation)}>
          Start an upgrade…
        </KubeJobButton>
      }
      padded
    >
      <p className="text-ink-2">
        None is in progress. The platform first looks whether the system is healthy; then images, networking
        and storage are upgraded, the control planes one after the other, and at last the kubelet of every
        host.
      </p>
    </Panel>
  );
}

/** Is there anything to choose? */
function startVerdict({ kube }: KubeSituation): Verdict {
  if (unreadKube(kube, 'versions') !== null) return denied('The versions could not be read.');
  return targetOptions(kube).some(({ why }) => why === null)
    ? allowed
    : denied('There is no version to upgrade to.', 'sysinv kube_upgrade.py post');
}

function UnderWay({ upgrade, situation }: { upgrade: KubeUpgrade; situation: KubeSituation }) {
  const stages = upgradeStages(upgrade, situation.kube.hosts, situation.mode);
  const known = upgradePlace(upgrade.state) !== undefined;
  return (
    <Panel
      title={`Upgrade to ${upgrade.to ?? 'an unknown version'}`}
      meta={
        <>
          from <span className="mono">{upgrade.from ?? 'unknown'}</span>
          {upgrade.createdAt !== null && (
            <>
              , started <Time at={upgrade.createdAt} />
            </>
          )}
        </>
      }
      padded
      foot={<UpgradeFoot situation={situation} />}
    >
      {!known && (
        <Note
          tone="unknown"
          className="mb-2"
          title={
            upgrade.state === null ? (
              'The platform does not say its state.'
            ) : (
              <>
                The platform is in a state that this console does not know:{' '}
                <span className="mono">{upgrade.state}</span>.
              </>
            )
          }
        />
      )}
      <StageList
        label="Stages of the upgrade"
        stages={stages}
        detail={(stage) => <UpgradeStageDetail stage={stage} situation={situation} />}
        action={(stage, index) => (
          <UpgradeStageAction stage={stage} index={index} stages={stages} situation={situation} />
        )}
      />
    </Panel>
  );
}
