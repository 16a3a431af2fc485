'use client';
/** The cluster: its name, its version, where its API answers, and its root CA. */
import { CopyButton } from '@/components/ui/copy-button';
import { Facts, Said } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { KubeSituation } from '@/lib/domain/kube/situation';
import { useView } from '@/lib/queries/view';
import { KubeCallButton } from './kube-button';

export function ClusterPanel({ situation }: { situation: KubeSituation }) {
  const seen = useView('kubeCluster', {});
  const cluster = seen?.data;
  if (!seen) return <SkeletonBlock className="h-40" />;
  return (
    <Panel
      title="Cluster"
      padded
      foot={<KubeCallButton call={{ do: 'kubelet-config' }} situation={situation} />}
    >
      {!cluster ? (
        <p className="text-unk-fg">
          Unknown. <span className="mono">{seen.error?.message}</span>
        </p>
      ) : (
        <Facts>
          <KvRow term="Name">
            <Said>{cluster.name}</Said>
          </KvRow>
          <KvRow term="Version">
            <Said>{cluster.version}</Said>
          </KvRow>
          <KvRow term="API endpoint">
            <span className="-my-1.5 inline-flex min-w-0 items-center gap-1">
              <Said>{cluster.endpoint}</Said>
              {cluster.endpoint !== null && (
                <CopyButton text={cluster.endpoint} label="Copy the API endpoint" />
              )}
            </span>
          </KvRow>
          <KvRow term="Root CA">
            <Said>{cluster.rootcaId}</Said>
          </KvRow>
        </Facts>
      )}
      {cluster && cluster.unread.length > 0 && (
        <p className="pt-1.5 text-small text-unk-fg">
          <span className="mono [overflow-wrap:anywhere]">{cluster.unread.join(' ')}</span>
        </p>
      )}
    </Panel>
  );
}
