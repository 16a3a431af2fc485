'use client';
/** Which sheet a change to networks opens, once what it is about has been read. */
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobWait } from '@/components/action/job-wait';
import type { NetworkJob } from '@/lib/domain/network/cloud/network-jobs';
import type { NetworkState } from '@/lib/domain/network/cloud/network-state';
import { AssignSheet, UnassignSheet } from './assign-sheets';
import { ChangeDataSheet } from './change-data-sheet';
import { ChangePoolSheet } from './change-pool-sheet';
import { CreateDataSheet } from './create-data-sheet';
import { CreatePoolSheet } from './create-pool-sheet';
import { DeleteDataSheet, DeletePoolSheet } from './delete-sheets';
import { CreateNetworkSheet, DeleteNetworkSheet } from './platform-network-sheets';
import { useNetworkFacts } from './use-network-facts';

export type JobProps<J extends NetworkJob['job']> = {
  job: Extract<NetworkJob, { job: J }>;
  facts: NetworkState;
  onClose: () => void;
};

export function NetworkJobSheet({ request: { job }, onClose }: ActionSheetProps<'networks'>) {
  const { facts, error } = useNetworkFacts();
  const found = facts && namedThing(job, facts);
  if (!facts || found !== undefined) {
    return (
      <JobWait
        title="Change networks"
        what="networks"
        error={found === undefined ? error : ''}
        {...(found === undefined ? {} : { finding: `There is no ${found} any more.` })}
        onClose={onClose}
      />
    );
  }
  return <JobSheet job={job} facts={facts} onClose={onClose} />;
}

/** What a job is about and is not there; undefined: all of it is. */
function namedThing(job: NetworkJob, { cloud }: NetworkState): string | undefined {
  const has = (list: readonly { name: string }[], name: string) => list.some((one) => one.name === name);
  switch (job.job) {
    case 'delete-network':
      return has(cloud.networks, job.name) ? undefined : `network ${job.name}`;
    case 'change-data':
    case 'delete-data':
      return has(cloud.dataNetworks, job.name) ? undefined : `data network ${job.name}`;
    case 'change-pool':
    case 'delete-pool':
      return has(cloud.pools, job.name) ? undefined : `address pool ${job.name}`;
    case 'assign':
    case 'unassign':
      return has(cloud.networks, job.network) ? undefined : `network ${job.network}`;
    default:
      return undefined;
  }
}

function JobSheet({ job, ...shared }: { job: NetworkJob; facts: NetworkState; onClose: () => void }) {
  switch (job.job) {
    case 'create-network':
      return <CreateNetworkSheet job={job} {...shared} />;
    case 'delete-network':
      return <DeleteNetworkSheet job={job} {...shared} />;
    case 'create-data':
      return <CreateDataSheet job={job} {...shared} />;
    case 'change-data':
      return <ChangeDataSheet job={job} {...shared} />;
    case 'delete-data':
      return <DeleteDataSheet job={job} {...shared} />;
    case 'create-pool':
      return <CreatePoolSheet job={job} {...shared} />;
    case 'change-pool':
      return <ChangePoolSheet job={job} {...shared} />;
    case 'delete-pool':
      return <DeletePoolSheet job={job} {...shared} />;
    case 'assign':
      return <AssignSheet job={job} {...shared} />;
    case 'unassign':
      return <UnassignSheet job={job} {...shared} />;
  }
}
