'use client';
/** The update of the root CA: its way through the phases of hosts and pods, or how to begin one. */
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { type RootcaHost, type RootcaUpdate, unreadKube } from '@/lib/domain/kube/kube';
import { rootcaStageCall } from '@/lib/domain/kube/next-calls';
import {
  hostPhaseMark,
  hostPhaseOf,
  type RootcaStageId,
  rootcaPlace,
  rootcaStages,
} from '@/lib/domain/kube/rootca-stages';
import type { KubeSituation } from '@/lib/domain/kube/situation';
import type { StageView } from '@/lib/domain/kube/stages';
import { KubeCallButton, KubeJobButton } from './kube-button';
import { StageList } from './stage-list';

export function RootcaPanel({ situation }: { situation: KubeSituation }) {
  const { kube } = situation;
  const unread = unreadKube(kube, 'rootca');
  if (unread !== null) {
    return (
      <Panel title="Root CA" padded>
        <p className="text-unk-fg">
          Unknown. <span className="mono">{unread}</span>
        </p>
      </Panel>
    );
  }
  const aborted = kube.rootca?.state === 'update-aborted';
  if (kube.rootca && !aborted) return <UnderWay update={kube.rootca} situation={situation} />;
  return (
    <Panel
      title="Root CA"
      actions={<KubeJobButton job={{ job: 'rootca-start' }}>Update…</KubeJobButton>}
      padded
    >
      {aborted && (
        <Note tone="minor" className="mb-2" title="The last update was aborted.">
          Certificates may not all be updated. A new update sets that right.
        </Note>
      )}
      <p className="text-ink-2">
        {aborted ? 'None is in progress now.' : 'No update is in progress.'} An update gives the cluster a new
        root certificate, and every host and pod certificates of it, phase by phase.
      </p>
    </Panel>
  );
}

type Stage = StageView<RootcaStageId>;

function UnderWay({ update, situation }: { update: RootcaUpdate; situation: KubeSituation }) {
  const stages = rootcaStages(update, situation.kube.rootcaHosts);
  return (
    <Panel
      title="Update of the root CA"
      padded
      foot={
        <div className="flex flex-wrap gap-2">
          <KubeCallButton
            call={{ do: 'rootca-complete' }}
            situation={situation}
            {...(update.state === 'updated-pods-trust-new-ca' ? { variant: 'primary' } : {})}
          >
            Complete…
          </KubeCallButton>
          <KubeCallButton call={{ do: 'rootca-abort' }} situation={situation} variant="danger">
            Abort…
          </KubeCallButton>
        </div>
      }
    >
      {rootcaPlace(update.state) === undefined && (
        <Note
          tone="unknown"
          className="mb-2"
          title={`The platform is in a state that this console does not know: ${update.state ?? 'none'}.`}
        />
      )}
      <StageList
        label="Stages of the update"
        stages={stages}
        detail={(stage) => <Detail stage={stage} update={update} hosts={situation.kube.rootcaHosts} />}
        action={(stage, index) => (
          <Action stage={stage} index={index} stages={stages} situation={situation} />
        )}
      />
    </Panel>
  );
}

type ActionProps = { stage: Stage; index: number; stages: readonly Stage[]; situation: KubeSituation };

function Action({ stage, index, stages, situation }: ActionProps) {
  const { id, mark } = stage;
  const now = mark === 'failed' || mark === 'waiting';
  if (!now && index !== stages.findIndex((one) => one.mark === 'ahead')) return null;
  const look = now ? ({ variant: 'primary' } as const) : {};
  if (id === 'certificate')
    return (
      <KubeJobButton job={{ job: 'rootca-generate' }} {...look}>
        Generate…
      </KubeJobButton>
    );
  const call = rootcaStageCall(id, situation);
  return call && <KubeCallButton call={call} situation={situation} {...look} />;
}

/** How many hosts have been through a phase, and which one is in it. */
function Detail({
  stage: { id, mark },
  update,
  hosts,
}: {
  stage: Stage;
  update: RootcaUpdate;
  hosts: readonly RootcaHost[];
}) {
  if (id === 'certificate' && mark === 'done' && update.to !== null)
    return <span className="mono text-ink-3 text-small [overflow-wrap:anywhere]">{update.to}</span>;
  const phase = hostPhaseOf(id);
  if (phase === null || (mark !== 'working' && mark !== 'failed' && mark !== 'waiting')) return null;
  const named = (wanted: string) =>
    hosts
      .filter((host) => hostPhaseMark(host, phase) === wanted)
      .map(({ hostname }) => hostname ?? 'a host without a name');
  const [done, working, failed] = [named('done'), named('working'), named('failed')];
  return (
    <span className="text-ink-2 text-small [overflow-wrap:anywhere]">
      {done.length} of {hosts.length} hosts are through.
      {working.length > 0 && ` Under way: ${working.join(', ')}.`}
      {failed.length > 0 && ` Failed: ${failed.join(', ')}.`}
    </span>
  );
}
