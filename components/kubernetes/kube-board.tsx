'use client';
/** Kubernetes on one page: what goes on first, then the hosts; beside it the cluster, its versions, its health and its root CA. */
import { Ship } from 'lucide-react';
import { ApplicationTabs } from '@/components/shell/application-tabs';
import { FindingLead } from '@/components/shell/finding-lead';
import { PageHeader } from '@/components/shell/page';
import { laterPart } from '@/components/ui/later-part';
import { NotRead } from '@/components/ui/not-read';
import { ReadingNotes } from '@/components/ui/reading-notes';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { PART_NAMES } from '@/lib/domain/kube/kube';
import { kubeFinding } from '@/lib/domain/kube/kube-finding';
import type { KubeSituation } from '@/lib/domain/kube/situation';
import { ClusterPanel } from './cluster-panel';
import { HostPanel } from './host-panel-later';
import { RootcaPanel } from './rootca-panel';
import { UpgradePanel } from './upgrade-panel';
import { useKube } from './use-kube';
import { VersionPanel } from './version-panel';

/** Last of its column: nothing moves when it comes. */
const HealthPanel = laterPart(async () => (await import('@/components/health/health-report')).HealthPanel);

export function KubeBoard() {
  const { kube, error, asOf, situation, stale } = useKube();
  const said = kube && kubeFinding(kube);
  return (
    <>
      <PageHeader title="Kubernetes" plainName lead={said && <FindingLead said={said} />} />
      <ApplicationTabs />
      {kube && (
        <ReadingNotes
          what="Kubernetes"
          reading={{ error, asOf }}
          unread={kube.unread.map(({ part, message }) => ({ name: PART_NAMES[part], message }))}
          odd={kube.unreadable}
        />
      )}
      {situation ? (
        <Board situation={situation} stale={stale} />
      ) : error ? (
        <NotRead
          fills="page"
          icon={<Ship aria-hidden />}
          title="Kubernetes could not be read"
          error={error}
        />
      ) : (
        <SkeletonBlock className="h-96" />
      )}
    </>
  );
}

function Board({ situation, stale }: { situation: KubeSituation; stale: boolean }) {
  return (
    <div
      data-stale={stale || undefined}
      className="grid items-start gap-3 data-stale:grayscale lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]"
    >
      <div className="flex min-w-0 flex-col gap-3">
        <UpgradePanel situation={situation} />
        <HostPanel situation={situation} stale={stale} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <ClusterPanel situation={situation} />
        <VersionPanel kube={situation.kube} />
        <RootcaPanel situation={situation} />
        <HealthPanel kind="kube-upgrade" />
      </div>
    </div>
  );
}
