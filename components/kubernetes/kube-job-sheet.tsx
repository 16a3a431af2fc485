'use client';
/** Which sheet a step of Kubernetes opens, once what it is about has been read. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobWait } from '@/components/action/job-wait';
import type { KubeSituation } from '@/lib/domain/kube/situation';
import { useView } from '@/lib/queries/view';
import { CallSheet } from './call-sheet';
import { GenerateSheet } from './generate-sheet';
import { StartRootcaSheet, StartUpgradeSheet } from './start-sheets';
import { useKube } from './use-kube';

const WORDS = { title: 'Change Kubernetes', what: 'state of Kubernetes' };

export function KubeJobSheet({ request: { job }, onClose }: ActionSheetProps<'kubernetes'>) {
  const { situation, error } = useKube();
  if (!situation) return <JobWait {...WORDS} error={error?.message} onClose={onClose} />;
  const shared = { situation, onClose };
  switch (job.job) {
    case 'start':
      return (
        <WithDeploy {...shared}>
          {(known) => <StartUpgradeSheet situation={known} onClose={onClose} />}
        </WithDeploy>
      );
    case 'rootca-start':
      return (
        <WithDeploy {...shared}>
          {(known) => <StartRootcaSheet situation={known} onClose={onClose} />}
        </WithDeploy>
      );
    case 'rootca-generate':
      return <GenerateSheet {...shared} />;
    case 'call':
      return <CallSheet {...shared} call={job.call} />;
  }
}

type Deploy = { situation: KubeSituation; children: (known: KubeSituation) => React.ReactNode };

/** Starting looks at software deployments too. */
function WithDeploy({ situation, children }: Deploy) {
  const seen = useView('cloudFact', { fact: 'deploy' });
  if (seen?.error) return children({ ...situation, deploy: { unread: seen.error.message } });
  const fact = seen?.data;
  return children(
    fact?.name === 'deploy' ? { ...situation, deploy: { state: fact.value.state } } : situation,
  );
}
