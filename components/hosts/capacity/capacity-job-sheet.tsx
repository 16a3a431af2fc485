'use client';
/** Which sheet a change to what a host has to give opens, once what it is about has been read. */
import type { ReactNode } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { JobOfHost, JobWait } from '@/components/action/job-wait';
import { cpuSite } from '@/lib/domain/capacity/cpu-plan';
import type { Host, UnreadableRow } from '@/lib/domain/host';
import type { Seen } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { CpuSheet } from './cpu-sheet';
import { KernelSheet } from './kernel-sheet';
import { MemorySheet } from './memory-sheet';

type Props = ActionSheetProps<'capacity'>;
type Own = { host: Host; onClose: () => void };

const WORDS = {
  cpus: { title: 'Assign cores', what: 'processors' },
  memory: { title: 'Change memory', what: 'memory' },
  kernel: { title: 'Change kernel', what: 'kernel' },
} as const;

export function CapacityJobSheet({ request: { hostId, job }, onClose }: Props) {
  return (
    <JobOfHost hostId={hostId} words={WORDS[job.job]} onClose={onClose}>
      {(host) =>
        job.job === 'cpus' ? (
          <OfCpus host={host} onClose={onClose} />
        ) : job.job === 'memory' ? (
          <OfMemory host={host} onClose={onClose} />
        ) : (
          <OfKernel host={host} onClose={onClose} />
        )
      }
    </JobOfHost>
  );
}

function OfCpus({ host, onClose }: Own) {
  const seen = useView('hostProcessors', { hostId: host.id });
  return whole(seen, WORDS.cpus, onClose, (cpus) => {
    const site = cpuSite(cpus);
    const why = 'The platform does not say of every processor where it is.';
    return site ? (
      <CpuSheet host={host} cpus={cpus} site={site} onClose={onClose} />
    ) : (
      <JobWait {...WORDS.cpus} error={why} finding="Cores cannot be assigned from here." onClose={onClose} />
    );
  });
}

function OfMemory({ host, onClose }: Own) {
  const seen = useView('hostMemory', { hostId: host.id });
  return whole(seen, WORDS.memory, onClose, (nodes) => (
    <MemorySheet host={host} nodes={nodes} onClose={onClose} />
  ));
}

function OfKernel({ host, onClose }: Own) {
  const seen = useView('hostKernel', { hostId: host.id });
  return seen?.data ? (
    <KernelSheet host={host} kernel={seen.data} onClose={onClose} />
  ) : (
    <JobWait {...WORDS.kernel} error={seen?.error?.message} onClose={onClose} />
  );
}

/** All rows, or why not: what could not be read would be changed as well. */
function whole<T>(
  seen: Seen<{ rows: readonly T[]; unreadable: readonly UnreadableRow[] }> | undefined,
  words: { title: string; what: string },
  onClose: () => void,
  show: (rows: readonly T[]) => ReactNode,
): ReactNode {
  const odd = seen?.data?.unreadable[0]?.why;
  if (seen?.data && odd === undefined) return show(seen.data.rows);
  return <JobWait {...words} error={odd ?? seen?.error?.message} onClose={onClose} />;
}
