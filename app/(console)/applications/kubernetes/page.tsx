import type { Metadata } from 'next';
import { KubeBoard } from '@/components/kubernetes/kube-board';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Kubernetes' };

export default function KubernetesPage() {
  return (
    <Prefetched
      views={[
        { view: 'kubernetes', params: {} },
        { view: 'hosts', params: {} },
        { view: 'system', params: {}, later: true },
        { view: 'kubeCluster', params: {}, later: true },
        { view: 'kubePaths', params: {}, later: true },
      ]}
    >
      <Page>
        <KubeBoard />
      </Page>
    </Prefetched>
  );
}
