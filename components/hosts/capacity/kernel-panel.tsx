'use client';
/** The kernel of a host: which it is to run and which it runs. */
import { Kv, KvRow } from '@/components/ui/kv';
import { Note } from '@/components/ui/note';
import { kernelVerdict, kernelWaits, kernelWord } from '@/lib/domain/capacity/kernel';
import type { Host } from '@/lib/domain/host';
import { useView } from '@/lib/queries/view';
import { PartPanel } from '../overview/part-panel';
import { CapacityButton } from './capacity-button';

export function KernelPanel({ host }: { host: Host }) {
  const seen = useView('hostKernel', { hostId: host.id });
  return (
    <PartPanel
      title="Kernel"
      seen={seen}
      actions={
        <CapacityButton hostId={host.id} job="kernel" verdict={kernelVerdict(host)}>
          Change…
        </CapacityButton>
      }
    >
      {(kernel) => (
        <>
          <Kv>
            <KvRow term="Provisioned">{kernelWord(kernel.provisioned)}</KvRow>
            <KvRow term="Running">{kernelWord(kernel.running)}</KvRow>
          </Kv>
          {kernelWaits(kernel) && (
            <Note tone="accent" className="mt-2" title="Waits for the next unlock.">
              The host then boots the {kernelWord(kernel.provisioned).toLowerCase()} kernel.
            </Note>
          )}
        </>
      )}
    </PartPanel>
  );
}
